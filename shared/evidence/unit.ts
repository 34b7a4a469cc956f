import { missingCase } from '../plain/brand.ts';
import { type Currency, readCurrency } from './currency.ts';
import { tidy } from './text.ts';

/** 单位: yuan that one counted unit stands for; (万元) is 10 000. */
export type Unit = 1 | 1_000 | 10_000 | 1_000_000 | 10_000_000 | 100_000_000;

export const isUnit = (value: number): value is Unit => Object.values(wordUnits).some((unit) => unit === value);

/** The power of ten of a unit: 万元 → 4. */
export function unitPower(unit: Unit): number {
  switch (unit) {
    case 1:
      return 0;
    case 1_000:
      return 3;
    case 10_000:
      return 4;
    case 1_000_000:
      return 6;
    case 10_000_000:
      return 7;
    case 100_000_000:
      return 8;
    default:
      return missingCase(unit);
  }
}

const wordUnits: Readonly<Record<string, Unit>> = {
  元: 1,
  千元: 1_000,
  万: 10_000,
  万元: 10_000,
  百万: 1_000_000,
  百万元: 1_000_000,
  千万: 10_000_000,
  千万元: 10_000_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};

const unitWord = '千万元|百万元|千万|百万|亿元|万元|千元|元|万|亿';
const foreign = '美元|美金|港元|港币|欧元|英镑|日元';
// (万元) · (单位:万元) · (人民币万元) · (元/盒) · (万美元), anywhere in the header
const bracketed = new RegExp(
  `[([【<]\\s*(?:单位\\s*:?\\s*)?(?:人民币\\s*[/,、]?\\s*)?(?:(${unitWord})|(千|百万|万|亿)?(${foreign}))\\s*(?:[,、]\\s*人民币\\s*|/[^)\\]】>]*)?[)\\]】>]`,
);
// 金额/万元 · 金额:万元 · 金额 万元 · 合同金额万元. A bare 元 needs something before it: 单元 is not an amount.
const trailing = new RegExp(
  `(?:\\s*[:/ _-]\\s*(?:单位\\s*:?\\s*)?(?:人民币)?(${unitWord})|(千万元|百万元|亿元|万元|千元))\\s*$`,
);

/** A header without its unit, and the unit where it states one; undefined: the title of the sheet may state it. */
export interface HeaderUnit {
  readonly header: string;
  readonly unit: Unit | undefined;
  /** Only where the header names another currency: 注册资本(万美元). */
  readonly currency?: Currency;
}

/** 金额（万元） → 金额 and 10 000; 单价(元/盒) → 单价 and 1; 金额 → 金额 and undefined. */
export function splitUnit(header: string): HeaderUnit {
  const text = tidy(header);
  const found = bracketed.exec(text) ?? trailing.exec(text);
  if (!found) return { header: text, unit: undefined };
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim();
  if (found[3] === undefined) return { header: rest, unit: wordUnits[found[1] ?? found[2] ?? ''] };
  const currency = readCurrency(found[3]);
  const unit = wordUnits[`${found[2] ?? ''}元`];
  return currency ? { header: rest, unit, currency } : { header: rest, unit };
}

const inTitle = new RegExp(
  `单位\\s*[:为]?\\s*[(]?\\s*(?:人民币|RMB|CNY)?\\s*[/,、]?\\s*(${unitWord})(?![\\u4e00-\\u9fff])`,
  'i',
);

/** The unit a title row states: 单位：万元, (金额单位:人民币元). undefined: it states none. */
export function titleUnit(title: string): Unit | undefined {
  const word = inTitle.exec(tidy(title))?.[1];
  return word === undefined ? undefined : wordUnits[word];
}
