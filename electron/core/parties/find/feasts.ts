import { addDays } from '../../../../shared/evidence/day.ts';
import type { DayRange } from './day-query.ts';

/** [month, day] of the first day, and how many days the holiday has (《全国年节及纪念日放假办法》 of 2025, with the weekend beside it). */
const fixed: Readonly<Record<string, readonly [month: number, day: number, days: number]>> = {
  元旦: [1, 1, 1],
  清明: [4, 4, 3],
  五一: [5, 1, 5],
  劳动节: [5, 1, 5],
  国庆: [10, 1, 7],
};

/** Month and day of the Chinese calendar, days before it that belong to it, and how many there are in all. */
const lunar: Readonly<Record<string, readonly [month: number, day: number, before: number, days: number]>> = {
  // from 除夕 to 初七
  春节: [1, 1, 1, 8],
  端午: [5, 5, 0, 3],
  中秋: [8, 15, 0, 3],
};

/** 国庆, 春节, 中秋 … of a year as the days people are off; undefined: the word is no feast. */
export function feastIn(year: number, word: string): DayRange | undefined {
  const name = word.replace(/(?<=.)(?:节|期间|假期|前后)+$/, '');
  const named = <T>(feasts: Readonly<Record<string, T>>): T | undefined =>
    [word, name].flatMap((each) => (Object.hasOwn(feasts, each) ? [feasts[each] as T] : []))[0];
  const days = named(fixed);
  if (days) return spanFrom(`${year}-${two(days[0])}-${two(days[1])}`, days[2]);
  const moon = named(lunar);
  if (!moon) return undefined;
  const on = dayByMoon(year, moon[0], moon[1]);
  return on === undefined ? undefined : spanFrom(addDays(on, -moon[2]), moon[3]);
}

const two = (n: number): string => String(n).padStart(2, '0');
const spanFrom = (from: string, days: number): DayRange => ({ from, to: addDays(from, days - 1) });

let calendar: Intl.DateTimeFormat | undefined;

/** The day of a year on which the Chinese calendar shows this month and day; leap months do not count. */
function dayByMoon(year: number, month: number, day: number): string | undefined {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  // the Chinese year begins between 21 January and 20 February
  for (let at = `${year}-01-21`; at.startsWith(String(year)); at = addDays(at, 1))
    if (calendar.format(new Date(`${at}T12:00:00Z`)) === `${month}/${day}`) return at;
  return undefined;
}
