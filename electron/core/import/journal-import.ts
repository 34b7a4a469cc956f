import type { BatchOrigin } from '../../../shared/protocol/import.requests.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { writeOrigin } from '../store/batch-origin.ts';
import type { Store } from '../store/connect.ts';
import type { ImportedFile } from './import-file.ts';

/** Writes down that a file was imported and how it was obtained, in the transaction that imports it. */
export function journalImport(
  store: Store,
  { report: file, written }: ImportedFile,
  { obtained, actor, at }: { obtained: BatchOrigin; actor: string; at: Date },
): void {
  if (!written) return;
  const { batch } = written;
  const sum = (count: 'read' | 'imported' | 'rejected' | 'duplicate' | 'skipped') =>
    file.sheets.reduce((total, sheet) => total + sheet.rows[count], 0);
  const counts = {
    read: sum('read'),
    imported: sum('imported'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    skipped: sum('skipped'),
    repaired: file.sheets.reduce((total, { repaired }) => total + (repaired?.imported ?? 0), 0),
  };
  writeOrigin(store, batch, obtained);
  const { kind, unit, how, on, document } = obtained;
  const origin = { kind, sourceUnit: unit, how, obtainedOn: on ?? '', document };
  const params = { file: file.file, sha256: file.sha256, sheets: file.sheets.length, batch, ...origin, ...counts };
  writeJournal(store, { actor, at, action: 'import.written', params });
  for (const { savedTemplate } of file.sheets) {
    if (savedTemplate === undefined) continue;
    writeJournal(store, { actor, at, action: 'import.template-saved', params: { name: savedTemplate, batch } });
  }
}
