import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { readWorkbook } from '../../electron/core/import/read/read-workbook.ts';
import { manyPayments, statementHeader } from '../make/many-payments.ts';
import { csv, xlsx } from '../make/workbooks.ts';
import { against, type Figure, ours } from './figure.ts';
import { medians, peerProgram, peerPython, qy, taken, takenBy } from './measure.ts';

const CSV_ROWS = 100_000;
const XLSX_ROWS = 20_000;

/** What an import costs: reading the file alone, against other readers, and the whole way into the encrypted store, against `sqlite3 .import`. */
export async function figures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qy-import-'));
  try {
    const rows = [[...statementHeader], ...manyPayments(CSV_ROWS)];
    return [
      ...(await readingCsv(folder, rows)),
      ...(await readingXlsx(folder, rows.slice(0, XLSX_ROWS + 1))),
      ...(await wholeWay(folder, rows)),
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
      against(`reading ${CSV_ROWS} rows of CSV in ${encoding} with the place of every cell, CPU seconds`, time.ours, {
        name: `Python csv ${python?.version ?? ''}`.trim(),
        value: python && time.theirs,
      }),
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
    against(what, time.ours, { name: `openpyxl ${python?.version ?? ''}`.trim(), value: python && time.openpyxl }),
    against(what, time.ours, { name: `SheetJS ${XLSX.version}`, value: time.sheetJs }),
  ];
}

async function wholeWay(folder: string, rows: readonly string[][]): Promise<Figure[]> {
  const [passphrase, file, store] = ['passphrase.txt', 'statement.csv', 'peer.db'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(passphrase, '山重水复疑无路 柳暗花明又一村\n');
  writeFileSync(file, csv(rows));
  const env = { QY_PROFILE: join(folder, 'profile') };
  const sqlite = peerProgram('sqlite3');
  let made = 0;
  const imported: number[] = [];
  const time = await medians({
    ours: () => {
      const path = join(folder, `${made++}.qycase`);
      takenBy({ ...qy('new', path, '--passphrase-file', passphrase), env });
      const done = takenBy({
        ...qy('import', path, file, '--as', 'bank_flow', '--json', '--passphrase-file', passphrase),
        env,
      });
      mustHaveCome(done.stdout);
      imported.push(done.peakMegabytes ?? Number.NaN);
      return done.cpuSeconds;
    },
    theirs: () => {
      if (!sqlite) return Number.NaN;
      rmSync(store, { force: true });
      const indexes = ['本方账号', '对手账号', '交易日期', '对手户名'].map(
        (name, i) => `create index i${i} on flow("${name}");`,
      );
      return takenBy({
        command: 'sqlite3',
        args: [store],
        input: `.mode csv\n.import '${file}' flow\n${indexes.join('\n')}\n`,
      }).cpuSeconds;
    },
  });
  return [
    against(
      `importing ${CSV_ROWS} rows from file to encrypted store, with every cell kept, parties joined and links drawn, CPU seconds`,
      time.ours,
      { name: `sqlite3 ${sqlite?.version ?? ''} .import with 4 indexes`, value: sqlite && time.theirs },
    ),
    ours(`importing ${CSV_ROWS} rows, peak megabytes`, Math.max(...imported)),
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

/** A fast import that leaves rows behind is no import. */
function mustHaveCome(stdout: string): void {
  if (!stdout.includes(`"imported":${CSV_ROWS}`))
    throw new Error(`not every row was imported: ${stdout.slice(0, 2_000)}`);
}
