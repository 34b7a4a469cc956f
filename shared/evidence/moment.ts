import { type Day, dayOf } from './day.ts';
import { parseTime, type Time } from './time.ts';

/** How exactly a date is known. A month is kept as its first day and never used by questions about days. */
export type Precision = 'month' | 'day' | 'second';

/** How a date was written, where the reading rests on more than the text. */
export type DateFlag =
  /** 45418: a spreadsheet's day number. */
  | 'serial'
  | 'two-digit-year'
  /** Day and month were told apart by the order a person stated for the column. */
  | 'order-stated'
  /** A zone other than +08:00 stood behind it; the time is kept as written. */
  | 'other-zone'
  /** 上午, 下午, 全天: no clock time. */
  | 'part-of-day';

/** 日期 as read from a cell. */
export interface Moment {
  readonly day: Day;
  readonly time?: Time;
  readonly precision: Precision;
  readonly flags?: readonly DateFlag[];
}

export type DateOrder = 'ask' | 'dmy' | 'mdy' | 'ymd';

/** yyyy-mm-dd, yyyy/m/d, yyyy.m.d, yyyy年m月d日, two-digit years; the separators must agree: 2024.5-6 is two months. */
const yearFirst =
  /^(\d{4}|\d{2})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*[日号]?|([-/.])\s*(\d{1,2})\s*\4\s*(\d{1,2})(?!\d)\s*[日号]?)(.*)$/s;
const yearLast = /^(?:(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})|(\d)([-/.])(\d{1,2})\6(\d{2}))(?!\d)(.*)$/s;
const monthOnly = /^(\d{4})\s*(?:年\s*(\d{1,2})\s*月份?|([-/.])\s*(\d{1,2}))$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2})\d{0,3})?|([T\s-].*))?$/s;
const sixDigits = /^(\d{2})(\d{2})(\d{2})$/;
const namedMonth = /^(\d{1,2})(?:st|nd|rd|th)?[-\s/]*([a-z]{3,9})\.?[-\s/,]*(\d{4}|\d{2})(?!\d)(.*)$/is;
const namedMonthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)(.*)$/is;
/** 15-8月 -23, as Oracle prints it under a Chinese locale. */
const chineseNamedMonth = /^(\d{1,2})-(\d{1,2})月\s*-(\d{4}|\d{2})(?!\d)(.*)$/s;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longMonthNames =
  'january february march april may june july august september october november december sept'.split(' ');

/**
 * A tidy text as a date. 'ambiguous': day and month cannot be told apart and no order was stated.
 * undefined: no date, no such day, or something behind it that is no time.
 */
export function parseMoment(text: string, order: DateOrder): Moment | 'ambiguous' | undefined {
  const found = yearFirst.exec(text);
  if (found) {
    const [, year = '', monthCn, dayCn, separator, monthPlain, dayPlain, rest = ''] = found;
    const [month, day] = [monthCn ?? monthPlain ?? '', dayCn ?? dayPlain ?? ''];
    if (year.length === 2 && separator === '/' && day.length === 2) return shortSlashed(year, month, day, rest, order);
    if (year.length === 2 && separator !== undefined && (order === 'dmy' || order === 'mdy') && day.length === 2) {
      return ordered(year, month, day, rest, order);
    }
    return moment(year, month, day, rest);
  }
  const digits = compact.exec(text);
  if (digits) {
    const [, year = '', month = '', day = '', hour, minute, second, rest = ''] = digits;
    return moment(year, month, day, hour === undefined ? rest : `${hour}:${minute}:${second ?? '00'}`);
  }
  const byMonth = monthOnly.exec(text);
  if (byMonth) return monthOf(byMonth[1] ?? '', byMonth[2] ?? byMonth[4] ?? '');
  const last = yearLast.exec(text);
  if (last) {
    const [, a, , b, year, shortA = '', , shortB = '', shortYear = '', rest = ''] = last;
    return dayAndMonth(a ?? shortA, b ?? shortB, year ?? shortYear, rest, order);
  }
  const six = sixDigits.exec(text);
  if (six) return yearAndMonth(six[1] ?? '', six[2] ?? '', six[3] ?? '');
  return withNamedMonth(text);
}

/** 5/6/2024: a number above 12 settles which one is the day, equal numbers need no settling. */
function dayAndMonth(
  a: string,
  b: string,
  year: string,
  rest: string,
  order: DateOrder,
): Moment | 'ambiguous' | undefined {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return moment(year, b, a, rest);
  if (second > 12) return moment(year, a, b, rest);
  if (order === 'dmy') return flagged(moment(year, b, a, rest), 'order-stated');
  if (order === 'mdy') return flagged(moment(year, a, b, rest), 'order-stated');
  return moment(year, b, a, rest) === undefined ? undefined : 'ambiguous';
}

/** 24/05/06: the year may stand first or last; 99/12/31 can only be read in one way, 24/05/31 in two (2031 is a year). */
function shortSlashed(
  a: string,
  b: string,
  c: string,
  rest: string,
  order: DateOrder,
): Moment | 'ambiguous' | undefined {
  if (order !== 'ask') return ordered(a, b, c, rest, order);
  const readings = [moment(a, b, c, rest), moment(c, b, a, rest), moment(c, a, b, rest)].filter(
    (one) => one !== undefined,
  );
  return new Set(readings.map((one) => one.day)).size > 1 ? 'ambiguous' : readings[0];
}

function ordered(a: string, b: string, c: string, rest: string, order: DateOrder): Moment | undefined {
  const read =
    order === 'dmy' ? moment(c, b, a, rest) : order === 'mdy' ? moment(c, a, b, rest) : moment(a, b, c, rest);
  return flagged(read, 'order-stated');
}

function withNamedMonth(text: string): Moment | undefined {
  const dayFirst = namedMonth.exec(text);
  if (dayFirst) return moment(dayFirst[3] ?? '', monthNumber(dayFirst[2] ?? ''), dayFirst[1] ?? '', dayFirst[4] ?? '');
  const monthFirst = namedMonthFirst.exec(text);
  if (monthFirst) {
    return moment(monthFirst[3] ?? '', monthNumber(monthFirst[1] ?? ''), monthFirst[2] ?? '', monthFirst[4] ?? '');
  }
  const chinese = chineseNamedMonth.exec(text);
  return chinese ? moment(chinese[3] ?? '', chinese[2] ?? '', chinese[1] ?? '', chinese[4] ?? '') : undefined;
}

function monthNumber(name: string): string {
  const word = name.toLowerCase();
  const isKnown = monthNames.includes(word) || longMonthNames.includes(word);
  return isKnown ? String(monthNames.indexOf(word.slice(0, 3)) + 1) : '0';
}

function monthOf(year: string, month: string): Moment | undefined {
  const day = dayOf(Number(year), Number(month), 1);
  return day === undefined ? undefined : { day, precision: 'month' };
}

/** 202405 is a month; 201012 is a month too, or the 12th of October 2020. */
function yearAndMonth(a: string, b: string, c: string): Moment | 'ambiguous' | undefined {
  const month = monthOf(a + b, c);
  return month !== undefined && moment(a, b, c, '') !== undefined ? 'ambiguous' : month;
}

const weekday = /[([]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)\]]?/;
const partOfDay = /^[(]?(?:上午|下午|晚上|晚|全天|早上)[)]?$/;
const zone = /\s*(Z|[+-]\d{2}:?\d{2})$/i;
const joint = /^[T\s,-]+/;
const bareDigits = /^\d+$/;
const withSeconds = /^\d{1,2}[.:]\d{1,2}[.:]\d{1,2}/;

function moment(yearText: string, month: string, date: string, behind: string): Moment | undefined {
  const isShort = yearText.length === 2;
  const year = isShort ? Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900) : Number(yearText);
  const day = dayOf(year, Number(month), Number(date));
  if (day === undefined) return undefined;
  const start: readonly DateFlag[] = isShort ? ['two-digit-year'] : [];
  if (behind === '') return withFlags({ day, precision: 'day' }, start);

  const isIso = behind.startsWith('T');
  const trimmed = behind.replace(weekday, '').trim();
  let rest = trimmed.replace(joint, '');
  if (rest === '') return withFlags({ day, precision: 'day' }, start);
  if (partOfDay.test(rest)) return withFlags({ day, precision: 'day' }, [...start, 'part-of-day']);
  // after a hyphen 05.08 or 20240508 is the end of a span of days; only a full time (DB2: -09.15.03) is a time
  if (trimmed.startsWith('-') && !withSeconds.test(rest)) return undefined;
  if (bareDigits.test(rest) && ![4, 5, 6, 9].includes(rest.length)) return undefined;
  const offset = zone.exec(rest)?.[1];
  // 09:15-11:30 is a span of time, not a zone
  if (offset !== undefined && (isIso || !offset.startsWith('-'))) rest = rest.replace(zone, '');
  const time = parseTime(rest);
  if (time === undefined) return undefined;
  const isOther = offset !== undefined && offset.replace(':', '') !== '+0800';
  return withFlags({ day, time, precision: 'second' }, isOther ? [...start, 'other-zone'] : start);
}

const withFlags = (read: Moment, flags: readonly DateFlag[]): Moment => (flags.length > 0 ? { ...read, flags } : read);

const flagged = (read: Moment | undefined, flag: DateFlag): Moment | undefined =>
  read && withFlags(read, [...(read.flags ?? []), flag]);
