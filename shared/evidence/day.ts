/** 日: a civil day as YYYY-MM-DD (Asia/Shanghai is assumed throughout; no time zones, no clock). Sorts as text. */
export type Day = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month] ?? 0);
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of three numbers; undefined: there is no such day. Years outside 1900–2100 are slips of the pen. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1900 && year <= 2100) || !isRealDay(year, month, day)) return undefined;
  return `${year}-${twoDigits[month]}-${twoDigits[day]}`;
}

/** Whether a text is a real day in the form YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const parts = form.exec(text);
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** b − a in days. Throws on texts that are no days. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** The day n days later (earlier when negative). Throws on texts that are no days. */
export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n);

/** Days since 1970-01-01, by the arithmetic of the civil calendar: eras of 400 years, years that begin in March. */
export function dayNumber(day: Day): number {
  const parts = form.exec(day);
  const [year, month, date] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (parts === null || !isRealDay(year, month, date)) throw new RangeError(`not a day: ${day}`);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber`, for the years 0001–9999. */
export function dayFromNumber(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(number) || year < 1 || year > 9999) throw new RangeError(`no day has the number ${number}`);
  return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[date]}`;
}
