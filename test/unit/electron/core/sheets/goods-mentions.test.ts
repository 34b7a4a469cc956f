import { expect, test } from 'vitest';
import { contractMention } from '../../../../../electron/core/sheets/contract-mention.ts';
import { invoiceMention } from '../../../../../electron/core/sheets/invoice-mention.ts';
import { lotKey, tenderMention } from '../../../../../electron/core/sheets/tender-mention.ts';
import { textCell } from '../../../../../shared/evidence/cell.ts';
import { exactPrice, shownPrice } from '../../../../../shared/evidence/price.ts';
import { readAward } from '../../../../../shared/evidence/yes-no.ts';

test('a lot is one however it is numbered, and a lot with a name keeps it', () => {
  const spellings = ['1', '01', '第1包', '包1', '1标段', '一包', '第01包', '01号'];
  expect(spellings.map(lotKey)).toEqual(spellings.map(() => '1'));
  expect(['A包', '骨科植入物', undefined].map(lotKey)).toEqual(['A', '骨科植入物', undefined]);
});

test('two lots of one project are two tenders', () => {
  const of = (lot: string) => tenderMention({ no: 'CX-2024-018', name: '骨科耗材采购', lot })?.idValue;
  expect(['1', '第1包', '2'].map(of)).toEqual(['CX-2024-018 第1包', 'CX-2024-018 第1包', 'CX-2024-018 第2包']);
});

test('an invoice is its 20 digits, or code and number; 8 digits alone are its seller’s', () => {
  const of = (no: string, code?: string) => invoiceMention({ no, code, seller: '甲咨询有限公司' });
  expect(of('24990000000000000001')?.idValue).toBe('24990000000000000001');
  expect(of('00000018', '099900000001')?.idValue).toBe('099900000001-00000018');
  expect([of('00000018')?.idValue, of('00000018')?.key]).toEqual([null, '00000018 甲咨询']);
});

test('one contract number of other parties is another contract, whichever party stands first', () => {
  const of = (partyA: string, partyB: string) =>
    contractMention({ no: 'HT-001', name: '推广合同', partyA, partyB, day: '2024-01-05' })?.idValue;
  expect(of('甲制药有限公司', '乙咨询有限公司')).toBe(of('乙咨询有限公司', '甲制药有限公司'));
  expect(of('甲制药有限公司', '乙咨询有限公司')).not.toBe(of('甲制药有限公司', '丙咨询有限公司'));
});

test('中标 and 未中标 are answers, 第一中标候选人 is none', () => {
  const read = (word: string) => {
    const found = readAward(textCell(word));
    return found.ok ? found.value : found.problem.code;
  };
  expect(['中标', '成交', '是'].map(read)).toEqual([true, true, true]);
  expect(['未中标', '落标', '否'].map(read)).toEqual([false, false, false]);
  expect(['', '第一中标候选人'].map(read)).toEqual([null, 'choice.unreadable']);
});

test('a price is shown with every decimal it has and at least two', () => {
  expect([32_500, 12_345_678, 25_000_000_000, 0, -500_000].map(exactPrice)).toEqual([
    '0.0325',
    '12.345678',
    '25000.00',
    '0.00',
    '-0.50',
  ]);
  expect([25_536_032_842, 1_234_500_000, 500_000, -500_000, -1_234_500_000].map(shownPrice)).toEqual([
    '25,536.032842',
    '1,234.50',
    '0.50',
    '-0.50',
    '-1,234.50',
  ]);
});
