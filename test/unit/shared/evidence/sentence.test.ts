import { expect, test } from 'vitest';
import { showBeside, showValue } from '../../../../shared/evidence/sentence.ts';
import type { SentenceValue } from '../../../../shared/protocol/parts.ts';

const ratio = (value: number): SentenceValue => ({ type: 'ratio', value });
const fen = (value: number): SentenceValue => ({ type: 'fen', value });
const number = (value: number): SentenceValue => ({ type: 'number', value });

test('a share is never said to be nothing or everything when it is not', () => {
  expect([0, 0.0001, 0.243, 0.99999, 1].map((value) => showValue(ratio(value), 'zh-CN'))).toEqual([
    '0%',
    '<0.1%',
    '24.3%',
    '>99.9%',
    '100%',
  ]);
});

test('a value and its threshold look different wherever they are, and equal where they are equal', () => {
  expect(showBeside(ratio(0.2001), ratio(0.2), 'zh-CN')).toBe('20.01%');
  expect(showBeside(ratio(0.2), ratio(0.2001), 'zh-CN')).toBe('20%');
  expect(showBeside(ratio(0.2), ratio(0.2), 'zh-CN')).toBe('20%');
  expect(showBeside(ratio(0.462), ratio(0.2), 'zh-CN')).toBe('46.2%');
  expect(showBeside(fen(3_000_001), fen(3_000_000), 'zh-CN')).toBe('30,000.01元');
  expect(showBeside(fen(100_000_001), fen(100_000_000), 'en')).toBe('CNY 1,000,000.01');
  expect(showBeside(number(5.001), number(5), 'en')).toBe('5.001');
  expect(showBeside(number(5.001), null, 'en')).toBe('5');
});

test('a small number is shown with its figures: a chance of 0.0005 is not 0', () => {
  const shown = [0, 0.0005, 0.0022, 0.098, 1.7e-74, -0.004, 0.312].map((value) =>
    showValue({ type: 'number', value }, 'zh-CN'),
  );
  expect(shown).toEqual(['0', '0.0005', '0.0022', '0.098', '<0.000001', '-0.004', '0.31']);
});
