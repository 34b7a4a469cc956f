import { armor, Decrypter, Encrypter } from 'age-encryption';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { isCaseId } from '../store/meta.ts';

/** What a key slot holds: the raw key of the store and the case it belongs to. Zero `key` when done. */
export interface SlotContent {
  readonly caseId: string;
  readonly key: Buffer;
}

/** What opens a slot: 口令, or the identity (AGE-SECRET-KEY-1…) that the unit keeps in its safe. */
export type SlotSecret = { readonly passphrase: string } | { readonly identity: string };

/** For whom a slot is made: a passphrase with scrypt's cost as a power of two, or an X25519 recipient (age1…). */
export type SlotOwner = { readonly passphrase: string; readonly workFactor: number } | { readonly recipient: string };

/** scrypt N = 2^18, r = 8: 256 MiB and about a second for each guess. */
export const standardWorkFactor = 18;

/**
 * Makes an armored age file: a standard format, so that `age -d key.passphrase.age` prints the key without this program.
 * Its plaintext is one line of JSON: {"v":1,"case":"<uuid>","cipher":"sqlcipher4","key":"<64 hex digits>"}.
 */
export async function makeSlot(content: SlotContent, owner: SlotOwner): Promise<string> {
  const encrypter = new Encrypter();
  if ('passphrase' in owner) {
    encrypter.setPassphrase(owner.passphrase);
    encrypter.setScryptWorkFactor(owner.workFactor);
  } else {
    encrypter.addRecipient(owner.recipient);
  }
  const plain = slotBytes(content);
  try {
    return armor.encode(await encrypter.encrypt(plain));
  } finally {
    plain.fill(0);
  }
}

/**
 * Opens a slot. Problems: case.wrong-passphrase (also for an identity that is not this slot's), case.damaged when the file is not a
 * whole age file or does not hold what a slot holds. The library refuses a work factor above 20, so a crafted slot cannot eat the
 * memory.
 */
export async function readSlot(armored: string, secret: SlotSecret): Promise<Reply<SlotContent>> {
  let plain: Buffer;
  try {
    const decrypter = new Decrypter();
    if ('passphrase' in secret) decrypter.addPassphrase(secret.passphrase);
    else decrypter.addIdentity(secret.identity);
    plain = await collect(await decrypter.decrypt(new Blob([Uint8Array.from(armor.decode(armored))]).stream()));
  } catch (error) {
    const wrong = error instanceof Error && /no identity matched|invalid identity/.test(error.message);
    return wrong ? failed('case.wrong-passphrase') : failed('case.damaged', { params: { why: 'key slot' } });
  }
  const content = slotContent(plain);
  plain.fill(0);
  return content ? ok(content) : failed('case.damaged', { params: { why: 'key slot' } });
}

/** Takes the plaintext piece by piece and wipes the pieces: in one call the library would keep copies we could not reach. */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const plain = Buffer.alloc(slotSize + 1); // a byte more than a slot has: what is longer is no slot
  let length = 0;
  for await (const piece of stream) {
    plain.set(piece.subarray(0, plain.length - length), length);
    length = Math.min(plain.length, length + piece.length);
    piece.fill(0);
  }
  return plain.subarray(0, length);
}

const before = '{"v":1,"case":"';
const between = '","cipher":"sqlcipher4","key":"';
const after = '"}\n';
const keyAt = before.length + 36 + between.length;
const slotSize = keyAt + 64 + after.length;

/** The key goes in and comes out byte by byte: as a JavaScript string it could not be wiped. */
function slotBytes({ caseId, key }: SlotContent): Buffer {
  if (!isCaseId(caseId) || key.length !== 32) throw new Error('a slot holds a case id and 32 bytes');
  const bytes = Buffer.alloc(slotSize);
  bytes.write(before + caseId + between, 0, 'latin1');
  bytes.write(after, keyAt + 64, 'latin1');
  for (const [i, byte] of key.entries()) {
    bytes[keyAt + 2 * i] = digitByte(byte >> 4);
    bytes[keyAt + 2 * i + 1] = digitByte(byte & 15);
  }
  return bytes;
}

function slotContent(bytes: Buffer): SlotContent | undefined {
  if (bytes.length !== slotSize) return undefined;
  const caseId = bytes.toString('latin1', before.length, before.length + 36);
  const frame = bytes.toString('latin1', 0, keyAt) + bytes.toString('latin1', keyAt + 64);
  if (!isCaseId(caseId) || frame !== before + caseId + between + after) return undefined;
  const key = Buffer.alloc(32);
  for (let i = 0; i < 32; i++) {
    const high = digitValue(bytes[keyAt + 2 * i]);
    const low = digitValue(bytes[keyAt + 2 * i + 1]);
    if (high === undefined || low === undefined) return undefined;
    key[i] = high * 16 + low;
  }
  return { caseId, key };
}

const digitByte = (value: number): number => (value < 10 ? 48 + value : 87 + value);

function digitValue(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return undefined;
}
