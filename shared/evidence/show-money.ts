import type { Fen } from './fen.ts';

const thousands = /\B(?=(?:\d{3})+(?!\d))/g;
const group = (whole: number): string => String(whole).replace(thousands, ',');

/** Hundredths as text: 128640000 → 1,286,400.00. */
function withTwoDecimals(hundredths: number): string {
  const size = Math.abs(hundredths);
  const rest = size % 100;
  return `${hundredths < 0 ? '-' : ''}${group((size - rest) / 100)}.${rest < 10 ? '0' : ''}${rest}`;
}

/** The exact amount in yuan without a unit, for column heads that state it, tooltips and reports: 1,286,400.00. */
export const exactYuan = (amount: Fen): string => withTwoDecimals(amount);

const scales = {
  'zh-CN': { prefix: '', yuan: '元', middle: 1e4, middleWord: '万元', large: 1e8, largeWord: '亿元' },
  en: { prefix: 'CNY ', yuan: '', middle: 1e6, middleWord: ' m', large: 1e9, largeWord: ' bn' },
} as const;

/**
 * An amount with its unit, short enough for a table: 9,800.00元 · 12.86万元 · 1.26亿元; CNY 128,600.00 · CNY 1.29 m.
 * From ten thousand (a million) on it is rounded half up to two decimals; the exact figure is `exactYuan`.
 */
export function showMoney(amount: Fen, lang: 'zh-CN' | 'en'): string {
  const { prefix, yuan, middle, middleWord, large, largeWord } = scales[lang];
  const start = `${prefix}${amount < 0 ? '-' : ''}`;
  const size = Math.abs(amount);
  if (size < middle * 100) return `${start}${withTwoDecimals(size)}${yuan}`;
  const inMiddle = hundredthsOf(middle, size);
  // 99 999 999.99 is 1.00亿元, not 10,000.00万元
  if (inMiddle < (large / middle) * 100) return `${start}${withTwoDecimals(inMiddle)}${middleWord}`;
  return `${start}${withTwoDecimals(hundredthsOf(large, size))}${largeWord}`;
}

/** Fen in hundredths of a unit of so many yuan, half up; one hundredth of that unit is just as many fen. */
function hundredthsOf(yuan: number, size: number): number {
  const rest = size % yuan;
  return (size - rest) / yuan + (rest * 2 >= yuan ? 1 : 0);
}
