import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureText, normHeader, saysNothing, seenIn, tidy, valueText } from '../../../../shared/evidence/text.ts';
import { number, text } from './cells.ts';

test('full width, tabs, hard spaces and invisible characters are gone', () => {
  expect(tidy('\ufeff２０２３年８月（上海）Ａ公司\u200b\t')).toBe('2023年8月(上海)A公司');
  expect(tidy('张\u00a0三')).toBe('张 三');
  expect(tidy('甲\r\n乙')).toBe('甲\n乙');
  expect(tidy('\u202e100\u202c')).toBe('100');
});

test('tidying twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => tidy(tidy(typed)) === tidy(typed)));
});

test('marks that keep a figure text are taken off', () => {
  expect(["'0012", '="0012"', '’0012', '0012'].map(valueText)).toEqual(['0012', '0012', '0012', '0012']);
});

test('superscripts, circled numbers and fractions do not turn into digits', () => {
  expect(['5²', '①', '½', '５'].map(figureText)).toEqual([undefined, undefined, undefined, '5']);
});

test('dashes and words for nothing say nothing', () => {
  expect(['', '-', '——', '-----', '/', '\\N', '无', 'NULL', 'n/a', '- -'].every(saysNothing)).toBe(true);
  expect(['0', '零', '无锡', '一', '.', '其他'].some(saysNothing)).toBe(false);
});

test('a problem quotes the cell as displayed', () => {
  expect(seenIn(number(1.5, '¥1.50'))).toBe('¥1.50');
  expect(seenIn(number(1.5, ''))).toBe('1.5');
  expect(seenIn(text('长'.repeat(300)))).toHaveLength(201);
});

test.each([
  ['日 志 号', '日志号'],
  ['对方卡号/账号', '对方卡号账号'],
  ['讲课费（税后）', '讲课费税后'],
  ['金额(万元)', '金额'],
  ['*交易金额（元）', '交易金额'],
  ['金额（单位：万元）', '金额'],
  ['单价(元/盒)', '单价'],
  ['价税合计（小写）', '价税合计小写'],
  ['Account No.', 'accountno'],
  ['【摘要】', '摘要'],
  ['交易\n金额', '交易金额'],
])('the header %s is compared as %s', (header, key) => {
  expect(normHeader(header)).toBe(key);
});
