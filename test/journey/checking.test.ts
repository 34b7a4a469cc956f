/*
 * 检查一案: the five commands that check an import, on one case and from one end to the other. After each step every row is in one counter, the
 * rows read stay the same, and the money is what the rows say that were read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { ImportReport } from '../../shared/protocol/import.requests.ts';
import type { Answer } from '../../shared/protocol/requests.ts';
import { type Desk, makeDesk } from '../make/desk.ts';
import { csv } from '../make/workbooks.ts';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.newCase('a');
});
afterAll(() => desk.remove());

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要', '流水号'];
const row = (date: string, amount: string, serial: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  date,
  '出',
  amount,
  '张某某',
  '学术推广费',
  serial,
];
const july = [
  header,
  row('2024-07-15', '100.00', 'S1'),
  row('2024-07-16', '贰万?', 'S2'),
  row('2024-07-32', '300.00', 'S3'),
  row('2024-07-18', '面议', 'S4'),
  row('2024-07-15', '100.00', 'S1'),
  ['合计', '', '', '', '500.00', '', '', ''],
];
const august = [header, row('2024-08-01', '700.00', 'S9'), row('2024-07-15', '100.00', 'S1')];

interface Listed {
  readonly id: number;
  readonly kind: string;
  readonly file: string;
  readonly row: number;
  readonly state: string;
  readonly problems: Array<{ column: string; cell: string; code: string; seen: string; rejects: boolean }>;
  readonly corrected: Array<{ id: number; original: string; value: string; reason: string }>;
  readonly repeats: { readonly file: string; readonly row: number } | null;
}
const problems = (...more: string[]) => desk.json<{ total: number; rows: Listed[] }>('problems', 'a.qycase', ...more);
let payee: string | undefined;

/** Counters of both files as [read, imported, rejected, duplicate, skipped], and what the case says was paid to 张某某, in yuan. */
async function figures() {
  const board = await desk.json<Answer<'quality.read'>>('quality', 'a.qycase');
  const counts = board.sheets
    .filter(({ file }) => file !== '修正.xlsx')
    .sort((a, b) => a.batch - b.batch)
    .map(({ rows: { read, imported, rejected, duplicate, skipped } }) => {
      expect(imported + rejected + duplicate + skipped).toBe(read);
      return [read, imported, rejected, duplicate, skipped];
    });
  const sum = (column: number): number => counts.reduce((total, each) => total + (each[column] ?? 0), 0);
  const kinds = board.categories.flatMap((category) => category.kinds);
  expect(kinds.find(({ category }) => category === 'bank_flow')?.rows).toBe(sum(1));
  // the list of rows to look at holds exactly those that are rejected or repeated
  const { rows } = await problems();
  const listed = (state: string): number => rows.filter((each) => each.state === state).length;
  expect({ rejected: listed('rejected'), duplicate: listed('duplicate') }).toEqual({
    rejected: sum(2),
    duplicate: sum(3),
  });
  payee ??= (await desk.json<{ parties: Array<{ id: string; name: string }> }>('parties', 'a.qycase')).parties.find(
    ({ name }) => name === '张某某',
  )?.id;
  const { links } = await desk.json<{ links: Array<{ kind: string; rows: number; fen: number | null }> }>(
    'graph',
    'a.qycase',
    'neighbours',
    String(payee),
  );
  const [payments] = links.filter(({ kind }) => kind === 'payment');
  expect(payments?.rows).toBe(sum(1));
  return { counts, paid: (payments?.fen ?? 0) / 100 };
}

test('an import, its problems, corrections, repetitions, repaired rejects and its quality agree at every step', {
  timeout: 600_000,
}, async () => {
  for (const [name, rows] of [
    ['1-七月.csv', july],
    ['2-八月.csv', august],
  ] as const)
    writeFileSync(join(desk.cwd, name), csv(rows, 'utf-8-bom'));
  const report = await desk.json<ImportReport>('import', 'a.qycase', '1-七月.csv', '2-八月.csv');
  expect(report.files.map(({ sheets }) => sheets[0]?.sums)).toEqual([{ amount: '20000' }, { amount: '80000' }]);
  const counted = (...first: number[]) => [first, [2, 1, 0, 1, 0]];
  expect(await figures()).toEqual({ counts: counted(6, 1, 3, 1, 1), paid: 800 });

  // problems: each rejected row and each repetition with its cell
  const found = await problems();
  expect(
    found.rows.map(({ kind, file, row: n, problems: [why], repeats }) => [
      kind,
      file,
      n,
      why?.cell,
      why?.seen,
      repeats?.row,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['rejected', '1-七月.csv', 3, 'E3', '贰万?', undefined],
      ['rejected', '1-七月.csv', 4, 'C4', '2024-07-32', undefined],
      ['rejected', '1-七月.csv', 5, 'E5', '面议', undefined],
      ['duplicate', '1-七月.csv', 6, undefined, undefined, 2],
      ['duplicate', '2-八月.csv', 3, undefined, undefined, 2],
    ]),
  );
  expect(found.total).toBe(5);
  const idOf = (file: string, n: number): string => {
    const [one] = found.rows.filter((each) => each.file === file && each.row === n);
    return String(one?.id);
  };

  // correct: the cell of the file stays beside it
  await desk.json('correct', 'a.qycase', idOf('1-七月.csv', 3), 'E=20000.00', '--reason', '见合同');
  expect(await figures()).toEqual({ counts: counted(6, 2, 2, 1, 1), paid: 20_800 });
  const [corrected] = (await problems('--kind', 'corrected')).rows;
  expect(corrected?.corrected).toEqual([
    { id: expect.any(Number), column: 4, original: '贰万?', value: '20000.00', reason: '见合同' },
  ]);

  // rejects: the list comes back repaired in part
  expect(await desk.json('rejects', 'a.qycase', '1', '问题行.xlsx')).toMatchObject({ rows: 2 });
  const book = XLSX.read(readFileSync(join(desk.cwd, '问题行.xlsx')));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  for (const cell of Object.values(sheet) as XLSX.CellObject[])
    if (cell.v === '2024-07-32') Object.assign(cell, { v: '2024-07-31', w: '2024-07-31', r: undefined, h: undefined });
  writeFileSync(join(desk.cwd, '修正.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const repaired = await desk.json<ImportReport>('import', 'a.qycase', '修正.xlsx');
  expect(repaired.files[0]?.sheets[0]).toMatchObject({
    rows: { read: 2, imported: 0, rejected: 0, duplicate: 0, skipped: 2 },
    repaired: { rows: 2, imported: 1, left: 1 },
  });
  expect(await figures()).toEqual({ counts: counted(6, 3, 1, 1, 1), paid: 21_100 });

  // duplicates: one is imported after all, and put back
  const repeated = idOf('1-七月.csv', 6);
  await desk.json('duplicates', 'a.qycase', '--import', repeated, '--reason', '两笔');
  expect(await figures()).toEqual({ counts: counted(6, 4, 1, 0, 1), paid: 21_200 });
  await desk.json('duplicates', 'a.qycase', '--leave-out', repeated, '--reason', '查明为一笔');
  expect(await figures()).toEqual({ counts: counted(6, 3, 1, 1, 1), paid: 21_100 });

  // what cannot be read is left out; the first correction is taken back
  await desk.json('correct', 'a.qycase', idOf('1-七月.csv', 5), '--skip', '--reason', '无金额');
  expect(await figures()).toEqual({ counts: counted(6, 3, 0, 1, 2), paid: 21_100 });
  const undone = String(corrected?.corrected[0]?.id);
  await desk.json('correct', 'a.qycase', '--undo', undone, '--reason', '合同有误');
  expect(await figures()).toEqual({ counts: counted(6, 2, 1, 1, 2), paid: 1_100 });
  expect((await desk.qy('doctor', 'a.qycase', '--json', '--passphrase-file', 'passphrase.txt')).code).toBe(0);
});
