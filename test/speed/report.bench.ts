import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';
import { writeSummary } from '../../electron/core/export/summary-workbook.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { caseIdOf } from '../../electron/core/store/meta.ts';
import { importBytes } from '../make/import-bytes.ts';
import { manyPayments, statementHeader } from '../make/many-payments.ts';
import { sampleCase } from '../make/sample-case.ts';
import { csv } from '../make/workbooks.ts';
import { against, type Figure, ours } from './figure.ts';
import { medians, peerPackage, taken } from './measure.ts';

const ROWS = 50_000;

/** What the Excel summary costs: reading the case and writing it, against writing the same cells and nothing else. */
export async function figures(): Promise<Figure[]> {
  const { store: sample } = await sampleCase(1, 'S');
  const { store: large } = await importBytes([
    { path: 'statement.csv', bytes: csv([[...statementHeader], ...manyPayments(ROWS)]) },
  ]);
  const lines = [
    ...(await summary(sample, 'the sample case S')),
    ...(await summary(large, `a case of ${ROWS} payments`)),
  ];
  sample.close();
  large.close();
  return lines;
}

async function summary(store: Store, where: string): Promise<Figure[]> {
  const write = async () => {
    const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '' };
    return (await writeSummary(openCase, { mask: 'internal', lang: 'zh-CN', purpose: '', at: new Date(0) })).bytes;
  };
  const bytes = await write();
  const book = XLSX.read(bytes, { dense: true });
  const sheets = book.SheetNames.map((name) => ({
    name,
    rows: XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 }),
  }));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const time = await medians({
    ours: async () => (await taken(write)).cpuSeconds,
    bare: async () => (await taken(() => writeBare(sheets))).cpuSeconds,
  });
  const name = `exceljs ${peerPackage('exceljs')?.version}, the same cells without styles`;
  return [
    against(`Excel summary of ${where}, ${rows} rows, CPU seconds`, time.ours, { name, value: time.bare }),
    ours(`Excel summary of ${where}, megabytes`, bytes.length / 1e6),
  ];
}

async function writeBare(sheets: ReadonlyArray<{ name: string; rows: readonly unknown[][] }>): Promise<void> {
  const stream = new Writable({ write: (_part, _encoding, done) => done() });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row).commit();
    sheet.commit();
  }
  await workbook.commit();
}
