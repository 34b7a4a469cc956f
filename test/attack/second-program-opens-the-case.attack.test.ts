/*
 * The investigator has a case open. A second program, started by mistake or by a colleague, opens the same folder and writes into it.
 * Or the first one is killed and its lock stays behind, so that nobody can open the case any more.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCase } from '../../electron/core/case/close-case.ts';
import { createCase } from '../../electron/core/case/create-case.ts';
import { openCase } from '../../electron/core/case/open-case.ts';
import { bundleChild, startChild } from '../make/child.ts';
import { removeShell, testShell } from '../test-shell.ts';

const passphrase = 'a passphrase for this test';
const folder = '甲案.qycase';
const shell = testShell();
const task = { home: shell.folder, folder, passphrase };
let program: string;

beforeAll(async () => {
  program = await bundleChild('case-holder');
  const made = await createCase(shell, { folder, title: '甲', passphrase });
  if (!made.ok) throw new Error(made.problem.code);
  await closeCase(shell, made.value, 'case.locked');
});
afterAll(() => removeShell(shell));

test('the second program is told that the case is in use, until the first one closes it', async () => {
  const first = startChild(program, task);
  expect(await first.line()).toBe('open');
  const second = startChild(program, task);
  expect(await second.line()).toBe('case.in-use');
  expect(await openCase(shell, { folder, secret: { passphrase } })).toEqual({
    ok: false,
    problem: { code: 'case.in-use' },
  });
  first.say('lock');
  expect(await first.line()).toBe('locked');
  const third = startChild(program, task);
  expect(await third.line()).toBe('open');
  third.say('lock');
  expect(await third.line()).toBe('locked');
  for (const child of [first, third]) child.say('end');
  expect((await first.ended()).code).toBe(0);
});

test('a program that is killed leaves no lock behind, and nothing that it had written is missing', async () => {
  const victim = startChild(program, task);
  expect(await victim.line()).toBe('open');
  victim.process.kill('SIGKILL');
  expect((await victim.ended()).signal).toBe('SIGKILL');
  expect(readdirSync(join(shell.cases, folder))).toContain('case.db-wal');
  const opened = await openCase(shell, { folder, secret: { passphrase } });
  if (!opened.ok) throw new Error(opened.problem.code);
  const actions = opened.value.store.db.prepare('select action from journal order by seq desc limit 2').pluck().all();
  expect(actions).toEqual(['case.opened', 'case.opened']);
  await closeCase(shell, opened.value, 'case.locked');
});
