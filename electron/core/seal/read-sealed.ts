import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter } from 'age-encryption';
import tar from 'tar-stream';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import type { Problem, ProblemCode } from '../../../shared/protocol/problem.ts';
import type { JobContext } from '../job.ts';
import { Stop } from '../request.ts';
import { fingerprint, verifyDigest } from '../sign/ssh-signature.ts';
import { Digests } from './digests.ts';
import { LIMITS, type Manifest, type Member, NAMESPACE_MANIFEST, readManifest } from './manifest.ts';

export interface SealedKey {
  readonly passphrase?: string | undefined;
  readonly identity?: string | undefined;
}

/** Takes the members as they come. `commit` is called only after the very last byte was authenticated; any failure calls `abort`. */
export interface MemberTaker {
  begin(manifest: Manifest): void;
  member(member: Member): { write(chunk: Uint8Array): void; end(): void };
  commit(): void;
  abort(): void;
}

function refuse(why: string, code: ProblemCode = 'seal.damaged'): never {
  throw new Stop({ code, params: { why } });
}

/**
 * Reads a sealed file in one pass: decrypt → untar → each member against the signed manifest. Everything that is not exactly as the
 * manifest says is Problem `seal.damaged`; a wrong key is `seal.wrong-key`. Nothing of a refused file remains.
 */
export async function readSealed(
  file: TicketContent,
  key: SealedKey,
  taker: MemberTaker | null,
  job: JobContext,
): Promise<Manifest> {
  try {
    const manifest = await pass(file, key, taker, job);
    taker?.commit();
    return manifest;
  } catch (thrown) {
    taker?.abort();
    throw thrown;
  }
}

async function pass(
  file: TicketContent,
  key: SealedKey,
  taker: MemberTaker | null,
  job: JobContext,
): Promise<Manifest> {
  const plain = await decrypt(file, key);
  const extract = tar.extract({});
  let fed = 0;
  let budget = LIMITS.total + LIMITS.manifest;
  // a failure of decryption reaches the loop below through the tar stream, as whatever was thrown
  const pump = (async () => {
    try {
      for await (const chunk of plain) {
        fed += chunk.length;
        if (fed > budget) refuse('more data than the manifest allows');
        if (extract.destroyed) return;
        if (!extract.write(chunk)) await drained(extract);
      }
      extract.end(undefined);
    } catch (thrown) {
      extract.destroy(
        thrown instanceof Stop ? thrown : new Stop({ code: 'seal.damaged', params: { why: 'not authentic' } }),
      );
    }
  })();

  let manifestBytes: Buffer | undefined;
  let manifest: Manifest | undefined;
  let next = 0;
  try {
    for await (const entry of extract) {
      job.checkCancelled();
      const { name, size = 0, type, pax } = entry.header;
      if (type !== 'file' || (pax && Object.keys(pax).length > 0)) refuse('only plain files may be inside');
      if (!manifestBytes) {
        if (name !== 'manifest.json') refuse('the manifest is not first');
        manifestBytes = await whole(entry as unknown as AsyncIterable<Uint8Array>, size, LIMITS.manifest);
        continue;
      }
      if (!manifest) {
        if (name !== 'manifest.json.sig') refuse('the signature is not second');
        const signature = await whole(entry as unknown as AsyncIterable<Uint8Array>, size, LIMITS.signature);
        manifest = checkManifest(manifestBytes, signature.toString('latin1'));
        budget = plainSize(manifestBytes.length, signature.length, manifest);
        taker?.begin(manifest);
        continue;
      }
      const member = manifest.members[next++];
      if (!member || member.name !== name) return refuse(`unexpected member ${next}`);
      if (size !== member.bytes) refuse(`size of ${member.kind}`);
      await takeMember(entry as unknown as AsyncIterable<Uint8Array>, member, taker);
      job.progress('unseal', fed, budget);
    }
  } catch (thrown) {
    throw thrown instanceof Stop ? thrown : new Stop({ code: 'seal.damaged', params: { why: 'not a proper archive' } });
  } finally {
    extract.destroy();
  }
  await pump;
  if (!manifest || next !== manifest.members.length) return refuse('incomplete');
  return manifest;
}

async function takeMember(entry: AsyncIterable<Uint8Array>, member: Member, taker: MemberTaker | null): Promise<void> {
  const digests = await Digests.start();
  const into = taker?.member(member);
  for await (const chunk of entry) {
    digests.update(chunk);
    into?.write(chunk);
  }
  const { sha256, sm3 } = digests.end();
  if (sha256 !== member.sha256 || sm3 !== member.sm3) refuse(`digest of ${member.kind}`);
  into?.end();
}

/** The signature holds over the manifest, and the manifest names the same signer. */
function checkManifest(bytes: Buffer, signature: string): Manifest {
  const verified = verifyDigest(signature, NAMESPACE_MANIFEST, createHash('sha512').update(bytes).digest());
  if (!verified.ok) throw new Stop({ code: 'seal.bad-signature', params: { why: verified.why } });
  const read = readManifest(bytes);
  if (!read.ok)
    throw new Stop(
      read.newer === undefined
        ? { code: 'seal.damaged', params: { why: read.why } }
        : { code: 'seal.newer', params: { tool: read.newer } },
    );
  if (read.manifest.signer.key !== fingerprint(verified.key))
    throw new Stop({ code: 'seal.bad-signature', params: { why: 'signer differs from the manifest' } });
  return read.manifest;
}

async function decrypt(file: TicketContent, key: SealedKey): Promise<ReadableStream<Uint8Array>> {
  const source = open(file);
  const decrypter = new Decrypter();
  try {
    if (key.passphrase !== undefined) decrypter.addPassphrase(key.passphrase.normalize('NFKC'));
    if (key.identity !== undefined) decrypter.addIdentity(key.identity.trim());
  } catch (cause) {
    throw new Stop({ code: 'seal.wrong-key' }, { cause });
  }
  if (!(await looksLikeAge(file))) throw new Stop({ code: 'seal.not-a-sealed-file', params: { name: file.name } });
  try {
    return await decrypter.decrypt(source);
  } catch (thrown) {
    // the library tells a wrong key ("no identity matched", "invalid passphrase") from a damaged header only in words
    const wrongKey = thrown instanceof Error && /identity|passphrase|no.*match/i.test(thrown.message);
    const problem: Problem = wrongKey
      ? { code: 'seal.wrong-key' }
      : { code: 'seal.damaged', params: { why: 'header' } };
    throw new Stop(problem, { cause: thrown });
  }
}

const AGE_MAGIC = 'age-encryption.org/v1\n';

async function looksLikeAge(file: TicketContent): Promise<boolean> {
  const length = AGE_MAGIC.length;
  if ('bytes' in file) return Buffer.from(file.bytes.subarray(0, length)).toString('latin1') === AGE_MAGIC;
  if (file.direction === 'write') return false;
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file.path, { start: 0, end: length - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1') === AGE_MAGIC;
}

function open(file: TicketContent): ReadableStream<Uint8Array> {
  const chunks =
    'bytes' in file
      ? slices(file.bytes)
      : createReadStream('path' in file ? file.path : '', { highWaterMark: 2 ** 18 });
  // not Readable.toWeb: after a refusal that goes on writing into the closed stream
  return WebStream.from(chunks) as ReadableStream<Uint8Array>;
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 2 ** 18) yield bytes.subarray(at, at + 2 ** 18);
}

async function whole(entry: AsyncIterable<Uint8Array>, size: number, limit: number): Promise<Buffer> {
  if (size > limit) refuse('larger than allowed');
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What the archive may weigh at most: headers, padding, the end blocks and one record of slack. Stops trailing bombs. */
function plainSize(manifest: number, signature: number, { members }: Manifest): number {
  const padded = (n: number) => Math.ceil(n / 512) * 512;
  return (
    1024 +
    padded(manifest) +
    padded(signature) +
    members.reduce((sum, member) => sum + 512 + padded(member.bytes), 0) +
    1024 +
    10_240
  );
}

const drained = (stream: NodeJS.EventEmitter & { destroyed: boolean }): Promise<void> =>
  new Promise((done) => {
    const go = () => {
      stream.off('drain', go);
      stream.off('close', go);
      done();
    };
    stream.on('drain', go);
    stream.on('close', go);
    if (stream.destroyed) go();
  });
