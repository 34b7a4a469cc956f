import type { Truth } from '../../build/sample/truth/truth.ts';
import type { ImportReport } from '../../shared/protocol/import.requests.ts';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** What the generator says of each sheet: counts, sums, columns, and every bad cell as one line. */
export const toldSheets = (truth: Truth) =>
  truth.files.flatMap(({ file, sheets }) =>
    sheets.map(({ badRows, ...sheet }) => ({
      ...sheet,
      file,
      problems: badRows.map((bad) => `${bad.row} ${bad.column} ${bad.code} ${bad.seen} ${bad.rejected}`).sort(byText),
    })),
  );

/** What an import said of each sheet, in the same words. */
export const foundSheets = (report: ImportReport) =>
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
