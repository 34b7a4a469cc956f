import { expect, test } from 'vitest';
import { isNote, repeatsHeader, totalOrPage } from '../../../../../electron/core/import/leave-out-rows.ts';
import { textCell } from '../../../../../shared/evidence/cell.ts';

const row = (...texts: string[]) => texts.map((text) => (text === '' ? null : textCell(text)));
const left = (texts: string[], hasEssential = false) => totalOrPage(row(...texts), () => hasEssential);

test('totals, sub-totals and carried balances are no rows, however they are spaced', () => {
  for (const word of [
    '合计',
    '合 计',
    '总计：',
    '小计',
    '本页合计',
    '本月合计',
    '人民币合计',
    '累计收入金额合计',
    '期初余额',
    '过次页',
    'Grand Total',
  ]) {
    expect([word, left([word, '', '1,234.56'], true)]).toEqual([word, 'total']);
  }
});

test('a row that begins like a total is one only when it has no date or name of its own', () => {
  expect(left(['支出笔数：12', '', '5'])).toBe('total');
  expect(left(['合计支付货款', '2024-01-02', '5'], true)).toBeUndefined();
  expect(left(['2024-01-02', '合计支付货款', '5'], true)).toBeUndefined();
});

test('page marks stand alone', () => {
  for (const mark of ['第 3 页', '第3页 共9页', '3/9', '- 3 -', 'Page 3 of 9'])
    expect([mark, left([mark])]).toEqual([mark, 'page']);
  expect(left(['3/9', '张某', '5'])).toBeUndefined();
});

test('notes fill few cells and say what notes say; a broken row fills more', () => {
  expect(isNote(row('以下无正文'), 8)).toBe(true);
  expect(isNote(row('制表：张某', '', '', '审核：李某'), 8)).toBe(true);
  expect(isNote(row('打印时间：2024-01-02', '操作员：001'), 8)).toBe(true);
  expect(isNote(row('不详', '付', '面议'), 6)).toBe(false);
  expect(isNote(row('', '张某', '讲课费', '2000', '某医院'), 6)).toBe(false);
});

test('a repeated header is one, also when a cell of it is cut', () => {
  const headers = new Map([
    [0, '交易日期'],
    [1, '金额'],
    [2, '摘要'],
  ]);
  expect(repeatsHeader(row('交易日期', '金额', '摘要'), headers)).toBe(true);
  expect(repeatsHeader(row('交易日期', '金额', '摘'), headers)).toBe(true);
  expect(repeatsHeader(row('2024-01-02', '5', '摘要'), headers)).toBe(false);
});
