import { expect, test } from 'vitest';
import { WorkbookBuilder } from '../../../../../../../electron/core/import/read/grid.ts';
import { readSpreadsheet } from '../../../../../../../electron/core/import/read/read-spreadsheet.ts';
import { readWorkbook } from '../../../../../../../electron/core/import/read/read-workbook.ts';
import { differences } from '../../../../../../make/cell-differences.ts';
import { foreignWorkbooks, noForeignFiles } from '../../../../../../make/foreign.ts';

/** A bomb, which SheetJS would unpack, and a file that is only large. */
const apart = /poc-shared-strings|large_strings/;

test.skipIf(noForeignFiles)(
  'our reader and SheetJS read the same cells in every .xlsx and .xlsm of four other projects, but for what is named (skipped where the fixtures are absent)',
  { timeout: 300_000 },
  async () => {
    const lines: string[] = [];
    let cells = 0;
    for (const { path, name, bytes } of foreignWorkbooks(/\.xl(s|t)[xm]$/i)) {
      if (apart.test(path)) continue;
      const ours = await readWorkbook(bytes, name);
      if (!ours.ok) continue; // which files may end in a Problem, test/journey/foreign-workbooks.test.ts says
      const builder = new WorkbookBuilder();
      if (readSpreadsheet(bytes, 'xlsx', builder, Number.POSITIVE_INFINITY) !== 'read') continue;
      const theirs = builder.finish();
      for (const sheet of theirs.sheets)
        for (let i = 0; i < sheet.length; i++) cells += sheet.cells(i).filter((cell) => cell !== null).length;
      lines.push(...differences(path, ours.value, theirs));
    }
    expect(lines).toEqual([]);
    expect(cells).toBeGreaterThan(100_000);
  },
);
