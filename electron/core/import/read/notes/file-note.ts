import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';

const namesKept = 20;

/** A note about so many things of a file with the names of the first of them; none where there is nothing to list. */
export const fileNote = (code: FileNote['code'], names: readonly string[], sheet: string | null = null): FileNote[] =>
  names.length === 0
    ? []
    : [{ code, sheet, count: names.length, names: names.slice(0, namesKept).map((name) => name.slice(0, 300)) }];
