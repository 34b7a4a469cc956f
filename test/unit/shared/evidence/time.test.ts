import { expect, test } from 'vitest';
import type { CellOrEmpty } from '../../../../shared/evidence/cell.ts';
import { compactFormOf, readTime, type TimeOptions } from '../../../../shared/evidence/date.ts';
import { readDuration } from '../../../../shared/evidence/duration.ts';
import { plainTime, timeOfSeconds } from '../../../../shared/evidence/time.ts';
import { bool, date, number, outcome, text } from './cells.ts';

const read = (cell: CellOrEmpty, options?: TimeOptions) => outcome(readTime(cell, options));

test.each<[string | number, string]>([
  [91_503, '09:15:03'],
  ['091503123', '09:15:03'],
  ['91503123', '09:15:03'],
  [0.385451388, '09:15:03'],
  ['0.385451388', '09:15:03'],
  ['9时15分3秒', '09:15:03'],
  ['9点15分', '09:15:00'],
  ['9点', '09:00:00'],
  ['09.15.03', '09:15:03'],
  ['143025', '14:30:25'],
  ['930', '09:30:00'],
  ['1503', '15:03:00'],
  ['9:15', '09:15:00'],
  ['９：１５：０３', '09:15:03'],
  ['下午3:05', '15:05:00'],
  ['3:05 PM', '15:05:00'],
  ['上午12:30', '00:30:00'],
  ['12:30 PM', '12:30:00'],
  ['2024-05-06 09:15:03', 'time.unreadable'],
  [0, '00:00:00'],
])('%j is %s', (typed, expected) => {
  expect(read(typeof typed === 'number' ? number(typed) : text(typed))).toBe(expected);
});

test.each([
  '24:00',
  '12:60',
  '12:00:60',
  '9',
  '9.5',
  '9点半',
  '晚上12:00',
  '13:00 AM',
  '0:30 PM',
  'abc',
  '上午9:00 PM',
])('%s is a problem', (typed) => {
  expect(readTime(text(typed))).toEqual({ ok: false, problem: { code: 'time.unreadable', seen: typed } });
});

test('dates give their time, empty cells nothing', () => {
  expect(read(date(45_418.385451388))).toBe('09:15:03');
  expect(read(number(45_418.385451388))).toBe('09:15:03');
  expect(read(date(0.5))).toBe('12:00:00');
  expect(read(null)).toBe(null);
  expect(read(text('--'))).toBe(null);
  expect([read(bool(true)), read(number(-0.5)), read(number(9.15))]).toEqual([
    'time.unreadable',
    'time.unreadable',
    'time.unreadable',
  ]);
});

test('in a column of hhmmss, short numbers have lost zeros', () => {
  const compact = compactFormOf(['930', '91503']);
  expect(read(number(930), { compact })).toBe('00:09:30');
  expect(read(number(7), { compact })).toBe('00:00:07');
  expect(compactFormOf(['930', '1503'])).toBeUndefined();
});

test.each<[CellOrEmpty, number | null | string]>([
  [text('125'), 125],
  [number(125), 125],
  [text('2:05'), 125],
  [text('1:02:05'), 3_725],
  [text('2分5秒'), 125],
  [text('1小时2分'), 3_720],
  [date(125 / 86_400), 125],
  [text('/'), null],
  [null, null],
  [text('很久'), 'time.unreadable'],
  [number(1.5), 'time.unreadable'],
])('a call of %j lasts %s', (cell, seconds) => {
  expect(outcome(readDuration(cell))).toBe(seconds);
});

test('the fast way and the careful one agree on every time of day', () => {
  for (let second = 0; second < 86_400; second += 7) {
    const typed = timeOfSeconds(second);
    expect(plainTime(typed)).toBe(read(text(typed)));
  }
  for (const typed of ['24:00:00', '9:15:03 ', '09.15.03', '12:60:00', '2024/5/6', '下午 3:05'])
    expect(plainTime(typed), typed).toBeUndefined();
});
