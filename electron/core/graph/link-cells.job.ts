import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { citeWith, countedRows, kindOf, type PairRow } from './pair-rows.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.link-cells': { payload: Asked<'graph.link-cells'>; result: Answer<'graph.link-cells'> };
  }
}

export default defineJob('graph.link-cells', ({ links }, job) => {
  const { store } = job.openCase;
  const cells = links.map((link) => {
    job.checkCancelled();
    const kind = kindOf(link.kind);
    const largest = countedRows(store, kind, link.source, link.target).reduce<PairRow | null>(
      (most, row) => (most === null || before(row, most) ? row : most),
      null,
    );
    return largest && citeWith(store, kind)(largest);
  });
  return ok({ cells });
});

/** The larger; of two as large the earlier, then the one read first. Rows without a day come last. */
function before(a: PairRow, b: PairRow): boolean {
  if (a.fen !== b.fen) return (a.fen ?? -1) > (b.fen ?? -1);
  const [day, other] = [a.day ?? '9999', b.day ?? '9999'];
  return day === other ? a.row < b.row : day < other;
}
