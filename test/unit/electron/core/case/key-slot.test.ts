import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { makeSlot, readSlot } from '../../../../../electron/core/case/key-slot.ts';

const caseId = '00000000-0000-4000-8000-000000000001';
const key = Buffer.from('00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210', 'hex');
const owner = { passphrase: 'a passphrase of a test', workFactor: 4 };
const line = `{"v":1,"case":"${caseId}","cipher":"sqlcipher4","key":"${key.toString('hex')}"}\n`;

test('a slot gives back the key and the case it belongs to', async () => {
  const slot = await makeSlot({ caseId, key }, owner);
  expect(slot).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  expect(await readSlot(slot, { passphrase: owner.passphrase })).toEqual({ ok: true, value: { caseId, key } });
  expect(await readSlot(slot, { passphrase: 'another passphrase' })).toEqual({
    ok: false,
    problem: { code: 'case.wrong-passphrase' },
  });
});

const age = spawnSync('age', ['--version']).error === undefined;
test.skipIf(!age)('the age program prints the key of a unit slot (skipped where age is not installed)', async () => {
  const identity = await generateIdentity();
  const folder = mkdtempSync(join(tmpdir(), 'qy-age-'));
  try {
    writeFileSync(
      join(folder, 'key.unit.age'),
      await makeSlot({ caseId, key }, { recipient: await identityToRecipient(identity) }),
    );
    writeFileSync(join(folder, 'identity'), identity);
    const printed = spawnSync('age', ['-d', '-i', 'identity', 'key.unit.age'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toMatchObject({ status: 0, stdout: line });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// age reads passphrases from a terminal only: Python gives it one
const typeInto = `
import os, pty, sys, time
pid, tty = pty.fork()
if pid == 0:
    os.execvp('age', ['age', '-d', '-o', 'out', 'key.passphrase.age'])
os.read(tty, 1000)
os.write(tty, sys.argv[1].encode() + b'\\n')
try:
    while os.read(tty, 1000): pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
const python = spawnSync('python3', ['--version']).error === undefined && process.platform !== 'win32';
test.skipIf(!age || !python)(
  'the age program prints the key of a passphrase slot (skipped where age or python3 is not installed)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qy-age-'));
    try {
      writeFileSync(join(folder, 'key.passphrase.age'), await makeSlot({ caseId, key }, owner));
      expect(spawnSync('python3', ['-c', typeInto, owner.passphrase], { cwd: folder, timeout: 10_000 }).status).toBe(0);
      expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(line);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.each([
  ['not armored', async () => 'hello'],
  ['cut short', async (slot: string) => slot.slice(0, 150)],
  [
    'one byte changed in the body',
    async (slot: string) =>
      slot.replace(/.\n-----END/, (end) => (end.startsWith('A') ? `B${end.slice(1)}` : `A${end.slice(1)}`)),
  ],
  ['another plaintext', async () => sealed('{"key":"no"}\n')],
  ['a case id that is a path', async () => sealed(line.replace(caseId, `../../../${caseId.slice(9)}`))],
  ['a key that is not hexadecimal', async () => sealed(line.replace('0011', 'zz11'))],
  ['a work factor that would eat the memory', async (slot: string) => reworked(slot)],
])('a slot that is %s is a damaged case', async (_how, spoil) => {
  const slot = await spoil(await makeSlot({ caseId, key }, owner));
  expect(await readSlot(slot, { passphrase: owner.passphrase })).toEqual({
    ok: false,
    problem: { code: 'case.damaged', params: { why: 'key slot' } },
  });
});

async function sealed(text: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(owner.passphrase);
  encrypter.setScryptWorkFactor(4);
  return armor.encode(await encrypter.encrypt(text));
}

function reworked(slot: string): string {
  const bytes = Buffer.from(armor.decode(slot))
    .toString('latin1')
    .replace(/(-> scrypt \S+) 4\n/, '$1 30\n');
  return armor.encode(Buffer.from(bytes, 'latin1'));
}
