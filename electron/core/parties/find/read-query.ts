import { type AmountRange, readAmountQuery } from './amount-query.ts';
import { type DayRange, readDayQuery } from './day-query.ts';

/** What was typed, taken apart. */
export interface Query {
  /** all of it */
  readonly text: string;
  /** the words that are looked for among names, numbers and posts: each of them has to fit */
  readonly words: readonly string[];
  readonly range: AmountRange | undefined;
  readonly span: DayRange | undefined;
  /** nothing but amounts compared and dates: no name is meant */
  readonly isComparison: boolean;
  /** whether cells that hold the text are meant too */
  readonly inCells: boolean;
}

/** More words than these are not told apart. */
const MOST_WORDS = 6;
const comparison = /^[><=≥≤＞＜＝]/;
const withUnit = /[元千万亿]|^[0-9][0-9,.]*[km]$/i;

/** `沈国栋`, `>10万`, `去年国庆`, `沈国栋 第一医院`, `沈国栋 2024年3月 >1万`; `today` is the civil day that words such as 上个月 count from. */
export function readQuery(typed: string, today: string): Query {
  const text = typed.trim();
  const range = readAmountQuery(text);
  const span = readDayQuery(text, today);
  const isComparison = range !== undefined && comparison.test(text);
  const whole = { text, words: [text], range, span, isComparison, inCells: !isComparison && [...text].length > 1 };
  const parts = text.split(/\s+/);
  if (range || span || parts.length === 1) return whole;
  const words: string[] = [];
  let [amounts, days] = [undefined, undefined] as [AmountRange | undefined, DayRange | undefined];
  for (const part of parts) {
    // a bare figure among words is the end of a number rather than an amount
    const amount = comparison.test(part) || withUnit.test(part) ? readAmountQuery(part) : undefined;
    const day = amount ? undefined : readDayQuery(part, today);
    if (amount) amounts = amounts ? within(amounts, amount) : amount;
    else if (day && !days) days = day;
    else words.push(part);
  }
  return {
    text,
    words: words.slice(0, MOST_WORDS),
    range: amounts,
    span: days,
    isComparison: words.length === 0,
    inCells: !amounts && !days,
  };
}

const within = (a: AmountRange, b: AmountRange): AmountRange => ({
  least: Math.max(a.least, b.least),
  most: Math.min(a.most, b.most),
});
