import { addDays, dayNumber } from '../../../../shared/evidence/day.ts';
import { midAutumns, springFestivals } from '../../../../shared/evidence/festivals.ts';

/**
 * 节假日安排: the days off and the days worked instead (调休上班) as the yearly notices of the General Office of the State Council give them
 * (国务院办公厅关于某年部分节假日安排的通知), for 2017 to 2026; of 2020 with the notice that prolonged 春节 to 2 February. What the notice for
 * 2027 says about the last days of 2026 is not known here. Weekends that are not worked are days off without being written down.
 */
export const calendar = { first: '2017-01-01', last: '2026-12-25' } as const;

/** A year: days off in ranges of MM-DD, then the weekend days that are worked. */
const years: Readonly<Record<string, readonly [off: string, worked: string]>> = {
  2017: ['01-01~01-02 01-27~02-02 04-02~04-04 04-29~05-01 05-28~05-30 10-01~10-08', '01-22 02-04 04-01 05-27 09-30'],
  2018: [
    '01-01~01-01 02-15~02-21 04-05~04-07 04-29~05-01 06-16~06-18 09-22~09-24 10-01~10-07 12-30~12-31',
    '02-11 02-24 04-08 04-28 09-29 09-30 12-29',
  ],
  2019: [
    '01-01~01-01 02-04~02-10 04-05~04-07 05-01~05-04 06-07~06-09 09-13~09-15 10-01~10-07',
    '02-02 02-03 04-28 05-05 09-29 10-12',
  ],
  2020: [
    '01-01~01-01 01-24~02-02 04-04~04-06 05-01~05-05 06-25~06-27 10-01~10-08',
    '01-19 04-26 05-09 06-28 09-27 10-10',
  ],
  2021: [
    '01-01~01-03 02-11~02-17 04-03~04-05 05-01~05-05 06-12~06-14 09-19~09-21 10-01~10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ],
  2022: [
    '01-01~01-03 01-31~02-06 04-03~04-05 04-30~05-04 06-03~06-05 09-10~09-12 10-01~10-07 12-31~12-31',
    '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  ],
  2023: [
    '01-01~01-02 01-21~01-27 04-05~04-05 04-29~05-03 06-22~06-24 09-29~10-06',
    '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  ],
  2024: [
    '01-01~01-01 02-10~02-17 04-04~04-06 05-01~05-05 06-10~06-10 09-15~09-17 10-01~10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  2025: ['01-01~01-01 01-28~02-04 04-04~04-06 05-01~05-05 05-31~06-02 10-01~10-08', '01-26 02-08 04-27 09-28 10-11'],
  2026: [
    '01-01~01-03 02-15~02-23 04-04~04-06 05-01~05-05 06-19~06-21 09-25~09-27 10-01~10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
};

/** 端午 of each year. */
const dragonBoats: readonly string[] = [
  '2017-05-30',
  '2018-06-18',
  '2019-06-07',
  '2020-06-25',
  '2021-06-14',
  '2022-06-03',
  '2023-06-22',
  '2024-06-10',
  '2025-05-31',
  '2026-06-19',
];

const festivals: readonly string[] = [...springFestivals, ...midAutumns, ...dragonBoats];

const off = new Set<string>();
const worked = new Set<string>();
for (const [year, [ranges, days]] of Object.entries(years)) {
  for (const range of ranges.split(' ')) {
    const [from, to] = range.split('~');
    for (let day = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) off.add(day);
  }
  for (const day of days.split(' ')) worked.add(`${year}-${day}`);
}

/** Whether the calendar says anything about a day. */
export const isInCalendar = (day: string): boolean => day >= calendar.first && day <= calendar.last;

/** 'holiday' by the notice · 'weekend' Saturday or Sunday that is not worked · null a day of work, make-up days among them. */
export function dayOff(day: string): 'holiday' | 'weekend' | null {
  if (off.has(day)) return 'holiday';
  if (worked.has(day)) return null;
  // 1970-01-01 was a Thursday
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return weekday >= 5 ? 'weekend' : null;
}

/** Whether 春节, 端午 or 中秋 follows within so many days; the festival itself is a holiday and is not counted here. */
export const isBeforeFestival = (day: string, days: number): boolean => {
  const last = addDays(day, days);
  return festivals.some((festival) => day < festival && festival <= last);
};
