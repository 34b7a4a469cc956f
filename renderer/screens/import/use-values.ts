import type { Answer } from '../../../shared/protocol/requests.ts';
import { useAnswer } from '../../client/queries.ts';
import type { ImportState } from './import-state.ts';
import type { SheetState } from './previews.ts';

export type SheetValues = Answer<'import.values'>;

/** How the values of a sheet are written and read, over all its rows. */
export function useValues(sheet: SheetState, state: ImportState) {
  const isOf = ({ file }: { readonly file: string }) => file === sheet.file;
  const ask = {
    ticket: sheet.ticket,
    sheet: sheet.sheet,
    answers: state.ask.answers.filter(isOf),
    wishes: state.ask.wishes.filter(isOf),
  };
  return useAnswer('import.values', ask, { enabled: sheet.preview.category !== null, keep: true, waits: true });
}
