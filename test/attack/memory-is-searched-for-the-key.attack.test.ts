/*
 * Another program of the same user, or a forensic image of the memory, looks for the key of the case while it is open and after it was
 * locked. What must never be there is the key as text, which a search for 64 hexadecimal digits finds at once. After locking, our own
 * buffers are wiped; what libraries may have left is gone for sure only when the process ends, which the program does after a lock.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCase } from '../../electron/core/case/close-case.ts';
import { createCase } from '../../electron/core/case/create-case.ts';
import { bundleChild, startChild } from '../make/child.ts';
import { removeShell, testShell } from '../test-shell.ts';

const passphrase = 'a passphrase for this test';
const folder = '甲案.qycase';
const shell = testShell();
let program: string;
let key: Buffer;

beforeAll(async () => {
  program = await bundleChild('case-holder');
  const made = await createCase(shell, { folder, title: '甲', passphrase });
  if (!made.ok) throw new Error(made.problem.code);
  key = Buffer.from(made.value.key);
  await closeCase(shell, made.value, 'case.locked');
});
afterAll(() => removeShell(shell));

/** How often each needle lies in the writable memory of a process. */
function search(pid: number, needles: Record<string, Buffer>): Record<string, number> {
  const found = Object.fromEntries(Object.keys(needles).map((name) => [name, 0]));
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to] = line.match(/^([0-9a-f]+)-([0-9a-f]+) rw/) ?? [];
      if (from === undefined || to === undefined || /\[v(var|dso|syscall)/.test(line)) continue;
      const size = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      const bytes = Buffer.alloc(size);
      let got = 0;
      try {
        got = readSync(memory, bytes, 0, size, Number.parseInt(from, 16));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EIO') continue; // given back meanwhile
        throw error;
      }
      for (const [name, needle] of Object.entries(needles)) {
        for (let at = bytes.indexOf(needle); at >= 0 && at < got; at = bytes.indexOf(needle, at + 1))
          found[name] = (found[name] ?? 0) + 1;
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

// Linux alone shows one process the memory of another as a file; some containers forbid it
const canSearch = existsSync('/proc/self/mem');

test.skipIf(!canSearch)(
  'the key is nowhere as text while the case is open, and nowhere at all once it is locked (skipped where memory cannot be read)',
  async () => {
    const child = startChild(program, { home: shell.folder, folder, passphrase });
    expect(await child.line()).toBe('open');
    const pid = child.process.pid ?? 0;
    const hex = key.toString('hex');
    const needles = {
      raw: key,
      hex: Buffer.from(hex),
      HEX: Buffer.from(hex.toUpperCase()),
      utf16: Buffer.from(hex, 'utf16le'),
    };
    const { raw, ...asText } = search(pid, needles);
    expect(raw).toBeGreaterThan(0); // the search finds what is there
    expect(asText).toEqual({ hex: 0, HEX: 0, utf16: 0 });
    child.say('lock');
    expect(await child.line()).toBe('locked');
    expect(search(pid, needles)).toEqual({ raw: 0, hex: 0, HEX: 0, utf16: 0 });
    child.say('end');
    await child.ended();
    expect(existsSync(`/proc/${pid}/mem`)).toBe(false);
  },
  60_000,
);
