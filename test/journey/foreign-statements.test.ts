/*
 * 别家的流水: statements as six banks and two wallets deliver them go through the command line into a case and out into the Excel summary; the figures
 * are those that the folder of these files states.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as XLSX from 'xlsx';
import type { ImportReport } from '../../shared/protocol/import.requests.ts';
import { type Desk, makeDesk } from '../make/desk.ts';

vi.setConfig({ testTimeout: 120_000 }); // machines under load

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');
const absent = !existsSync(join(fixtures, 'statements'));
const notHere = '(skipped: the foreign files are not here)';

let desk: Desk;
let report: ImportReport;
let moved: Map<string, Record<'in' | 'out' | 'neutral', { rows: number; fen: number }>>;
beforeAll(async () => {
  if (absent) return;
  desk = makeDesk();
  await desk.newCase('a');
  const folders = ['statements', 'csv-encodings'].map((name) => join(fixtures, name));
  report = await desk.json<ImportReport>('import', 'a.qycase', ...folders);
  await desk.json('report', 'a.qycase', 'summary.xlsx');
  moved = movedByFile(readFileSync(join(desk.cwd, 'summary.xlsx')), await holders());
}, 120_000);
afterAll(() => desk?.remove());

interface Party {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: ReadonlyArray<{ readonly file: string; readonly field: string }>;
}

/** Whose statement each file is: the names of the party that is its holder. */
async function holders(): Promise<(file: string) => readonly string[]> {
  const { parties } = await desk.json<{ parties: Party[] }>('parties', 'a.qycase');
  return (file) =>
    parties
      .filter(({ mentions }) => mentions.some((cell) => cell.file === file && cell.field.startsWith('holder')))
      .flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** What went in, out, and neither, by file: every booking that the summary lists. */
function movedByFile(bytes: Buffer, holdersOf: (file: string) => readonly string[]): typeof moved {
  const [header = [], ...rows] = XLSX.utils.sheet_to_json<string[]>(XLSX.read(bytes).Sheets.资金明细!, { header: 1 });
  const [payer, payee, amount, counted, source] = ['付款方', '收款方', '金额（元）', '是否计入', '来源'].map((title) =>
    header.indexOf(title),
  );
  const found: typeof moved = new Map();
  for (const row of rows) {
    const file = row[source!]!.split(' › ')[0]!;
    const own = holdersOf(file);
    // a closed order is set aside whatever it would have been: what it was stands in the file
    const failed =
      row[counted!] === '失败' ? wayWritten(file, Number(/!\D+(\d+)$/.exec(row[source!]!)![1])) : undefined;
    const way = failed ?? (row[counted!] === '不计收支' ? 'neutral' : own.includes(row[payer!]!) ? 'out' : 'in');
    if (way === 'in' && !own.includes(row[payee!]!)) throw new Error(`nobody of ${file} in ${row.join(' | ')}`);
    const known = found.get(file) ?? {
      in: { rows: 0, fen: 0 },
      out: { rows: 0, fen: 0 },
      neutral: { rows: 0, fen: 0 },
    };
    known[way].rows++;
    known[way].fen += Math.round(Number(row[amount!]) * 100);
    found.set(file, known);
  }
  return found;
}

const ways = { 收入: 'in', 支出: 'out', 不计收支: 'neutral' } as const;

/** What a wallet's own bill says in its column 收/支. */
function wayWritten(file: string, row: number): 'in' | 'out' | 'neutral' {
  const lines = new TextDecoder('gb18030')
    .decode(readFileSync(join(fixtures, 'statements/alipay', file)))
    .split(/\r?\n/);
  const cells = (line: string | undefined) => (line ?? '').split(',').map((cell) => cell.trim());
  const header = lines.find((line) => line.includes('收/支'));
  return ways[cells(lines[row - 1])[cells(header).indexOf('收/支')] as keyof typeof ways];
}

const sheetOf = (name: string) => report.files.find(({ file }) => file === name)?.sheets[0];
const none = { rows: 0, fen: 0 };

test.skipIf(absent).each([
  [
    'example-alipay-records.csv',
    25,
    { out: { rows: 5, fen: 21_164 }, in: { rows: 1, fen: 22_222_850 }, neutral: { rows: 4, fen: 24_737 } },
  ],
  [
    'example-wechat-records.csv',
    undefined,
    { out: { rows: 11, fen: 290_453 }, in: { rows: 5, fen: 2849 }, neutral: { rows: 11, fen: 2_610_089 } },
  ],
  [
    'example-bocom_debit-records.csv',
    undefined,
    { in: { rows: 3, fen: 1125 }, out: { rows: 3, fen: 11_400 }, neutral: none },
  ],
  [
    'example-spdb_debit-records.xls',
    undefined,
    { in: expect.objectContaining({ fen: 1000 }), out: expect.objectContaining({ fen: 1164 }), neutral: none },
  ],
] as const)(`%s comes out with the figures it is known by ${notHere}`, (file, headerRow, figures) => {
  expect(moved.get(file)).toEqual(figures);
  if (headerRow !== undefined) expect(sheetOf(file)?.headerRow).toBe(headerRow);
  expect(sheetOf(file)?.rows).toMatchObject({ rejected: 0, duplicate: 0 });
});

test.skipIf(absent)(
  `the total line of a card statement is no payment, and its two columns are told apart ${notHere}`,
  () => {
    const sheet = sheetOf('example-icbc-debit-v2-records.csv');
    expect(sheet).toMatchObject({
      headerRow: 7,
      rows: { read: 12, rejected: 0, skipped: 1 },
      sums: { amount_in: '284174', amount_out: '424108' },
    });
    expect(sheet!.rows.imported + sheet!.rows.duplicate).toBe(11);
  },
);

const variants = [
  'gbk.csv',
  'gb18030.csv',
  'gb18030_astral.csv',
  'utf8bom.csv',
  'utf16le_bom.csv',
  'utf16be_nobom.csv',
  'semicolon_cr.csv',
  'tab.xls',
];
test.skipIf(absent).each(variants)(
  `one statement, written as %s, is the same six bookings with the same payee ${notHere}`,
  (variant) => {
    const file = report.files.find((each) => each.file === `bocom.${variant}`)!;
    if (file.sheets.length === 0) {
      // the very same bytes under two names
      expect(file.problems.map(({ code }) => code)).toEqual(['file.already-imported']);
      expect(report.files.filter(({ sha256 }) => sha256 === file.sha256)).toHaveLength(2);
      return;
    }
    expect(moved.get(file.file)).toEqual({ in: { rows: 3, fen: 1125 }, out: { rows: 3, fen: 11_400 }, neutral: none });
  },
);

test.skipIf(absent)(`the payee of every variant is written as it should be ${notHere}`, async () => {
  const { parties } = await desk.json<{ parties: Party[] }>('parties', 'a.qycase');
  const payee = parties.find(({ name }) => name === '京东肯特瑞基金销售有限公司');
  const read = report.files.filter(({ file, sheets }) => file.startsWith('bocom.') && sheets.length > 0);
  expect(new Set(payee?.mentions.map(({ file }) => file).filter((file) => file.startsWith('bocom.')))).toEqual(
    new Set(read.map(({ file }) => file)),
  );
});
