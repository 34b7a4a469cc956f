import type { SheetDefinition } from './sheet.ts';

/** Every kind of spreadsheet we understand: one `*.sheet.ts` each, in the order of their file names. */
const files = import.meta.glob<SheetDefinition>('./*.sheet.ts', { eager: true, import: 'default' });
export const sheets: readonly SheetDefinition[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as SheetDefinition);

export const sheetOf = (category: string): SheetDefinition | undefined => sheets.find((sheet) => sheet.id === category);
