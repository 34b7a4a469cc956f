import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SSF } from 'xlsx';
import { CellFormat } from '../../../../../../../electron/core/import/read/xlsx/cell-format.ts';
import { builtinFormat } from '../../../../../../../electron/core/import/read/xlsx/number-formats.ts';

const pack = (code: string, value: number, date1904 = false) => {
  const text = String(value);
  const plain =
    /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text) && text.replace(/[-.]/g, '').length <= 15 && text !== '-0';
  const decimals = plain ? (text.split('.')[1]?.length ?? 0) : -1;
  return JSON.parse(new CellFormat(code, date1904).pack(value, text, decimals, false));
};
const shown = (code: string, value: number, date1904 = false) => pack(code, value, date1904)[2];

test('amounts are rounded from their decimal digits, halves away from zero, as Excel does', () => {
  expect(
    [
      ['0.00', 1.005],
      ['#,##0.00', 1234567.005],
      ['#,##0.00_ ', -1234.5],
      ['0', -0.4],
      ['0.0%', 0.1785],
      ['0.00%', 0.12345],
      ['0%', 1],
      ['#,##0', 999_999.5],
      ['0.000000000000000', 347.99232604148267],
      ['#,##0.00', 123456789012345680],
    ].map(([code, value]) => shown(code as string, value as number)),
  ).toEqual([
    '1.01',
    '1,234,567.01',
    '-1,234.50 ',
    '0',
    '17.9%',
    '12.35%',
    '100%',
    '1,000,000',
    '347.992326041483000',
    '123,456,789,012,346,000.00',
  ]);
});

test('General shows eleven digits at most, a long number with its exponent', () => {
  expect([20000, 0.1 + 0.2, 6222021234567890, 0.00001, 1e21, -12.5].map((value) => shown('General', value))).toEqual([
    '20000',
    '0.3',
    '6.22202E+15',
    '0.00001',
    '1E+21',
    '-12.5',
  ]);
});

test('the short way shows what the formatter shows', () => {
  const short = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(short, ([digits, places]) => {
      const value = digits / 10 ** places;
      for (const code of ['General', '0', '0.00', '#,##0.00', '#,##0.000'])
        if (places === 0 || code !== '0')
          expect(shown(code, value)).toBe(SSF.format(code, Number(value.toPrecision(15))));
    }),
    { numRuns: 300 },
  );
});

test('days known by number only are those of Chinese Windows', () => {
  expect([14, 22, 31, 57, 58, 33].map((id) => shown(builtinFormat(id), 45488.5))).toEqual([
    '2024/7/15',
    '2024/7/15 12:00',
    '2024年7月15日',
    '2024年7月',
    '7月15日',
    '12时00分00秒',
  ]);
  expect(shown(builtinFormat(34), 45488.75)).toBe('下午6时00分');
  expect(pack('yyyy-mm-dd', 44026, true)).toEqual(['d', 44026, '2024-07-15']);
  expect(pack('[$-804]yyyy"年"m"月"', 45488)[2]).toBe('2024年7月');
});

test('what a format hides or cannot show is shown as the number it is', () => {
  expect([shown(';;;', 12.5), shown('yyyy-mm-dd', -1), shown('#,##0;-#,##0;', 0), shown('aaaa[', 3)]).toEqual([
    '12.5',
    '-1',
    '0',
    '3',
  ]);
});
