import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SheetAnswer } from '../../../../../shared/protocol/import.requests.ts';
import { importBytes } from '../../../../make/import-bytes.ts';

const folder = join(import.meta.dirname, '../../../../../../shared/fixtures/procurement');
const absent = !existsSync(folder);
const read = (start: string) => {
  const name = readdirSync(folder).find((each) => each.startsWith(`output_${start}`)) ?? '';
  return { path: name, bytes: readFileSync(join(folder, name)) };
};

test.skipIf(absent)(
  'lists of procurement intentions are asked about, nothing of them is imported unasked (skipped where the fixtures are absent)',
  async () => {
    for (const start of ['0d25576b', '4ef25c0a']) {
      const { report, store } = await importBytes([read(start)]);
      const [file] = report.files;
      expect([start, file?.sheets.map(({ rows }) => rows.imported)]).toEqual([start, []]);
      expect(file?.problems.map(({ code }) => code).join()).toMatch(/^sheet\.(unrecognised|no-header)$/);
      store.close();
    }
  },
);

/** A person says what the columns are: lots announced, with their buyer and their budget in 万元. */
const announced = (path: string, columns: SheetAnswer['columns'], facts: SheetAnswer['facts'] = {}): SheetAnswer => ({
  file: path,
  sheet: 'Sheet1',
  category: 'bid',
  headerRow: 1,
  unit: 10_000,
  columns,
  facts,
});

async function imported(start: string, columns: SheetAnswer['columns'], facts?: SheetAnswer['facts']) {
  const file = read(start);
  const { report, store } = await importBytes([file], { answers: [announced(file.path, columns, facts)] });
  const [sheet] = report.files[0]?.sheets ?? [];
  const [budgets, fen] = store.db
    .prepare<[], [number, number]>('select count(ceiling_fen), sum(ceiling_fen) from rec_bid')
    .raw()
    .get()!;
  const codes = Object.entries(Object.groupBy(sheet?.problems ?? [], ({ code }) => code));
  store.close();
  return {
    rows: sheet?.rows,
    budgets,
    yuan: fen / 100,
    problems: Object.fromEntries(codes.map(([code, all]) => [code, all?.length])),
  };
}

test.skipIf(absent)(
  'repeated headers and answers to other questions are rejected, 36 budgets of 7,413.25 万元 stay (skipped where the fixtures are absent)',
  async () => {
    const found = await imported('0d25576b', [
      { index: 4, field: 'buyer' },
      { index: 5, field: 'tender_name' },
      { index: 6, field: 'ceiling' },
      { index: 7, field: 'open_date' },
    ]);
    expect(found).toEqual({
      rows: { read: 63, imported: 36, rejected: 27, duplicate: 0, skipped: 0, mirrored: 0 },
      budgets: 36,
      yuan: 74_132_500,
      problems: { 'amount.unreadable': 27, 'date.unreadable': 7, 'value.missing': 20 },
    });
  },
);

test.skipIf(absent)(
  'rows whose cells stand one column to the left keep their lot and leave a Problem where the budget should be (skipped where the fixtures are absent)',
  async () => {
    const found = await imported('4ef25c0a', [
      { index: 5, field: 'open_date' },
      { index: 7, field: 'tender_name' },
      { index: 9, field: 'ceiling' },
    ]);
    expect(found).toEqual({
      rows: { read: 44, imported: 44, rejected: 0, duplicate: 0, skipped: 0, mirrored: 0 },
      budgets: 22,
      yuan: 29_454_700,
      problems: { 'amount.unreadable': 22 },
    });
  },
);
