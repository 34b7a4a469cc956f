import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Reply } from '../../shared/protocol/problem.ts';
import { enter } from './devhost.ts';
import { json, knock, ownScript } from './knock.ts';

/** The built loopback host with the real core, in a profile of its own. */
export interface StartedHost {
  readonly child: ChildProcess;
  readonly profile: string;
  readonly origin: string;
  readonly ours: Record<string, string>;
  ask(name: string, ask: unknown): Promise<Reply<unknown>>;
  upload(
    purpose: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<Reply<{ ticket: string; name: string; bytes: number }>>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

export async function startBuiltHost(env: Record<string, string> = {}): Promise<StartedHost> {
  const profile = mkdtempSync(join(tmpdir(), 'qy-host-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/electron/devhost.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      QY_PROFILE: profile,
      QY_CASES: join(profile, 'cases'),
      TMPDIR: profile,
      ...env,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^QY_HOST (\S+)$/.exec(line)?.[1];
      if (found) resolve(found);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const { origin } = new URL(address);
  const ours = { ...ownScript(origin), cookie: await enter(origin, address) };
  const post = async (
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array,
  ): Promise<Reply<never>> =>
    JSON.parse((await knock(origin, path, { method: 'POST', headers: { ...ours, ...headers }, body })).body);
  return {
    child,
    profile,
    origin,
    ours,
    ended,
    ask: (name, ask) => post('/request', json, JSON.stringify({ name, ask })),
    upload: (purpose, name, bytes) =>
      post(
        '/upload',
        { 'content-type': 'application/octet-stream', 'x-purpose': purpose, 'x-file-name': encodeURIComponent(name) },
        bytes,
      ),
  };
}
