import { ok, type Read } from '../protocol/problem.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import type { Moment } from './moment.ts';
import { type DateOptions, readDate } from './read-date.ts';
import { plainTime, readTime, type Time, type TimeOptions } from './time.ts';

/** A date, or a time whose date stands in another column. */
export type MomentOrTime = Moment | { readonly time: Time };

/**
 * Reads a column such as 交易时间, which may hold date and time or the time alone. `hasDay`: the row has its date in
 * another column, so bare digits such as 45418 are a time (04:54:18), not a spreadsheet's day number, and 13.01.25 is one too.
 */
export function readMoment(
  cell: CellOrEmpty,
  options: DateOptions & TimeOptions & { readonly hasDay: boolean },
): Read<MomentOrTime | null> {
  const plain = cell?.type === 'text' ? plainTime(cell.shown) : undefined;
  if (plain !== undefined) return ok({ time: plain });
  if (options.hasDay && cell !== null && (isBareTime(cell) || isDottedTime(cell))) return timeAlone(cell, options);
  const asDate = readDate(cell, options);
  if (asDate.ok || asDate.problem.code !== 'date.unreadable') return asDate;
  const asTime = timeAlone(cell, options);
  return asTime.ok ? asTime : asDate;
}

function timeAlone(cell: CellOrEmpty, options: TimeOptions): Read<{ readonly time: Time } | null> {
  const read = readTime(cell, options);
  return read.ok ? ok(read.value === null ? null : { time: read.value }) : read;
}

/** 13.01.25 beside a date is a minute past one, not the 25th of January 2013. */
const isDottedTime = (cell: Cell): boolean =>
  cell.type === 'text' && /^\s*(?:[01]?\d|2[0-3])\.[0-5]\d\.[0-5]\d\s*$/.test(String(cell.raw));

const isBareTime = (cell: Cell): boolean =>
  cell.type === 'text' || cell.type === 'number'
    ? /^\s*(?:\d{3,6}|0?\.\d+|0)\s*$/.test(String(cell.raw))
    : cell.type === 'date' && typeof cell.raw === 'number' && cell.raw < 1;
