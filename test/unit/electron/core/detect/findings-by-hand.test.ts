import { expect, test } from 'vitest';
import { carryOut } from '../../../../../electron/core/carry-out.ts';
import evidenceRequest from '../../../../../electron/core/graph/evidence.request.ts';
import { booked, meeting, paid } from '../../../../../electron/core/models/example-rows.ts';
import { decidePairs } from '../../../../../electron/core/parties/decide-pairs.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { undoBatch } from '../../../../../electron/core/store/undo-import.ts';
import { ask } from '../../../../make/ask.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { caseOf } from '../../../../make/detect-in.ts';

const [pharma, firm, doctor] = ['启衡药业有限公司', '澄溪博禾推广服务有限公司', '沈以墨'];

function aCase(): Store {
  return caseOf({
    conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
    expense: [booked('澄溪仁和药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-07-15')],
    bank_flow: [
      paid(pharma, firm, '180000.00', '2024-07-13', '咨询费'),
      paid(pharma, firm, '20000.00', '2024-08-02', '咨询费'),
      paid(firm, doctor, '150000.00', '2024-07-20', '劳务费'),
    ],
  });
}

const idOf = (store: Store, name: string): number =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

const evidence = (store: Store, from: string, to: string) =>
  ask(evidenceRequest, 'graph.evidence', store, {
    links: [{ kind: 'payment', source: idOf(store, from), target: idOf(store, to) }],
  });

async function made() {
  const store = aCase();
  const core = detectCore(store);
  const { rows } = await evidence(store, pharma, firm);
  const finding = await core.ask('finding.make', {
    title: '咨询费先进后出',
    reason: '付款后一周转给个人',
    severity: 2,
    parties: [idOf(store, firm), idOf(store, doctor)],
    rows: rows.map(({ rowId }) => ({ rowId })),
  });
  return { store, core, finding };
}

test('rows of a link are offered as evidence, the largest first, each with its cell', async () => {
  const store = aCase();
  const { rows, total, aside } = await evidence(store, pharma, firm);
  expect([total, aside]).toEqual([2, 0]);
  expect(rows.map(({ fen, from, to, field, source }) => [fen, from.name, to.name, field, source.cell?.[0]])).toEqual([
    [18_000_000, pharma, firm, 'amount', expect.any(String)],
    [2_000_000, pharma, firm, 'amount', expect.any(String)],
  ]);
});

test('a finding by hand stands in list, detail and figures, says who made it, and is in no risk score', async () => {
  const { store, core, finding } = await made();
  expect(finding.number).toBe('YD-2026-000001');
  const list = await core.ask('findings.list', { text: '先进后出' });
  expect(list).toMatchObject({ total: 1, fen: 20_000_000, groups: [{ title: firm, findings: 1 }] });
  expect(list.rows[0]).toMatchObject({ model: 'by-hand', rows: 2, band: 'medium', firstDay: '2024-07-13' });
  const read = await core.ask('finding.read', { id: finding.id });
  expect(read).toMatchObject({
    words: { title: { zh: '人工疑点' } },
    params: { title: { value: '咨询费先进后出' }, reason: { value: '付款后一周转给个人' } },
    byHand: { actor: '测试员', removed: null },
    subjects: [{ name: firm }, { name: doctor }],
  });
  expect(read.evidence.map(({ fen, role }) => [fen, role])).toEqual([
    [18_000_000, 'evidence'],
    [2_000_000, 'evidence'],
  ]);
  expect((await core.ask('risk.list', {})).total).toBe(0);
  expect((await core.ask('runs.list', {})).total).toBe(0);
  expect((await core.ask('findings.export', {})).findings[0]).toMatchObject({
    model: 'by-hand',
    summary: '咨询费先进后出：付款后一周转给个人',
    amountFen: '20000000',
  });
  const journal = store.db.prepare("select count(*) from journal where action = 'finding.made'").pluck().get();
  expect(journal).toBe(1);
});

test('it is taken back and brought back, and stays when somebody has decided', async () => {
  const { core, finding } = await made();
  await core.ask('finding.remove', { id: finding.id });
  expect((await core.ask('findings.list', {})).total).toBe(0);
  expect((await core.ask('finding.read', { id: finding.id })).byHand?.removed).toMatchObject({ actor: '测试员' });
  expect(await core.refused('finding.add-rows', { id: finding.id, reason: '再加', rows: [{ rowId: 1 }] })).toBe(
    'finding.is-gone',
  );
  await core.ask('finding.restore', { id: finding.id });
  expect(await core.ask('findings.list', {})).toMatchObject({ total: 1, fen: 20_000_000 });
  await core.ask('finding.dispose', { id: finding.id, status: 'checking' });
  expect(await core.refused('finding.remove', { id: finding.id })).toBe('finding.decided');
  const silence = { status: 'excluded', reasonCode: 'normal-business', suppressUntil: '2030-01-01' } as const;
  expect(await core.refused('finding.dispose', { id: finding.id, ...silence })).toBe('suppression.by-hand');
});

test('rows are added to it as evidence once, and taken away again', async () => {
  const { store, core, finding } = await made();
  const { rows } = await evidence(store, firm, doctor);
  const more = rows.map(({ rowId }) => ({ rowId }));
  const { added } = await core.ask('finding.add-rows', { id: finding.id, reason: '资金去向', rows: more });
  const after = await core.ask('finding.read', { id: finding.id });
  expect(after).toMatchObject({ rows: 3, fen: 35_000_000, lastDay: '2024-08-02' });
  expect(after.evidence.find(({ fen }) => fen === 15_000_000)?.note?.zh).toBe('测试员 加入：资金去向');
  expect(await core.refused('finding.add-rows', { id: finding.id, reason: '再加', rows: more })).toBe(
    'finding.rows-known',
  );
  await core.ask('finding.drop-rows', { id: finding.id, rows: added });
  expect(await core.ask('finding.read', { id: finding.id })).toMatchObject({ rows: 2, fen: 20_000_000 });
  const first = (await evidence(store, pharma, firm)).rows.map(({ rowId }) => ({ rowId, field: 'amount' }));
  expect(await core.refused('finding.drop-rows', { id: finding.id, rows: first })).toBe('finding.rows-not-added');
});

test('rows laid beside what a model found are context, change neither its sum nor its ground, and outlive the next run', async () => {
  const { store, core } = await made();
  await core.ask('detect.run', {});
  const [found] = (await core.ask('findings.list', { group: 'none' })).rows.filter(({ model }) => model !== 'by-hand');
  if (!found) throw new Error('no model finds anything here');
  const cited = new Set((await core.ask('finding.read', { id: found.id })).evidence.map(({ rowId }) => rowId));
  const all = [...(await evidence(store, pharma, firm)).rows, ...(await evidence(store, firm, doctor)).rows];
  const beside = all.filter(({ rowId }) => !cited.has(rowId)).map(({ rowId }) => ({ rowId }));
  expect(beside.length).toBeGreaterThan(0);
  await core.ask('finding.add-rows', { id: found.id, reason: '一并核查', rows: beside });
  await core.ask('detect.run', {});
  const after = await core.ask('finding.read', { id: found.id });
  expect(after).toMatchObject({ rows: found.rows, fen: found.fen, gone: false });
  expect(
    after.evidence.filter(({ role, note }) => role === 'context' && note?.zh.startsWith('测试员 加入')),
  ).toHaveLength(beside.length);
  expect(await core.refused('finding.remove', { id: found.id })).toBe('finding.not-by-hand');
});

test('a run of the models leaves it as it is, and names it in no difference', async () => {
  const { core, finding } = await made();
  await core.ask('detect.run', {});
  await core.ask('finding.remove', { id: finding.id });
  await core.ask('detect.run', {});
  expect((await core.ask('finding.read', { id: finding.id })).change).toBeNull();
});

test('what it is about follows a merge of parties at once', async () => {
  const { store, core, finding } = await made();
  const [kept, merged] = [idOf(store, pharma), idOf(store, firm)];
  const said = { at: '2026-01-06T00:00:00Z', actor: '测试员', reason: '同一公司' };
  store.transaction(() => carryOut(store, said.at, () => decidePairs(store, 'same', [{ a: kept, b: merged }], said)));
  const party = (await core.ask('finding.read', { id: finding.id })).subjects[0]?.party;
  const partiesOf = store.db.prepare('select distinct party from mention where name in (?, ?)').pluck();
  expect(partiesOf.all(pharma, firm)).toEqual([party]);
});

test('when the file of its rows is taken back it stands no more and says so', async () => {
  const { store, core, finding } = await made();
  const batch = store.db.prepare("select batch from sheet where category = 'bank_flow'").pluck().get() as number;
  store.transaction(() => undoBatch(store, batch, { at: '2026-01-06T00:00:00Z', actor: '测试员', reason: '重复' }));
  expect(await core.ask('finding.read', { id: finding.id })).toMatchObject({
    gone: true,
    rows: 0,
    byHand: { removed: null },
  });
});

test('a row that is no record, and a finding about nobody, are refused', async () => {
  const { store, core } = await made();
  const first = (await evidence(store, pharma, firm)).rows[0]!.rowId;
  const said = { title: '题', reason: '由', severity: 1 as const, rows: [{ rowId: 99_999 }] };
  expect(await core.refused('finding.make', { ...said, parties: [idOf(store, firm)] })).toBe('finding.row-gone');
  expect(await core.refused('finding.make', { ...said, rows: [{ rowId: first }], parties: [99_999] })).toBe(
    'party.not-found',
  );
});
