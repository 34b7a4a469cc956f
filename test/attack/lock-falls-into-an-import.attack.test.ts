/*
 * Someone comes into the room while a large file is being imported, and the investigator locks the case, or the lid is closed. The lock
 * must not wait for the import, the import must leave nothing behind, and the case must be whole afterwards.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startCoreProgram } from '../make/core-program.ts';

const home = mkdtempSync(join(tmpdir(), 'qy-lock-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const passphrase = 'a passphrase for this test';

test('a lock in the middle of an import takes effect at once and leaves no trace of it', {
  timeout: 60_000,
}, async () => {
  const file = join(home, '流水.csv');
  const line = (i: number) =>
    `2024-01-${String(1 + (i % 28)).padStart(2, '0')},张某某,9999990000001${String(i).padStart(6, '0')},${(i % 900) + 1}.50,出,甲公司${i % 500},转账`;
  writeFileSync(
    file,
    ['交易日期,户名,账号,交易金额,收付标志,对方户名,摘要', ...Array.from({ length: 120_000 }, (_, i) => line(i))].join(
      '\r\n',
    ),
  );

  const core = await startCoreProgram(home);
  expect(await core.ask('case.create', { folder: '甲', title: '甲', passphrase })).toMatchObject({ ok: true });
  core.ticket({ id: 't', purpose: 'import', direction: 'read', name: '流水.csv', folder: '', path: file });
  const importing = core.ask('import.write', { tickets: ['t'] });
  await core.event((event) => event.event === 'progress' && event.done > 10_000);
  const started = performance.now();
  expect(await core.ask('case.lock', {})).toEqual({ ok: true, value: { locked: true } });
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await importing).toEqual({ ok: false, problem: { code: 'job.cancelled' } });
  expect(await core.ask('import.batches', {})).toEqual({ ok: false, problem: { code: 'case.not-open' } });
  expect(readdirSync(join(home, 'cases/甲.qycase')).sort()).toEqual(['case.db', 'case.lock', 'key.passphrase.age']);

  expect(await core.ask('case.open', { folder: '甲.qycase', passphrase })).toMatchObject({ ok: true });
  expect(await core.ask('import.batches', {})).toMatchObject({ ok: true, value: { batches: [] } });
  const health = await core.ask('doctor', {});
  if (!health.ok) throw new Error(health.problem.code);
  expect(health.value.checks.filter((check) => !check.ok)).toEqual([]);
  expect(health.value.checks.find((check) => check.id === 'evidence')?.n).toBe(0);
  await core.end();
});
