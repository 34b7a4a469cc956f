import { dayFromNumber } from './day.ts';
import type { Moment } from './moment.ts';
import { timeOfSeconds } from './time.ts';

/** Numbers that are believed to be dates though the cell is not formatted as one: 1954-10-03 to 2119-01-10. */
export const looksLikeSerial = (value: number): boolean => value >= 20_000 && value < 80_001;

/** The last serial a spreadsheet can show, 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * A spreadsheet's day number. Excel counts a 29 February 1900 that never was (number 60), WPS copies it: earlier
 * numbers are one day off, and 60 is no day. Workbooks from old Macs count from 1904. undefined: no such day.
 */
export function momentOfSerial(serial: number, date1904: boolean): Moment | undefined {
  const shifted = date1904 ? serial + 1_462 : serial;
  const seconds = Math.round(shifted * 86_400);
  const whole = Math.floor(seconds / 86_400);
  const rest = seconds - whole * 86_400;
  // written so that NaN is refused too
  if (!(whole >= 1 && whole <= lastSerial) || whole === 60) return undefined;
  const day = dayFromNumber(whole - (whole < 60 ? 25_568 : 25_569));
  if (rest === 0) return { day, precision: 'day' };
  return { day, time: timeOfSeconds(rest), precision: 'second' };
}
