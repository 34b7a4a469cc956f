import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { eachPayment, statementHeader } from '../make/many-payments.ts';
import { type Figure, ours } from './figure.ts';
import { root, takenBy } from './measure.ts';

const goal = { megabytes: 450 };

/** What a process needs that reads a workbook of so many rows into memory as the import does. */
export async function readingLargeWorkbook(folder: string, count: number): Promise<Figure[]> {
  const path = join(folder, `${count}.xlsx`);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = workbook.addWorksheet('流水');
  sheet.addRow([...statementHeader]).commit();
  for (const row of eachPayment(count)) sheet.addRow([...row]).commit();
  sheet.commit();
  await workbook.commit();
  const done = takenBy({
    command: process.execPath,
    args: [join(root, 'test/make/children/read-workbook.ts'), path],
  });
  if (Number(done.stdout) !== count + 1) throw new Error(`${count + 1} rows written, ${done.stdout} read`);
  const what = `reading ${count} × ${statementHeader.length} cells of .xlsx`;
  return [
    ours(`${what}, CPU seconds`, done.cpuSeconds),
    ours(`${what}, peak megabytes`, done.peakMegabytes ?? Number.NaN, { most: goal.megabytes }),
  ];
}
