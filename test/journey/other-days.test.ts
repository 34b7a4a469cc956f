/*
 * 换日: what the models find hangs on how far days lie apart, not on when it was. The sample case is written anew 28 years earlier, when weekdays,
 * months and leap years fell alike, and 52 weeks earlier, when only the weekdays did; births inside identity numbers go along.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import { textCell } from '../../shared/evidence/cell.ts';
import { idCardCheck } from '../../shared/evidence/check-digits.ts';
import { readDateRange } from '../../shared/evidence/date-range.ts';
import { addDays } from '../../shared/evidence/day.ts';
import { idCardFacts } from '../../shared/evidence/id-card.ts';
import { type CaseTable, caseOfTables, type FoundInTables, foundIn, sampleTables } from '../make/case-tables.ts';

vi.setConfig({ testTimeout: 480_000, hookTimeout: 480_000 }); // machines under load

const readAt = new Date('2026-01-05T02:00:00Z');
let given: CaseTable[];
let before: FoundInTables[];
let earliest: string;
beforeAll(async () => {
  given = shifted(await sampleTables({ seed: 6, size: 'S', noise: 0, scope: 'all' }), 0);
  const store = caseOfTables(given);
  earliest = store.db.prepare('select min(day) from payment').pluck().get() as string;
  before = foundIn(store);
});

/** Its definition names feast days and make-up days of work, of a calendar that is known for some years only. */
const isBoundToFeasts = ({ model }: FoundInTables): boolean => model === 'off-hours-payment';
const ofAnyDay = (found: readonly FoundInTables[]) => found.filter((each) => !isBoundToFeasts(each));

test('28 years earlier, when months and leap years fell alike, every model finds the same but the one that names feast days', () => {
  expect(new Set(before.map(({ model }) => model)).size).toBeGreaterThan(60);
  expect(ofAnyDay(foundAfter(-28 * 365 - 7))).toEqual(ofAnyDay(before));
});

test('52 weeks earlier, when months begin on other days, every model finds the same but the one that names feast days', () => {
  expect(ofAnyDay(foundAfter(-52 * 7))).toEqual(ofAnyDay(before));
});

/** What is found when everything happens so many days later, told as if it had not. */
function foundAfter(days: number): FoundInTables[] {
  const at = new Date(readAt.getTime() + days * 86_400_000);
  // days were written as 2024-05-06: no amount or code looks like one
  const back = (text: string) => (/^\d{4}-\d\d-\d\d/.test(text) || idCardFacts(text) ? moved(text, -days) : text);
  const store = caseOfTables(shifted(given, days), at);
  expect(store.db.prepare('select min(day) from payment').pluck().get()).toBe(addDays(earliest, days));
  return foundIn(store, { at, day: back, cell: back });
}

function shifted(tables: readonly CaseTable[], days: number): CaseTable[] {
  return tables.map(({ category, rows }) => ({
    category,
    rows: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, text]) => {
          const type = sheetOf(category)?.fields[field]?.type ?? '';
          return [field, type.startsWith('date') || idCardFacts(text) ? moved(text, days) : text];
        }),
      ),
    ),
  }));
}

/** A day, a stretch of days or an identity number, so many days later; any other text as it is. */
function moved(text: string, days: number): string {
  if (idCardFacts(text)) {
    const birth = addDays(idCardFacts(text)!.birth, days).replaceAll('-', '');
    const first17 = text.slice(0, 6) + birth + text.slice(14, 17);
    return first17 + idCardCheck(first17);
  }
  const read = readDateRange(textCell(text));
  if (!read.ok || read.value === null) return text;
  const { start, end, startTime } = read.value;
  if (start !== end) return `${addDays(start, days)}~${addDays(end, days)}`;
  return startTime === undefined ? addDays(start, days) : `${addDays(start, days)} ${startTime}`;
}
