import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Encrypter } from 'age-encryption';
import tar from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../../electron/core/journal/entry.ts';
import { Stop } from '../../electron/core/request.ts';
import { readSealed } from '../../electron/core/seal/read-sealed.ts';
import sealOpen from '../../electron/core/seal/seal-open.job.ts';
import { signDigest } from '../../electron/core/sign/ssh-signature.ts';
import { bytesTicket, fileBytes, quietJob, type SealBench, sealBench } from '../make/sealed-case.ts';

/**
 * The attack: somebody between sender and receiver changes, cuts, lengthens or replaces a sealed file, or makes one of his own with
 * hostile contents, hoping that the receiver opens something the sender never sealed, or that a file lands outside the case.
 */
let bench: SealBench;
let bytes: Buffer;
beforeAll(async () => {
  bench = await sealBench();
  bytes = fileBytes(await bench.seal('a.qyseal', { summary: null }));
});
afterAll(() => bench.close());

async function outcome(file: Uint8Array): Promise<string> {
  try {
    await readSealed(bytesTicket(file), { identity: bench.identity }, null, quietJob);
    return 'opened';
  } catch (error) {
    if (error instanceof Stop) return error.problem.code;
    throw error;
  }
}
const refused = /^seal\.(damaged|wrong-key|not-a-sealed-file|bad-signature)$/;

test('the file as it was sealed opens', async () => {
  expect(await outcome(bytes)).toBe('opened');
});

test('a byte changed anywhere is refused: every byte of the header, and places all over the file', async () => {
  const header = bytes.indexOf('\n---') + 60;
  const places = [
    ...Array(header).keys(),
    ...Array.from({ length: 60 }, (_, i) => header + Math.floor(((bytes.length - header) * i) / 60)),
    bytes.length - 1,
  ];
  for (const at of places) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    expect(await outcome(changed), `byte ${at}`).toMatch(refused);
  }
});

test('a file cut at any of many lengths is refused', async () => {
  const cuts = [
    0,
    10,
    100,
    200,
    ...Array.from({ length: 40 }, (_, i) => Math.floor((bytes.length * i) / 40)),
    ...Array.from({ length: 40 }, (_, i) => bytes.length - 1 - i),
  ];
  for (const at of cuts) expect(await outcome(bytes.subarray(0, at)), `cut at ${at}`).toMatch(refused);
});

test('chunks exchanged, removed or appended are refused', async () => {
  const chunk = 65_536 + 16;
  const start = bytes.length - Math.floor((bytes.length - 300) / chunk) * chunk;
  const swapped = Buffer.concat([
    bytes.subarray(0, start),
    bytes.subarray(start + chunk, start + 2 * chunk),
    bytes.subarray(start, start + chunk),
    bytes.subarray(start + 2 * chunk),
  ]);
  expect(await outcome(swapped)).toMatch(refused);
  expect(await outcome(Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + chunk)]))).toMatch(refused);
  expect(await outcome(Buffer.concat([bytes, bytes.subarray(-200)]))).toMatch(refused);
});

interface Entry {
  name: string;
  data: Buffer;
  type?: 'file' | 'symlink' | 'directory' | 'link';
  linkname?: string;
}

/** A sealed file made by hand for the same receiver, signed by the attacker with a key of his own choosing (here the bench's). */
async function forge(entries: Entry[]): Promise<Uint8Array> {
  const pack = tar.pack({});
  for (const { name, data, type = 'file', linkname } of entries)
    pack.entry({ name, type, mode: 0o600, ...(linkname === undefined ? {} : { linkname }) }, data);
  pack.finalize();
  const plain: Buffer[] = [];
  for await (const part of Readable.from(pack)) plain.push(part as Buffer);
  const encrypter = new Encrypter();
  encrypter.addRecipient(bench.recipient);
  return encrypter.encrypt(Buffer.concat(plain));
}

const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex');

function signed(change: (manifest: Record<string, unknown>) => void = () => undefined, raw?: Buffer): Entry[] {
  const manifest: Record<string, unknown> = {
    format: 'qingyuan-sealed-case',
    version: 1,
    minReader: 1,
    sealId: '11111111-1111-4111-8111-111111111111',
    sealedAt: '2026-01-01T00:00:00.000Z',
    tool: 'attacker 1',
    profile: 'full',
    purpose: '',
    case: { id: bench.openCase.caseId, title: 'x', number: '' },
    signer: { name: 'x', key: bench.keys.fingerprint },
    to: [bench.recipient],
    snapshotKey: '0'.repeat(64),
    schema: 1,
    auditHead: { seq: 0, hash: '0'.repeat(64) },
    rows: {},
    members: [],
    withheld: [],
  };
  change(manifest);
  const data = raw ?? Buffer.from(canonicalJson(manifest));
  const signature = signDigest(bench.keys.signing, 'qingyuan.manifest', createHash('sha512').update(data).digest());
  return [
    { name: 'manifest.json', data },
    { name: 'manifest.json.sig', data: Buffer.from(signature) },
  ];
}

const member = (name: string, data: Buffer, more: object = {}) => ({
  name,
  kind: 'audit',
  bytes: data.length,
  sha256: digest(data),
  sm3: digest(data),
  ...more,
});

test('hostile archives are refused whatever they try', async () => {
  const data = Buffer.from('{}');
  const hostile: Record<string, Entry[]> = {
    'manifest not first': [{ name: 'audit.jsonl', data }, ...signed()],
    'no signature': [signed()[0] as Entry],
    'another signer in the manifest': signed((m) =>
      Object.assign(m, { signer: { name: 'x', key: 'SHA256:somebodyelse' } }),
    ),
    'a path out of the folder': [
      ...signed((m) => Object.assign(m, { members: [member('../../evil', data)] })),
      { name: '../../evil', data },
    ],
    'an absolute path': [
      ...signed((m) => Object.assign(m, { members: [member('/etc/evil', data)] })),
      { name: '/etc/evil', data },
    ],
    'evidence under a name that is not its digest': [
      ...signed((m) =>
        Object.assign(m, { members: [member(`evidence/${'a'.repeat(64)}`, data, { kind: 'evidence' })] }),
      ),
      { name: `evidence/${'a'.repeat(64)}`, data },
    ],
    'a member twice': [
      ...signed((m) => Object.assign(m, { members: [member('audit.jsonl', data), member('audit.jsonl', data)] })),
      { name: 'audit.jsonl', data },
      { name: 'audit.jsonl', data },
    ],
    'a missing member': signed((m) => Object.assign(m, { members: [member('audit.jsonl', data)] })),
    'an extra member': [...signed(), { name: 'audit.jsonl', data }],
    'other contents than signed': [
      ...signed((m) => Object.assign(m, { members: [member('audit.jsonl', data)] })),
      { name: 'audit.jsonl', data: Buffer.from('[]') },
    ],
    'a symbolic link': [
      ...signed((m) => Object.assign(m, { members: [member('audit.jsonl', Buffer.alloc(0))] })),
      { name: 'audit.jsonl', data: Buffer.alloc(0), type: 'symlink', linkname: '/etc/passwd' },
    ],
    'ten terabytes declared': signed((m) =>
      Object.assign(m, { members: [{ ...member('audit.jsonl', data), bytes: 10 ** 13 }] }),
    ),
    'a manifest that is not JSON': signed(undefined, Buffer.from('not json')),
    'prototype pollution': signed(
      undefined,
      Buffer.from(`{"__proto__":{"polluted":true},"format":"qingyuan-sealed-case"}`),
    ),
  };
  for (const [what, entries] of Object.entries(hostile))
    expect(await outcome(await forge(entries)), what).toMatch(refused);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a file made by a later version says so instead of guessing', async () => {
  expect(await outcome(await forge(signed((m) => Object.assign(m, { minReader: 2 }))))).toBe('seal.newer');
});

test('a refused file leaves no case folder behind', async () => {
  const cases = join(bench.dir, 'nothing-here');
  const cut = bytes.subarray(0, bytes.length - 1);
  const run = sealOpen.run as (payload: unknown, job: unknown) => Promise<unknown>;
  const payload = {
    key: { identity: bench.identity },
    profileFolder: join(bench.dir, 'r'),
    cases,
    folder: 'x',
    title: '',
    passphrase: '足够长的接收方口令-2026-3',
    actor: '',
    slotWorkFactor: 10,
  };
  await expect(run(payload, { ...quietJob, files: [bytesTicket(cut)], now: () => new Date() })).rejects.toBeInstanceOf(
    Stop,
  );
  expect(existsSync(cases) ? readdirSync(cases) : []).toEqual([]);
});
