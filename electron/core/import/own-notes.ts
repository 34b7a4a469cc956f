import type { SheetGrid } from './read/grid.ts';

/** First cell of the sheet of notes in the empty workbooks this program writes. */
export const notesMark = '清源导入模板';

/** Whether a sheet is the notes of one of our empty workbooks: nobody is asked about it. */
export const isOwnNotes = (grid: SheetGrid): boolean => grid.length > 0 && grid.cells(0)[0]?.shown === notesMark;
