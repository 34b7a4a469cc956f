/*
 * 中途断电: the program is killed while it imports, at moments nobody chose. What an earlier import had confirmed is there, of the killed one the files that
 * were through, each of them whole, and the case opens as if nothing had happened.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeSample } from '../../build/sample/index.ts';
import type { Truth } from '../../build/sample/truth/truth.ts';
import type { BatchRow, ImportReport } from '../../shared/protocol/import.requests.ts';
import { needles, plainTextIn } from '../make/canary-scan.ts';
import { type Desk, makeDesk } from '../make/desk.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load

let desk: Desk;
let sheets: string;
let names: string[];
beforeAll(() => {
  desk = makeDesk();
  sheets = mkdtempSync(join(tmpdir(), 'qy-sample-'));
  writeSample(sheets, { seed: 5, size: 'S', noise: 0.5 });
  const truth: Truth = JSON.parse(readFileSync(join(sheets, 'truth.json'), 'utf8'));
  names = truth.files.map(({ file }) => file).slice(0, 30);
});
afterAll(() => {
  desk.remove();
  rmSync(sheets, { recursive: true, force: true });
});

const paths = (list: readonly string[]) => list.map((name) => join(sheets, name));
const batchesNow = async () => (await desk.json<{ batches: BatchRow[] }>('imports', 'a.qycase')).batches;
const filesOf = (batches: readonly BatchRow[]) => batches.map(({ file }) => file).sort();

test('of an import that is killed each file is there as a whole or not at all, and nothing is lost that was confirmed before', async () => {
  const [confirmed, rest] = [names.slice(0, 4), names.slice(4)];
  const inOrder = rest.toSorted(); // as the command line takes them
  await desk.newCase('a');
  await desk.json<ImportReport>('import', 'a.qycase', ...paths(confirmed));

  // how long it takes on this machine: tried out, nothing is written
  const started = performance.now();
  await desk.json<ImportReport>('import', 'a.qycase', ...paths(rest), '--dry-run');
  const whole = performance.now() - started;

  let torn = 0;
  for (const share of [0.2, 0.5, 0.7, 0.9]) {
    const run = desk.start('import', 'a.qycase', ...paths(rest), '--json', '--passphrase-file', 'passphrase.txt');
    const timer = setTimeout(() => run.child.kill('SIGKILL'), whole * share);
    const said = await run.ended;
    clearTimeout(timer);
    const batches = await batchesNow();
    const through = inOrder.slice(0, batches.length - confirmed.length);
    expect(filesOf(batches), `killed after ${share} of the time`).toEqual([...confirmed, ...through].sort());
    if (said.code === 0) expect(through).toEqual(inOrder); // what was answered is there
    if (through.length === inOrder.length) break; // it came through before the kill
    torn++;
    expect(readdirSync(desk.temp)).toEqual([]);
  }
  expect(torn).toBeGreaterThanOrEqual(1); // how many come too late depends on the machine
  expect(await desk.json('doctor', 'a.qycase')).toMatchObject({ ok: true });
  expect(await desk.json('journal', 'a.qycase', 'verify')).toMatchObject({ ok: true, bad: [] });

  if ((await batchesNow()).length < names.length) {
    const report = await desk.json<ImportReport>('import', 'a.qycase', ...paths(rest));
    const codes = new Set(report.files.flatMap(({ problems }) => problems.map(({ code }) => code)));
    expect([...codes].filter((code) => code !== 'file.already-imported')).toEqual([]);
  }
  expect(filesOf(await batchesNow())).toEqual([...names].sort());
  // what a half written store and its journal were is kept as well
  const left = readdirSync(join(desk.cwd, 'a.qycase')).filter((name) => name !== 'set-aside');
  expect(left.sort()).toEqual(['case.db', 'case.lock', 'key.passphrase.age']);
  // what the killed programs left behind, if anything, says nothing of the case
  const said = needles(['瑞衡骨科', '沈国栋', '咨询费', '9999990000001000401']);
  expect(plainTextIn(desk.folder, said, [])).toEqual([]);
  expect(plainTextIn(sheets, said, []).length).toBeGreaterThan(5);
});
