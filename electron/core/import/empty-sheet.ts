import { normHeader } from '../../../shared/evidence/text.ts';
import { imports as en } from '../../../shared/text/en/import.ts';
import { imports as zh } from '../../../shared/text/zh-CN/import.ts';
import { namesOf, type SheetDefinition } from '../sheets/sheet.ts';
import { notesMark } from './own-notes.ts';
import { rejectsWorkbook } from './rejects-workbook.ts';

/**
 * An empty workbook for a kind of sheet: one sheet with its headers, to be filled in, and one with what belongs into each column and an
 * example. The example stands among the notes, where nobody can import it by mistake.
 */
export function emptySheet(sheet: SheetDefinition, lang: 'zh-CN' | 'en'): Uint8Array {
  const words = (lang === 'en' ? en : zh).emptySheet;
  const title = lang === 'en' ? sheet.title.en : sheet.title.zh;
  const fields = Object.entries(sheet.fields);
  const example = exampleOf(sheet);
  const headers = fields.map(([, { zh: label }]) => label);
  const notes = fields.map(([field, definition]) => [
    lang === 'en' ? definition.en : definition.zh,
    definition.zh,
    words.need[definition.need],
    kindOfValue(definition.type, words.types),
    example.get(field) ?? '',
    namesOf(definition).slice(2, 8).join('、'),
  ]);
  return rejectsWorkbook([
    { name: title, rows: [headers] },
    {
      name: words.notes,
      rows: [
        [notesMark, title],
        [lang === 'en' ? sheet.note.en : sheet.note.zh],
        [words.rule],
        [words.field, words.header, words.required, words.value, words.example, words.alsoKnown],
        ...notes,
      ],
    },
  ]);
}

type Types = (typeof zh)['emptySheet']['types'];

function kindOfValue(type: string, words: Readonly<Record<keyof Types, string>>): string {
  const kinds: ReadonlyArray<readonly [RegExp, keyof Types]> = [
    [/^amount/, 'amount'],
    [/^date$/, 'date'],
    [/^datetime/, 'datetime'],
    [/^date_range/, 'dateRange'],
    [/^(?:bank_card|account_no|id_|uscc|phone)/, 'identifier'],
    [/^(?:code|invoice|approval)/, 'code'],
    [/^(?:number|integer|price|quantity|percent|hours)/, 'number'],
    [/^bool/, 'yesNo'],
    [/^enum_dc/, 'direction'],
    [/^name_.*list|_list$/, 'list'],
    [/^name_/, 'name'],
  ];
  return words[kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'text'];
}

/** For each field the first value that an example of the definition has for it. */
function exampleOf(sheet: SheetDefinition): Map<string, string> {
  const fieldOf = new Map(
    Object.entries(sheet.fields).flatMap(([field, definition]) =>
      namesOf(definition).map((name) => [normHeader(name), field] as const),
    ),
  );
  const found = new Map<string, string>();
  for (const { header, rows, gives } of sheet.examples) {
    for (const [i, row] of rows.entries()) {
      const outcome = gives[i];
      if (outcome === undefined || typeof outcome === 'string' || 'rejected' in outcome) continue;
      for (const [column, text] of header.entries()) {
        const field = fieldOf.get(normHeader(text));
        const value = row[column] ?? '';
        if (field !== undefined && value !== '' && !found.has(field)) found.set(field, value);
      }
    }
  }
  return found;
}
