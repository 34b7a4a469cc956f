import { expect, test } from 'vitest';
import {
  apart,
  moved,
  periodOf,
  periodText,
  replayed,
  resized,
  windowOf,
} from '../../../../../renderer/screens/graph/period.ts';

const bars = ['01', '02', '03', '04'].map((month) => ({ from: `2024-${month}-01`, to: `2024-${month}-28` }));

test('a period is a run of bars, and all bars are all time', () => {
  expect(periodOf(bars, { from: 1, to: 2 }, {})).toEqual({ from: '2024-02-01', to: '2024-03-28' });
  expect(periodOf(bars, { from: 0, to: 3 }, {})).toEqual({});
  expect(periodOf(bars, { from: 0, to: 3 }, { undated: false })).toEqual({ undated: false });
  expect(windowOf(bars, { from: '2024-02-01', to: '2024-03-28' })).toEqual({ from: 1, to: 2 });
  expect(windowOf(bars, {})).toEqual({ from: 0, to: 3 });
});

test('a window moves and grows within the bars, and is never narrower than one', () => {
  expect(moved({ from: 1, to: 2 }, 5, 4)).toEqual({ from: 2, to: 3 });
  expect(moved({ from: 1, to: 2 }, -5, 4)).toEqual({ from: 0, to: 1 });
  expect(resized({ from: 1, to: 1 }, -1, 4)).toEqual({ from: 1, to: 1 });
  expect(resized({ from: 1, to: 2 }, 9, 4)).toEqual({ from: 1, to: 3 });
});

test('a replay begins with one bar and ends at the last', () => {
  expect(replayed({ from: 0, to: 3 }, 1, 4)).toEqual({ from: 0, to: 0 });
  expect(replayed({ from: 0, to: 3 }, -1, 4)).toEqual({ from: 3, to: 3 });
  expect(replayed({ from: 2, to: 3 }, 1, 4)).toBeUndefined();
});

test('whole months and years are called by their names, other periods by their days', () => {
  expect(periodText({ from: '2024-02-01', to: '2024-02-29' })).toBe('2024-02');
  expect(periodText({ from: '2023-04-01', to: '2024-03-31' })).toBe('2023-04 ~ 2024-03');
  expect(periodText({ from: '2023-01-01', to: '2023-12-31' })).toBe('2023');
  expect(periodText({ from: '2024-02-05', to: '2024-02-11' })).toBe('2024-02-05 ~ 2024-02-11');
});

test('labels that would touch another are left out, the ones that come first stay', () => {
  const width = () => 20;
  expect(apart([50, 60, 10], (at) => at, width)).toEqual([50, 10]);
});
