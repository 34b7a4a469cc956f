import { expect, test } from 'vitest';
import { generateSample } from '../../../../build/sample/generate.ts';
import type { Truth } from '../../../../build/sample/truth/truth.ts';
import type { Store } from '../../../../electron/core/store/connect.ts';
import type { ImportReport } from '../../../../shared/protocol/import.requests.ts';
import { importBytes } from '../../../make/import-bytes.ts';

interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
const spell = ({ file, sheet, row }: Place) => `${file} › ${sheet} › ${row}`;
const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** What the generator says of each sheet, and what the import said of it, in the same words. */
const told = (truth: Truth) =>
  truth.files.flatMap(({ file, sheets }) =>
    sheets.map(({ badRows, ...sheet }) => ({
      ...sheet,
      file,
      problems: badRows.map((bad) => `${bad.row} ${bad.column} ${bad.code} ${bad.seen} ${bad.rejected}`).sort(byText),
    })),
  );
const found = (report: ImportReport) =>
  report.files.flatMap(({ file, sheets }) =>
    sheets.map(({ sheet, category, headerRow, columns, rows: { mirrored, ...rows }, sums, problems }) => ({
      sheet,
      category,
      headerRow,
      columns,
      rows,
      sums,
      file,
      problems: problems
        .map((each) => `${each.row} ${each.column} ${each.code} ${each.seen} ${each.rejects}`)
        .sort(byText),
    })),
  );

function mirrors(store: Store): string[] {
  const place = (alias: string) => `(select file || ' › ' || sheet_name || ' › ' || n from place where row = ${alias})`;
  const rows = store.db
    .prepare<[], { a: string; b: string }>(
      `select ${place('f.row')} as a, ${place('f.mirror_of')} as b from rec_bank_flow f where f.mirror_of is not null`,
    )
    .all();
  return rows.map(({ a, b }) => [a, b].sort(byText).join(' = ')).sort(byText);
}

test.each([
  [3, 1, 'S'],
  [11, 0.75, 'S'],
  [12, 0.25, 'S'],
  [13, 0, 'S'],
  [1, 0.5, 'M'],
] as const)(
  'every sheet of the fictitious case is read as it was written, seed %i',
  { timeout: 600_000 },
  async (seed, noise, size) => {
    const files = generateSample({ seed, size, noise });
    const truth: Truth = JSON.parse(new TextDecoder().decode(files.find(({ name }) => name === 'truth.json')?.bytes));
    const named = new Set(truth.files.map(({ file }) => file));
    const { report, store } = await importBytes(
      files.filter(({ name }) => named.has(name)).map(({ name, bytes }) => ({ path: name, bytes })),
    );
    expect(report.files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(found(report)).toEqual(told(truth));
    expect(mirrors(store)).toEqual(truth.mirrors.map((pair) => pair.map(spell).sort(byText).join(' = ')).sort(byText));
    for (const { rows } of report.files.flatMap(({ sheets }) => sheets)) {
      expect(rows.imported + rows.rejected + rows.duplicate + rows.skipped).toBe(rows.read);
    }
  },
);
