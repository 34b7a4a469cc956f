import { failed, ok, type Read } from '../protocol/problem.ts';
import type { CellOrEmpty } from './cell.ts';
import { type Day, daysInMonth } from './day.ts';
import { type DateOrder, type Moment, type Precision, parseMoment } from './moment.ts';
import { type DateOptions, readDate } from './read-date.ts';
import { figureText, saysNothing, seenIn } from './text.ts';
import { parseTime, type Time } from './time.ts';

/** 起止日期: first and last day, both included; a month is all its days, with precision 'month'. */
export interface DateRange {
  readonly start: Day;
  readonly end: Day;
  readonly startTime?: Time;
  readonly endTime?: Time;
  readonly precision: Precision;
}

/**
 * Reads the days of a meeting or a period: 2024年5月6日-8日, 2024.5.30至6.2, a~b, 2024-05-06 08:30-11:30, one day, one
 * month. null: empty. Problems: date.unreadable (also where the end lies before the start), date.ambiguous,
 * date.out-of-range.
 */
export function readDateRange(cell: CellOrEmpty, options: DateOptions = {}): Read<DateRange | null> {
  const single = readDate(cell, options);
  if (single.ok) return single.value === null ? ok(null) : ok(rangeOf(single.value, single.value));
  if (cell === null || single.problem.code !== 'date.unreadable' || typeof cell.raw !== 'string') return single;

  const text = figureText(cell.raw)?.replace(weekdays, '').trim();
  if (text === undefined || saysNothing(text)) return single;
  const ends = shortEnd(text) ?? monthSpan(text) ?? splitEnds(text, options.order ?? 'ask');
  if (ends === 'ambiguous') return failed('date.ambiguous', { seen: seenIn(cell) });
  if (ends === undefined) return single;

  const range = rangeOf(...ends);
  const { range: believed } = options;
  if (isBackwards(range)) return single;
  const isOutside = believed !== undefined && (range.start < believed.from || range.end > believed.to);
  return isOutside ? failed('date.out-of-range', { seen: seenIn(cell) }) : ok(range);
}

const weekdays = /\s*[(]?(?:星期|周)[一二三四五六日天][)]?/g;
const dash = '(?:[-~至到—–]|--)';
const shortEndForm = new RegExp(
  `^(\\d{4})\\s*(年|[-/.])\\s*(\\d{1,2})\\s*(月|[-/.])\\s*(\\d{1,2})\\s*[日号]?\\s*${dash}\\s*` +
    '(?:(\\d{4})\\s*[年/.-]\\s*(?=\\d{1,2}\\s*[月/.-]))?(?:(\\d{1,2})\\s*[月/.-]\\s*)?(\\d{1,2})\\s*[日号]?$',
);

type Ends = readonly [Moment, Moment];

/** 2024年5月6日-8日, 2024.5.30至6.2, 2024-05-06~2024-05-08: what the end leaves out is as in the start. */
function shortEnd(text: string): Ends | undefined {
  const found = shortEndForm.exec(text);
  if (!found) return undefined;
  const [, year = '', afterYear = '', month = '', afterMonth = '', day = '', endYear, endMonth, endDay = ''] = found;
  if (afterYear === '年' ? afterMonth !== '月' : afterMonth !== afterYear) return undefined;
  return pair(
    parseMoment(`${year}-${month}-${day}`, 'ask'),
    parseMoment(`${endYear ?? year}-${endMonth ?? month}-${endDay}`, 'ask'),
  );
}

const monthSpanForm = new RegExp(`^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月?\\s*${dash}\\s*(\\d{1,2})\\s*月$`);

/** 2024年5月-6月. */
function monthSpan(text: string): Ends | undefined {
  const [, year, first, last] = monthSpanForm.exec(text) ?? [];
  return year === undefined
    ? undefined
    : pair(parseMoment(`${year}-${first}`, 'ask'), parseMoment(`${year}-${last}`, 'ask'));
}

/** Where one text falls into two: at a word or dash of its own, at a hyphen behind a time, or between two bare dates. */
const splits = [
  /^(.+?)\s*(?:至|到|~|—+|–|--+|\s-\s)\s*(.+)$/s,
  /^(.+\d{1,2}:\d{2}(?::\d{2})?)\s*-\s*(.+)$/s,
  /^([\d./]+)\s*-\s*([\d./]+)$/,
  /^([^-]*年[^-]*)-([^-]+)$/,
];

function splitEnds(text: string, order: DateOrder): Ends | 'ambiguous' | undefined {
  for (const split of splits) {
    const found = split.exec(text);
    if (!found) continue;
    const start = parseMoment((found[1] ?? '').trim(), order);
    if (start === 'ambiguous') return 'ambiguous';
    if (start === undefined) continue;
    const end = endOf((found[2] ?? '').trim(), start, order);
    if (end === 'ambiguous') return 'ambiguous';
    if (end !== undefined) return [start, end];
  }
  return undefined;
}

/** The end as a time of the same day, a full date, or a date without its year or month. */
function endOf(text: string, start: Moment, order: DateOrder): Moment | 'ambiguous' | undefined {
  const time = start.time === undefined ? undefined : parseTime(text);
  if (time !== undefined) return { day: start.day, time, precision: 'second' };
  const full = parseMoment(text, order);
  // 2024.5-6 may be two months or one day
  if (full !== undefined || start.precision === 'month') return full;
  const [, month = start.day.slice(5, 7), day, rest = ''] =
    /^(?:(\d{1,2})\s*[月/.-]\s*)?(\d{1,2})\s*[日号]?(?!\d)(.*)$/s.exec(text) ?? [];
  return day === undefined ? undefined : parseMoment(`${start.day.slice(0, 4)}-${month}-${day}${rest}`, order);
}

function pair(start: Moment | 'ambiguous' | undefined, end: Moment | 'ambiguous' | undefined): Ends | undefined {
  const isComplete = start !== undefined && end !== undefined && start !== 'ambiguous' && end !== 'ambiguous';
  return isComplete ? [start, end] : undefined;
}

function rangeOf(from: Moment, to: Moment): DateRange {
  const isMonth = from.precision === 'month' || to.precision === 'month';
  return {
    start: from.day,
    end: to.precision === 'month' ? lastOfMonth(to.day) : to.day,
    ...(from.time ? { startTime: from.time } : {}),
    ...(to.time && to !== from ? { endTime: to.time } : {}),
    precision: isMonth ? 'month' : from.time || to.time ? 'second' : 'day',
  };
}

function isBackwards({ start, end, startTime, endTime }: DateRange): boolean {
  return end < start || (end === start && startTime !== undefined && endTime !== undefined && endTime < startTime);
}

const lastOfMonth = (day: Day): Day =>
  `${day.slice(0, 8)}${daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`;
