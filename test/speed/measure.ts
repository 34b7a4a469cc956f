import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's root: the runner starts every bench there. */
export const root = process.cwd();

/** What some work took. CPU is user + system of all threads, and is what comparisons use: wall time also counts other people's work. */
export interface Taken {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** undefined where the system does not tell */
  readonly peakMegabytes: number | undefined;
}

/** Work in this process. */
export async function taken(work: () => unknown): Promise<Taken> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    peakMegabytes: undefined,
  };
}

/** What some work took each time it was done, in CPU milliseconds: what the clock shows is also other people's work. */
export async function cpuTimes(work: (run: number) => unknown, runs = 5): Promise<number[]> {
  const times = [];
  for (let run = 0; run < runs; run++) times.push((await taken(() => work(run))).cpuSeconds * 1_000);
  return times;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program of its own, with everything it starts. Throws when it fails, with what it said. */
export function takenBy({ command, args, input, env }: Program): Taken & { readonly stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'qy-time-'));
  const report = join(folder, 'time');
  const wall = performance.now();
  const timed = existsSync('/usr/bin/time');
  const [file, list] = timed
    ? ['/usr/bin/time', ['-o', report, '-f', '%U %S %M', command, ...args]]
    : [command, [...args]];
  const done = spawnSync(file, list, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
    ...(input === undefined ? {} : { input }),
  });
  const wallSeconds = (performance.now() - wall) / 1000;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.status} ${done.stderr}${done.stdout.slice(0, 2_000)}`);
  const [user, system, peak] = timed ? readFileSync(report, 'utf8').trim().split(/\s+/).map(Number) : [];
  rmSync(folder, { recursive: true });
  return {
    // without `time` there is only the clock on the wall
    cpuSeconds: user === undefined || system === undefined ? wallSeconds : user + system,
    wallSeconds,
    peakMegabytes: peak === undefined ? undefined : peak / 1024,
    stdout: done.stdout,
  };
}

/** Runs the contenders in turn, so that a slow minute of the machine falls on all of them, and returns the median of each. */
export async function medians<N extends string>(
  contenders: Readonly<Record<N, () => number | Promise<number>>>,
  runs = 3,
): Promise<Record<N, number>> {
  const names = Object.keys(contenders) as N[];
  const results = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) results.get(name)?.push(await contenders[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(results.get(name) ?? [])])) as Record<N, number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('no median of nothing');
  return (lower + upper) / 2;
}

/** A program of the machine with its version, or undefined when it is absent. */
export function peerProgram(
  command: string,
  versionArgs: readonly string[] = ['--version'],
): { command: string; version: string } | undefined {
  const asked = spawnSync(command, versionArgs, { encoding: 'utf8' });
  return asked.status === 0 ? { command, version: asked.stdout.trim().split(/\s/)[0] ?? '' } : undefined;
}

/** A Python that has this module, with the module's version: e.g. openpyxl, networkx. */
export function peerPython(module: string): { command: string; version: string } | undefined {
  for (const command of ['python3', '/usr/bin/python3']) {
    const found = peerProgram(command, ['-c', `import ${module}; print(${module}.__version__)`]);
    if (found) return found;
  }
  return undefined;
}

/** A package that is installed here only to be compared with, e.g. exceljs, graphology. */
export function peerPackage(name: string): { version: string } | undefined {
  const manifest = join(root, 'node_modules', name, 'package.json'); // not every package exports its manifest
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }) : undefined;
}

/** The built command line. */
export const qy = (...args: string[]): Program => ({
  command: process.execPath,
  args: [join(root, 'dist/electron/qy.js'), ...args],
});
