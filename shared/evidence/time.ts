import { failed, ok, type Read } from '../protocol/problem.ts';
import type { CellOrEmpty } from './cell.ts';
import { twoDigits } from './day.ts';
import { figureText, saysNothing, seenIn } from './text.ts';

/** 时刻 as HH:MM:SS, local. */
export type Time = string;

/** `compact`: what bare digits mean in this column. Without it 930 is 09:30 and 91503 is 09:15:03. */
export interface TimeOptions {
  readonly compact?: 'hhmm' | 'hhmmss' | undefined;
}

const iso = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const clock =
  /^(上午|下午|凌晨|晚上|AM|PM)?\s*(\d{1,2})\s*[:.时点]\s*(?:(\d{1,2})(?:\s*分|\s*[:.分]\s*(\d{1,2})(?:[.:,]\d{1,9})?\s*秒?)?)?\s*(上午|下午|AM|PM)?$/i;
const afternoon = /^(?:下午|晚上|PM)$/i;
const digitsOnly = /^\d{1,9}$/;

export function timeOf(hour: number, minute: number, second: number): Time | undefined {
  // written so that NaN is refused too
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  return `${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}`;
}

/** The fast way for 09:15:03, which nothing else is written like. undefined: the careful reader decides. */
export const plainTime = (text: string): Time | undefined =>
  text.length === 8 && text.charCodeAt(2) === 0x3a && iso.test(text) ? text : undefined;

/** The time of a number of seconds since midnight. */
export const timeOfSeconds = (seconds: number): Time =>
  `${twoDigits[Math.floor(seconds / 3600)]}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}`;

/** Seconds since midnight of a time as it is kept. */
export const secondsOfTime = (time: Time): number =>
  Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));

/**
 * A time as text: 9:15, 09:15:03.120, 09.15.03, 9时15分3秒, 下午3:05, 3:05 PM, 143025, 930, 091503123 (milliseconds, the
 * leading zero may be lost). Fractions of a second are dropped. undefined: no time of day.
 */
export function parseTime(text: string, { compact }: TimeOptions = {}): Time | undefined {
  if (iso.test(text)) return text;
  if (digitsOnly.test(text)) return compactTime(text, compact);
  const found = clock.exec(text);
  if (!found) return undefined;
  const [whole, before, hourText, minuteText, secondText, after] = found;
  if (minuteText === undefined && !/[时点]/.test(whole)) return undefined;
  if (before !== undefined && after !== undefined) return undefined;
  // 9.5 may be half past nine
  if (minuteText?.length === 1 && whole.includes('.')) return undefined;
  const hour = hourOfDay(Number(hourText), before ?? after);
  if (hour === undefined) return undefined;
  return timeOf(hour, Number(minuteText ?? 0), Number(secondText ?? 0));
}

/** 下午3 → 15, 上午12 → 0. 晚上12 can be either midnight: not read. A morning after noon contradicts itself. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (half === '晚上' && hour === 12) return undefined;
  if (afternoon.test(half)) return hour === 0 ? undefined : hour < 12 ? hour + 12 : hour;
  if (hour > 12) return undefined;
  return hour === 12 ? 0 : hour;
}

function compactTime(digits: string, compact: TimeOptions['compact']): Time | undefined {
  if (digits.length >= 7) return cut(digits.padStart(9, '0'));
  if (digits.length >= 5) return compact === 'hhmm' ? undefined : cut(digits.padStart(6, '0'));
  if (compact === 'hhmmss') return cut(digits.padStart(6, '0'));
  return digits.length >= 3 ? cut(`${digits.padStart(4, '0')}00`) : undefined;
}

const cut = (hhmmss: string): Time | undefined =>
  timeOf(Number(hhmmss.slice(0, 2)), Number(hhmmss.slice(2, 4)), Number(hhmmss.slice(4, 6)));

/**
 * What bare digits mean in a column of times: once one value has five or six digits, 930 is 00:09:30 with its zeros
 * lost, not 09:30. undefined: no value settles it.
 */
export function compactFormOf(texts: Iterable<string>): 'hhmmss' | undefined {
  for (const text of texts) if (/^\s*\d{5,6}\s*$/.test(text)) return 'hhmmss';
  return undefined;
}

/**
 * Reads a time of day; from a date with time its time, from a fraction of a day (0.385…) that part of the day.
 * null: empty. Problem: time.unreadable.
 */
export function readTime(cell: CellOrEmpty, options: TimeOptions = {}): Read<Time | null> {
  if (cell === null) return ok(null);
  const time = timeOfCell(cell.type, cell.raw, options);
  return time === undefined ? failed('time.unreadable', { seen: seenIn(cell) }) : ok(time);
}

function timeOfCell(type: string, raw: string | number | boolean, options: TimeOptions): Time | null | undefined {
  if (typeof raw === 'number' && (type === 'number' || type === 'date')) {
    if (raw < 0 || !Number.isFinite(raw)) return undefined;
    const isFraction = raw < 1 || type === 'date' || (!Number.isInteger(raw) && raw >= 20_000 && raw < 80_001);
    if (isFraction) return timeOfSeconds(Math.min(Math.round((raw % 1) * 86_400), 86_399));
    return Number.isInteger(raw) ? parseTime(String(raw), options) : undefined;
  }
  if (typeof raw !== 'string') return undefined;
  const text = figureText(raw);
  if (text === undefined) return undefined;
  if (saysNothing(text)) return null;
  const fraction = /^0?\.\d+$/.test(text) ? Number(text) : undefined;
  if (fraction !== undefined) return timeOfSeconds(Math.min(Math.round(fraction * 86_400), 86_399));
  return parseTime(text, options);
}
