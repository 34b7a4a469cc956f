import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookingDays, type DateOptions, readDateRange } from '../../../../shared/evidence/date.ts';
import { date, outcome, text } from './cells.ts';

const read = (typed: string, options?: DateOptions) => outcome(readDateRange(text(typed), options));
const days = (start: string, end: string) => ({ start, end, precision: 'day' });

test.each<[string, object]>([
  ['2024年5月6日-8日', days('2024-05-06', '2024-05-08')],
  ['2024年5月6-8日', days('2024-05-06', '2024-05-08')],
  ['2024.5.30至6.2', days('2024-05-30', '2024-06-02')],
  ['2024年12月30日~2025年1月2日', days('2024-12-30', '2025-01-02')],
  ['2024-05-06~2024-05-08', days('2024-05-06', '2024-05-08')],
  ['2024-05-06 至 2024-05-08', days('2024-05-06', '2024-05-08')],
  ['2024-05-06 - 2024-05-08', days('2024-05-06', '2024-05-08')],
  ['2024/5/6-2024/5/8', days('2024-05-06', '2024-05-08')],
  ['20240506-20240508', days('2024-05-06', '2024-05-08')],
  ['2024年5月6日（周一）—5月8日（周三）', days('2024-05-06', '2024-05-08')],
  ['2024-05-06', days('2024-05-06', '2024-05-06')],
  ['2024年5月', { start: '2024-05-01', end: '2024-05-31', precision: 'month' }],
  ['2024年1月-2月', { start: '2024-01-01', end: '2024-02-29', precision: 'month' }],
  ['2024.5-2024.6', { start: '2024-05-01', end: '2024-06-30', precision: 'month' }],
  [
    '2024-05-06 08:30-11:30',
    { ...days('2024-05-06', '2024-05-06'), startTime: '08:30:00', endTime: '11:30:00', precision: 'second' },
  ],
  [
    '2024年5月6日 8:00至5月8日 17:00',
    { ...days('2024-05-06', '2024-05-08'), startTime: '08:00:00', endTime: '17:00:00', precision: 'second' },
  ],
  ['2024-05-06 09:15', { ...days('2024-05-06', '2024-05-06'), startTime: '09:15:00', precision: 'second' }],
])('%s', (typed, expected) => {
  expect(read(typed)).toEqual(expected);
});

test.each([
  '2024.12.30至1.2',
  '2024-05-08~2024-05-06',
  '2024-05-06 11:30-08:30',
  '2024年5月6日至今',
  '2024.5-6',
  '5月6日-8日',
  '2024-05-06~',
  '待定',
])('%s is a problem', (typed) => {
  expect(readDateRange(text(typed))).toEqual({ ok: false, problem: { code: 'date.unreadable', seen: typed } });
});

test('empty cells, ambiguous ends and days out of range', () => {
  expect(outcome(readDateRange(null))).toBe(null);
  expect(read('/')).toBe(null);
  expect(read('5/6/2024-5/8/2024')).toBe('date.ambiguous');
  expect(read('2029-05-06~2029-05-08', { range: bookingDays('2025-01-01') })).toBe('date.out-of-range');
  expect(outcome(readDateRange(date(45_418)))).toEqual(days('2024-05-06', '2024-05-06'));
});

test('a range never ends before it starts', () => {
  const part = fc.constantFrom(
    '2024',
    '年',
    '5',
    '月',
    '6',
    '日',
    '-',
    '~',
    '至',
    '.',
    '/',
    ' ',
    '08:30',
    '12',
    '31',
    '20240506',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
      (typed) => {
        const result = readDateRange(text(typed));
        return !result.ok || result.value === null || result.value.start <= result.value.end;
      },
    ),
    { numRuns: 3_000 },
  );
});
