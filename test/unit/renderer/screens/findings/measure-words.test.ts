import { expect, test } from 'vitest';
import { shownOf } from '../../../../../renderer/screens/findings/measure-words.ts';
import type { Measure, SentenceValue } from '../../../../../shared/protocol/parts.ts';

const count = (value: number): SentenceValue => ({ type: 'count', value });
const number = (value: number): SentenceValue => ({ type: 'number', value });
const measure = (value: SentenceValue, threshold: SentenceValue | null): Measure => ({
  name: { zh: '甲', en: 'a' },
  value,
  threshold,
  setting: 's',
  relation: '>=',
});
const shown = (value: SentenceValue, threshold: SentenceValue | null, unit: string, setting: number) =>
  Object.values(shownOf(measure(value, threshold), { unit: { zh: unit, en: unit }, value: setting }, 'zh-CN'));

test('a count and its threshold take the unit of the setting', () => {
  expect(shown(count(9), count(5), '笔', 5)).toEqual(['9 笔', '5 笔']);
});

test('a threshold worked out from a setting has another unit: 2392 packs are not days', () => {
  expect(shown(number(2392), number(146.96), '天', 90)).toEqual(['2,392', '146.96']);
  expect(shown(count(8), count(0), '倍', 3)).toEqual(['8', '0']);
});

test('a scale is said once, behind the threshold', () => {
  expect(shown(number(0.986), number(0.7), '斯皮尔曼', 0.7)).toEqual(['0.99', '0.7 斯皮尔曼']);
  expect(shown(number(0.004), number(0.0022), '—', 0.0022)).toEqual(['0.004', '0.0022']);
});
