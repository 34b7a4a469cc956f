import { expect, test } from 'vitest';
import { booked, meeting, paid } from '../../../../../electron/core/models/example-rows.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { caseOf } from '../../../../make/detect-in.ts';

const fee = (payee: string, amount: string, day: string) => booked('启衡药业有限公司', payee, amount, day);
const paper = {
  organizer: '澄溪合禾推广服务有限公司',
  co_organizer: '',
  venue: '',
  city: '',
  agenda: '',
  filing_no: '',
  evidence_files: '',
  actual_attendance: '80',
};

const models = ['academic-fee-no-conference', 'sham-conference'];

/** Fees without a conference to two agencies, and a conference on paper with a fee of its own. The clock of the tests stands on 2026-03-01. */
async function detected() {
  const store = caseOf({
    conference: [meeting('骨科耗材应用研讨会', '2024-06-14', paper)],
    expense: [
      fee('澄溪博禾推广服务有限公司', '180000.00', '2024-07-15'),
      fee('澄溪云桥推广服务有限公司', '260000.00', '2024-09-15'),
      booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-06-20', '会议费', {
        conference_name: '骨科耗材应用研讨会',
      }),
    ],
    bank_flow: [paid('启衡药业有限公司', '澄溪博禾推广服务有限公司', '180000.00', '2024-07-13', '学术推广费')],
  });
  const core = detectCore(store, '甲');
  await core.ask('detect.run', { models });
  const { rows } = await core.ask('findings.list', { group: 'none' });
  return { store, core, second: detectCore(store, '乙'), ids: rows.map(({ id }) => id), first: rows[0]! };
}

test('a finding is given to somebody until a day, is listed as theirs and as overdue, and is taken back; its history says each', async () => {
  const { core, ids } = await detected();
  expect(await core.refused('finding.assign', { ids, assignee: '乙', due: '2026-02-28' })).toBe('finding.due-past');
  await core.ask('finding.assign', { ids: ids.slice(0, 2), assignee: '乙', due: '2026-03-01', reason: '本周核完' });
  const theirs = await core.ask('findings.list', { assignee: '乙' });
  expect(theirs).toMatchObject({ total: 2, overdue: 0 });
  expect(theirs.rows.map(({ due }) => due)).toEqual(['2026-03-01', '2026-03-01']);
  expect((await core.ask('triage.people', {})).people).toEqual(expect.arrayContaining(['甲', '乙']));
  await core.ask('finding.assign', { ids: [ids[0]!], assignee: null });
  expect((await core.ask('findings.list', { assignee: '乙' })).total).toBe(1);
  const { assignments } = await core.ask('finding.read', { id: ids[0]! });
  expect(assignments.map(({ assignee, due, reason }) => [assignee, due, reason])).toEqual([
    ['乙', '2026-03-01', '本周核完'],
    [null, null, ''],
  ]);
});

test('what is past its day is overdue until it is decided', async () => {
  const { store, core, ids } = await detected();
  await core.ask('finding.assign', { ids: [ids[0]!], assignee: '甲', due: '2026-03-01' });
  store.db.exec("update finding set due = '2026-02-20' where due is not null");
  expect(await core.ask('findings.list', { overdue: true })).toMatchObject({ total: 1, overdue: 1 });
  await core.ask('finding.dispose', { id: ids[0]!, status: 'excluded', reasonCode: 'checked-compliant' });
  expect(await core.ask('findings.list', { overdue: true })).toMatchObject({ total: 0, overdue: 0 });
});

test('a decision waits for a second person: not whoever decided, under whatever spelling, and not whoever added words to it', async () => {
  const { store, core, second, ids } = await detected();
  const id = ids[0]!;
  expect(await second.refused('finding.review', { id, verdict: 'agreed' })).toBe('review.not-needed');
  await core.ask('finding.dispose', { id, status: 'confirmed', reason: '合同与付款相符', counter: '未发现' });
  expect(await core.ask('findings.list', { review: true })).toMatchObject({ total: 1, review: 1 });
  expect(await core.refused('finding.review', { id, verdict: 'agreed' })).toBe('review.same-person');
  expect(await detectCore(store, ' 甲 ').refused('finding.review', { id, verdict: 'agreed' })).toBe(
    'review.same-person',
  );
  expect(await second.refused('finding.review', { id, verdict: 'disagreed' })).toBe('finding.reason-needed');
  await second.ask('finding.review', { id, verdict: 'agreed', reason: '复看凭证一致' });
  expect(await second.refused('finding.review', { id, verdict: 'agreed' })).toBe('review.done');
  expect(await core.ask('finding.read', { id })).toMatchObject({
    review: 'agreed',
    history: [{ to: 'confirmed', review: { actor: '乙', verdict: 'agreed', reason: '复看凭证一致' } }],
  });
  const { dispositions } = await core.ask('detect.models', {});
  expect(dispositions['academic-fee-no-conference']).toEqual({
    found: 2,
    confirmed: 1,
    reviewed: 1,
    excluded: 0,
    doubtful: 0,
    undecided: 1,
  });
  // words that somebody adds are looked at anew, and not by whoever added them
  await second.ask('finding.dispose', { id, status: 'confirmed', reason: '补充合同编号' });
  expect((await core.ask('finding.read', { id })).review).toBe('needed');
  expect(await second.refused('finding.review', { id, verdict: 'agreed' })).toBe('review.same-person');
});

test('a disagreement is listed for review until something else is decided', async () => {
  const { core, second, ids } = await detected();
  const id = ids[0]!;
  await core.ask('finding.dispose', { id, status: 'excluded', reasonCode: 'normal-business' });
  await second.ask('finding.review', { id, verdict: 'disagreed', reason: '合同日期在付款之后' });
  expect(await core.ask('findings.list', { review: true })).toMatchObject({ total: 1 });
  await core.ask('finding.dispose', { id, status: 'checking', reason: '重查' });
  expect(await core.ask('findings.list', { review: true })).toMatchObject({ total: 0 });
});

test('ruling out may keep the same model silent about the same subject until a day; what is kept out is counted, shown on demand and comes back', async () => {
  const { core, ids, first } = await detected();
  const ask = { id: first.id, reasonCode: 'normal-business' as const };
  expect(
    await core.refused('finding.dispose', { ...ask, status: 'doubtful', suppressUntil: '2027-01-01', reason: '…' }),
  ).toBe('suppression.not-excluded');
  expect(await core.refused('finding.dispose', { ...ask, status: 'excluded', suppressUntil: '2026-03-01' })).toBe(
    'suppression.day-past',
  );
  await core.ask('finding.dispose', { ...ask, status: 'excluded', suppressUntil: '2027-01-01' });
  // both fees are of one company: the other one is left out, the decided one stays in the list
  const without = await core.ask('findings.list', {});
  expect(without).toMatchObject({ total: 2, all: 3, suppressed: 1 });
  expect(without.rows.map(({ id }) => id)).toContain(first.id);
  const only = await core.ask('findings.list', { suppressed: 'only' });
  expect(only.rows).toMatchObject([{ model: 'academic-fee-no-conference', suppressedUntil: '2027-01-01' }]);
  expect(await core.ask('findings.list', { suppressed: 'with' })).toMatchObject({ total: 3, suppressed: 1 });
  // whoever takes it up has it in the list
  await core.ask('finding.dispose', { id: only.rows[0]!.id, status: 'checking' });
  expect(await core.ask('findings.list', {})).toMatchObject({ total: 3, suppressed: 0 });
  await core.ask('finding.dispose', { id: only.rows[0]!.id, status: 'open', reason: '' });
  const { rows, inForce } = await core.ask('suppressions.list', {});
  expect(inForce).toBe(1);
  expect(rows).toMatchObject([{ number: first.number, findings: 1, inForce: true, ended: null }]);
  await core.ask('suppression.end', { id: rows[0]!.id, reason: '新线索' });
  expect(await core.refused('suppression.end', { id: rows[0]!.id, reason: '再来' })).toBe('suppression.over');
  expect(await core.ask('findings.list', {})).toMatchObject({ total: ids.length, suppressed: 0 });
});

test('one takes back one’s own last decision, with the silence that came with it; not another person’s, and not a reviewed one', async () => {
  const { core, second, first } = await detected();
  const id = first.id;
  expect(await core.refused('finding.undo-dispose', { id })).toBe('finding.nothing-to-undo');
  await core.ask('finding.dispose', { id, status: 'excluded', reasonCode: 'same-name', suppressUntil: '2027-01-01' });
  expect(await second.refused('finding.undo-dispose', { id })).toBe('finding.nothing-to-undo');
  expect(await core.ask('finding.undo-dispose', { id })).toMatchObject({ status: 'open' });
  expect(await core.ask('findings.list', {})).toMatchObject({ total: 3, suppressed: 0 });
  expect(await core.refused('finding.undo-dispose', { id })).toBe('finding.nothing-to-undo');
  const { history } = await core.ask('finding.read', { id });
  expect(history.map(({ from, to, reasonCode }) => [from, to, reasonCode])).toEqual([
    ['open', 'excluded', 'same-name'],
    ['excluded', 'open', 'undone'],
  ]);
  await core.ask('finding.dispose', { id, status: 'excluded', reasonCode: 'same-name' });
  await second.ask('finding.review', { id, verdict: 'agreed' });
  expect(await core.refused('finding.undo-dispose', { id })).toBe('finding.nothing-to-undo');
});

test('a filter is saved under a name, replaced under the same name, and removed', async () => {
  const { core } = await detected();
  const { id } = await core.ask('filters.save', { name: '大额', filter: { minFen: 20_000_000 } });
  expect(await core.ask('filters.save', { name: '大额', filter: { minFen: 30_000_000, status: ['open'] } })).toEqual({
    id,
  });
  expect((await core.ask('filters.list', {})).filters).toMatchObject([
    { name: '大额', filter: { minFen: 30_000_000, status: ['open'] }, actor: '甲' },
  ]);
  await core.ask('filters.remove', { id });
  expect(await core.refused('filters.remove', { id })).toBe('filter.not-found');
});

test('a run says what it changed and why, and the list shows just that', async () => {
  const { core } = await detected();
  expect(await core.ask('runs.list', {})).toMatchObject({
    total: 1,
    rows: [{ models: 2, changes: { new: 3 }, reasons: [{ change: 'new', why: 'first', findings: 3 }] }],
  });
  await core.ask('detect.run', {
    models: ['academic-fee-no-conference'],
    settings: { 'academic-fee-no-conference': { min_amount: 200_000 } },
    reason: '只看大额',
  });
  const { rows: runs } = await core.ask('runs.list', {});
  expect(runs).toMatchObject([
    { models: 1, changes: { gone: 1 }, reasons: [{ change: 'gone', why: 'settings', findings: 1 }] },
    {},
  ]);
  const { rows } = await core.ask('findings.list', { change: { run: runs[0]!.id, kind: 'gone' } });
  expect(rows).toMatchObject([{ fen: 18_000_000, gone: true }]);
  expect((await core.ask('finding.read', { id: rows[0]!.id })).change).toMatchObject({
    kind: 'gone',
    why: ['settings'],
  });
  await core.ask('detect.run', {
    models: ['academic-fee-no-conference'],
    settings: { 'academic-fee-no-conference': { min_amount: 100_000 } },
    reason: '恢复',
  });
  expect((await core.ask('finding.read', { id: rows[0]!.id })).change).toMatchObject({
    kind: 'back',
    why: ['settings'],
  });
});
