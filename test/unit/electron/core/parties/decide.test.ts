import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem)}`);
  return reply.value;
};
const header = [
  '本方户名',
  '本方账号',
  '交易日期',
  '收付标志',
  '交易金额',
  '对手户名',
  '对手账号',
  '摘要',
  '交易流水号',
];
const line = (no: number, name: string, account: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  '2024-07-15',
  '出',
  `${no}000.00`,
  name,
  account,
  '推广费',
  `S${no}`,
];
const first = csv([header, line(1, '李艳', '6222999900001111'), line(2, '李燕', '6222999900001111')]);
const second = csv([header, line(3, '乔琳', '6222999900002222'), line(4, '乔林', '6222999900002222')]);

async function withPairs(): Promise<ImportCore> {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水一.csv', first)] }));
  value(await core.ask('import.write', { tickets: [core.give('流水二.csv', second)] }));
  return core;
}
const list = async (core: ImportCore, more: object = {}) =>
  value(await core.ask('parties.suggestions', { refresh: true, ...more }));
const names = (core: ImportCore) =>
  core.store.db.prepare("select name from party where kind = 'person' order by name").pluck().all();
const actions = (core: ImportCore) =>
  core.store.db.prepare("select action from journal where action like 'parties.%' order by seq").pluck().all();

test('a pair is listed with its score, its reasons and the cells on both sides', async () => {
  const core = await withPairs();
  const { rows, total, open, byReason, stale } = await list(core);
  expect({ total, open, byReason, stale }).toEqual({
    total: 2,
    open: 2,
    byReason: { account: 2, pinyin: 2 },
    stale: false,
  });
  const [pair] = rows;
  expect([pair?.a.name, pair?.b.name, pair?.reasons]).toEqual(['李艳', '李燕', ['account', 'pinyin']]);
  const side = value(await core.ask('parties.compare', { a: pair!.a.id, b: pair!.b.id }));
  expect(side.agrees[0]).toMatchObject({
    what: 'account',
    a: { text: '6222999900001111', source: { file: '流水一.csv', cell: 'G2' } },
    b: { source: { cell: 'G3' } },
  });
  expect(side.differs).toMatchObject([
    { what: 'name', a: { text: '李艳', source: { cell: 'F2' } }, b: { text: '李燕' } },
  ]);
  expect(side).toMatchObject({ said: null, apart: null });
});

test('"same" joins, "different" and "unsure" leave the list, each is in the journal and can be taken back', async () => {
  const core = await withPairs();
  const [one, other] = (await list(core)).rows;
  const pairOf = (row: typeof one) => [{ a: row!.a.id, b: row!.b.id }];
  const same = value(await core.ask('parties.decide', { verdict: 'same', pairs: pairOf(one), reason: '核对开户资料' }));
  expect(same).toMatchObject({ pairs: 1, apart: 0 });
  expect(names(core)).toEqual(['乔林', '乔琳', '李燕']);
  value(await core.ask('parties.decide', { verdict: 'unsure', pairs: pairOf(other) }));
  expect(await list(core)).toMatchObject({ total: 0, open: 0, unsure: 1 });
  expect(await list(core, { state: 'unsure' })).toMatchObject({ total: 1, rows: [{ a: { name: '乔琳' } }] });
  expect(value(await core.ask('parties.compare', pairOf(other)[0]!)).said).toMatchObject({
    verdict: 'unsure',
    actor: '测试员',
  });
  const different = value(await core.ask('parties.decide', { verdict: 'different', pairs: pairOf(other) }));
  expect(await list(core)).toMatchObject({ open: 0, unsure: 0 });
  value(await core.ask('parties.undo', { decision: different.decision }));
  expect(await list(core)).toMatchObject({ open: 0, unsure: 1 });
  value(await core.ask('parties.undo', { decision: same.decision }));
  expect(names(core)).toEqual(['乔林', '乔琳', '李燕', '李艳']);
  expect(actions(core)).toEqual([
    'parties.decided',
    'parties.decided',
    'parties.decided',
    'parties.undone',
    'parties.undone',
  ]);
  expect(await core.ask('parties.undo', { decision: same.decision })).toMatchObject({
    problem: { code: 'decision.not-found' },
  });
  const { rows } = value(await core.ask('parties.decisions', {}));
  expect(rows.map(({ verdict, undoneBy }) => [verdict, undoneBy])).toEqual([
    ['different', '测试员'],
    ['unsure', null],
    ['same', '测试员'],
  ]);
});

test('"different" is remembered when the file is taken back and imported again', async () => {
  const core = await withPairs();
  const [pair] = (await list(core)).rows;
  value(await core.ask('parties.decide', { verdict: 'different', pairs: [{ a: pair!.a.id, b: pair!.b.id }] }));
  value(await core.ask('import.undo', { batch: 1, reason: '来源有误' }));
  expect(await list(core)).toMatchObject({ open: 1 });
  value(await core.ask('import.write', { tickets: [core.give('流水一.csv', first)] }));
  expect((await list(core)).rows.map(({ a }) => a.name)).toEqual(['乔琳']);
});

test('one verdict on all pairs of a class is one decision, and is refused where the list changed meanwhile', async () => {
  const core = await withPairs();
  await list(core);
  const all = { reason: 'pinyin' as const, least: 0.5 };
  expect(await core.ask('parties.decide', { verdict: 'same', all: { ...all, expected: 3 } })).toMatchObject({
    problem: { code: 'parties.count-changed', params: { expected: 3, now: 2 } },
  });
  const done = value(await core.ask('parties.decide', { verdict: 'same', all: { ...all, expected: 2 } }));
  expect(done).toMatchObject({ pairs: 2, apart: 0 });
  expect(names(core)).toEqual(['乔林', '李燕']);
  expect(value(await core.ask('parties.undo', { decision: done.decision }))).toMatchObject({
    decision: done.decision,
    pairs: 2,
  });
  expect(names(core)).toHaveLength(4);
});
