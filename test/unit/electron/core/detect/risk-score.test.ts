import fc from 'fast-check';
import { expect, test } from 'vitest';
import { riskScore, type ScoredFinding } from '../../../../../electron/core/detect/risk-score.ts';

let next = 1;
const finding = (family: string, more: Partial<Omit<ScoredFinding, 'family'>> = {}): ScoredFinding => ({
  id: next++,
  family,
  weight: 0.7,
  severity: 3,
  confidence: 0.9,
  role: 1,
  rows: [1, 2, 3, 4, 5],
  categories: new Set(['bank_flow']),
  ...more,
});

const families = ['academic', 'multi-source', 'flow-layering', 'price', 'timing', 'clue'];
const anyFinding = fc
  .record({
    family: fc.constantFrom(...families),
    weight: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    severity: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    role: fc.constantFrom(1, 0.6),
    rows: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
    category: fc.constantFrom('bank_flow', 'expense', 'conference'),
  })
  .map(({ category, ...rest }) => ({ ...rest, categories: new Set([category]) }));
/** Findings with ids of their own, as the store gives them. */
const anyFindings = fc
  .array(anyFinding, { maxLength: 8 })
  .map((list) => list.map((each, id) => ({ ...each, id: id + 1 })));

test('no finding, no risk', () => {
  expect(riskScore([])).toMatchObject({ score: 0, band: 'none', parts: [] });
});

test('the order of findings plays no part', () => {
  fc.assert(
    fc.property(anyFindings, fc.integer(), (list, seed) => {
      const shuffled = list
        .map((each, i) => ({ each, at: (i * 7919 + seed) % 104_729 }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(riskScore(shuffled)).toEqual(riskScore(list));
    }),
  );
});

test('a further finding never lowers a score', () => {
  fc.assert(
    fc.property(anyFindings, anyFinding, (list, more) => {
      expect(riskScore([...list, { ...more, id: 99 }]).raw).toBeGreaterThanOrEqual(riskScore(list).raw - 1e-9);
    }),
    { numRuns: 2000 },
  );
});

test('the same matter found twice adds nothing', () => {
  fc.assert(
    fc.property(anyFindings, fc.nat(), (list, pick) => {
      const twin = list[pick % Math.max(1, list.length)];
      if (!twin) return;
      expect(riskScore([...list, { ...twin, id: 99 }]).raw).toBeCloseTo(riskScore(list).raw, 9);
    }),
  );
});

test('ruling a finding out lowers the score, as if it had never been', () => {
  const all = [finding('multi-source'), finding('academic', { rows: [20, 21], categories: new Set(['expense']) })];
  expect(riskScore(all.slice(0, 1)).raw).toBeLessThan(riskScore(all).raw);
});

test('one family alone, two families, one kind of sheet and weak families are held down, and it says why', () => {
  const strong = { weight: 0.95, severity: 4 as const, confidence: 1 };
  const rows = (from: number) => ({ rows: [from, from + 1] });
  expect(riskScore([finding('academic', strong)])).toMatchObject({ score: 60, cap: 'one-family' });
  expect(
    riskScore([
      finding('academic', { ...strong, categories: new Set(['bank_flow', 'expense']) }),
      finding('price', { ...strong, ...rows(40) }),
    ]),
  ).toMatchObject({
    score: 85,
    cap: 'two-families',
  });
  expect(
    riskScore([
      finding('academic', strong),
      finding('price', { ...strong, ...rows(40) }),
      finding('multi-source', { ...strong, ...rows(60) }),
    ]),
  ).toMatchObject({
    score: 70,
    cap: 'one-source',
  });
  expect(riskScore([finding('amount-pattern', strong), finding('clue', { ...strong, ...rows(40) })])).toMatchObject({
    score: 30,
    cap: 'weak-only',
  });
});

test('a second family on the same payments adds a quarter of what it would add on other payments', () => {
  const first = finding('academic', { weight: 0.3 });
  const second = finding('multi-source', { weight: 0.3 });
  const mass = (raw: number) => -Math.log(1 - raw / 100);
  const apart = riskScore([first, { ...second, rows: [20, 21] }]).raw;
  const together = riskScore([first, second]).raw;
  const alone = riskScore([first]).raw;
  expect(mass(together) - mass(alone)).toBeCloseTo((mass(apart) - mass(alone)) / 4, 9);
});

test('the parts of a score add up to the whole', () => {
  fc.assert(
    fc.property(anyFindings, (list) => {
      const { parts, raw } = riskScore(list);
      const sum = parts.reduce((total, { share }) => total + share, 0);
      if (raw > 0) expect(Math.abs(sum - 1)).toBeLessThan(0.01);
    }),
  );
});

test('the worked example of the method keeps its figures', () => {
  const rows = [1, 2, 3, 4, 5];
  const both = new Set(['bank_flow', 'prescription']);
  const example: ScoredFinding[] = [
    finding('multi-source', { rows }),
    finding('multi-source', { weight: 0.5, rows }),
    finding('kickback', { weight: 0.85, confidence: 0.8, rows: [3, 4, 5, 20, 21], categories: both }),
    finding('usage', {
      weight: 0.45,
      severity: 2,
      confidence: 1,
      rows: [20, 21, 22],
      categories: new Set(['prescription']),
    }),
    finding('amount-pattern', { weight: 0.2, severity: 1, confidence: 1, rows: [1, 2, 3] }),
  ];
  const scored = riskScore(example);
  expect(scored).toMatchObject({ score: 73, band: 'high', cap: null });
  expect(scored.parts.map(({ share }) => share)).toEqual([0.294, 0, 0.599, 0.097, 0.01]);
});
