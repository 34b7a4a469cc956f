import { expect, test } from 'vitest';
import { bundleChild, startChild } from '../../../../make/child.ts';

test('a slot is made and opened in a thread of its own; the core goes on answering meanwhile', async () => {
  const program = await bundleChild('slot-thread', { 'unlock.worker': 'electron/core/unlock.worker.ts' });
  const child = startChild(program, { passphrase: 'a passphrase of a test', workFactor: 15 });
  const { turns, ...said } = JSON.parse(await child.line());
  expect(said).toEqual({
    right: { caseId: '00000000-0000-4000-8000-000000000001', key: '05'.repeat(32) },
    wrong: 'case.wrong-passphrase',
    damaged: 'case.damaged',
    ownKey: true,
  });
  expect(turns).toBeGreaterThan(20);
  expect((await child.ended()).code).toBe(0);
}, 60_000);
