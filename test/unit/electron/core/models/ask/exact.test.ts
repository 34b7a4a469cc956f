import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severityOfAmount, stepped } from '../../../../../../electron/core/models/ask/amount-band.ts';
import {
  isShareAbove,
  isShareAtLeast,
  isSpreadAtMost,
  spreadOf,
} from '../../../../../../electron/core/models/ask/exact.ts';
import { isOneSeries, isOneSlip, likeness, nameKey } from '../../../../../../electron/core/models/ask/name-likeness.ts';
import { episodesOf, windowsOf } from '../../../../../../electron/core/models/ask/windows.ts';

test('a share exactly on its threshold reaches it and does not exceed it', () => {
  expect(isShareAtLeast(55, 100, 0.55)).toBe(true);
  expect(isShareAbove(55, 100, 0.55)).toBe(false);
  expect(isShareAtLeast(54_999_999, 100_000_000, 0.55)).toBe(false);
  // 0.1 + 0.2 is not 0.3 in floating point; here it is
  expect(isShareAtLeast(3, 10, 0.1 + 0.2)).toBe(true);
});

test('shares of sums beyond the exact range of numbers still compare exactly', () => {
  const whole = Number.MAX_SAFE_INTEGER;
  expect(isShareAtLeast(whole, whole, 1)).toBe(true);
  expect(isShareAtLeast(whole - 1, whole, 1)).toBe(false);
});

test('the spread that decides is the spread that is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (amounts, tenths) => {
        const limit = tenths / 10;
        if (Math.abs(spreadOf(amounts) - limit) > 0.002)
          expect(isSpreadAtMost(amounts, limit)).toBe(spreadOf(amounts) < limit);
      },
    ),
  );
  expect(isSpreadAtMost([100, 300], 0.5)).toBe(true);
  expect(isSpreadAtMost([100, 301], 0.5)).toBe(false);
});

test('amounts are ranked at 30 000, 200 000 and 3 000 000 yuan', () => {
  expect([2_999_999, 3_000_000, 19_999_999, 20_000_000, 299_999_999, 300_000_000].map(severityOfAmount)).toEqual([
    1, 2, 2, 3, 3, 4,
  ]);
  expect([stepped(4, 1), stepped(1, -1), stepped(2, 1)]).toEqual([4, 1, 3]);
});

const on = (day: string) => ({ day });

test('seven days reach from a Monday to the Sunday after it', () => {
  expect(windowsOf([on('2024-06-10'), on('2024-06-16')], 7)).toEqual([{ from: 0, to: 2 }]);
  expect(windowsOf([on('2024-06-10'), on('2024-06-17')], 7)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ]);
});

test('windows hold everything, none lies inside another, and overlapping ones are one episode', () => {
  const days = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 14 }), (offsets, length) => {
      const items = offsets
        .sort((a, b) => a - b)
        .map((offset) => on(new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10)));
      const windows = windowsOf(items, length);
      expect(
        new Set(windows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).size,
      ).toBe(items.length);
      for (const [i, a] of windows.entries())
        for (const b of windows.slice(i + 1)) expect(a.from < b.from && a.to < b.to).toBe(true);
      const episodes = episodesOf(windows);
      for (const [i, episode] of episodes.entries())
        expect(episode.from).toBeGreaterThanOrEqual(episodes[i - 1]?.to ?? 0);
    }),
  );
});

test('names of conferences are alike in spite of brackets, spaces and a slip', () => {
  expect(nameKey('“云澜骨科 春季论坛”（澄溪站）')).toBe('云澜骨科春季论坛澄溪站');
  const { shared, all } = likeness(
    nameKey('第六届澄溪骨与关节外科全国学术论坛'),
    nameKey('澄溪骨与关节外科全国学术论坛'),
  );
  expect(isShareAtLeast(shared, all, 0.55)).toBe(true);
  expect(isOneSlip('云斓骨科春季论坛', '云澜骨科春季论坛')).toBe(true);
  expect(isOneSlip('云澜骨科春季论', '云澜骨科春季论坛')).toBe(true);
  expect(isOneSlip('云澜骨科秋季年会', '云澜骨科春季论坛')).toBe(false);
  expect(isOneSlip('年会', '年终')).toBe(false);
});

test('parts of one series are told by what is left of the name', () => {
  expect(isOneSeries('云澜关节镜培训班（第1期）', '云澜关节镜培训班（第二期）')).toBe(true);
  expect(isOneSeries('2023年云澜骨科年会', '2024年云澜骨科年会')).toBe(true);
  expect(isOneSeries('云澜骨科年会', '云澜脊柱年会')).toBe(false);
});
