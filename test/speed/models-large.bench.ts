import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eachSampleFile } from '../../build/sample/generate.ts';
import type { SizePlan } from '../../build/sample/options.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { migrate, openStore } from '../../electron/core/store/connect.ts';
import { writeMeta } from '../../electron/core/store/meta.ts';
import { detectIn } from '../make/detect-in.ts';
import { importBytes, type NamedBytes } from '../make/import-bytes.ts';
import { type Figure, ours } from './figure.ts';

/**
 * One city between the sizes M and L, whole: its people, companies, meetings and schemes are of one town, so that it has as many findings as a
 * case of that size would have. There are two payments to each other row, as the goal counts them; sizes M and L have as many other rows as
 * payments, of which this city has fewer meetings, expenses, orders and prescriptions for its people than they.
 */
const city: Partial<SizePlan> = {
  hospitals: 80,
  staff: 13_000,
  mah: 200,
  distributors: 135,
  csos: 135,
  pcos: 40,
  hotels: 80,
  guests: 8_000,
  bankRows: 960_000,
  statements: 2_400,
  expenseRows: 130_000,
  ledgers: 100,
  conferences: 2_500,
  rosterRows: 150_000,
  goods: 60,
  clinics: 0,
};

/** Files that are imported together: their bytes are in memory at the same time. */
const TOGETHER = 500;

/**
 * What all warning models take over a million payments and half a million other rows: CPU seconds of all and of each of the ten slowest,
 * and the memory of the process at its peak. `--case=FILE` keeps the case there, or takes the one that is there; The case is made and asked by processes of their own, so that the making is in neither figure.
 */
export function figures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'qy-models-'));
  try {
    const file = argument('case') ?? join(folder, 'case.db');
    if (!existsSync(file)) inChild('makeLarge', 8_000, { file });
    const asked = JSON.parse(inChild('askLarge', undefined, { file })) as Asked;
    const of = `${asked.payments} payments and ${asked.others} other rows`;
    const slowest = asked.models.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
    return [
      ours(`all models over ${of}, CPU seconds`, asked.all, { most: 90 }),
      ours(`all models over ${of}, megabytes at the peak`, asked.megabytes, { most: 1024 }),
      ...slowest.map(({ model, seconds }) => ours(`${model}: CPU seconds`, seconds, { most: 10 })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Asked {
  readonly payments: number;
  readonly others: number;
  readonly all: number;
  readonly megabytes: number;
  readonly models: ReadonlyArray<{ readonly model: string; readonly seconds: number }>;
}

/** A key that hides nothing: reading a sealed case is part of what is measured. */
const key = (): Buffer => Buffer.alloc(32, 7);

/** Makes the case in `file`, which appears when it is whole. */
export async function makeLarge({ file }: { file: string }): Promise<void> {
  const unfinished = `${file}.making`;
  rmSync(unfinished, { force: true });
  const store = openStore(unfinished, key(), { create: true, bulk: true });
  migrate(store);
  writeMeta(store, {
    case: '00000000-0000-4000-8000-000000000001',
    title: '测试案件',
    number: '2026-001',
    unit: '测试单位',
    classification: '内部',
    created_at: '2026-01-01T00:00:00.000Z',
    sample: '0',
  });
  let sheets: NamedBytes[] = [];
  for (const { name, parts } of eachSampleFile({ seed: 1, size: 'L', plan: city, noise: 0.5, scope: 'all' })) {
    if (!/\.(xlsx?|csv)$/.test(name) || name.includes('/')) continue;
    sheets.push({ path: name, bytes: Buffer.concat([...parts]) });
    if (sheets.length < TOGETHER) continue;
    await importBytes(sheets, { store });
    sheets = [];
  }
  await importBytes(sheets, { store });
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  store.close();
  renameSync(unfinished, file);
}

/** Asks every model, and tells what each took. Nothing is kept in the case. */
export function askLarge({ file }: { file: string }): Asked {
  const store = openStore(file, key(), { bulk: true }); // as a job does
  migrate(store); // a case that was kept may be of an earlier version
  const count = (sql: string) => store.db.prepare(sql).pluck().get() as number;
  const payments = count('select count(*) from rec_bank_flow');
  const others = count('select count(*) from row') - payments;
  const models: Array<{ model: string; seconds: number }> = [];
  let last: { model: string; at: number } | undefined;
  const until = (model?: string): void => {
    const now = spent();
    if (last) models.push({ model: last.model, seconds: now - last.at });
    last = model === undefined ? undefined : { model, at: now };
  };
  const from = spent();
  const undone = new Error('nothing is kept');
  try {
    store.transaction(() => {
      detectIn(store, { progress: until });
      until();
      throw undone;
    });
  } catch (thrown) {
    if (thrown !== undone) throw thrown;
  }
  const all = spent() - from;
  store.close();
  return { payments, others, all, megabytes: process.resourceUsage().maxRSS / 1024, models };
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function inChild(name: 'makeLarge' | 'askLarge', megabytes: number | undefined, input: unknown): string {
  const program = `const of = await import(${JSON.stringify(import.meta.url)});
    const answer = await of.${name}(${JSON.stringify(input)});
    process.stdout.write(JSON.stringify(answer ?? null));`;
  const memory = megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`];
  const done = spawnSync(process.execPath, [...memory, '--input-type=module', '-e', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  if (done.status !== 0) throw new Error(`${name} ended with ${done.status ?? done.signal}`);
  return done.stdout;
}

/** What stands behind `--name=` on the command line. */
const argument = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
