import { expect, test } from 'vitest';
import { models } from '../../../../../electron/core/models/index.ts';
import { sentence } from '../../../../../shared/evidence/sentence.ts';
import type { Measure, SentenceValue } from '../../../../../shared/protocol/parts.ts';
import { runExample } from '../../../../make/detect-in.ts';

/** The first finding of a model in the case of its first example: what its sentence says, what its formula says, and the rows it cites for comparison. */
function firstOf(id: string) {
  const model = models.find((each) => each.id === id)!;
  const { store } = runExample(model, model.examples[0]!);
  const row = store.db.prepare('select id, params, measures from finding order by number limit 1').get() as {
    id: number;
    params: string;
    measures: string;
  };
  const params = JSON.parse(row.params) as Record<string, SentenceValue>;
  return {
    said: sentence(model.summary, params, 'zh-CN'),
    params,
    measures: JSON.parse(row.measures) as Measure[],
    compared: (view: 'purchase', figure: string) =>
      store.db
        .prepare(
          `select ${figure} from ${view} v join finding_row r on r.row = v.row where r.finding = ? and r.role = 'context'`,
        )
        .pluck()
        .get(row.id),
  };
}
const measureOf = (list: readonly Measure[], name: string) => list.find(({ name: { zh } }) => zh.includes(name))?.value;

test('what was bought before a donation stands among the rows, and adds up to the sentence', () => {
  const { params, compared } = firstOf('donation-procurement-tie');
  expect(compared('purchase', 'sum(v.fen)')).toBe(params.before?.value);
});

test('the months before a surge stand among the rows: their median can be worked out by hand', () => {
  const { compared } = firstOf('purchase-volume-surge');
  expect(compared('purchase', 'count(distinct substr(v.day, 1, 7))')).toBe(12);
});

test('a surge of consumables names them, and lists what each month before used', () => {
  const { said, params, measures } = firstOf('hcv-consumable-surge');
  expect(said).not.toMatch(/使用“[A-Z0-9]+”/);
  const months = measures
    .filter(({ name: { zh } }) => /^\d{4}-\d{2} 使用/.test(zh))
    .map(({ value }) => value.value as number);
  expect(months.length).toBe(measureOf(measures, '此前有使用的月数')?.value);
  expect(months.sort((a, b) => a - b)[Math.floor(months.length / 2)]).toBe(params.median?.value);
});

test('a share of what a payer spent is said to be one of all it spent, with both sums', () => {
  const { said, params, measures } = firstOf('academic-fee-no-conference');
  expect(said).toContain('该付款方全部学术费用中');
  const [all, without] = ['该付款方全部学术费用', '其中找不到会议的'].map(
    (name) => measureOf(measures, name)?.value as number,
  );
  expect(without! / all!).toBeCloseTo(params.share?.value as number, 9);
});

test.each(['regulator-supplier-link', 'third-party-collection'])(
  '%s names one company as one, not as the first of several',
  (id) => {
    const { said, params } = firstOf(id);
    expect(params.firms?.value).toBe(1);
    expect(said).toContain('1 家医药企业');
  },
);

test('an unpaid invoice is held against the part of the year that has to be unpaid', () => {
  const { measures } = firstOf('invoice-flow-contract-mismatch');
  expect(measures[0]).toMatchObject({ relation: '>=', setting: 'd', threshold: { type: 'ratio' } });
});
