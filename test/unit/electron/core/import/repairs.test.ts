import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { caseState } from '../../../../make/case-state.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { type MadeCell, xlsx } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};

const statement = xlsx([
  {
    name: '流水',
    rows: [
      ['户名：澄溪医药有限公司', null, null, null, null],
      ['账号：9999990000000000001　单位：万元', null, null, null, null],
      ['交易日期', '收付标志', '交易金额', '对手户名', '交易流水号'],
      ['2024-07-15', '出', '2', '张某某', 'S1'],
      ['2024-09-31', '出', '3', '李某某', 'S2'],
      ['2024-07-17', '出', '1.2?', '王某某', 'S3'],
      ['2024-07-18', '出', '面议', '赵某某', 'S4'],
    ],
  },
]);

/** The list of rejected rows as a person gets it, with its cells changed by `repair`. */
async function repairedList(core: ImportCore, repair: (rows: MadeCell[][]) => MadeCell[][]): Promise<Uint8Array> {
  value(await core.ask('import.write-rejects', { batch: 1, target: core.target('问题行.xlsx', 'rejects') }));
  const bytes = core.written.get('问题行.xlsx') as Uint8Array;
  const { files } = value(await core.ask('import.preview', { tickets: [core.give('问题行.xlsx', bytes)] }));
  const rows = files[0]?.sheets[0]?.head.map(({ cells }) => [...cells] as MadeCell[]) ?? [];
  return xlsx([{ name: '流水', rows: repair(rows) }]);
}
const counts = (core: ImportCore) =>
  core.store.db
    .prepare(
      'select rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped, sums from sheet order by id',
    )
    .raw()
    .all();

test('a list of rejected rows is repaired in a spreadsheet, comes back and turns the rows it came from', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.xlsx', statement)] }));
  expect(counts(core)).toEqual([[4, 1, 3, 0, 0, '{"amount":"2000000"}']]);
  const before = caseState(core.store);

  const bytes = await repairedList(core, ([head = [], bad = [], unread = [], left = []]) => [
    head,
    // typed into Excel: a real date, stored as its number
    [{ t: 'n', v: 45565, z: 'yyyy/m/d', w: '2024/9/30' }, ...bad.slice(1)],
    [...unread.slice(0, 2), 1.2, ...unread.slice(3)],
    [...left.slice(0, 2), '看合同', ...left.slice(3)],
  ]);
  const checked = value(await core.ask('import.check', { tickets: [core.give('修正.xlsx', bytes)] }));
  expect(caseState(core.store)).toEqual(before);
  const { files } = value(await core.ask('import.write', { tickets: [core.give('修正.xlsx', bytes)] }));
  expect(files[0]?.sheets).toEqual(checked.files[0]?.sheets);
  expect(files[0]?.sheets[0]).toMatchObject({
    category: 'bank_flow',
    rows: { read: 3, imported: 0, rejected: 0, duplicate: 0, skipped: 3 },
    repaired: { rows: 3, imported: 2, duplicate: 0, left: 1 },
  });
  // 3 and 1.2 are in 万元, as the title of the statement says and the list does not
  expect(counts(core)[0]).toEqual([4, 3, 1, 0, 0, '{"amount":"6200000"}']);
  expect(
    core.store.db
      .prepare('select p.n, f.day, f.fen from rec_bank_flow f join place p on p.row = f.row order by f.row')
      .raw()
      .all(),
  ).toEqual([
    [4, '2024-07-15', 2_000_000],
    [5, '2024-09-30', 3_000_000],
    [6, '2024-07-17', 1_200_000],
  ]);
  const { rows } = value(await core.ask('import.corrections', {}));
  expect(rows.map(({ cell, original, value: to, how }) => [cell, original, to, how])).toEqual([
    ['C6', '1.2?', '1.2', 'repaired'],
    ['A5', '2024-09-31', '2024-09-30', 'repaired'],
  ]);

  // the first batch cannot go while the list stands; the list taken back takes its corrections with it
  expect(await core.ask('import.undo', { batch: 1, reason: '重来' })).toMatchObject({
    problem: { code: 'batch.needed' },
  });
  value(await core.ask('import.undo', { batch: 2, reason: '改错了' }));
  expect({ ...caseState(core.store), sheets: [] }).toEqual({ ...before, sheets: [] });
  expect(counts(core)[0]).toEqual([4, 1, 3, 0, 0, '{"amount":"2000000"}']);
});

test('a row of the list whose row is no longer what it was comes in as a row of its own', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.xlsx', statement)] }));
  const bytes = await repairedList(core, ([head = [], bad = []]) => [
    head,
    ['2024-09-30', ...bad.slice(1, -1), `${String(bad.at(-1)).slice(0, -1)}x`],
    ['2024-09-29', ...bad.slice(1)],
  ]);
  const { files } = value(await core.ask('import.write', { tickets: [core.give('修正.xlsx', bytes)] }));
  expect(files[0]?.sheets[0]).toMatchObject({
    rows: { read: 2, imported: 1, skipped: 1 },
    repaired: { rows: 1, imported: 1 },
  });
});
