import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeCase } from '../../../../../electron/core/case/close-case.ts';
import { createCase } from '../../../../../electron/core/case/create-case.ts';
import { startCore } from '../../../../../electron/core/core.ts';
import type { CoreShell } from '../../../../../electron/core/shell.ts';

const dir = mkdtempSync(join(tmpdir(), 'qy-sample-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const shell: CoreShell = {
  kind: 'test',
  profile: join(dir, 'profile'),
  cases: join(dir, 'cases'),
  sample: join(dir, 'files'),
  threads: 'inline',
  slotWorkFactor: 10,
  now: () => new Date('2026-03-04T05:06:07Z'),
  emit: () => undefined,
  written: () => undefined,
  log: () => undefined,
};

test('a sample case that was left half made is made anew, and the truth beside its files stays outside', async () => {
  mkdirSync(shell.sample, { recursive: true });
  const header = '交易日期,借贷标志,交易金额,账户余额,对手户名,对手账号,摘要';
  writeFileSync(
    join(shell.sample, '流水_测试有限公司.csv'),
    `${header}\n2025-03-01,借,100.00,900.00,王某,9999990000000003,货款\n`,
  );
  writeFileSync(join(shell.sample, 'truth.json'), '{}');
  const half = await createCase(shell, {
    folder: '示例案件.qycase',
    title: 'x',
    passphrase: '清源示例案件-全为虚构-2026',
    sample: true,
  });
  if (!half.ok) throw new Error(half.problem.code);
  await closeCase(shell, half.value, 'case.closed');

  const core = startCore(shell);
  expect(await core.ask('case.open-sample', {})).toMatchObject({ ok: true, value: { sample: true } });
  const batches = await core.ask('import.batches', {});
  expect(batches.ok && batches.value.batches.map((batch) => batch.file)).toEqual(['流水_测试有限公司.csv']);
  // and the second time it is only opened
  const again = await core.ask('case.open-sample', {});
  const after = await core.ask('import.batches', {});
  expect(again.ok && after.ok && after.value.batches.length).toBe(1);
  await core.close();
});
