import type { Fields, SheetDefinition } from '../../sheets/sheet.ts';
import { type Workbook, WorkbookBuilder } from '../read/grid.ts';
import { RowPacker } from '../read/row-packer.ts';
import type { Recognised } from '../recognise-sheet.ts';

/** What a person typed: the texts by field, and what makes them evidence. */
export interface Typed {
  readonly sheet: SheetDefinition;
  readonly values: Readonly<Record<string, string>>;
  readonly about: ReadonlyArray<readonly [label: string, text: string]>;
}

/** 手工录入单: the document of one entry, as bytes to keep and as a workbook to read. Both hold the same texts. */
export interface EntryDocument {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly recognised: Recognised;
  /** position of the row of values in its sheet */
  readonly row: number;
}

export const entrySheetName = '手工录入';

/** Puts what was typed into a sheet of its own: who, when and why above a table of one row. */
export function entryDocument({ sheet, values, about }: Typed): EntryDocument {
  const fields = filledFields(sheet.fields, values);
  const headers = fields.map((field) => sheet.fields[field]?.zh ?? field);
  const lines = [...about, headers, fields.map((field) => values[field] ?? '')];
  const builder = new WorkbookBuilder();
  builder.file({ format: 'csv', encoding: 'utf-8', delimiter: ',', date1904: false });
  builder.sheet({ name: entrySheetName, hidden: false });
  const packer = new RowPacker(builder, Number.MAX_SAFE_INTEGER);
  for (const [i, texts] of lines.entries()) packer.addTexts(i + 1, texts);
  packer.flush();
  const columns = headers.map((header, index) => ({ index, header, spellings: [header] }));
  return {
    bytes: Buffer.from(`\uFEFF${lines.map(csvLine).join('\r\n')}\r\n`, 'utf8'),
    workbook: builder.finish(),
    recognised: {
      sheet,
      confidence: 1,
      candidates: [],
      header: { at: about.length, rows: 1, columns },
      columns: columns.map(({ index, header }, i) => ({
        index,
        header,
        field: fields[i] ?? null,
        confidence: 1,
        unit: undefined,
      })),
      facts: [],
      unit: 1,
      skip: false,
      problems: [],
    },
    row: about.length + 1,
  };
}

/** The fields that hold something, in the order of the definition. */
export const filledFields = (fields: Fields, values: Readonly<Record<string, string>>): string[] =>
  Object.keys(fields).filter((field) => (values[field] ?? '').trim() !== '');

const csvLine = (texts: readonly string[]): string =>
  texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',');
