import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellOrEmpty } from '../../../../shared/evidence/cell.ts';
import {
  bookingDays,
  type DateOptions,
  dateOrderOf,
  daysBetween,
  readDate,
  readMoment,
} from '../../../../shared/evidence/date.ts';
import { bool, date, error, number, outcome, text } from './cells.ts';

const read = (typed: string | number, options?: DateOptions) =>
  outcome(readDate(typeof typed === 'number' ? number(typed) : text(typed), options));

/** day, time and precision in one line: 2024-05-06 09:15:03, 2024-05-01~month. */
const brief = (cell: CellOrEmpty, options?: DateOptions): string | null => {
  const result = readDate(cell, options);
  if (!result.ok) return result.problem.code;
  if (result.value === null) return null;
  const { day, time, precision } = result.value;
  return day + (time ? ` ${time}` : '') + (precision === 'month' ? '~month' : '');
};

test.each<[string | number, string]>([
  ['2024年5月6日', '2024-05-06'],
  ['2024-05-06', '2024-05-06'],
  ['2024/5/6', '2024-05-06'],
  ['2024/05/06', '2024-05-06'],
  ['2024.5.6', '2024-05-06'],
  ['20240506', '2024-05-06'],
  [20_240_506, '2024-05-06'],
  ['２０２４－０５－０６', '2024-05-06'],
  ['2024 年 5 月 6 日', '2024-05-06'],
  ['2024年5月6日 星期一', '2024-05-06'],
  ['2024/5/6(周一) 9:05', '2024-05-06 09:05:00'],
  ['20240506091503', '2024-05-06 09:15:03'],
  [20_240_506_091_503, '2024-05-06 09:15:03'],
  ['20240506091503123', '2024-05-06 09:15:03'],
  ['202405060915', '2024-05-06 09:15:00'],
  ['20240506 09:15:03', '2024-05-06 09:15:03'],
  ['20240506 091503', '2024-05-06 09:15:03'],
  ['2024/5/6 9:15:03', '2024-05-06 09:15:03'],
  ['2024-05-06 09:15:03', '2024-05-06 09:15:03'],
  ['2024-05-06 09:15:03.5', '2024-05-06 09:15:03'],
  ['2024-05-06 00:00:00', '2024-05-06 00:00:00'],
  ['2024-05-06-09.15.03.123456', '2024-05-06 09:15:03'],
  ['2024-05-06T09:15:03+08:00', '2024-05-06 09:15:03'],
  ['2024年5月6日 下午3:05', '2024-05-06 15:05:00'],
  ['2024年5月6日上午9时15分3秒', '2024-05-06 09:15:03'],
  [45_418, '2024-05-06'],
  ['45418', '2024-05-06'],
  [45_418.385451388, '2024-05-06 09:15:03'],
  [45_418.9999999, '2024-05-07'],
  ['2024年5月', '2024-05-01~month'],
  ['2024-05', '2024-05-01~month'],
  ['2024年05月份', '2024-05-01~month'],
  ['202405', '2024-05-01~month'],
  [2024.7, '2024-07-01~month'],
  ['13/5/2024', '2024-05-13'],
  ['5/13/2024', '2024-05-13'],
  ['5/5/2024', '2024-05-05'],
  ['15-Aug-23', '2023-08-15'],
  ['15 August 2023 9:00 PM', '2023-08-15 21:00:00'],
  ['Aug 15, 2023', '2023-08-15'],
  ['15-8月 -23 02.30.25.000000 下午', '2023-08-15 14:30:25'],
  ['24-5-6', '2024-05-06'],
  ['99/12/31', '1999-12-31'],
])('%j is %s', (typed, expected) => {
  expect(brief(typeof typed === 'number' ? number(typed) : text(typed))).toBe(expected);
});

test.each(['', '-', '/', '无', '--', 'null'])('%j is no date at all', (typed) => {
  expect(read(typed)).toBe(null);
});

test.each([
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024年5月6日-8日',
  '20240506-20240508',
  '2024.05.06-05.08',
  '2024.5-6',
  '2024/5-6',
  '2024-05-06 25:00',
  '2024-05-06 9点半',
  '2024-05-06 09:15-11:30',
  '2024年5月6日左右',
  '5月6日',
  '2024年',
  '2024',
  '2101-01-01',
  '1899-12-31',
  '张三',
  '2024-05-06 13:00 上午',
  '２０２４年⑤月6日',
])('%j is a problem', (typed) => {
  expect(readDate(text(typed))).toEqual({ ok: false, problem: { code: 'date.unreadable', seen: typed } });
});

test('numbers that are no dates, truth values and errors are problems', () => {
  const cells = [
    number(19_999),
    number(91_503),
    number(-1),
    number(2024),
    bool(true),
    error('#VALUE!'),
    date(60),
    date(0),
    date(3e6),
  ];
  expect(cells.map((cell) => brief(cell))).toEqual(cells.map(() => 'date.unreadable'));
});

describe('day and month that cannot be told apart', () => {
  test.each(['5/6/2024', '05-06-2024', '5.6.2024 10:00', '5/6/24', '24/05/06', '201012'])(
    '%s is asked about',
    (typed) => {
      expect(read(typed)).toBe('date.ambiguous');
    },
  );

  test('the order that a person stated settles it, and is remembered', () => {
    expect(read('5/6/2024', { order: 'dmy' })).toEqual({
      day: '2024-06-05',
      precision: 'day',
      flags: ['order-stated'],
    });
    expect(read('5/6/2024', { order: 'mdy' })).toEqual({
      day: '2024-05-06',
      precision: 'day',
      flags: ['order-stated'],
    });
    expect(read('24/05/06', { order: 'ymd' })).toMatchObject({ day: '2024-05-06' });
    expect(read('24/05/06', { order: 'dmy' })).toMatchObject({ day: '2006-05-24' });
    expect(read('24-05-06', { order: 'dmy' })).toMatchObject({ day: '2006-05-24' });
  });

  test('one value above 12 settles a column', () => {
    expect(dateOrderOf(['5/6/2024', '13/6/2024'])).toBe('dmy');
    expect(dateOrderOf(['5/6/2024', '6/13/2024', '2024-05-06'])).toBe('mdy');
    expect(dateOrderOf(['5/6/2024'])).toBeUndefined();
    expect(dateOrderOf(['13/6/2024', '6/13/2024'])).toBeUndefined();
  });

  test('2024.1 stored as a number is January or October', () => {
    expect(read(2024.1)).toBe('date.ambiguous');
    expect(read(2024.11)).toMatchObject({ day: '2024-11-01', precision: 'month' });
  });
});

test('how a date was written is kept where it matters', () => {
  expect(read(45_418)).toEqual({ day: '2024-05-06', precision: 'day', flags: ['serial'] });
  expect(read('24-5-6')).toEqual({ day: '2024-05-06', precision: 'day', flags: ['two-digit-year'] });
  expect(read('2024-05-06T17:00:00Z')).toEqual({
    day: '2024-05-06',
    time: '17:00:00',
    precision: 'second',
    flags: ['other-zone'],
  });
  expect(read('2024年5月6日上午')).toEqual({ day: '2024-05-06', precision: 'day', flags: ['part-of-day'] });
  expect(read('2024-05-06T09:15:03+08:00')).toEqual({ day: '2024-05-06', time: '09:15:03', precision: 'second' });
});

describe('numbers of a spreadsheet', () => {
  test('the 29 February 1900 that Excel invented shifts the days before it', () => {
    expect([1, 59, 61].map((serial) => brief(date(serial)))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01']);
  });

  test('a cell formatted as a date may lie before 1954, a bare number may not', () => {
    expect(brief(date(18_264))).toBe('1950-01-01');
    expect(brief(number(18_264))).toBe('date.unreadable');
  });

  test('workbooks of old Macs count from 1904', () => {
    expect(brief(date(0), { date1904: true })).toBe('1904-01-01');
    expect(brief(date(43_956), { date1904: true })).toBe('2024-05-06');
  });
});

test('a range is checked only where it is asked for', () => {
  const range = bookingDays('2025-06-30');
  expect(range).toEqual({ from: '1990-01-01', to: '2026-07-01' });
  expect(read('1989-12-31', { range })).toBe('date.out-of-range');
  expect(read('2026-07-02', { range })).toBe('date.out-of-range');
  expect(read('2026-07-01', { range })).toMatchObject({ day: '2026-07-01' });
  expect(read('1989-12-31')).toMatchObject({ day: '1989-12-31' });
});

describe('a column that may hold date and time or the time alone', () => {
  const moment = (cell: CellOrEmpty, hasDay: boolean) => outcome(readMoment(cell, { hasDay }));
  test('bare digits are a time where the row has its date elsewhere', () => {
    expect(moment(number(45_418), true)).toEqual({ time: '04:54:18' });
    expect(moment(number(45_418), false)).toMatchObject({ day: '2024-05-06' });
    expect(moment(number(0.385451388), true)).toEqual({ time: '09:15:03' });
  });
  test('points between hours, minutes and seconds are a time where the row has its date elsewhere', () => {
    expect(moment(text('13.01.25'), true)).toEqual({ time: '13:01:25' });
    expect(moment(text('13.01.25'), false)).toMatchObject({ day: '2013-01-25' });
    expect(moment(text('24.05.06'), true)).toMatchObject({ day: '2024-05-06' });
  });
  test('whatever is written out is read as what it is', () => {
    expect(moment(text('09:15:03'), false)).toEqual({ time: '09:15:03' });
    expect(moment(text('2024-05-06 09:15:03'), true)).toMatchObject({ day: '2024-05-06', time: '09:15:03' });
    expect(moment(text('—'), true)).toBe(null);
    expect(moment(text('昨天'), true)).toBe('date.unreadable');
    expect(moment(text('5/6/2024'), true)).toBe('date.ambiguous');
  });
});

describe('whatever is printed is read again', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const moments = fc
    .date({ min: new Date('1955-01-01T00:00:00Z'), max: new Date('2100-12-31T23:59:59Z'), noInvalidDate: true })
    .map((d) => ({
      y: d.getUTCFullYear(),
      m: d.getUTCMonth() + 1,
      d: d.getUTCDate(),
      h: d.getUTCHours(),
      mi: d.getUTCMinutes(),
      s: d.getUTCSeconds(),
    }));
  type Parts = { y: number; m: number; d: number; h: number; mi: number; s: number };
  const dayText = ({ y, m, d }: Parts) => `${y}-${two(m)}-${two(d)}`;
  const timeText = ({ h, mi, s }: Parts) => `${two(h)}:${two(mi)}:${two(s)}`;
  const serial = (p: Parts) => daysBetween('1899-12-30', dayText(p));
  const wide = (shown: string) => shown.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

  const dayForms: Record<string, (p: Parts) => CellOrEmpty> = {
    'yyyy-mm-dd': (p) => text(dayText(p)),
    'yyyy/m/d': (p) => text(`${p.y}/${p.m}/${p.d}`),
    'yyyy.m.d': (p) => text(`${p.y}.${p.m}.${p.d}`),
    yyyymmdd: (p) => text(dayText(p).replaceAll('-', '')),
    'yyyymmdd as a number': (p) => number(Number(dayText(p).replaceAll('-', ''))),
    yyyy年m月d日: (p) => text(`${p.y}年${p.m}月${p.d}日`),
    'full width': (p) => text(wide(dayText(p))),
    'a day number': (p) => date(serial(p)),
    'd-MMM-yyyy': (p) => text(`${p.d}-${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[p.m - 1]}-${p.y}`),
  };
  test.each(Object.entries(dayForms))('%s', (_name, print) => {
    fc.assert(
      fc.property(moments, (p) => brief(print(p)) === dayText(p)),
      { numRuns: 300 },
    );
  });

  const timeForms: Record<string, (p: Parts) => CellOrEmpty> = {
    'yyyy-mm-dd hh:mm:ss': (p) => text(`${dayText(p)} ${timeText(p)}`),
    'yyyy/m/d h:mm:ss': (p) => text(`${p.y}/${p.m}/${p.d} ${p.h}:${two(p.mi)}:${two(p.s)}`),
    yyyymmddhhmmss: (p) => text((dayText(p) + timeText(p)).replace(/[-:]/g, '')),
    yyyymmddhhmmssmmm: (p) => text(`${(dayText(p) + timeText(p)).replace(/[-:]/g, '')}987`),
    DB2: (p) => text(`${dayText(p)}-${timeText(p).replaceAll(':', '.')}.123456`),
    'ISO with zone': (p) => text(`${dayText(p)}T${timeText(p)}+08:00`),
    'in Chinese': (p) =>
      text(
        `${p.y}年${p.m}月${p.d}日 ${p.h < 12 ? '上午' : '下午'}${p.h % 12 === 0 ? 12 : p.h % 12}时${p.mi}分${p.s}秒`,
      ),
    'AM and PM': (p) =>
      text(`${p.y}/${p.m}/${p.d} ${p.h % 12 === 0 ? 12 : p.h % 12}:${two(p.mi)}:${two(p.s)} ${p.h < 12 ? 'AM' : 'PM'}`),
  };
  test.each(Object.entries(timeForms))('%s', (_name, print) => {
    fc.assert(
      fc.property(moments, (p) => brief(print(p)) === `${dayText(p)} ${timeText(p)}`),
      { numRuns: 300 },
    );
  });

  test('a day number with a fraction', () => {
    fc.assert(
      fc.property(moments, (p) => {
        fc.pre(p.h + p.mi + p.s > 0);
        const stored = serial(p) + (p.h * 3600 + p.mi * 60 + p.s) / 86_400;
        return brief(date(stored)) === `${dayText(p)} ${timeText(p)}`;
      }),
      { numRuns: 300 },
    );
  });

  test('a month keeps its precision', () => {
    fc.assert(fc.property(moments, (p) => brief(text(`${p.y}年${p.m}月`)) === `${p.y}-${two(p.m)}-01~month`));
  });
});
