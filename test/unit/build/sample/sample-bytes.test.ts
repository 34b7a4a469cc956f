import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateSample } from '../../../../build/sample/generate.ts';
import type { SampleFile } from '../../../../build/sample/options.ts';
import type { Truth, TruthEntity, TruthRow } from '../../../../build/sample/truth/truth.ts';
import { type ReadSheet, readSpreadsheet } from './read-spreadsheet.ts';

const options = { seed: 1, size: 'S', noise: 0.5 } as const;
const json = <T>(files: readonly SampleFile[], name: string): T =>
  JSON.parse(new TextDecoder().decode(files.find((file) => file.name === name)!.bytes)) as T;

let files: SampleFile[];
let truth: Truth;
let entities: TruthEntity[];
let sheets: Map<string, ReadSheet>;

beforeAll(() => {
  files = generateSample(options);
  truth = json<Truth>(files, 'truth.json');
  entities = json<TruthEntity[]>(files, 'truth_entities.json');
  sheets = new Map(
    files
      .filter((file) => !file.name.endsWith('.json'))
      .flatMap((file) => readSpreadsheet(file))
      .map((sheet) => [`${sheet.file}›${sheet.sheet}`, sheet]),
  );
});

const sheetOf = (place: { file: string; sheet: string }): ReadSheet => sheets.get(`${place.file}›${place.sheet}`)!;
const headersOf = (place: { file: string; sheet: string }) =>
  truth.files.find((file) => file.file === place.file)!.sheets.find((sheet) => sheet.sheet === place.sheet)!;

test('the same options give the same bytes', () => {
  const digest = (list: readonly SampleFile[]) =>
    list.map((file) => [file.name, createHash('sha256').update(file.bytes).digest('hex')]);
  expect(digest(generateSample(options))).toEqual(digest(files));
});

test('another seed gives another case with the same cast', () => {
  const other = generateSample({ ...options, seed: 2 });
  expect(other.find((file) => file.name.includes('瑞衡骨科'))).toBeDefined();
  expect(other.find((file) => file.name === 'truth.json')!.bytes).not.toEqual(
    files.find((file) => file.name === 'truth.json')!.bytes,
  );
});

test('every file says that it is synthetic', () => {
  const silent = files
    .filter((file) => !file.name.endsWith('.json') && !file.name.includes('合成数据'))
    .filter((file) =>
      [...sheets.values()]
        .filter((sheet) => sheet.file === file.name)
        .some((sheet) => !sheet.rows.slice(0, 8).flat().join('').includes('合成数据')),
    );
  expect(silent.map((file) => file.name)).toEqual([]);
});

test('every row of the truth stands in the bytes, with the text the truth quotes', () => {
  const rows: TruthRow[] = [
    ...truth.schemes.flatMap((scheme) => [...scheme.rows, ...scheme.expected.flatMap((expected) => expected.rows)]),
    ...truth.mustNotFlag.flatMap((lookalike) => lookalike.rows),
    ...truth.boundaries.flatMap((boundary) => boundary.rows),
  ];
  const wrong = rows.filter((row) => {
    const sheet = sheetOf(row);
    const headers = headersOf(row).columns.map((column) => column.header);
    return !Object.entries(row.seen).every(
      ([header, text]) => sheet.rows[row.row - 1]?.[headers.indexOf(header)]?.trim() === text,
    );
  });
  expect(rows.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});

test('every mention of a party stands in its cell', () => {
  const wrong: unknown[] = [];
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const { columns } = headersOf(mention);
      const at = columns.findIndex((column) => column.field === mention.field);
      const text = at < 0 ? sheetOf(mention).context : (sheetOf(mention).rows[mention.row - 1]?.[at] ?? '');
      if (!text.includes(mention.written)) wrong.push({ entity: entity.name, ...mention, text });
    }
  }
  expect(wrong).toEqual([]);
});

describe('what an importer must count', () => {
  test('the header stands where the truth says, every column once', () => {
    for (const file of truth.files) {
      for (const sheet of file.sheets) {
        const row = sheetOf({ file: file.file, sheet: sheet.sheet }).rows[sheet.headerRow - 1]!;
        expect(row.slice(0, sheet.columns.length)).toEqual(sheet.columns.map((column) => column.header));
      }
    }
  });

  test('read is imported and rejected and duplicate and skipped, and counts every row below the header that is not blank', () => {
    for (const file of truth.files) {
      for (const sheet of file.sheets) {
        const { rows } = sheet;
        const below = sheetOf({ file: file.file, sheet: sheet.sheet })
          .rows.slice(sheet.headerRow)
          .filter((row) => row.some((cell) => cell.trim() !== ''));
        expect({ sheet: sheet.sheet, read: below.length }).toEqual({ sheet: sheet.sheet, read: rows.read });
        expect(rows.imported + rows.rejected + rows.duplicate + rows.skipped).toBe(rows.read);
      }
    }
  });

  test('every bad cell stands where the truth says', () => {
    const wrong = truth.files.flatMap((file) =>
      file.sheets.flatMap((sheet) =>
        sheet.badRows.filter((bad) => {
          const at = sheet.columns.findIndex((column) => column.header === bad.column);
          const text = sheetOf({ file: file.file, sheet: sheet.sheet }).rows[bad.row - 1]?.[at] ?? '';
          return bad.code === 'identifier.precision-lost'
            ? !/e\+/i.test(text) && Number(text) < 1e15
            : text !== bad.seen;
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('there is something of every kind to stumble over', () => {
    const codes = new Set(
      truth.files.flatMap((file) => file.sheets.flatMap((sheet) => sheet.badRows.map((bad) => bad.code))),
    );
    expect([...codes].sort()).toEqual(
      expect.arrayContaining([
        'amount.unreadable',
        'date.unreadable',
        'identifier.bad-checksum',
        'identifier.precision-lost',
        'value.missing',
      ]),
    );
    const formats = new Set(truth.files.map((file) => file.format));
    expect([...formats].sort()).toEqual(['csv-gb18030', 'csv-utf8', 'csv-utf8-bom', 'xls', 'xlsx']);
  });
});
