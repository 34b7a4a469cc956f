import { beforeAll, expect, test } from 'vitest';
import { noSchemes } from '../../../../../build/sample/options.ts';
import { readRisk } from '../../../../../electron/core/detect/read-risk.ts';
import { detectIn } from '../../../../make/detect-in.ts';
import { type CaseScore, plantedCase, scoreModels } from '../../../../make/score-models.ts';

let score: CaseScore;
let checks: Record<string, number>;

beforeAll(async () => {
  const { store, truth } = await plantedCase({ seed: 1, size: 'S', noise: 0.5 });
  detectIn(store);
  score = scoreModels(store, truth);
  const counted = store.db.prepare('select result, count(*) as n from conference_check group by 1').all() as Array<{
    result: string;
    n: number;
  }>;
  checks = Object.fromEntries(counted.map(({ result, n }) => [result, n]));
}, 120_000);

test('no honest look-alike of the sample is flagged', () => {
  expect(score.lookAlikes).toEqual([]);
});

test('rows on a threshold are found and rows beside it are not', () => {
  expect(score.boundaries).toEqual([]);
});

test('what was planted is found, and nothing else', () => {
  for (const { model, expected, hit, findings, right } of score.models) {
    if (expected > 0) expect(hit / expected, model).toBeGreaterThanOrEqual(0.7);
    expect(right, model).toBe(findings);
  }
  expect(score.models.filter(({ expected }) => expected > 0)).toHaveLength(10);
});

test('most conferences of the sample are genuine, and only those on paper and the one whose sponsorship was divided are sham', () => {
  const onPaper = score.models.find(({ model }) => model === 'sham-conference')?.expected ?? 0;
  const divided = score.models.find(({ model }) => model === 'sponsorship-split')?.expected ?? 0;
  expect(divided).toBe(1);
  expect(checks).toEqual({ genuine: expect.any(Number), sham: onPaper + divided });
  expect(checks.genuine).toBeGreaterThan(40);
});

test('where nothing is planted nobody stands out', async () => {
  const { store } = await plantedCase({
    seed: 5,
    size: 'S',
    noise: 0.5,
    schemes: noSchemes,
  });
  detectIn(store);
  expect(readRisk(store).filter(({ band }) => band === 'high' || band === 'medium')).toEqual([]);
}, 180_000);
