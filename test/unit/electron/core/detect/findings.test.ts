import { expect, test } from 'vitest';
import { booked, came, meeting, paid, signedIn } from '../../../../../electron/core/models/example-rows.ts';
import { models } from '../../../../../electron/core/models/index.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import tagsAdd from '../../../../../electron/core/tags/tags-add.request.ts';
import { ask } from '../../../../make/ask.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { caseOf, detectIn } from '../../../../make/detect-in.ts';
import { makeCase } from '../../../../make/make-case.ts';

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

/** A fee without a conference (ledger and booking), a conference on paper, and one that is genuine with a paid speaker. */
function aCase(): Store {
  return caseOf({
    conference: [
      meeting('云澜骨科春季论坛', '2024-04-12'),
      meeting('骨科耗材应用研讨会', '2024-06-14', paper),
      meeting('云澜骨科秋季论坛', '2024-10-18', { venue: '澄溪会展中心五号厅', sponsor: '禾澜医疗科技有限公司' }),
    ],
    conference_person: [
      ...signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
      came('云澜骨科秋季论坛', '2024-10-18', '叶知秋', '澄溪市第一人民医院'),
    ],
    expense: [
      booked('启衡药业有限公司', '澄溪博禾推广服务有限公司', '180000.00', '2024-07-15'),
      booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-06-20', '会议费', {
        conference_name: '骨科耗材应用研讨会',
      }),
      booked('启衡药业有限公司', '沈以墨', '3000.00', '2024-04-20', '讲课费', {
        payee_org: '澄溪市第一人民医院',
        conference_name: '云澜骨科春季论坛',
      }),
    ],
    bank_flow: [paid('启衡药业有限公司', '澄溪博禾推广服务有限公司', '180000.00', '2024-07-13', '学术推广费')],
  });
}

async function detected() {
  const store = aCase();
  const core = detectCore(store);
  const run = await core.ask('detect.run', {});
  return { store, core, run };
}

test('a run is announced, and says how each model fared', async () => {
  const { core, run } = await detected();
  expect(core.changes).toEqual(['findings', 'journal']);
  expect(run).toMatchObject({ added: 2, gone: 0, kept: 0 });
  const { models, lastRun } = await core.ask('detect.models', {});
  expect(models.map(({ id }) => id)).toContain('sham-conference');
  expect(lastRun?.models.find(({ model }) => model === 'sham-conference')).toMatchObject({
    status: 'ran',
    examined: 3,
    findings: 1,
  });
});

test('unknown models and settings, and values out of range, are refused', async () => {
  const { core } = await detected();
  expect(await core.refused('detect.run', { models: ['no-such-model'] })).toBe('model.not-found');
  expect(await core.refused('detect.run', { settings: { 'fan-out': { depth: 3 } } })).toBe('setting.unknown');
  expect(await core.refused('detect.run', { settings: { 'fan-out': { k: 1 } } })).toBe('setting.out-of-range');
});

test('the list counts over all that pass, groups by subject, and counts money once', async () => {
  const { core } = await detected();
  const list = await core.ask('findings.list', {});
  expect(list).toMatchObject({ total: 2, all: 2, fen: 40_000_000, byStatus: { open: 2 }, high: 1 });
  expect(list.groups.map(({ title, findings, fen }) => [title, findings, fen])).toEqual([
    ['骨科耗材应用研讨会', 1, 22_000_000],
    ['启衡药业有限公司', 1, 18_000_000],
  ]);
  const page = await core.ask('findings.list', { limit: 1 });
  expect(page).toMatchObject({ total: 2, fen: 40_000_000 });
  expect(page.rows).toHaveLength(1);
});

test('the list is filtered by model, band, amount, party and words', async () => {
  const { core } = await detected();
  const found = async (ask: Parameters<typeof core.ask<'findings.list'>>[1]) =>
    (await core.ask('findings.list', ask)).total;
  expect(await found({ model: 'sham-conference' })).toBe(1);
  expect(await found({ band: 'high' })).toBe(1);
  expect(await found({ band: 'medium' })).toBe(1);
  expect(await found({ minFen: 20_000_000 })).toBe(1);
  expect(await found({ text: '博禾' })).toBe(1);
  expect(await found({ text: 'missing' })).toBe(1);
  expect(await found({ text: '不在案中' })).toBe(0);
  const [group] = (await core.ask('findings.list', { model: 'academic-fee-no-conference' })).groups;
  expect(await found({ party: group!.party!.id })).toBe(2);
  expect((await core.ask('findings.list', { group: 'model' })).groups.map(({ key }) => key)).toEqual([
    'sham-conference',
    'academic-fee-no-conference',
  ]);
  expect((await core.ask('findings.list', { group: 'none' })).groups).toHaveLength(1);
});

test('findings are filtered by the areas and links of their models; counts and money by tag are over all of them', async () => {
  const { core } = await detected();
  const all = await core.ask('findings.list', {});
  const found = await core.ask('findings.list', { tags: ['area.society_profit'] });
  expect(found).toMatchObject({ all: all.total, byTag: all.byTag, total: all.byTag['area.society_profit'] });
  expect(found.rows.every(({ tags }) => tags.includes('area.society_profit'))).toBe(true);
  expect(await core.ask('findings.list', { tags: ['area.society_profit', 'area.abuse_of_power'] })).toMatchObject({
    total: found.total,
  });
  const none = await core.ask('findings.list', { tags: ['area.society_profit', 'post.watched'] });
  expect(none).toMatchObject({ total: 0, fen: 0, all: all.total });
  const { byTag, standing } = await core.ask('overview.read', {});
  expect(byTag.find(({ tag }) => tag === 'area.society_profit')).toEqual({
    tag: 'area.society_profit',
    findings: found.total,
    fen: found.fen,
  });
  expect(standing).toEqual({ findings: all.total, fen: all.fen });
  const exported = await core.ask('findings.export', { tags: ['area.society_profit'] });
  expect([exported.findings.length, exported.all]).toEqual([found.total, all.total]);
});

test('a finding carries the posts and the watch of the parties it names, not their areas', async () => {
  const { core, store } = await detected();
  const [about] = (await core.ask('findings.list', { model: 'academic-fee-no-conference' })).rows;
  const party = about!.subjects[0]!.party!;
  for (const tag of ['post.watched', 'area.insurance_fund'] as const)
    await ask(tagsAdd, 'tags.add', store, { party, tag, reason: '核对' });
  expect((await core.ask('findings.list', { tags: ['post.watched'] })).rows.map(({ id }) => id)).toContain(about!.id);
  expect((await core.ask('finding.read', { id: about!.id })).tags).not.toContain('area.insurance_fund');
});

test('a finding shows the figure, the threshold, the cells and the booking of the same payment', async () => {
  const { core } = await detected();
  const { rows } = await core.ask('findings.list', { model: 'academic-fee-no-conference' });
  const finding = await core.ask('finding.read', { id: rows[0]!.id });
  expect(finding.measures[0]).toMatchObject({ value: { value: 1 }, threshold: { value: 1 }, relation: '>=' });
  expect(finding.words.settings.find(({ name }) => name === 'before')).toMatchObject({ value: 60, default: 60 });
  const evidence = finding.evidence.filter(({ role }) => role === 'evidence');
  expect(evidence).toMatchObject([
    {
      fen: 18_000_000,
      day: '2024-07-15',
      to: '澄溪博禾推广服务有限公司',
      source: { file: 'expense-3.csv', cell: 'C2' },
    },
  ]);
  expect(finding.evidence.find(({ note }) => note?.zh === '同一笔款项的银行流水')).toMatchObject({
    role: 'context',
    field: 'amount',
  });
  expect(finding.related).toMatchObject([{ model: 'sham-conference', why: 'same-subject' }]);
  expect(finding.run).toMatchObject({ id: 1, settings: { before: 60 } });
});

test('a finding says who set the threshold that it was found with, when and why; nobody set what is the model’s own', async () => {
  const { core } = await detected();
  const [row] = (await core.ask('findings.list', { model: 'academic-fee-no-conference' })).rows;
  expect((await core.ask('finding.read', { id: row!.id })).run.setters).toEqual({});
  await core.ask('detect.run', {
    settings: { 'academic-fee-no-conference': { before: 45 } },
    reason: '活动多在付款前一个半月内',
  });
  const { run } = await core.ask('finding.read', { id: row!.id });
  expect(run.settings.before).toBe(45);
  expect(run.setters).toMatchObject({ before: { reason: '活动多在付款前一个半月内', at: run.at } });
  expect(run.setters.before?.actor).not.toBe('');
});

test('a finding about a conference brings its check', async () => {
  const { core } = await detected();
  const { rows } = await core.ask('findings.list', { model: 'sham-conference' });
  const { conference } = await core.ask('finding.read', { id: rows[0]!.id });
  expect(conference).toMatchObject({ result: 'sham', name: '骨科耗材应用研讨会' });
  expect(conference?.elements.map(({ id }) => id)).toEqual([
    'E1',
    'E2',
    'E3',
    'E4',
    'E5',
    'E6',
    'E7',
    'E8',
    'E9',
    'E10',
  ]);
  expect(conference?.contradictions.map(({ id }) => id)).toEqual(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
  expect(conference?.elements.find(({ id }) => id === 'E4')).toMatchObject({ answer: 'yes', seen: '2024-06-14' });
});

test('a payment that statement and ledger both have is one payment of its conference, with both places', async () => {
  const store = caseOf({
    conference: [meeting('骨科耗材应用研讨会', '2024-06-14', paper)],
    expense: [
      booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-06-20', '会议费', {
        conference_name: '骨科耗材应用研讨会',
      }),
    ],
    bank_flow: [
      paid('启衡药业有限公司', '澄溪合禾推广服务有限公司', '220000.00', '2024-06-19', '会议费 骨科耗材应用研讨会'),
    ],
  });
  const core = detectCore(store);
  await core.ask('detect.run', {});
  const [meetingRow] = (await core.ask('conferences.list', {})).rows;
  const { payments } = await core.ask('conference.read', { rowId: meetingRow!.rowId });
  expect(payments.map(({ day, source, also }) => [day, source.file, also.map((cell) => cell.source.file)])).toEqual([
    ['2024-06-19', 'bank_flow-3.csv', ['expense-2.csv']],
  ]);
});

test('a decision needs a reason, and nothing is confirmed before it is said what speaks against it', async () => {
  const { core, store } = await detected();
  const id = 1;
  expect(await core.refused('finding.dispose', { id, status: 'excluded' })).toBe('finding.reason-needed');
  expect(await core.refused('finding.dispose', { id, status: 'excluded', reasonCode: 'other' })).toBe(
    'finding.reason-needed',
  );
  expect(await core.refused('finding.dispose', { id, status: 'doubtful', reason: ' ' })).toBe('finding.reason-needed');
  expect(await core.refused('finding.dispose', { id, status: 'confirmed', reason: '已核对原始凭证' })).toBe(
    'finding.counter-needed',
  );
  expect(await core.refused('finding.dispose', { id: 99, status: 'checking' })).toBe('finding.not-found');

  expect(await core.ask('finding.dispose', { id, status: 'checking' })).toMatchObject({ status: 'checking' });
  await core.ask('finding.write-counter', { id, counter: '未发现' });
  expect(await core.ask('finding.dispose', { id, status: 'confirmed', reason: '已核对原始凭证' })).toMatchObject({
    status: 'confirmed',
  });
  const { history, counter } = await core.ask('finding.read', { id });
  expect(counter).toBe('未发现');
  expect(history.map(({ from, to, reason, actor }) => [from, to, reason, actor])).toEqual([
    ['open', 'checking', '', '测试员'],
    ['checking', 'confirmed', '已核对原始凭证', '测试员'],
  ]);
  expect(store.db.prepare('select action from journal order by seq').pluck().all()).toEqual([
    'detect.run',
    'finding.disposed',
    'finding.counter',
    'finding.disposed',
  ]);
});

test('a reason code is a reason, and counter-evidence may come with the decision', async () => {
  const { core } = await detected();
  expect(
    await core.ask('finding.dispose', { id: 1, status: 'excluded', reasonCode: 'checked-compliant' }),
  ).toMatchObject({ status: 'excluded' });
  expect(
    await core.ask('finding.dispose', {
      id: 2,
      status: 'confirmed',
      reason: '属实',
      counter: '已询问会务公司，未发现',
    }),
  ).toMatchObject({ status: 'confirmed' });
});

test('a decision survives the next run', async () => {
  const { core, store } = await detected();
  await core.ask('finding.dispose', { id: 1, status: 'excluded', reasonCode: 'normal-business' });
  detectIn(store);
  const { byStatus } = await core.ask('findings.list', {});
  expect(byStatus).toEqual({ excluded: 1, open: 1 });
});

test('what is ruled out no longer counts for risk nor for the money in doubt', async () => {
  const { core } = await detected();
  const before = await core.ask('risk.list', {});
  const money = (await core.ask('overview.read', {})).findings.fen;
  await core.ask('finding.dispose', { id: 1, status: 'excluded', reasonCode: 'normal-business' });
  const after = await core.ask('risk.list', {});
  const scoreOf = (list: typeof before, name: string) => list.parties.find((party) => party.name === name)?.score ?? 0;
  expect(scoreOf(after, '启衡药业有限公司')).toBeLessThan(scoreOf(before, '启衡药业有限公司'));
  expect((await core.ask('overview.read', {})).findings.fen).toBeLessThan(money);
});

test('risk names parties, never conferences, and its parts name the findings', async () => {
  const { core } = await detected();
  const { parties, total } = await core.ask('risk.list', {});
  expect(await core.ask('risk.list', { party: parties[0]!.id })).toEqual({ total: 1, parties: [parties[0]] });
  expect(total).toBe(parties.length);
  expect(parties.map(({ kind }) => kind)).not.toContain('conference');
  expect(parties[0]?.parts.every(({ number }) => number.startsWith('YD-'))).toBe(true);
});

test('conferences are listed once with their result; a genuine one accounts for its money', async () => {
  const { core } = await detected();
  const list = await core.ask('conferences.list', {});
  expect(list).toMatchObject({ total: 3, byResult: { genuine: 1, sham: 1 } });
  const genuine = (await core.ask('conferences.list', { result: 'genuine' })).rows[0]!;
  const read = await core.ask('conference.read', { rowId: genuine.rowId });
  expect(read.payments).toMatchObject([{ role: 'explained', fen: 300_000, to: '沈以墨' }]);
  expect(read.findings).toEqual([]);
  // a bare figure is told apart by the head of its column
  expect(read.elements.find(({ id }) => id === 'E6')?.seen).toMatch(/^\S*人数 \d+/);
  const [paperOne] = (await core.ask('conferences.list', { text: '耗材' })).rows;
  expect((await core.ask('conference.read', { rowId: paperOne!.rowId })).findings).toMatchObject([
    { model: 'sham-conference' },
  ]);
  expect(await core.refused('conference.read', { rowId: 99_999 })).toBe('source.not-found');
});

test('before any run conferences are unverified', async () => {
  const core = detectCore(aCase());
  const { byResult, rows } = await core.ask('conferences.list', {});
  expect(byResult).toEqual({ unverified: 3 });
  expect((await core.ask('conference.read', { rowId: rows[0]!.rowId })).elements).toEqual([]);
});

test('the export lists every copy of a payment the finding rests on', async () => {
  const store = makeCase()
    .sheet(
      'bank_flow',
      ['2024-06-10', '2024-06-12', '2024-06-14'].map((on, i) =>
        paid('瑞澜医药有限公司', '沈以墨', `${45000 + i * 100}.00`, on),
      ),
      { file: '甲.csv' },
    )
    .sheet(
      'bank_flow',
      ['2024-06-10', '2024-06-12', '2024-06-14'].map((on, i) => {
        const {
          holder_name: from,
          holder_account: fromAccount,
          counterparty_name: to,
          counterparty_account: toAccount,
          ...rest
        } = paid('瑞澜医药有限公司', '沈以墨', `${45000 + i * 100}.00`, on);
        return {
          ...rest,
          holder_name: to ?? '',
          holder_account: toAccount ?? '',
          counterparty_name: from ?? '',
          counterparty_account: fromAccount ?? '',
          dc_flag: '进',
        };
      }),
      { file: '乙.csv' },
    )
    .store();
  const core = detectCore(store);
  await core.ask('detect.run', {});
  const { findings } = await core.ask('findings.export', { lang: 'en' });
  expect(findings).toMatchObject([{ model: 'structuring-below-threshold', amountFen: '13530000' }]);
  expect(findings[0]?.evidence.map(({ file, row }) => `${file} ${row}`)).toEqual([
    '甲.csv 2',
    '甲.csv 3',
    '甲.csv 4',
    '乙.csv 2',
    '乙.csv 3',
    '乙.csv 4',
  ]);
});

test('the overview agrees with the list, and covers categories that were never imported', async () => {
  const { core } = await detected();
  const overview = await core.ask('overview.read', {});
  const list = await core.ask('findings.list', {});
  expect(overview.findings).toMatchObject({ total: list.total, fen: list.fen, byStatus: list.byStatus, gone: 0 });
  expect((overview.findings.bySeverity['3'] ?? 0) + (overview.findings.bySeverity['4'] ?? 0)).toBe(list.high);
  expect(overview.payments).toMatchObject({ rows: 1, fen: 18_000_000 });
  expect(overview.months).toEqual(['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10']);
  const coverage = overview.coverage.map(({ category, rows, dated }) => [category, rows, dated]);
  expect(coverage.slice(0, 5)).toEqual([
    ['bank_flow', 1, true],
    ['expense', 3, true],
    ['conference', 3, true],
    ['conference_person', 6, true],
    ['company', 0, false],
  ]);
  expect(coverage.slice(5).map(([, rows]) => rows)).toEqual(coverage.slice(5).map(() => 0));
  expect(overview.lastRun).toMatchObject({ id: 1, models: models.length });
  expect(overview.recent[0]).toMatchObject({ action: 'detect.run' });
  expect(overview.top[0]?.months.reduce((sum, { fen }) => sum + fen, 0)).toBe(overview.top[0]?.fen);
});

test('an empty case has an overview', async () => {
  const core = detectCore(makeCase().store());
  expect(await core.ask('overview.read', {})).toMatchObject({
    findings: { total: 0, fen: 0 },
    top: [],
    months: [],
    lastRun: null,
  });
  expect(await core.ask('findings.list', {})).toMatchObject({ total: 0, groups: [], rows: [] });
});
