/*
 * 一柜子旧文件: workbooks of four other projects, odd and broken ones among them, are tried out in one go on the command line. Every one of them ends
 * in a sheet or in a Problem that a person can read. A sample spread over all of them by default; all with QY_ALL=1.
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { FileReport, ImportReport } from '../../shared/protocol/import.requests.ts';
import { problems as words } from '../../shared/text/zh-CN/problems.ts';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import { importShape } from '../make/headless-shapes.ts';

const folder = join(import.meta.dirname, '../../../shared/fixtures/workbooks');
const absent = !existsSync(join(folder, 'MANIFEST.jsonl'));
const all = process.env.QY_ALL === '1';
/** One in so many, so that every project and every kind of oddity has its turn. */
const SPREAD = 10;

let desk: Desk | undefined;
afterAll(() => desk?.remove());

interface Known {
  readonly file: string;
  readonly msg?: string;
}

const known: Known[] = absent
  ? []
  : readFileSync(join(folder, 'MANIFEST.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

test.skipIf(absent)(
  'every foreign workbook ends in a sheet or in a clear Problem, locked ones are said to be locked (skipped: the foreign files are not here)',
  { timeout: all ? 1_800_000 : 300_000 },
  async () => {
    const chosen = known.filter(({ file }, i) => existsSync(join(folder, file)) && (all || i % SPREAD === 3));
    expect(chosen.length).toBeGreaterThan(all ? 500 : 50);
    desk = makeDesk();
    await desk.newCase('a');
    // names repeat over the projects: each file under a folder of its own
    for (const [i, { file }] of chosen.entries()) {
      const own = join(desk.cwd, 'in', String(i).padStart(3, '0'));
      mkdirSync(own, { recursive: true });
      symlinkSync(join(folder, file), join(own, basename(file)));
    }
    const said = await desk.qy(
      'import',
      'a.qycase',
      'in',
      '--dry-run',
      '--json',
      '--passphrase-file',
      'passphrase.txt',
    );
    expect([said.signal, said.err]).toEqual([null, '']);
    expect([0, 3]).toContain(said.code);
    const { files } = onlyDocument(said.out) as ImportReport;
    importShape.parse({ files: files.filter(({ sha256 }) => sha256 !== '') });
    expect(files.map(({ file }) => file).sort()).toEqual(chosen.map(({ file }) => basename(file)).sort());

    const faults = files.flatMap((file) => {
      const codes = file.problems.map(({ code }) => code);
      if (file.sheets.length === 0 && codes.length === 0) return [`${file.file}: neither a sheet nor a Problem`];
      return codes.filter((code) => !(code in words) || code === 'fault').map((code) => `${file.file}: ${code}`);
    });
    expect(faults).toEqual([]);
    expect(files.flatMap(unreadSheets)).toEqual([]);
    const locked = new Set(
      chosen.filter(({ msg }) => /Workbook is encrypted/.test(msg ?? '')).map(({ file }) => basename(file)),
    );
    // three are locked with the password with which Excel opens a file without asking: so do we
    for (const file of ['50833.xls', '60284.xls', 'issue_385.xls']) locked.delete(file);
    const notSaid = files.filter(
      ({ file, problems }) => locked.has(file) && problems[0]?.code !== 'file.password-protected',
    );
    expect(notSaid.map(({ file, problems }) => `${file}: ${problems[0]?.code}`)).toEqual([]);
    // a trial leaves nothing
    expect(await desk.json('imports', 'a.qycase')).toEqual({ batches: [] });
    expect(await desk.json('doctor', 'a.qycase')).toMatchObject({ ok: true });
  },
);

/** Sheets whose rows do not add up. */
const unreadSheets = ({ file, sheets }: FileReport): string[] =>
  sheets
    .filter(({ rows }) => rows.imported + rows.rejected + rows.duplicate + rows.skipped !== rows.read)
    .map(({ sheet, rows }) => `${file} › ${sheet}: ${JSON.stringify(rows)}`);
