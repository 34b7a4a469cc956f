import { addDays, dayOf, daysBetween } from '../../../../shared/evidence/day.ts';
import { tidy } from '../../../../shared/evidence/text.ts';
import { englishDays } from './english-days.ts';
import { feastIn } from './feasts.ts';

/** A span of days, both ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const digits = '零一二三四五六七八九十';
const count = String.raw`(\d{1,3}|[一二两三四五六七八九十]|半)`;
const recent = new RegExp(`^(?:近|最近)${count}(天|日|周|个?月|年)$`);
const one =
  /^(?:(\d{4})年|(\d{4})年(\d{1,2})月份?|(\d{4})年(\d{1,2})月(\d{1,2})[日号]|(\d{4})[-./](\d{1,2})|(\d{4})[-./](\d{1,2})[-./](\d{1,2}))$/;
const ofYear = /^(今年|去年|前年|\d{4}年)(.+)$/;
const quarter = /^(?:第?([一二三四1-4])季度?|q([1-4]))$/i;
const monthDay = /^(\d{1,2})月份?(?:(\d{1,2})[日号])?$/;

/**
 * 2023年8月, 2023-08-15, 2023年8月至10月; 去年, 上个月, 近三个月, 上周, 去年三季度, 去年国庆 are counted from `today`; March 2024, last 3 months likewise.
 * undefined: the text is no date.
 */
export function readDayQuery(typed: string, today: string): DayRange | undefined {
  const text = (englishDays(typed) ?? tidy(typed)).replace(/\s+/g, '');
  const [first, last, ...more] = text.split(/至|到|~/);
  if (first === undefined || last === undefined || more.length > 0) return spanIn(text, today);
  const from = spanIn(first, today);
  // 2023年8月至10月: the year stands once
  const to = spanIn(last, today) ?? (from && spanIn(`${from.from.slice(0, 4)}年${last}`, today));
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : undefined;
}

const spanIn = (text: string, today: string): DayRange | undefined =>
  spanOf(text) ?? named(text, today) ?? partOfYear(text, today) ?? upToToday(text, today);

function spanOf(text: string): DayRange | undefined {
  const found = one.exec(text);
  if (!found) return undefined;
  const [, y1, y2, m2, y3, m3, d3, y4, m4, y5, m5, d5] = found;
  const year = Number(y1 ?? y2 ?? y3 ?? y4 ?? y5);
  const month = m2 ?? m3 ?? m4 ?? m5;
  const day = d3 ?? d5;
  if (month === undefined) return wholeYear(year);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return day === undefined ? monthOf(year, Number(month)) : dayAlone(year, Number(month), Number(day));
}

function named(text: string, today: string): DayRange | undefined {
  const [year, month] = today.split('-').map(Number) as [number, number];
  // a week begins on Monday; 1970-01-05 was one
  const monday = addDays(today, -(((daysBetween('1970-01-05', today) % 7) + 7) % 7));
  const days = (from: string, many = 1): DayRange => ({ from, to: addDays(from, many - 1) });
  const spans: Readonly<Record<string, () => DayRange>> = {
    今天: () => days(today),
    昨天: () => days(addDays(today, -1)),
    前天: () => days(addDays(today, -2)),
    本周: () => days(monday, 7),
    上周: () => days(addDays(monday, -7), 7),
    本月: () => monthOf(year, month),
    上月: () => monthOf(year, month - 1),
    上上月: () => monthOf(year, month - 2),
    今年: () => wholeYear(year),
    去年: () => wholeYear(year - 1),
    前年: () => wholeYear(year - 2),
  };
  const plain = text
    .replace(/^这个?/, '本')
    .replace(/个(?=[月周])/, '')
    .replace('星期', '周');
  return Object.hasOwn(spans, plain) ? spans[plain]?.() : undefined;
}

/** 去年8月, 今年3月5日, 去年三季度, 2023年上半年, 去年国庆. */
function partOfYear(text: string, today: string): DayRange | undefined {
  const [, which = '', part = ''] = ofYear.exec(text) ?? [];
  const span = spanOf(which) ?? named(which, today);
  if (!span) return undefined;
  const year = Number(span.from.slice(0, 4));
  const months = (first: number, last: number) => ({ from: monthOf(year, first).from, to: monthOf(year, last).to });
  if (part === '上半年') return months(1, 6);
  if (part === '下半年') return months(7, 12);
  const [, word, figure] = quarter.exec(part) ?? [];
  const n = figure ?? word;
  if (n !== undefined) {
    const at = digits.includes(n) ? digits.indexOf(n) : Number(n);
    return months(3 * at - 2, 3 * at);
  }
  const [, month, day] = monthDay.exec(part) ?? [];
  if (month === undefined) return feastIn(year, part);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return day === undefined ? monthOf(year, Number(month)) : dayAlone(year, Number(month), Number(day));
}

/** 近三个月, 最近七天. */
function upToToday(text: string, today: string): DayRange | undefined {
  const [, amount, unit = ''] = recent.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const n =
    amount === '半' ? 0.5 : amount === '两' ? 2 : digits.includes(amount) ? digits.indexOf(amount) : Number(amount);
  if (unit === '天' || unit === '日') return { from: addDays(today, 1 - Math.ceil(n)), to: today };
  if (unit === '周') return { from: addDays(today, 1 - Math.ceil(7 * n)), to: today };
  return { from: monthsBefore(today, unit === '年' ? 12 * n : Math.ceil(n)), to: today };
}

const two = (n: number): string => String(n).padStart(2, '0');

const wholeYear = (year: number): DayRange => ({ from: `${year}-01-01`, to: `${year}-12-31` });

function dayAlone(year: number, month: number, day: number): DayRange | undefined {
  const only = dayOf(year, month, day);
  return only === undefined ? undefined : { from: only, to: only };
}

/** A whole month; months before January are those of the year before. */
function monthOf(year: number, month: number): DayRange {
  const n = year * 12 + month - 1;
  const first = (of: number) => `${Math.floor(of / 12)}-${two((of % 12) + 1)}-01`;
  return { from: first(n), to: addDays(first(n + 1), -1) };
}

/** The same day so many months earlier, or the last one of that month. */
function monthsBefore(today: string, months: number): string {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const { to } = monthOf(year, month - months);
  const same = `${to.slice(0, 8)}${two(day)}`;
  return same < to ? same : to;
}
