import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeCase } from '../../electron/core/case/close-case.ts';
import { createCase } from '../../electron/core/case/create-case.ts';
import { testShell } from '../test-shell.ts';

const program = join(import.meta.dirname, '../../dist/electron/qy.js');

/** What one run of the command line said and ended with. */
export interface Said {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/**
 * 一张桌: somebody at a machine of their own with the built command line. Everything the program can write to (profile, temporary folder, home,
 * working folder) lies in `folder`.
 */
export interface Desk {
  readonly folder: string;
  /** the working folder: relative names on the command line are looked for here */
  readonly cwd: string;
  readonly profile: string;
  readonly temp: string;
  readonly passphrase: string;
  /** Runs one command to its end. */
  qy(...args: string[]): Promise<Said>;
  /** The same with the passphrase of the desk, which must end with 0 and answer one JSON document. */
  json<T>(...args: string[]): Promise<T>;
  /**
   * Makes NAME.qycase with the passphrase of the desk, as `new` does but for the cost of a guess: opening takes the program a second of scrypt
   * otherwise, and a journey opens its case dozens of times.
   */
  newCase(name: string): Promise<void>;
  /** Starts a command without waiting for it. */
  start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Said> };
  remove(): void;
}

export function makeDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'qy-desk-'));
  const [cwd, profile, temp, home] = ['work', 'profile', 'temp', 'home'].map((name) => join(folder, name));
  for (const path of [cwd, temp, home]) mkdirSync(path!);
  const passphrase = '海棠不惜胭脂色 独立蒙蒙细雨中';
  writeFileSync(join(cwd!, 'passphrase.txt'), `${passphrase}\n`);
  const start: Desk['start'] = (...args) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: cwd!,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: home!, TMPDIR: temp!, QY_PROFILE: profile!, NODE_ENV: 'production' },
    });
    const ended = new Promise<Said>((resolve) => {
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout?.on('data', (part: Buffer) => out.push(part));
      child.stderr?.on('data', (part: Buffer) => err.push(part));
      child.on('close', (code, signal) =>
        resolve({ code, signal, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
      );
    });
    return { child, ended };
  };
  const qy: Desk['qy'] = (...args) => start(...args).ended;
  return {
    folder,
    cwd: cwd!,
    profile: profile!,
    temp: temp!,
    passphrase,
    qy,
    start,
    async json(...args) {
      const said = await qy(...args, '--json', '--passphrase-file', 'passphrase.txt');
      if (said.code !== 0) throw new Error(`qy ${args.join(' ')} ended with ${said.code}: ${said.out}${said.err}`);
      return onlyDocument(said.out) as never;
    },
    async newCase(name) {
      const shell = testShell({ folder, profile: profile!, cases: cwd!, now: () => new Date() });
      const made = await createCase(shell, { folder: name, title: name, passphrase, actor: 'qy' });
      if (!made.ok) throw new Error(made.problem.code);
      await closeCase(shell, made.value, 'case.locked');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The one JSON document that stdout must be; throws where there is more or less. */
export function onlyDocument(out: string): unknown {
  if (!out.endsWith('\n') || out.slice(0, -1).includes('\n')) throw new Error(`not one line: ${out.slice(0, 200)}`);
  return JSON.parse(out);
}
