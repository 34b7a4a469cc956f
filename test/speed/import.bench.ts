import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { readWorkbook } from '../../electron/core/import/read/read-workbook.ts';
import { manyPayments, statementHeader } from '../make/many-payments.ts';
import { csv, xlsx } from '../make/workbooks.ts';
import { against, type Figure } from './figure.ts';
import { wholeWay } from './full-import.ts';
import { readingLargeWorkbook } from './large-workbook.ts';
import { medians, peerPython, taken, takenBy } from './measure.ts';

const CSV_ROWS = 100_000;
const XLSX_ROWS = 100_000;
/** Times Python's csv; times openpyxl read_only and SheetJS dense. */
const goal = { csv: 1.2, openpyxl: 0.2, sheetJs: 1 / 3 };

/**
 * What an import costs: reading the file alone, against other readers, and the whole way into the encrypted store, against
 * `sqlite3 .import`. With QY_QUICK set the million rows are left out.
 */
export async function figures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qy-import-'));
  try {
    const rows = [[...statementHeader], ...manyPayments(CSV_ROWS)];
    return [
      ...(await readingCsv(folder, rows)),
      ...(await readingXlsx(folder, rows.slice(0, XLSX_ROWS + 1))),
      ...(await wholeWay(folder, CSV_ROWS, 3)),
      ...(process.env.QY_QUICK ? [] : await readingLargeWorkbook(folder, 1_000_000)),
      ...(process.env.QY_QUICK ? [] : await wholeWay(folder, 1_000_000, 1)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readingCsv(folder: string, rows: readonly string[][]): Promise<Figure[]> {
  const python = peerPython('csv');
  const lines: Figure[] = [];
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const bytes = csv(rows, encoding);
    const path = join(folder, `${encoding}.csv`);
    writeFileSync(path, bytes);
    const count = `import csv; print(sum(1 for _ in csv.reader(open(${JSON.stringify(path)}, encoding="${encoding}", newline=""))))`;
    const time = await medians({
      ours: () => reading(bytes, path, rows.length),
      theirs: () => (python ? counting(python.command, count, rows.length) : Number.NaN),
    });
    lines.push(
      against(
        `reading ${CSV_ROWS} rows of CSV in ${encoding} with the place of every cell, CPU seconds`,
        time.ours,
        { name: `Python csv ${python?.version ?? ''}`.trim(), value: python && time.theirs },
        { most: goal.csv },
      ),
    );
  }
  return lines;
}

async function readingXlsx(folder: string, rows: readonly string[][]): Promise<Figure[]> {
  const bytes = xlsx([{ name: '流水', rows }]);
  const path = join(folder, 'statement.xlsx');
  writeFileSync(path, bytes);
  const python = peerPython('openpyxl');
  const count = `import openpyxl; print(sum(1 for _ in openpyxl.load_workbook(${JSON.stringify(path)}, read_only=True).active.iter_rows(values_only=True)))`;
  const time = await medians({
    ours: () => reading(bytes, path, rows.length),
    openpyxl: () => (python ? counting(python.command, count, rows.length) : Number.NaN),
    sheetJs: async () => (await taken(() => XLSX.read(bytes, { dense: true }))).cpuSeconds,
  });
  const what = `reading ${XLSX_ROWS} rows of .xlsx, CPU seconds`;
  return [
    against(
      what,
      time.ours,
      { name: `openpyxl ${python?.version ?? ''}`.trim(), value: python && time.openpyxl },
      { most: goal.openpyxl },
    ),
    against(what, time.ours, { name: `SheetJS ${XLSX.version}`, value: time.sheetJs }, { most: goal.sheetJs }),
  ];
}

async function reading(bytes: Uint8Array, name: string, rows: number): Promise<number> {
  const { cpuSeconds } = await taken(async () => {
    const read = await readWorkbook(bytes, name);
    const found = read.ok ? read.value.sheets[0]?.length : read.problem.code;
    if (found !== rows) throw new Error(`${name}: ${rows} rows written, ${found} read`);
  });
  return cpuSeconds;
}

function counting(command: string, program: string, rows: number): number {
  const done = takenBy({ command, args: ['-c', program] });
  if (Number(done.stdout) !== rows) throw new Error(`${command} counted ${done.stdout} of ${rows}`);
  return done.cpuSeconds;
}
