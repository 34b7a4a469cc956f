import type { Answer } from '../../../shared/protocol/requests.ts';
import { useAnswer } from '../../client/queries.ts';
import { type ImportState, saidOf } from './import-state.ts';
import type { SheetState } from './previews.ts';

export type SheetValues = Answer<'import.values'>;

/** How the values of a sheet are written and read, over all its rows. */
export function useValues(sheet: SheetState, state: ImportState) {
  const { ticket, sha256 } = sheet;
  const ask = { ticket, ...(sha256 ? { sha256 } : {}), sheet: sheet.sheet, ...saidOf(sheet.file, state) };
  return useAnswer('import.values', ask, { enabled: sheet.preview.category !== null, keep: true, waits: true });
}
