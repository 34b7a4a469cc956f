import { expect, test } from 'vitest';
import { hired } from '../../../../../../electron/core/models/example-people.ts';
import { accountOf, meeting, paid, signedIn } from '../../../../../../electron/core/models/example-rows.ts';
import type { OwnDefinition } from '../../../../../../shared/ontology/own-model.ts';
import { detectCore } from '../../../../../make/detect-core.ts';
import { caseOf } from '../../../../../make/detect-in.ts';

type Where = Partial<OwnDefinition['where']>;
type Asked = Parameters<ReturnType<typeof detectCore>['ask']>[1] & { definition: never };

/** Three payments or more of one payer to one payee in one month. */
const often = (more: Partial<OwnDefinition> = {}, where: Where = {}) =>
  ({
    view: 'payment',
    where: { join: 'all', items: [], groups: [], ...where },
    groups: [{ column: 'payer' }, { column: 'payee' }, { column: 'day', by: 'month' }],
    measures: [{ kind: 'count', relation: '>=', threshold: 3 }],
    severity: 2,
    name: '同月多笔付款',
    explanation: '同一付款方一个月内向同一收款方付款三笔以上',
    innocent: ['按合同分期付款'],
    ...more,
  }) as unknown as Asked['definition'];

const [payer, payee] = ['启衡药业有限公司', '澄溪博禾推广服务有限公司'];
const three = ['2024-03-02', '2024-03-11', '2024-03-29'].map((on, i) =>
  paid(payer, payee, `${1000 + i}.00`, on, '推广费'),
);
const two = ['2024-04-02', '2024-04-11'].map((on, i) => paid(payer, payee, `${2000 + i}.00`, on, '推广费'));

test('a model of one’s own runs with the others, cites its rows, fills its formula, and says whose it is', async () => {
  const core = detectCore(caseOf({ bank_flow: [...three, ...two] }));
  const { model } = await core.ask('own.save', { definition: often(), reason: '线索反映' });
  await core.ask('detect.run', {});
  const { rows } = await core.ask('findings.list', { model });
  expect(rows).toHaveLength(1);
  const finding = await core.ask('finding.read', { id: rows[0]!.id });
  expect(finding.evidence.map(({ source }) => source.cell)).toEqual(['E2', 'E3', 'E4']);
  expect(finding.fen).toBe(300_300);
  expect(finding.params).toMatchObject({
    g0: { value: payer },
    g1: { value: payee },
    g2: { value: '2024-03' },
    m0: { value: 3 },
  });
  expect(finding.measures[0]).toMatchObject({
    value: { value: 3 },
    relation: '>=',
    threshold: { value: 3 },
    setting: 'v1.m1',
  });
  expect(finding.subjects.map(({ role, name }) => [role, name])).toEqual([
    ['payer', payer],
    ['payee', payee],
  ]);
  expect(finding.words.basis).toMatchObject([{ source: { zh: '本案自建模型' }, own: true }]);
  expect(finding.words.basis[0]!.text.zh).toContain('测试员');
  expect(finding.words.innocent).toEqual([{ zh: '按合同分期付款', en: '按合同分期付款' }]);
});

test('conditions by kind, word, amount and day, joined by 且 and 或; unknown meets nothing', async () => {
  const core = detectCore(
    caseOf({
      bank_flow: [
        paid(payer, '沈以墨', '20000.00', '2024-03-02', '讲课费'),
        paid(payer, '沈以墨', '3000.00', '2024-03-03', '咨询费'),
        paid(payer, payee, '50000.00', '2024-03-04', '讲课费'),
        paid(payer, '韩思齐', '1234.00', '2024-03-05', ''),
      ],
      staff: [hired('沈以墨', '澄溪市第一人民医院', { bank_card: accountOf('沈以墨') })],
    }),
  );
  const found = async (where: Where) => {
    const { hits } = await core.ask('own.try', {
      definition: often(
        { groups: [{ column: 'payee' }], measures: [{ kind: 'count', relation: '>=', threshold: 1 }] },
        where,
      ),
    });
    return Object.fromEntries(hits.map(({ subject, rows }) => [subject, rows]));
  };
  const on = (column: string, op: string, ...values: string[]) => ({ column, op, values });
  expect(await found({ items: [on('payee', 'kind', 'person'), on('fen', '>', '2999.99')] })).toEqual({ 沈以墨: 2 });
  expect(await found({ items: [on('payee', 'staff')] })).toEqual({ 沈以墨: 2 });
  expect(await found({ items: [on('memo', 'has', '讲课', '咨询')] })).toEqual({ 沈以墨: 2, [payee]: 1 });
  expect(await found({ items: [on('payee', 'not-kind', 'person')] })).toEqual({ [payee]: 1 });
  expect(await found({ items: [on('fen', 'round', '10000')] })).toEqual({ 沈以墨: 1, [payee]: 1 });
  expect(await found({ items: [on('day', 'weekend')] })).toEqual({ 沈以墨: 2 });
  expect(await found({ items: [on('payee', 'has', '博禾')] })).toEqual({ [payee]: 1 });
  expect(
    await found({
      join: 'all',
      items: [on('payer', 'is', payer)],
      groups: [{ join: 'any', items: [on('fen', '>=', '50000'), on('memo', 'has', '咨询')] }],
    }),
  ).toEqual({ 沈以墨: 1, [payee]: 1 });
});

test('sums, different values and shares are exact at their thresholds', async () => {
  const core = detectCore(
    caseOf({
      bank_flow: [
        paid(payer, payee, '750.00', '2024-03-02', '推广费'),
        paid(payer, '望川禾信推广服务有限公司', '250.00', '2024-03-03', '推广费'),
        paid('瑞澜医药有限公司', payee, '100.00', '2024-03-03', '往来'),
      ],
    }),
  );
  const names = async (groups: OwnDefinition['groups'], ...measures: Array<OwnDefinition['measures'][number]>) =>
    (await core.ask('own.try', { definition: often({ groups, measures }) })).hits.map(({ subject, params }) => [
      subject,
      params.g1?.value,
    ]);
  const pair = [{ column: 'payer' }, { column: 'payee' }];
  const share = (relation: '>=' | '>', threshold: number) =>
    ({ kind: 'share-of', column: 'fen', within: 0, relation, threshold }) as const;
  expect(await names(pair, share('>=', 0.75), { kind: 'sum', column: 'fen', relation: '>', threshold: 100 })).toEqual([
    [payer, payee],
  ]);
  expect(await names(pair, share('>', 0.75), { kind: 'sum', column: 'fen', relation: '>', threshold: 100 })).toEqual(
    [],
  );
  expect(await names([{ column: 'payee' }], { kind: 'sum', column: 'fen', relation: '>=', threshold: 850 })).toEqual([
    [payee, undefined],
  ]);
  expect(await names([{ column: 'payee' }], { kind: 'sum', column: 'fen', relation: '>', threshold: 850 })).toEqual([]);
  expect(
    await names([{ column: 'payee' }], { kind: 'distinct', column: 'payer', relation: '>=', threshold: 2 }),
  ).toEqual([[payee, undefined]]);
  const part = {
    kind: 'share-where',
    where: { column: 'memo', op: 'has', values: ['推广'] },
    relation: '<=',
    threshold: 0.5,
  } as const;
  expect(await names([{ column: 'payee' }], part)).toEqual([[payee, undefined]]);
});

test('what a genuine conference explains is shown and not counted', async () => {
  const on = '2024-04-12';
  const core = detectCore(
    caseOf({
      conference: [meeting('云澜骨科春季论坛', on)],
      conference_person: signedIn('云澜骨科春季论坛', on, [['沈以墨', '澄溪市第一人民医院', '6000.00']]).map((row) => ({
        ...row,
        account_no: row.name === '沈以墨' ? accountOf('沈以墨') : '',
      })),
      bank_flow: [
        paid(payer, '沈以墨', '6000.00', on, '讲课费'),
        paid(payer, '沈以墨', '500.00', '2024-11-30', '劳务费'),
      ],
    }),
  );
  await core.ask('own.save', {
    definition: often({ groups: [{ column: 'payee' }], measures: [{ kind: 'count', relation: '>=', threshold: 1 }] }),
    reason: '试',
  });
  await core.ask('detect.run', {});
  const { rows } = await core.ask('findings.list', { text: '同月多笔付款' });
  expect(rows.map(({ fen, rows: cited, explainedRows }) => [fen, cited, explainedRows])).toEqual([[50_000, 1, 1]]);
});

test('a column that no sheet has keeps the model from judging; a condition on it is not simply unmet', async () => {
  const core = detectCore(caseOf({ bank_flow: three }));
  const { run } = await core.ask('own.try', {
    definition: often({ view: 'purchase', groups: [{ column: 'supplier' }] } as Partial<OwnDefinition>),
  });
  expect([run.status, run.missing]).toEqual(['cannot-judge', ['purchase']]);
});

test('every change is a version with its reason and author; switched off its findings lapse, and keep their words', async () => {
  const core = detectCore(caseOf({ bank_flow: [...three, ...two] }));
  const { model } = await core.ask('own.save', { definition: often(), reason: '初稿' });
  await core.ask('own.save', {
    model,
    definition: often({ measures: [{ kind: 'count', relation: '>=', threshold: 2 }] }),
    reason: '放宽',
  });
  await core.ask('detect.run', {});
  expect((await core.ask('findings.list', { model })).rows).toHaveLength(2);
  await core.ask('own.change-state', { model, state: 'off', reason: '误报太多' });
  await core.ask('detect.run', { models: ['duplicate-payment'] });
  expect((await core.ask('findings.list', { model })).rows).toHaveLength(0);
  const gone = await core.ask('findings.list', { model, withGone: true });
  expect(gone.rows).toHaveLength(2);
  expect((await core.ask('finding.read', { id: gone.rows[0]!.id })).change).toMatchObject({
    kind: 'gone',
    why: ['model'],
  });
  const { versions } = await core.ask('own.history', { model });
  expect(versions.map(({ version, state, reason, actor }) => [version, state, reason, actor])).toEqual([
    [3, 'off', '误报太多', '测试员'],
    [2, 'on', '放宽', '测试员'],
    [1, 'on', '初稿', '测试员'],
  ]);
  await core.ask('own.change-state', { model, state: 'deleted', reason: '不用了' });
  expect(await core.refused('own.change-state', { model, state: 'on', reason: '再用' })).toBe('own-model.not-found');
  const { models } = await core.ask('detect.models', {});
  expect(models.find(({ id }) => id === model)).toMatchObject({
    title: { zh: '同月多笔付款' },
    own: { state: 'deleted' },
  });
});

test('a name that another model has, and a definition with a fault, are refused in words', async () => {
  const core = detectCore(caseOf({ bank_flow: three }));
  await core.ask('own.save', { definition: often(), reason: '初稿' });
  const save = (more: Partial<OwnDefinition>) =>
    core.refused('own.save', { definition: often({ name: '另一个', ...more }), reason: '试' });
  expect(await save({ name: '同月多笔付款' })).toBe('own-model.name-taken');
  expect(await save({ name: '重复付款' })).toBe('own-model.name-taken');
  expect(await save({ groups: [] })).toBe('own-model.no-group');
  expect(await save({ innocent: [' '] })).toBe('own-model.innocent');
  expect(await save({ explanation: '' })).toBe('own-model.explanation');
  expect(await save({ groups: [{ column: 'fen' }] })).toBe('own-model.group-column');
});

test('an amount with a third decimal is refused, never rounded; trailing noughts are no third decimal', async () => {
  const core = detectCore(caseOf({ bank_flow: three }));
  const above = (yuan: string, op = '>='): Partial<OwnDefinition> => ({
    name: `金额 ${op} ${yuan}`,
    where: { join: 'all', items: [{ column: 'fen', op, values: [yuan] }], groups: [] },
  });
  const refused = (more: Partial<OwnDefinition>) => core.refused('own.save', { definition: often(more), reason: '试' });
  expect(await refused(above('1000.005'))).toBe('own-model.value-fen');
  expect(await refused(above('0.001', 'round'))).toBe('own-model.value-fen');
  const sum = (threshold: number): Partial<OwnDefinition> => ({
    name: `合计 ${threshold}`,
    measures: [{ kind: 'sum', column: 'fen', relation: '>=', threshold }],
  });
  expect(await refused(sum(3000.005))).toBe('own-model.threshold-fen');
  await core.ask('own.save', { definition: often(above('1000.010')), reason: '试' });
  await core.ask('own.save', { definition: often(sum(3003.01)), reason: '试' });
});
