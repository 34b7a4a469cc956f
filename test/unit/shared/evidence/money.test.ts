import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount } from '../../../../shared/evidence/amount.ts';
import type { CellOrEmpty } from '../../../../shared/evidence/cell.ts';
import { plainScaled, scale } from '../../../../shared/evidence/decimal.ts';
import { capitals, exactYuan, fen, readMoney, sumFen } from '../../../../shared/evidence/money.ts';
import { readPrice } from '../../../../shared/evidence/price.ts';
import type { Unit } from '../../../../shared/evidence/unit.ts';
import { bool, date, error, number, outcome, text } from './cells.ts';

const fenOf = (cell: CellOrEmpty, unit?: Unit): number | null | string => {
  const read = readMoney(cell, unit);
  return read.ok ? (read.value?.fen ?? null) : read.problem.code;
};

test.each<[string | number, number]>([
  ['１２，３４５．６７', 1_234_567],
  ['￥1,234.50', 123_450],
  ['(1,000.00)', -100_000],
  ['1000-', -100_000],
  ['-￥5', -500],
  ['￥-5', -500],
  ['−45', -4_500],
  ['3.5万', 3_500_000],
  ['1.2亿元', 12_000_000_000],
  ['3千', 300_000],
  ['壹万贰仟叁佰肆拾伍元陆角柒分', 1_234_567],
  ['叁佰万元整', 300_000_000],
  ['伍仟元整', 500_000],
  ['拾万元整', 10_000_000],
  ['1.2E+05', 12_000_000],
  [0.1 + 0.2, 30],
  [1_234_567.89, 123_456_789],
  ['131.77(已退款89.84)', 4_193],
  ['131.77(已退款￥89.84)', 4_193],
  ['CR 20.00', 2_000],
  ['20.00 DR', 2_000],
  ['1 234.50', 123_450],
  ['1,2345.00', 1_234_500],
  ['20.00\t', 2_000],
  ['\u200b20.00\u00a0', 2_000],
  ["'20.00", 2_000],
  ['="20.00"', 2_000],
  ['人民币500万元', 500_000_000],
  ['100元整', 10_000],
  ['.5', 50],
  ['-0.00', 0],
  ['0', 0],
  ['零元整', 0],
])('%j is read as %j fen', (typed, expected) => {
  expect(fenOf(typeof typed === 'number' ? number(typed) : text(typed))).toBe(expected);
});

test.each(['', ' ', '--', '—', '-', '/', '无', '空', 'NaN', 'null', 'N/A', '¥ -', '不详'])(
  '%j is nothing, not zero',
  (typed) => {
    expect(readMoney(text(typed))).toEqual({ ok: true, value: null });
  },
);

test('an empty cell is nothing', () => {
  expect(readMoney(null)).toEqual({ ok: true, value: null });
});

test.each([
  'abc',
  '面议',
  '贰万?',
  '1.2万元（含税）',
  '12,5',
  '0,123',
  '1,23,456',
  '1.234.567',
  '(-300)',
  '-300-',
  '100(已退款200)',
  '100(已退款)',
  '5²',
  '①00',
  '一万五',
  '一',
  '万元',
  '元',
  '壹佰万亿元',
  '12 5',
  '=100',
  '1.2.3',
  '#REF!',
])('%j is a problem, never a guess', (typed) => {
  expect(readMoney(text(typed))).toEqual({ ok: false, problem: { code: 'amount.unreadable', seen: typed } });
});

test('cells that hold an error, a truth value or a date are no amounts', () => {
  expect([error('#N/A'), bool(true), date(45_418, '2024-05-06')].map((cell) => outcome(readMoney(cell)))).toEqual([
    'amount.unreadable',
    'amount.unreadable',
    'amount.unreadable',
  ]);
});

test('more than 10^12 yuan means that the unit is wrong', () => {
  expect(fenOf(text('1000000000000'))).toBe(1e14);
  expect(fenOf(text('1000000000000.01'))).toBe('amount.too-large');
  expect(fenOf(text('99999999999999.99'))).toBe('amount.too-large');
  expect(fenOf(number(2e8), 10_000)).toBe('amount.too-large');
  expect(fenOf(text('1e400'))).toBe('amount.too-large');
});

describe('units', () => {
  test('the unit of the header multiplies, exactly', () => {
    expect(fenOf(text('12.5'), 10_000)).toBe(12_500_000);
    expect(fenOf(number(0.07), 10_000)).toBe(70_000);
    expect(fenOf(text('1.23'), 100_000_000)).toBe(12_300_000_000);
  });

  test('the unit in the cell goes before that of the header', () => {
    expect(fenOf(text('3万'), 10_000)).toBe(3_000_000);
    expect(fenOf(text('12元'), 10_000)).toBe(1_200);
    expect(fenOf(text('伍仟元'), 10_000)).toBe(500_000);
  });

  test('words without a unit under a header in 万元 can mean two amounts', () => {
    expect(fenOf(text('伍仟'), 10_000)).toBe('amount.unreadable');
  });

  test('a number format that writes 万 behind the figure is seen through', () => {
    expect(fenOf(number(12.5, '12.5万'))).toBe(12_500_000);
    expect(fenOf(number(125_000, '12.5万'))).toBe(12_500_000);
    expect(fenOf(number(125_000, '12.5万'), 10_000)).toBe(12_500_000);
    expect(fenOf(number(12_000, '壹万贰仟元整'))).toBe(1_200_000);
    expect(fenOf(number(12.34, '13万'))).toBe('amount.unreadable');
    expect(fenOf(number(0.125, '12.5%'))).toBe('amount.unreadable');
  });
});

test.each<[string | number, string[]]>([
  ['(5.00)', ['negative-in-parentheses']],
  ['5.00-', ['trailing-minus']],
  ['贷5.00', ['marked-in']],
  ['Cr 5.00', ['marked-in']],
  ['借：5.00', ['marked-out']],
  ['5.00 Dr', ['marked-out']],
  ['9(已退款4)', ['partial-refund']],
  ['9(已全额退款)', ['full-refund']],
  ['9(已退款9.00)', ['full-refund']],
  ['5e0', ['scientific']],
  ['5.004', ['rounded']],
  ['0.0005万', ['unit-in-cell']],
  ['伍元', ['capitals']],
  ['$5', ['foreign-sign']],
])('%j says how it was written', (typed, flags) => {
  const read = readMoney(text(String(typed)));
  expect(read.ok && read.value?.flags).toEqual(flags);
});

test('a foreign currency in the cell is told', () => {
  expect(outcome(readMoney(text('100万美元')))).toEqual({ fen: 100_000_000, currency: 'USD', flags: ['unit-in-cell'] });
  expect(outcome(readMoney(text('HK$1,000')))).toEqual({ fen: 100_000, currency: 'HKD' });
  expect(outcome(readMoney(text('500万人民币')))).toEqual({ fen: 500_000_000, flags: ['unit-in-cell'] });
  expect(outcome(readMoney(text('¥100美元')))).toBe('amount.unreadable');
});

test('halves are rounded up in size, on either side of zero', () => {
  expect(['0.005', '0.0049', '-0.005', '-0.0049', '1.005'].map((typed) => fenOf(text(typed)))).toEqual([
    1, 0, -1, 0, 101,
  ]);
});

test('a unit price keeps six decimals', () => {
  const read = (typed: string, unit?: Unit) => outcome(readPrice(text(typed), unit));
  expect(read('0.0325')).toEqual({ micro: 32_500 });
  expect(read('12.5', 10_000)).toEqual({ micro: 125_000_000_000 });
  expect(read('0.1234567')).toEqual({ micro: 123_457, flags: ['rounded'] });
  expect(read('--')).toBe(null);
  expect(read('99999999999')).toBe('amount.too-large');
});

test('a sum is exact or it throws', () => {
  expect(sumFen([fen(1), fen(2), fen(-3)])).toBe(0);
  expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow('not exact');
  expect(() => fen(0.5)).toThrow('whole number');
});

describe('whatever is printed is read again', () => {
  const amounts = fc.integer({ min: -100_000_000_000_000, max: 100_000_000_000_000 });
  const fullWidth = (shown: string) => shown.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const inUnit = (value: number, zeros: number): string => {
    const digits = String(Math.abs(value)).padStart(zeros + 3, '0');
    const point = digits.length - zeros - 2;
    return `${value < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  };
  const forms: Record<string, (value: number) => CellOrEmpty> = {
    plain: (value) => text(exactYuan(fen(value)).replaceAll(',', '')),
    'with thousands marks': (value) => text(exactYuan(fen(value))),
    'with ￥': (value) => text(`￥${exactYuan(fen(value))}`),
    'with 元': (value) => text(`${exactYuan(fen(value))}元`),
    'with a tab': (value) => text(`${exactYuan(fen(value))}\t`),
    'in full width': (value) => text(fullWidth(exactYuan(fen(value)))),
    'negative in parentheses': (value) => text(exactYuan(fen(value)).replace(/^-(.*)$/, '($1)')),
    'with a trailing minus': (value) => text(exactYuan(fen(value)).replace(/^-(.*)$/, '$1-')),
    'in 万元': (value) => text(`${inUnit(value, 4)}万元`),
    'in 亿': (value) => text(`${inUnit(value, 8)}亿`),
    'in capitals': (value) => text(capitals(fen(value))),
    'in scientific notation': (value) => text(`${value}E-2`),
    'as a number of the workbook': (value) => number(Number(inUnit(value, 0))),
  };
  test.each(Object.entries(forms))('%s', (_name, print) => {
    fc.assert(fc.property(amounts, (value) => fenOf(print(value)) === value));
  });

  test('in thousands under a header in 千元', () => {
    fc.assert(fc.property(amounts, (value) => fenOf(text(inUnit(value, 3)), 1_000) === value));
  });
});

test('the fast way and the careful reader agree', () => {
  const typed = fc.stringMatching(/^-?[￥¥]?\d{0,4}(,\d{3}){0,3}(\.\d{0,4})?$/);
  fc.assert(
    fc.property(typed, fc.constantFrom(0, 3, 4, 8), (shown, power) => {
      const fast = plainScaled(shown, power + 2);
      if (fast === undefined) return true;
      const amount = parseAmount(shown.normalize('NFKC'), power);
      if (amount === undefined) return false;
      const { value, rounded } = scale(amount.integer, amount.fraction, amount.power + 2);
      return !rounded && value !== undefined && fast === (amount.negative && value !== 0 ? -value : value);
    }),
    { numRuns: 2_000 },
  );
});

test('a text without digits and without 零 is never zero', () => {
  const letters = fc.constantFrom(...'元万亿千百十拾佰仟角分整负壹一二-+()（）/—.,¥￥ 借贷DRCR无已退款eE');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(letters, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (typed) => {
        fc.pre(!/[\d零〇]/.test(typed.normalize('NFKC')));
        return fenOf(text(typed)) !== 0;
      },
    ),
    { numRuns: 3_000 },
  );
});
