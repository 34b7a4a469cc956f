import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
};
const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号'];
const january = csv([
  header,
  ['张某某', '9999990000000000001', '2024-01-02', '进', '5', '云杉药业有限公司', '9999990000000000002'],
  ['张某某', '9999990000000000001', '2024-01-03', '出', '7', '王小明', ''],
]);
const february = csv([
  header,
  ['云杉药业股份有限公司', '9999990000000000002', '2024-02-02', '出', '9', '张某某', '9999990000000000001'],
  ['云杉药业股份有限公司', '9999990000000000002', '2024-02-03', '出', '7', '王小明', ''],
]);

test('names of new files are tried against the case: who joins whom and why, who is new, which namesakes stay apart', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('一月.csv', january)] }));
  const tables = ['party', 'mention', 'row', 'batch', 'journal'] as const;
  const sizes = () => tables.map((table) => core.store.db.prepare(`select count(*) from ${table}`).pluck().get());
  const before = sizes();
  const tickets = [core.give('二月.csv', february)];
  const joined = value(await core.ask('import.parties', { tickets, answers: [] }));
  expect(joined.joined).toMatchObject([
    {
      name: '云杉药业股份有限公司',
      reason: 'account',
      value: '9999990000000000002',
      at: { file: '二月.csv', row: 2 },
      party: { isNew: false },
      to: { name: '云杉药业有限公司', at: { file: '一月.csv', row: 2 }, source: { row: 2 } },
    },
  ]);
  expect(joined).toMatchObject({ seenAgain: 1, joinedToKnown: 1, joinedAmongNew: 0, newParties: 1, apart: 1 });
  const fresh = value(await core.ask('import.parties', { tickets, answers: [], view: 'new' }));
  expect(fresh).toMatchObject({ total: 1, joined: [], new: [{ name: '王小明', at: { file: '二月.csv', row: 3 } }] });
  const apart = value(await core.ask('import.parties', { tickets, answers: [], view: 'apart' }));
  expect(apart.keptApart).toMatchObject([
    {
      name: '王小明',
      parties: [
        { isNew: false, at: { file: '一月.csv', row: 3 } },
        { isNew: true, at: { file: '二月.csv', row: 3 } },
      ],
    },
  ]);
  expect(sizes()).toEqual(before);
});

test('pages are parts of one answer, and a change of the case makes it anew', async () => {
  const core = importCore();
  const people = csv([
    header,
    ...Array.from({ length: 30 }, (_, n) => [
      `王小${n}`,
      `99999900000000001${n + 10}`,
      '2024-01-02',
      '出',
      '5',
      '青禾医药科技有限公司',
      '',
    ]),
  ]);
  const tickets = [core.give('一月.csv', people)];
  const page = async (offset: number) =>
    value(await core.ask('import.parties', { tickets, answers: [], view: 'new', offset, limit: 20 }));
  const [first, second] = [await page(0), await page(20)];
  expect([first.new.length, second.new.length, first.total]).toEqual([20, 11, 31]);
  expect(new Set([...first.new, ...second.new].map(({ name }) => name)).size).toBe(first.total);
  value(await core.ask('import.write', { tickets: [core.give('二月.csv', february)] }));
  value(await core.ask('import.write', { tickets }));
  expect((await page(0)).names).toBe(0);
});

test('a check that is kept has tried the parties too: the files are not read a second time, and a change of the case makes it anew', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('一月.csv', january)] }));
  const tickets = [core.give('二月.csv', february)];
  const alone = value(await core.ask('import.parties', { tickets, answers: [] }));

  const again = importCore();
  value(await again.ask('import.write', { tickets: [again.give('一月.csv', january)] }));
  const same = [again.give('二月.csv', february)];
  value(await again.ask('import.check', { tickets: same, keep: true }));
  const read: number[] = [];
  again.watch = (file) => read.push(file);
  expect(value(await again.ask('import.parties', { tickets: same, answers: [] }))).toEqual(alone);
  expect(read).toEqual([]);

  value(
    await again.ask('import.write', {
      tickets: [
        again.give('三月.csv', csv([header, ['李某', '9999990000000000019', '2024-03-02', '进', '1', '', '']])),
      ],
    }),
  );
  read.length = 0;
  value(await again.ask('import.parties', { tickets: same, answers: [] }));
  expect(read).not.toEqual([]);
});
