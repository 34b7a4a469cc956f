import { dayOf } from './day.ts';
import type { Moment } from './moment.ts';
import { timeOf } from './time.ts';

/** The fast way for 2024-05-06, 2024/05/06, 20240506 and 2024-05-06 09:15:03. undefined: the careful reader decides. */
export function plainMoment(text: string): Moment | undefined {
  if (text.length === 8) return plainDay(text, 4, 6);
  if (text.length !== 10 && text.length !== 19) return undefined;
  const separator = text.charCodeAt(4);
  if ((separator !== 0x2d && separator !== 0x2f) || text.charCodeAt(7) !== separator) return undefined;
  const date = plainDay(text, 5, 8);
  if (date === undefined || text.length === 10) return date;
  if (text.charCodeAt(10) !== 0x20 || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return undefined;
  const time = timeOf(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
  return time === undefined ? undefined : { day: date.day, time, precision: 'second' };
}

function plainDay(text: string, month: number, date: number): Moment | undefined {
  const day = dayOf(digits(text, 0, 4), digits(text, month, month + 2), digits(text, date, date + 2));
  return day === undefined ? undefined : { day, precision: 'day' };
}

/** The number that stands between two places of a text; NaN, which no day or time accepts, when it is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i) - 0x30;
    if (c < 0 || c > 9) return Number.NaN;
    value = value * 10 + c;
  }
  return value;
}
