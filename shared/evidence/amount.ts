import { readCapitals } from './capitals.ts';
import { type Currency, readCurrency } from './currency.ts';

/** How an amount was written, where that is more than digits; kept so that a person can look at the cell again. */
export type MoneyFlag =
  | 'negative-in-parentheses'
  | 'trailing-minus'
  /** 贷, Cr, 收 beside the figure: money in, seen from the holder of the statement. */
  | 'marked-in'
  /** 借, Dr, 支 beside the figure: money out. */
  | 'marked-out'
  /** 131.77(已退款89.84): the value is what is left. */
  | 'partial-refund'
  | 'full-refund'
  /** 1.2E+05: a program may have cut off digits before it wrote this. */
  | 'scientific'
  /** Fractions of the smallest unit were rounded half up. */
  | 'rounded'
  /** 3.5万: the cell's own unit, which goes before the header's. */
  | 'unit-in-cell'
  | 'capitals'
  /** $ or another sign that does not say which currency it is. */
  | 'foreign-sign';

/** An amount taken apart: ±integer.fraction × 10^power. Nothing is rounded yet. */
export interface Amount {
  readonly negative: boolean;
  readonly integer: string;
  readonly fraction: string;
  readonly power: number;
  readonly currency: Currency | undefined;
  readonly flags: readonly MoneyFlag[];
}

const markBefore = /^(借方?|贷方?|支出?|收入?|DR|CR)\.?\s*:?\s*(?=[-+(¥\d])/i;
const markAfter = /(?<=[\d)元整\s])\s*(借方?|贷方?|支出|收入|DR|CR)\.?$/i;
const marksIn = /^[贷收C]/i;
const currencyBefore =
  /^(人民币|RMB|CNY|¥|US\$|USD|HK\$|HKD|EUR|€|GBP|£|JPY|美元|港元|港币|欧元|英镑|日元|\$)\s*:?\s*/i;
const currencyAfter = /\s*(人民币|RMB|CNY|US\$|USD|HKD|EUR|€|GBP|JPY|美元|港元|港币|欧元|英镑|日元)$/i;
const unitAfter = /\s*(亿元|亿|千万元|千万|百万元|百万|万元|万|千元|千|元|圆|块)[整正]?$/;
const unitPowers: Readonly<Record<string, number>> = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, 元: 0, 圆: 0, 块: 0 };
const grouped = /^(?:\d+|[1-9]\d{0,2}([,' ])\d{3}(?:\1\d{3})*|[1-9]\d{0,3}([,' ])\d{4}(?:\2\d{4})*)?(?:\.(\d*))?$/;
const scientific = /^(\d+)(?:\.(\d+))?e([+-]?\d{1,3})$/i;
const separators = /[,' ]/g;

/**
 * Takes apart what a person or a program typed as an amount (text from `figureText`, not "nothing").
 * `headerPower` is the power of ten of the header's unit; a unit in the cell goes before it.
 * undefined: no amount, or one that can be read in two ways: 12,5 · (-300) · 1.2万（含税）.
 */
export function parseAmount(text: string, headerPower: number): Amount | undefined {
  const flags: MoneyFlag[] = [];
  let rest = text.replace(/[−–]/g, '-');
  let currency: Currency | undefined;
  let minuses = 0;

  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest);
    if (!found) return undefined;
    rest = rest.replace(pattern, '').trim();
    return found[1];
  };
  const takeCurrency = (pattern: RegExp): boolean => {
    const sign = take(pattern);
    if (sign === undefined) return true;
    const named = sign === '$' ? undefined : readCurrency(sign);
    if (named === undefined) flags.push('foreign-sign');
    const agrees = currency === undefined || named === currency;
    currency = named ?? currency;
    return agrees;
  };

  const mark = take(markBefore) ?? take(markAfter);
  if (mark !== undefined) flags.push(marksIn.test(mark) ? 'marked-in' : 'marked-out');
  if (!takeCurrency(currencyBefore)) return undefined;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    rest = rest.slice(1, -1).trim();
    flags.push('negative-in-parentheses');
    minuses++;
    if (!takeCurrency(currencyBefore)) return undefined;
  }
  if (rest.startsWith('-') || rest.startsWith('+')) {
    if (rest.startsWith('-')) minuses++;
    rest = rest.slice(1).trim();
    if (!takeCurrency(currencyBefore)) return undefined;
  }
  if (!takeCurrency(currencyAfter)) return undefined;
  if (rest.endsWith('-')) {
    rest = rest.slice(0, -1).trim();
    flags.push('trailing-minus');
    minuses++;
  }
  if (minuses > 1) return undefined;

  if (!/\d/.test(rest)) return inWords(rest, headerPower, minuses === 1, currency, flags);

  const word = take(unitAfter);
  let power = headerPower;
  if (word !== undefined) {
    power = unitPowers[word.length > 1 ? word.replace('元', '') : word] ?? headerPower;
    flags.push('unit-in-cell');
  }
  const plain = grouped.exec(rest);
  if (plain && rest !== '' && rest !== '.') {
    const point = rest.indexOf('.');
    const integer = (point < 0 ? rest : rest.slice(0, point)).replace(separators, '');
    return { negative: minuses === 1, integer, fraction: plain[3] ?? '', power, currency, flags };
  }
  const exponential = scientific.exec(rest);
  if (!exponential) return undefined;
  flags.push('scientific');
  return {
    negative: minuses === 1,
    integer: exponential[1] ?? '',
    fraction: exponential[2] ?? '',
    power: power + Number(exponential[3]),
    currency,
    flags,
  };
}

/** 伍仟 under a header in 万元 can mean 5 000 or 50 million: words without their own unit are read in yuan only. */
function inWords(
  text: string,
  headerPower: number,
  negative: boolean,
  currency: Currency | undefined,
  flags: readonly MoneyFlag[],
): Amount | undefined {
  const written = readCapitals(text);
  if (!written || (negative && written.fen < 0) || (!written.scaled && headerPower !== 0)) return undefined;
  return {
    negative: negative || written.fen < 0,
    integer: String(Math.abs(written.fen)),
    fraction: '',
    power: -2,
    currency,
    flags: [...flags, 'capitals'],
  };
}
