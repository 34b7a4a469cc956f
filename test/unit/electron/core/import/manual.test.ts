import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { evidenceChunks } from '../../../../../electron/core/store/evidence-chunks.ts';
import { sourceOf } from '../../../../../electron/core/store/place.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(`${reply.problem.code} ${JSON.stringify(reply.problem)}`);
  return reply.value;
};
const all = (core: ImportCore, sql: string) => core.store.db.prepare(sql).all();
const count = (core: ImportCore, sql: string) => core.store.db.prepare(sql).pluck().get();

const statement = csv([
  ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号', '摘要', '交易流水号'],
  [
    '澄溪医药有限公司',
    '9999990000000000001',
    '2024-07-15',
    '出',
    '20,000.00',
    '张某某',
    '6222999900001111',
    '推广费',
    'S1',
  ],
]);
const paid = {
  holder_name: '澄溪医药有限公司',
  holder_account: '9999990000000000001',
  txn_date: '2024.8.2',
  dc_flag: '支出',
  amount: '1.2万',
  counterparty_name: '张某某',
  counterparty_account: '6222999900001111',
  txn_no: 'H1',
};

async function withStatement(): Promise<ImportCore> {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.csv', statement)] }));
  return core;
}
const record = (values: Record<string, string>) => ({ what: 'record' as const, category: 'bank_flow', values });
const partyNamed = (core: ImportCore, name: string) =>
  count(core, `select id from party where name = '${name}'`) as number;

test('a record typed by hand is read like a row of a file, and its document is evidence', async () => {
  const core = await withStatement();
  const checked = value(await core.ask('manual.check', record(paid)));
  expect(checked.problems).toEqual([]);
  expect(checked.values).toContainEqual({ field: 'amount', shown: '12,000.00' });
  expect(count(core, 'select count(*) from manual_entry')).toBe(0);

  const added = value(await core.ask('manual.add', { ...record(paid), reason: '询问笔录第 3 页' }));
  expect(all(core, `select fen, day, direction from rec_bank_flow where row = ${added.rowId}`)).toEqual([
    { fen: 1_200_000, day: '2024-08-02', direction: 'out' },
  ]);
  const source = sourceOf(core.store, added.rowId, 'amount');
  expect(source).toMatchObject({ file: '手工录入 1.csv', sheet: '手工录入', manual: true });
  const bytes = Buffer.concat([...evidenceChunks(core.store, source.evidence)]);
  const text = bytes.toString('utf8');
  for (const told of ['测试员', '询问笔录第 3 页', '1.2万']) expect(text).toContain(told);
  expect(all(core, `select sha256 from evidence where id = ${source.evidence}`)).toEqual([
    { sha256: createHash('sha256').update(bytes).digest('hex') },
  ]);
  // the cell that is cited holds what was typed
  const read = value(await core.ask('source.read', { rowId: added.rowId, field: 'amount' }));
  expect(read.cell).toMatchObject({ raw: '1.2万', read: '12,000.00' });
  expect(count(core, "select rows from link where kind = 'payment'")).toBe(2);
});

test('what is missing or cannot be read is said beside its field, and nothing is written', async () => {
  const core = await withStatement();
  const { problems } = value(await core.ask('manual.check', record({ ...paid, amount: '贰万?', txn_date: '' })));
  expect(problems.filter((each) => each.rejects).map(({ field, code }) => [field, code])).toEqual(
    [
      ['txn_date', 'value.missing'],
      ['amount', 'amount.unreadable'],
    ].toSorted(),
  );
  const refused = await core.ask('manual.add', { ...record({ ...paid, amount: '贰万?' }), reason: '笔录' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'amount.unreadable', at: { column: '交易金额' } } });
  expect(count(core, 'select count(*) from manual_entry')).toBe(0);
  expect(count(core, 'select count(*) from evidence')).toBe(1);
});

test('an entry without its ground is refused', async () => {
  const core = await withStatement();
  await expect(core.ask('manual.add', { ...record(paid), reason: '  ' })).rejects.toThrow();
});

test('a booking that stands in a file already is not entered twice', async () => {
  const core = await withStatement();
  const again = { ...paid, txn_date: '2024-07-15', amount: '20000', txn_no: 'S1' };
  expect(await core.ask('manual.add', { ...record(again), reason: '笔录' })).toMatchObject({
    ok: false,
    problem: { code: 'manual.duplicate', params: { file: '流水.csv', row: 2 } },
  });
  expect(count(core, 'select count(*) from batch')).toBe(1);
});

test('a change keeps what was typed before, a removal keeps its reason, and a removed entry can be restored', async () => {
  const core = await withStatement();
  const first = value(await core.ask('manual.add', { ...record(paid), reason: '笔录' }));
  const changed = value(
    await core.ask('manual.add', {
      ...record({ ...paid, amount: '12500' }),
      reason: '核对银行回单',
      replaces: first.entry,
    }),
  );
  expect(all(core, "select fen from rec_bank_flow where txn_no = 'H1'")).toEqual([{ fen: 1_250_000 }]);
  value(await core.ask('manual.remove', { entry: changed.entry, reason: '证人更正' }));
  expect(all(core, "select fen from rec_bank_flow where txn_no = 'H1'")).toEqual([]);
  const { rows, of, standing } = value(await core.ask('manual.list', {}));
  expect([of, standing]).toEqual([2, 0]);
  expect(rows.map(({ entry, state, reason, removeReason }) => ({ entry, state, reason, removeReason }))).toEqual([
    { entry: 2, state: 'removed', reason: '核对银行回单', removeReason: '证人更正' },
    { entry: 1, state: 'replaced', reason: '笔录', removeReason: '核对银行回单' },
  ]);
  expect(rows[1]?.values).toContainEqual({ field: 'amount', label: { zh: '交易金额', en: 'Amount' }, text: '1.2万' });

  value(await core.ask('manual.add', { ...record({ ...paid, amount: '12500' }), reason: '再次核实', replaces: 2 }));
  expect(all(core, "select fen from rec_bank_flow where txn_no = 'H1'")).toEqual([{ fen: 1_250_000 }]);
  expect(all(core, "select action from journal where action like 'manual%' order by seq")).toEqual(
    ['added', 'changed', 'removed', 'restored'].map((done) => ({ action: `manual.${done}` })),
  );
  // all three documents are kept
  expect(count(core, "select count(*) from evidence where name like '手工录入%'")).toBe(3);
});

test('a party entered by hand joins whoever bears its valid number, and says what kind it is where no sheet does', async () => {
  const core = await withStatement();
  const typed = { kind: 'doctor', name: '张某某', account: '6222999900001111', aliases: '张主任、老张' };
  value(await core.ask('manual.add', { what: 'party', values: typed, reason: '任职文件' }));
  expect(all(core, "select kind, role from party where name = '张某某'")).toEqual([{ kind: 'person', role: 'doctor' }]);
  const names = all(
    core,
    "select m.name, m.join_reason as why from mention m join party p on p.id = m.party where p.name = '张某某' order by m.id",
  );
  expect(names).toContainEqual({ name: '张主任', why: 'alias' });
  expect(names).toHaveLength(3);
});

test('a number whose check digit fails is kept and said, and joins nobody', async () => {
  const core = importCore();
  const values = { kind: 'company', name: '云栖药业有限公司', id_no: '91350100M000100Y44' };
  const { problems } = value(await core.ask('manual.check', { what: 'party', values }));
  expect(problems).toEqual([
    expect.objectContaining({ field: 'id_no', code: 'identifier.bad-checksum', rejects: false }),
  ]);
  value(await core.ask('manual.add', { what: 'party', values, reason: '名片' }));
  expect(all(core, 'select keyable from mention_identifier')).toEqual([{ keyable: 0 }]);
});

test('a link entered by hand is drawn apart, in no sum, and goes with its entry', async () => {
  const core = await withStatement();
  value(await core.ask('manual.add', { what: 'party', values: { kind: 'person', name: '李某某' }, reason: '笔录' }));
  const [from, to] = [partyNamed(core, '张某某'), partyNamed(core, '李某某')];
  const ask = { what: 'link' as const, from, to };
  const values = { kind: 'payment', certainty: 'inferred', amount: '3万', day: '2024-08', text: '现金转交' };
  const link = value(await core.ask('manual.add', { ...ask, values, reason: '笔录第 5 页' }));
  const drawn = 'select kind, rows, fen, first_day as day from link order by kind';
  expect(all(core, drawn)).toEqual([
    { kind: 'hand-payment', rows: 1, fen: 3_000_000, day: '2024-08-01' },
    { kind: 'payment', rows: 1, fen: 2_000_000, day: '2024-07-15' },
  ]);
  expect(all(core, `select in_fen as "in", out_fen as "out" from party_figure where party = ${to}`)).toEqual([
    { in: 0, out: 0 },
  ]);
  const { rows } = value(await core.ask('manual.list', { what: 'link' }));
  expect(rows[0]).toMatchObject({ from, to, fen: 3_000_000, parties: [{ name: '张某某' }, { name: '李某某' }] });

  // its document speaks in words, for whoever knows none of our names
  const source = value(await core.ask('source.read', { rowId: link.rowId, field: null }));
  expect(source.values.map(({ label, shown }) => [label.zh, shown])).toEqual([
    ['甲方', '张某某'],
    ['关系', '付款'],
    ['乙方', '李某某'],
    ['日期', '2024-08'],
    ['金额', '30,000.00'],
    ['说明', '现金转交'],
    ['把握', '推断'],
  ]);

  // direction and kind are changed by a new entry
  const turned = { what: 'link' as const, from: to, to: from, values: { ...values, kind: 'employment', amount: '' } };
  value(await core.ask('manual.add', { ...turned, reason: '更正方向', replaces: link.entry }));
  expect(all(core, "select kind, source, target from link where kind like 'hand-%'")).toEqual([
    { kind: 'hand-employment', source: to, target: from },
  ]);
});

test('a party that links entered by hand point to keeps them when it is typed anew, and is not taken back before them', async () => {
  const core = await withStatement();
  const party = value(
    await core.ask('manual.add', { what: 'party', values: { kind: 'person', name: '李某某' }, reason: '笔录' }),
  );
  const [from, to] = [partyNamed(core, '张某某'), partyNamed(core, '李某某')];
  const values = { kind: 'relation', certainty: 'confirmed' };
  value(await core.ask('manual.add', { what: 'link', from, to, values, reason: '户籍' }));
  expect(await core.ask('manual.remove', { entry: party.entry, reason: '重复' })).toMatchObject({
    ok: false,
    problem: { code: 'manual.needed', params: { links: 1 } },
  });
  value(
    await core.ask('manual.add', {
      what: 'party',
      values: { kind: 'kin', name: '李某甲' },
      reason: '身份证',
      replaces: party.entry,
    }),
  );
  expect(all(core, `select id, name, role from party where name like '李%'`)).toEqual([
    { id: to, name: '李某甲', role: 'kin' },
  ]);
  expect(all(core, "select target from link where kind = 'hand-relation'")).toEqual([{ target: to }]);
});

test('a link without two different parties, of no kind, or with a day that cannot be read is refused', async () => {
  const core = await withStatement();
  const [from, to] = [partyNamed(core, '张某某'), partyNamed(core, '澄溪医药有限公司')];
  const ask = (values: Record<string, string>, ends: { from: number; to: number }) =>
    core.ask('manual.add', { what: 'link', ...ends, values: { certainty: 'confirmed', ...values }, reason: '笔录' });
  await expect(ask({ kind: 'payment' }, { from, to: from })).rejects.toThrow('manual.ends-needed');
  expect(await ask({ kind: 'friendship' }, { from, to })).toMatchObject({ problem: { code: 'choice.unreadable' } });
  expect(await ask({ kind: 'payment', day: '去年' }, { from, to })).toMatchObject({
    problem: { code: 'date.unreadable' },
  });
});
