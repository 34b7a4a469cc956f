import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '../../../../shared/evidence/date.ts';

const msPerDay = 86_400_000;
const days = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

test('days are counted as the calendar counts them', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
  expect(daysBetween('2024-12-31', '2024-01-01')).toBe(-365);
  expect(addDays('2024-02-29', 366)).toBe('2025-03-01');
  expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
});

test('the count agrees with that of the machine, over ten thousand years', () => {
  fc.assert(
    fc.property(days, days, (a, b) => daysBetween(a, b) === (Date.parse(b) - Date.parse(a)) / msPerDay),
    { numRuns: 2_000 },
  );
});

test('adding and counting undo each other', () => {
  fc.assert(
    fc.property(days, days, (a, b) => addDays(a, daysBetween(a, b)) === b),
    { numRuns: 2_000 },
  );
});

test('only real days in one form are days', () => {
  expect(['2024-02-29', '2000-02-29', '1900-01-31'].every(isDay)).toBe(true);
  expect(
    ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-04-31', '20240401', ''].some(isDay),
  ).toBe(false);
});

test('a text that is no day is a mistake of the program, so it throws', () => {
  expect(() => daysBetween('2023-02-29', '2023-03-01')).toThrow('not a day');
  expect(() => addDays('9999-12-31', 1)).toThrow('no day');
  expect(() => addDays('2024-01-01', 0.5)).toThrow('no day');
});
