import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Parser } from '../../electron/core/import/parse-thread.ts';
import type { Workbook } from '../../electron/core/import/read/grid.ts';

const folder = join(import.meta.dirname, '../../../shared/fixtures/workbooks');
const absent = !existsSync(folder);
const parser = new Parser('workers', { program: join(import.meta.dirname, '../../dist/electron/parse.worker.js') });
afterAll(() => parser.close());

interface Known {
  readonly file: string;
  /** as an independent reader counted: name, rows, columns, cells */
  readonly sheets?: ReadonlyArray<readonly [string, number, number, number]>;
  readonly msg?: string;
}

const known: Known[] = absent
  ? []
  : readFileSync(join(folder, 'MANIFEST.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
/** One is only large, one is a bomb. */
const apart = /large_strings|poc-shared-strings/;
const locked = /Workbook is encrypted/;

const countCells = (book: Workbook): number =>
  book.sheets.reduce((sum, sheet) => {
    let cells = 0;
    // a formula without a stored result is an error in its place; the other reader leaves the cell out
    for (let i = 0; i < sheet.length; i++)
      cells += sheet.cells(i).filter((cell) => cell !== null && cell.raw !== '#UNCALCULATED').length;
    return sum + cells;
  }, 0);

test.skipIf(absent)(
  'workbooks of four other projects end in cells or in a clear Problem, and the cells are as many as another reader counts (skipped where the fixtures are absent)',
  { timeout: 300_000 },
  async () => {
    const lines: string[] = [];
    let exact = 0;
    let compared = 0;
    for (const { file, sheets, msg } of known) {
      if (apart.test(file)) continue;
      const bytes = new Uint8Array(readFileSync(join(folder, file)));
      const { workbook } = await parser.read(basename(file), '', bytes);
      if (!workbook.ok) {
        if (!/^file\.(password-protected|damaged|empty|unknown-format)$/.test(workbook.problem.code))
          lines.push(`${file}: ${workbook.problem.code}`);
        if (sheets && workbook.problem.code !== 'file.password-protected')
          lines.push(`${file}: ${workbook.problem.code}, though another reader opens it`);
        if (msg && locked.test(msg) && workbook.problem.code !== 'file.password-protected')
          lines.push(`${file}: locked, but ${workbook.problem.code}`);
        continue;
      }
      if (/[sS]heetProtection|[wW]orkbookProtection/.test(file) && workbook.value.sheets.length === 0)
        lines.push(`${file}: nothing read`);
      if (!sheets) continue;
      const theirs = sheets.reduce((sum, sheet) => sum + sheet[3], 0);
      if (theirs === 0) continue; // strict and beta dialects that the other reader does not know
      compared++;
      const ours = countCells(workbook.value);
      if (ours === theirs) exact++;
      // the other reader also counts cells that hold an empty text
      else if (ours > theirs || (ours < theirs * 0.8 && theirs - ours > 2))
        lines.push(`${file}: ${ours} cells, another reader counts ${theirs}`);
    }
    expect(lines).toEqual([]);
    expect(compared).toBeGreaterThan(400);
    expect(exact / compared).toBeGreaterThan(0.95);
  },
);

test.skipIf(absent)(
  'locked workbooks are said to be locked, protected ones are read (skipped where the fixtures are absent)',
  async () => {
    const outcomes = new Map<string, string>();
    for (const { file, msg } of known) {
      if (!(msg && locked.test(msg)) && !/protected|Protection|password|pwd|xor-enc/i.test(file)) continue;
      const { workbook } = await parser.read(basename(file), '', new Uint8Array(readFileSync(join(folder, file))));
      outcomes.set(file, workbook.ok ? 'read' : workbook.problem.code);
    }
    const read = [...outcomes].filter(([, outcome]) => outcome === 'read').map(([file]) => basename(file));
    const refused = [...outcomes].filter(([, outcome]) => outcome !== 'read');
    expect(refused.map(([, outcome]) => outcome)).toEqual(refused.map(() => 'file.password-protected'));
    expect(refused.length).toBeGreaterThanOrEqual(12);
    // three are locked with the password with which Excel opens a file without asking
    expect(read.filter((file) => !/Protection|protect/i.test(file)).sort()).toEqual([
      '50833.xls',
      '60284.xls',
      'issue_385.xls',
    ]);
  },
);
