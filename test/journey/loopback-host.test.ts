import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type StartedHost, startBuiltHost } from '../make/started-host.ts';

const devhost = join(import.meta.dirname, '../../dist/electron/devhost.js');
let host: StartedHost | undefined;
afterEach(async () => {
  host?.child.kill('SIGKILL');
  await host?.ended;
  host = undefined;
});

test('the page reaches the real core, which stands behind its guard', async () => {
  host = await startBuiltHost();
  expect(await host.ask('app.info', {})).toMatchObject({
    ok: true,
    value: { shell: 'loopback', offline: { guarded: true, attempts: 0 } },
  });
  expect(await host.ask('report.preview', {})).toEqual({ ok: false, problem: { code: 'case.not-open' } });
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends the host and its core cleanly', async (signal) => {
  host = await startBuiltHost();
  await host.ask('app.info', {});
  const core = childrenOf(host.child.pid ?? 0);
  expect(core).toHaveLength(1);
  host.child.kill(signal);
  expect(await host.ended).toBe(0);
  await expect.poll(() => core.filter(lives)).toEqual([]);
});

test('a host whose starter is gone ends with it', async () => {
  host = await startBuiltHost();
  host.child.stdin?.end();
  expect(await host.ended).toBe(0);
});

test('a core whose host was killed ends too', async () => {
  host = await startBuiltHost();
  await host.ask('app.info', {});
  const core = childrenOf(host.child.pid ?? 0);
  host.child.kill('SIGKILL');
  await expect.poll(() => core.filter(lives), { timeout: 5_000 }).toEqual([]);
});

test('in production the host does not start', () => {
  const tried = spawnSync(process.execPath, [devhost], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
    input: '',
  });
  expect([tried.status, tried.stdout]).toEqual([2, '']);
  expect(tried.stderr).toContain('does not run in production');
});

test('a file that was chosen but not imported leaves nothing on the disk', async () => {
  host = await startBuiltHost();
  const canary = '金丝雀华康药业20000';
  const reply = await host.upload('import', '付款.csv', Buffer.from(`收款方,金额\n${canary},1\n`));
  expect(reply).toMatchObject({ ok: true, value: { name: '付款.csv' } });
  await host.ask('app.info', {});
  const files = readdirSync(host.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = files.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(canary));
  expect(holding.map(({ name }) => name)).toEqual([]);
});

/** State letter and parent of every process, by its id, as the system tells: /proc on Linux, ps elsewhere. */
function processes(): Map<number, { parent: number; state: string }> {
  if (existsSync('/proc/self/stat')) {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(ids.flatMap((id) => statOf(id)));
  }
  const listed = spawnSync('ps', ['-axo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).stdout.trim().split('\n');
  return new Map(
    listed
      .map((line) => line.trim().split(/\s+/))
      .map(([id, parent, state = '']) => [Number(id), { parent: Number(parent), state }]),
  );
}

function statOf(id: string): [number, { parent: number; state: string }][] {
  try {
    const [state = '', parent = ''] = afterName(readFileSync(`/proc/${id}/stat`, 'utf8'));
    return [[Number(id), { parent: Number(parent), state }]];
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ESRCH')) return []; // it ended meanwhile
    throw cause;
  }
}

/** "12 (a name) S 7 …" → ['S', '7', …] */
const afterName = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

const childrenOf = (pid: number): number[] =>
  [...processes()].filter(([, { parent }]) => parent === pid).map(([id]) => id);

const lives = (pid: number): boolean => /^[^ZX]/.test(processes().get(pid)?.state ?? '');
