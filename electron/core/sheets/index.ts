import type { SheetDefinition } from './sheet.ts';

/** Every kind of spreadsheet we understand: one `*.sheet.ts` each, in the order of their file names. */
const files = import.meta.glob<SheetDefinition>('./*.sheet.ts', { eager: true, import: 'default' });
export const sheets: readonly SheetDefinition[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as SheetDefinition);

/** What is only ever typed by a person: parties and links. No file is taken for one of these. */
const typed = import.meta.glob<SheetDefinition>('./by-hand/*.sheet.ts', { eager: true, import: 'default' });
const byId: ReadonlyMap<string, SheetDefinition> = new Map(
  [...sheets, ...Object.values(typed)].map((sheet) => [sheet.id, sheet]),
);

export const sheetOf = (category: string): SheetDefinition | undefined => byId.get(category);
