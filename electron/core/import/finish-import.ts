import type { SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { JobContext } from '../job.ts';
import { clearUnjoined, unjoinedFrom } from '../store/unjoined.ts';
import { pairImported } from './pair-imported.ts';

/**
 * Joins the files that came in with the rest of the case, in one transaction: mirrored transfers and reversals paired, parties joined, links drawn.
 * Does nothing where all is joined. It is not cancelled: without it files that are in would not be seen in the graph.
 */
export function finishImport(job: JobContext, reports: ReadonlyMap<number, SheetReport> = new Map()): void {
  const { store } = job.openCase;
  store.transaction(() => {
    const from = unjoinedFrom(store);
    if (from === undefined) return;
    const turned = pairImported(store, from, reports);
    job.afterRecordsChanged({ from, turned });
    clearUnjoined(store);
  });
}
