import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareFormOf, readInteger, readNumber, readPercent } from '../../../../shared/evidence/number.ts';
import { bool, number, outcome, text } from './cells.ts';

test.each<[string | number, string]>([
  ['12.50', '12.50'],
  ['1,200', '1200'],
  ['1.2万', '12000'],
  ['100人', '100'],
  ['10 盒', '10'],
  ['-3', '-3'],
  ['－３．５', '-3.5'],
  ['1.5e3', '1500'],
  ['-0.0', '0.0'],
  ['007', '7'],
  [0.1 + 0.2, '0.3'],
  [1e-7, '0.0000001'],
])('%j is %s', (typed, expected) => {
  expect(outcome(readNumber(typeof typed === 'number' ? number(typed) : text(typed)))).toEqual({
    text: expected,
    value: Number(expected),
  });
});

test.each(['约100', '1,2', 'abc', '3人以上', '1.2.3', '5²', '十'])('%s is a problem', (typed) => {
  expect(readNumber(text(typed))).toEqual({ ok: false, problem: { code: 'number.unreadable', seen: typed } });
});

test('whole numbers are whole', () => {
  expect(
    ['100', '100.0', '1.2万', '-0', '100.5', '9007199254740993', '--'].map((typed) =>
      outcome(readInteger(text(typed))),
    ),
  ).toEqual([100, 100, 12_000, 0, 'number.unreadable', 'number.unreadable', null]);
  expect([outcome(readInteger(null)), outcome(readInteger(bool(true)))]).toEqual([null, 'number.unreadable']);
});

test('percentages are percent', () => {
  const read = (typed: string, bare?: 'fraction' | 'percent') => {
    const value = outcome(readPercent(text(typed), { bare }));
    return typeof value === 'object' ? (value?.text ?? null) : value;
  };
  expect([read('12.5%'), read('１３％'), read('13'), read('0.07', 'fraction'), read('0.3', 'percent')]).toEqual([
    '12.5',
    '13',
    '13',
    '7',
    '0.3',
  ]);
  expect([read('免税'), read('0'), read('/')]).toEqual(['0', '0', null]);
  expect([read('0.3'), read('1'), read('多数')]).toEqual(Array(3).fill('number.unreadable'));
  expect(outcome(readPercent(number(0.125, '12.50%')))).toEqual({ text: '12.5', value: 12.5 });
  expect([bareFormOf([0.13, 0.06]), bareFormOf([0.5, 30])]).toEqual(['fraction', 'percent']);
});

test('a decimal keeps every digit it was written with', () => {
  const decimals = fc
    .tuple(fc.bigInt(0n, 10n ** 12n), fc.stringMatching(/^\d{1,6}$/))
    .map(([whole, fraction]) => `${whole}.${fraction}`);
  fc.assert(
    fc.property(decimals, (typed) => {
      const read = readNumber(text(typed));
      return read.ok && read.value?.text === typed;
    }),
  );
});
