/*
 * 一夹导入: the folder of the sample, dozens of mixed files with every kind of sheet, goes in with one command and no answer. Nothing is asked, no row
 * is lost: in every file and over all of them what was read is what was imported, rejected, repeated or left out, as its generator knows.
 * Size S here; size M, hundreds of files, where QY_FULL is set.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSample } from '../../build/sample/index.ts';
import type { Truth } from '../../build/sample/truth/truth.ts';
import { sheets as kinds } from '../../electron/core/sheets/index.ts';
import type { ImportReport } from '../../shared/protocol/import.requests.ts';
import { makeDesk } from '../make/desk.ts';
import { foundSheets, toldSheets } from '../make/sheet-counts.ts';

/** The sample holds each of the 23 kinds of sheet. */
const everyCategory = kinds.map(({ id }) => id).sort();

type Counts = ImportReport['files'][number]['sheets'][number]['rows'];
const counters = ['read', 'imported', 'rejected', 'duplicate', 'skipped'] as const;
type Sum = Record<(typeof counters)[number], number>;

const sumOf = (rows: readonly (Counts | Sum)[]): Sum =>
  Object.fromEntries(counters.map((name) => [name, rows.reduce((sum, each) => sum + each[name], 0)])) as Sum;
const whole = ({ imported, rejected, duplicate, skipped }: Sum): number => imported + rejected + duplicate + skipped;

async function importWhole(size: 'S' | 'M'): Promise<void> {
  const desk = makeDesk();
  try {
    writeSample(join(desk.cwd, 'sheets'), { seed: 1, size, noise: 0.5 });
    const truth: Truth = JSON.parse(readFileSync(join(desk.cwd, 'sheets', 'truth.json'), 'utf8'));
    await desk.newCase('a');
    const report = await desk.json<ImportReport>('import', 'a.qycase', 'sheets');
    expect(report.stopped).toBeUndefined();

    // every kind of sheet is among them, and nothing had to be asked: no file is refused, no sheet unknown, no problem but the cells that are bad
    const categories = new Set(report.files.flatMap(({ sheets }) => sheets.map(({ category }) => category)));
    expect([...categories].sort()).toEqual(everyCategory);
    expect(report.files.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(foundSheets(report)).toEqual(toldSheets(truth));

    for (const { file, sheets } of report.files) {
      const rows = sumOf(sheets.map((sheet) => sheet.rows));
      expect([file, whole(rows)]).toEqual([file, rows.read]);
    }
    const all = sumOf(report.files.flatMap(({ sheets }) => sheets.map(({ rows }) => rows)));
    expect(all).toEqual(sumOf(truth.files.flatMap(({ sheets }) => sheets.map(({ rows }) => rows))));
    expect(whole(all)).toBe(all.read);
    expect(report.files.length).toBeGreaterThan(25);
    expect(await desk.json('doctor', 'a.qycase')).toMatchObject({ ok: true });
  } finally {
    desk.remove();
  }
}

test(
  'the sample folder of size S imports in one go, no question asked and every row accounted for',
  {
    timeout: 600_000,
  },
  () => importWhole('S'),
);

test.skipIf(!process.env.QY_FULL)(
  'the sample folder of size M imports in one go, no question asked and every row accounted for (skipped unless QY_FULL is set)',
  { timeout: 3_600_000 },
  () => importWhole('M'),
);
