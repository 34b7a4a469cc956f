import { expect, test } from 'vitest';
import {
  askOf,
  conditionsOf,
  drop,
  filterFrom,
  noFilter,
  presetFor,
  presetOf,
  presets,
} from '../../../../../renderer/screens/findings/filter.ts';
import { spanText } from '../../../../../renderer/screens/findings/span.ts';

test('each ready-made filter is recognised as its own tab and shows no condition to drop', () => {
  for (const preset of presets) {
    expect(presetFor(presetOf[preset])).toBe(preset);
    expect(conditionsOf(presetOf[preset])).toEqual([]);
  }
});

test('a further condition narrows a tab without leaving it, and can be dropped alone', () => {
  const filter = { ...presetOf.open, minFen: 1_000_000, model: 'm' };
  expect(presetFor(filter)).toBe('open');
  expect(conditionsOf(filter)).toEqual(['model', 'minFen']);
  expect(drop(filter, 'model')).toEqual({ ...presetOf.open, minFen: 1_000_000 });
});

test('a status that has no tab is a condition of the whole list', () => {
  const filter = { text: '', status: 'doubtful' as const };
  expect(presetFor(filter)).toBe('all');
  expect(conditionsOf(filter)).toEqual(['status']);
});

test('what is not narrowed is not asked for', () => {
  expect(askOf(noFilter, 'none')).toEqual({ text: '', group: 'none' });
  expect(askOf({ text: 'x', status: 'open', band: 'high', withGone: false }, 'subject')).toEqual({
    text: 'x',
    group: 'subject',
    status: ['open'],
    band: 'high',
  });
});

test('a place opened at a model starts from that model alone', () => {
  expect(filterFrom({ model: 'm', finding: 3 })).toEqual({ text: '', model: 'm' });
});

test('the days of a finding are shortened only as far as they stay exact', () => {
  expect([
    spanText('2025-06-20', '2025-12-19'),
    spanText('2024-09-01', '2025-12-19'),
    spanText('2025-06-20', '2025-06-20'),
    spanText(null, null),
  ]).toEqual(['2025-06-20 ~ 12-19', '2024-09-01 ~ 2025-12-19', '2025-06-20', '—']);
});
