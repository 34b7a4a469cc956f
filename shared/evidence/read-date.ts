import { failed, ok, type Read } from '../protocol/problem.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import { addDays, type Day } from './day.ts';
import { type DateOrder, type Moment, parseMoment } from './moment.ts';
import { plainMoment } from './plain-moment.ts';
import { looksLikeSerial, momentOfSerial } from './serial.ts';
import { figureText, saysNothing, seenIn } from './text.ts';

/** Days that are believed, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface DateOptions {
  /** the workbook counts days from 1904 */
  readonly date1904?: boolean | undefined;
  /** what a person said about the column; 'ask' (the default) makes 5/6/2024 a Problem */
  readonly order?: DateOrder | undefined;
  /** days outside are date.out-of-range; without it every day of 1900–2100 is taken */
  readonly range?: DayRange | undefined;
}

/** The days a booking can have: from 1990 to one year after tomorrow. */
export const bookingDays = (today: Day): DayRange => ({ from: '1990-01-01', to: addDays(today, 366) });

/**
 * Reads a date, with its time where one stands in the cell. Every form is listed in `moment.ts`; a month alone keeps
 * precision 'month'. null: empty. Problems: date.unreadable, date.ambiguous, date.out-of-range.
 */
export function readDate(cell: CellOrEmpty, options: DateOptions = {}): Read<Moment | null> {
  if (cell === null) return nothing;
  const read = momentOfCell(cell, options);
  if (read === null) return nothing;
  if (read === undefined) return failed('date.unreadable', { seen: seenIn(cell) });
  if (read === 'ambiguous') return failed('date.ambiguous', { seen: seenIn(cell) });
  const { range } = options;
  if (range && (read.day < range.from || read.day > range.to))
    return failed('date.out-of-range', { seen: seenIn(cell) });
  return ok(read);
}

const nothing: Read<null> = ok(null);

function momentOfCell(cell: Cell, options: DateOptions): Moment | 'ambiguous' | null | undefined {
  const { type, raw } = cell;
  const { date1904 = false, order = 'ask' } = options;
  if (type === 'date' && typeof raw === 'number') return momentOfSerial(raw, date1904);
  if (type === 'number' && typeof raw === 'number') return momentOfNumber(raw, date1904, order);
  if (typeof raw !== 'string' || (type !== 'text' && type !== 'date')) return undefined;
  const typed = raw.trim();
  return plainMoment(typed) ?? momentOfText(typed, date1904, order);
}

function momentOfText(typed: string, date1904: boolean, order: DateOrder): Moment | 'ambiguous' | null | undefined {
  const text = figureText(typed);
  if (text === undefined) return undefined;
  if (saysNothing(text)) return null;
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return momentOfNumber(Number(text), date1904, order);
  return parseMoment(text, order);
}

function momentOfNumber(value: number, date1904: boolean, order: DateOrder): Moment | 'ambiguous' | undefined {
  if (looksLikeSerial(value)) {
    const read = momentOfSerial(value, date1904);
    return read && { ...read, flags: ['serial'] };
  }
  const text = String(value);
  // 2024.10 typed as a number is stored as 2024.1: January and October look the same
  if (/^\d{4}\.1$/.test(text)) return 'ambiguous';
  return parseMoment(text, order);
}

/**
 * The order of day and month in a column of texts like 5/6/2024: one value above 12 settles it for all.
 * undefined: nothing settles it, or two values contradict each other; then a person is asked.
 */
export function dateOrderOf(texts: Iterable<string>): 'dmy' | 'mdy' | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const parts = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)/.exec(text);
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst = true;
    if (Number(parts[2]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}
