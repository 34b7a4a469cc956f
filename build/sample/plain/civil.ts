/** Local civil time without a clock or a time zone: days and seconds counted from 1970-01-01 00:00. */

/** Days since 1970-01-01. */
export type Day = number;
/** Seconds since 1970-01-01 00:00, local civil time. */
export type Stamp = number;

const DAY_MS = 86_400_000;

export const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / DAY_MS;

export const stampOf = (day: Day, hour: number, minute: number, second: number): Stamp =>
  day * 86_400 + hour * 3600 + minute * 60 + second;

export const dayOfStamp = (stamp: Stamp): Day => Math.floor(stamp / 86_400);

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export function civilDate(day: Day): CivilDate {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const two = (n: number): string => String(n).padStart(2, '0');

export function isoDay(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${year}-${two(month)}-${two(date)}`;
}

export function clockOf(stamp: Stamp): { hour: number; minute: number; second: number } {
  const seconds = ((stamp % 86_400) + 86_400) % 86_400;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60 };
}

export function isoStamp(stamp: Stamp): string {
  const { hour, minute, second } = clockOf(stamp);
  return `${isoDay(dayOfStamp(stamp))} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** The day of spreadsheet serial 0 (1900 system) is 1899-12-30. */
export const serialOf = (day: Day): number => day + 25_569;

/** The days [first, last] of a month. */
export function monthDays(year: number, month: number): { first: Day; last: Day } {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return { first: dayOf(year, month, 1), last: next - 1 };
}

/** Every month from the month of `from` to the month of `to`. */
export function monthsBetween(from: Day, to: Day): Array<{ year: number; month: number }> {
  const months: Array<{ year: number; month: number }> = [];
  const end = civilDate(to);
  let { year, month } = civilDate(from);
  while (year < end.year || (year === end.year && month <= end.month)) {
    months.push({ year, month });
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  return months;
}

/** Spring Festival and National Day weeks of the sample's years: nobody holds a conference or pays a salary in them. */
const longHolidays: ReadonlyArray<readonly [Day, Day]> = [
  [dayOf(2022, 1, 29), dayOf(2022, 2, 8)],
  [dayOf(2022, 9, 30), dayOf(2022, 10, 8)],
  [dayOf(2023, 1, 19), dayOf(2023, 1, 29)],
  [dayOf(2023, 9, 28), dayOf(2023, 10, 8)],
  [dayOf(2024, 2, 8), dayOf(2024, 2, 19)],
  [dayOf(2024, 9, 30), dayOf(2024, 10, 8)],
];

/** Saturdays and Sundays that were worked for the long weeks (notices of the State Council on the holidays of each year). */
const madeUp: ReadonlySet<Day> = new Set([
  dayOf(2022, 1, 29),
  dayOf(2022, 1, 30),
  dayOf(2022, 4, 2),
  dayOf(2022, 4, 24),
  dayOf(2022, 5, 7),
  dayOf(2022, 10, 8),
  dayOf(2022, 10, 9),
  dayOf(2023, 1, 28),
  dayOf(2023, 1, 29),
  dayOf(2023, 4, 23),
  dayOf(2023, 5, 6),
  dayOf(2023, 6, 25),
  dayOf(2023, 10, 7),
  dayOf(2023, 10, 8),
  dayOf(2024, 2, 4),
  dayOf(2024, 2, 18),
  dayOf(2024, 4, 7),
  dayOf(2024, 4, 28),
  dayOf(2024, 5, 11),
  dayOf(2024, 9, 14),
  dayOf(2024, 9, 29),
  dayOf(2024, 10, 12),
]);

/** The other days off of the year, with the weekend they were joined to. */
const shortHolidays: ReadonlyArray<readonly [Day, Day]> = [
  [dayOf(2022, 1, 1), dayOf(2022, 1, 3)],
  [dayOf(2022, 4, 3), dayOf(2022, 4, 5)],
  [dayOf(2022, 4, 30), dayOf(2022, 5, 4)],
  [dayOf(2022, 6, 3), dayOf(2022, 6, 5)],
  [dayOf(2022, 9, 10), dayOf(2022, 9, 12)],
  [dayOf(2022, 12, 31), dayOf(2023, 1, 2)],
  [dayOf(2023, 4, 5), dayOf(2023, 4, 5)],
  [dayOf(2023, 4, 29), dayOf(2023, 5, 3)],
  [dayOf(2023, 6, 22), dayOf(2023, 6, 24)],
  [dayOf(2023, 12, 30), dayOf(2024, 1, 1)],
  [dayOf(2024, 4, 4), dayOf(2024, 4, 6)],
  [dayOf(2024, 5, 1), dayOf(2024, 5, 5)],
  [dayOf(2024, 6, 8), dayOf(2024, 6, 10)],
  [dayOf(2024, 9, 15), dayOf(2024, 9, 17)],
];

/** What offices and companies work: neither a weekend nor a day off, or a day that was worked instead. */
export const isWorked = (day: Day): boolean =>
  madeUp.has(day) ||
  (weekdayOf(day) % 6 !== 0 && !inLongHoliday(day) && !shortHolidays.some(([from, to]) => day >= from && day <= to));

/** That day, or the first one after it that was worked. */
export function nextWorked(day: Day): Day {
  let worked = day;
  while (!isWorked(worked)) worked++;
  return worked;
}

/** A Sunday or a day of a long week, unless it was worked instead. */
export const isDayOff = (day: Day): boolean => !madeUp.has(day) && (inLongHoliday(day) || weekdayOf(day) === 0);

export const inLongHoliday = (day: Day): boolean => longHolidays.some(([from, to]) => day >= from && day <= to);
