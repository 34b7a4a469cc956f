import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { importBytes } from '../../../../make/import-bytes.ts';

const fixtures = join(import.meta.dirname, '../../../../../../shared/fixtures');
const absent = !existsSync(fixtures);

interface Moved {
  readonly direction: string;
  readonly rows: number;
  readonly fen: number;
}

/** Rows below the header of the one sheet, and what went which way over every row that was read, duplicates included. */
async function read(path: string) {
  const { report, store } = await importBytes([{ path: basename(path), bytes: readFileSync(join(fixtures, path)) }]);
  const sheet = report.files[0]?.sheets[0];
  expect(report.files[0]?.problems).toEqual([]);
  const moved = store.db
    .prepare<[], Moved>(
      'select direction, count(*) as rows, sum(fen) as fen from rec_bank_flow group by direction order by direction',
    )
    .all();
  return {
    headerRow: sheet?.headerRow,
    category: sheet?.category,
    rows: sheet?.rows,
    sums: sheet?.sums,
    moved,
    problems: sheet?.problems,
    store,
  };
}

test.skipIf(absent)(
  'an Alipay bill: GB18030, header on line 25, three directions (skipped where the fixtures are absent)',
  async () => {
    const found = await read('statements/alipay/example-alipay-records.csv');
    expect(found).toMatchObject({
      headerRow: 25,
      category: 'wallet_flow',
      rows: { read: 10, imported: 10, rejected: 0, duplicate: 0, skipped: 0 },
      moved: [
        { direction: 'in', rows: 1, fen: 22_222_850 },
        { direction: 'neutral', rows: 4, fen: 24_737 },
        { direction: 'out', rows: 5, fen: 21_164 },
      ],
    });
  },
);

test.skipIf(absent)(
  'a card statement with two pairs of columns, one of dashes; its total line is not a payment (skipped where the fixtures are absent)',
  async () => {
    const found = await read('statements/icbc/debit-v2/example-icbc-debit-v2-records.csv');
    expect(found).toMatchObject({
      headerRow: 7,
      category: 'bank_flow',
      rows: { read: 12, imported: 11, rejected: 0, duplicate: 0, skipped: 1 },
      sums: { amount_in: '284174', amount_out: '424108' },
      moved: [
        { direction: 'in', fen: 284_174 },
        { direction: 'out', fen: 424_108 },
      ],
    });
  },
);

test.skipIf(absent)(
  'a WeChat bill: neutral lines are kept, one serial number on many lines makes no duplicates (skipped where the fixtures are absent)',
  async () => {
    const found = await read('statements/wechat/example-wechat-records.csv');
    expect(found).toMatchObject({
      category: 'wallet_flow',
      rows: { read: 27, imported: 27, rejected: 0, duplicate: 0, skipped: 0 },
      moved: [
        { direction: 'in', rows: 5, fen: 2849 },
        { direction: 'neutral', rows: 11, fen: 2_610_089 },
        { direction: 'out', rows: 11, fen: 290_453 },
      ],
    });
  },
);

test.skipIf(absent)(
  'an .xls statement whose account stands in neighbouring cells above the header (skipped where the fixtures are absent)',
  async () => {
    const found = await read('statements/spdb_debit/example-spdb_debit-records.xls');
    expect(found).toMatchObject({
      category: 'bank_flow',
      rows: { read: 4, imported: 4 },
      moved: [
        { direction: 'in', fen: 1000 },
        { direction: 'out', fen: 1164 },
      ],
    });
    expect(
      found.store.db
        .prepare('select distinct m.account from rec_bank_flow f join mention m on m.id = f.holder')
        .pluck()
        .all(),
    ).toEqual(['6200000000001230']);
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
test
  .skipIf(absent)
  .each([
    'statements/bocom_debit/example-bocom_debit-records.csv',
    ...variants.map((each) => `csv-encodings/bocom.${each}`),
  ])('one statement in every encoding gives one answer: %s (skipped where the fixtures are absent)', async (path) => {
  const found = await read(path);
  expect(found).toMatchObject({
    category: 'bank_flow',
    rows: { read: 6, imported: 6, rejected: 0, duplicate: 0, skipped: 0 },
    moved: [
      { direction: 'in', rows: 3, fen: 1125 },
      { direction: 'out', rows: 3, fen: 11_400 },
    ],
  });
  const payees = found.store.db
    .prepare('select m.name from rec_bank_flow f join mention m on m.id = f.counterparty')
    .pluck()
    .all();
  expect(payees).toContain('京东肯特瑞基金销售有限公司');
});
