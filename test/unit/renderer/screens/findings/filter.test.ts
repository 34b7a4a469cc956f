import { expect, test } from 'vitest';
import {
  askOf,
  conditionsOf,
  drop,
  filterAsked,
  filterFrom,
  filterSaved,
  noFilter,
  presetFor,
  presetOf,
  presets,
} from '../../../../../renderer/screens/findings/filter.ts';
import { spanText } from '../../../../../renderer/screens/findings/span.ts';
import { findingFilter } from '../../../../../shared/protocol/triage.requests.ts';

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
  expect(askOf(noFilter, 'none', '甲')).toEqual({ text: '', group: 'none' });
  expect(askOf({ text: 'x', status: 'open', band: 'high', withGone: false }, 'subject', '甲')).toEqual({
    text: 'x',
    group: 'subject',
    status: ['open'],
    band: 'high',
  });
});

test('one’s own tab asks for one’s own name; a saved filter comes back as it was, whoever saved it', () => {
  const filter = { text: '', mine: true, minFen: 100, change: { run: 2, kind: 'gone' as const } };
  const saved = findingFilter.parse(filterAsked(filter, '甲'));
  expect(saved).toMatchObject({ assignee: '甲', minFen: 100 });
  expect(filterSaved(saved)).toEqual({ text: '', assignee: '甲', minFen: 100, change: { run: 2, kind: 'gone' } });
  const other = { text: '礼品', status: 'doubtful' as const, suppressed: 'with' as const, overdue: true };
  expect(filterSaved(findingFilter.parse(filterAsked(other, '乙')))).toEqual(other);
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
