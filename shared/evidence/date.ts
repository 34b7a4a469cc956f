/** Everything about days and times in one door: 日期, 时刻, 起止. */
export { type DateRange, readDateRange } from './date-range.ts';
export { addDays, type Day, daysBetween, isDay } from './day.ts';
export type { DateFlag, DateOrder, Moment, Precision } from './moment.ts';
export { bookingDays, type DateOptions, type DayRange, dateOrderOf, readDate } from './read-date.ts';
export { type MomentOrTime, readMoment } from './read-moment.ts';
export { compactFormOf, readTime, type Time, type TimeOptions } from './time.ts';
