import { expect, test } from 'vitest';
import { findingStatuses, needsWords } from '../../../../../renderer/screens/findings/dispositions.ts';

test('every decision is asked for its reason; taking a finding up is not', () => {
  for (const from of findingStatuses) {
    for (const to of ['confirmed', 'excluded', 'doubtful'] as const) expect(needsWords(from, to)).toBe(true);
  }
  expect(needsWords('open', 'checking')).toBe(false);
  expect(needsWords('checking', 'open')).toBe(false);
});

test('a decision that is taken back is explained too', () => {
  expect([needsWords('confirmed', 'open'), needsWords('excluded', 'checking')]).toEqual([true, true]);
});
