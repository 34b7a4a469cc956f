import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../../electron/core/import/read/read-workbook.ts';
import { recogniseSheet } from '../../../../../electron/core/import/recognise-sheet.ts';
import { sheets } from '../../../../../electron/core/sheets/index.ts';
import { csv } from '../../../../make/workbooks.ts';

const measured = new URL('../../../../../../shared/domain/headers.json', import.meta.url);
const absent = !existsSync(measured);
type Measured = Record<string, Record<string, { readonly label_zh: string; readonly seen: readonly string[] }>>;

async function recognised(header: readonly string[]) {
  const book = await readWorkbook(csv([[...header], header.map((_, index) => `值${index}`)]), '材料.csv');
  const grid = book.ok ? book.value.sheets[0] : undefined;
  if (!grid) throw new Error('no sheet');
  return recogniseSheet(grid, { sheet: null, file: '材料.csv', folder: '' });
}

/** What the sheet was taken for, or asked about among. */
async function answer(header: readonly string[]): Promise<string> {
  const { sheet, candidates } = await recognised(header);
  return sheet?.id ?? `? ${candidates.map(({ category }) => category).join(' ')}`;
}

describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s among all kinds', (id, sheet) => {
  test('is itself by its Chinese labels', async () => {
    expect(await answer(Object.values(sheet.fields).map(({ zh }) => zh))).toBe(id);
  });

  test('is itself by what must be there and the headers that speak for it', async () => {
    const must = sheet.required.flatMap((oneOf) => oneOf.slice(0, 1).map((field) => sheet.fields[field]?.zh ?? field));
    const header = [...new Set([...sheet.signature.split('|').slice(0, 6), ...must])];
    expect(await answer(header)).toBe(id);
  });

  test.skipIf(absent)('is itself by the headers seen in the wild (skipped where they are absent)', async () => {
    const known = (JSON.parse(readFileSync(measured, 'utf8')) as Measured)[id];
    if (!known) return;
    const header = new Set(Object.values(known).map(({ label_zh, seen }) => seen[0] ?? label_zh));
    expect(await answer([...header])).toBe(id);
  });
});

test('headers that several kinds share are asked about, with the kinds they may be', async () => {
  expect(await answer(['日期', '金额', '单位', '备注', '名称'])).toMatch(/^\? /);
});
