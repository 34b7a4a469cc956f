import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ReadableStream as WebStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import tar from 'tar-stream';
import type { JobContext } from '../job.ts';
import { canonicalJson, type JournalEntry, type JournalHead } from '../journal/entry.ts';
import { journalHead } from '../journal/write-journal.ts';
import { Stop } from '../request.ts';
import type { OwnKeys } from '../sign/own-keys.ts';
import { signDigest } from '../sign/ssh-signature.ts';
import { evidenceChunks } from '../store/evidence-chunks.ts';
import type { OpenCase } from '../store/open-case.ts';
import { digestsOf } from './digests.ts';
import { FORMAT, type Manifest, type Member, NAMESPACE_FILE, NAMESPACE_MANIFEST, VERSION } from './manifest.ts';
import { copyTables, type Profile } from './snapshot.ts';

export interface SealOptions {
  readonly to: { readonly recipients: readonly string[] } | { readonly passphrase: string };
  readonly profile: Profile;
  readonly purpose: string;
  /** the Excel case summary, or null to leave it out */
  readonly summary: Uint8Array | null;
  readonly keys: OwnKeys;
  readonly title: string;
  readonly number: string;
  readonly at: Date;
  readonly tool: string;
  readonly schema: number;
  /** scrypt work factor of a passphrase (2^n); 18 costs 256 MiB a guess */
  readonly workFactor: number;
}

export interface Sealed {
  readonly manifest: Manifest;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3: string;
  /** the detached signature over the file */
  readonly signature: string;
}

interface Source extends Member {
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Where the sealed bytes go: a path is written beside and renamed at the end; without one they are collected. */
export interface Sink {
  write(chunk: Uint8Array): void;
}

/**
 * Seals the open case: age( tar( manifest.json, manifest.json.sig, snapshot.db, audit.jsonl, summary.xlsx, evidence/… ) ), each member
 * digested into the signed manifest. Snapshot, journal and list of evidence are read in one transaction, so they agree.
 */
export async function writeSealed(
  openCase: OpenCase,
  options: SealOptions,
  sink: Sink,
  job: JobContext,
): Promise<Sealed> {
  const encrypter = await encrypterFor(options);
  const work = mkdtempSync(join(openCase.folder, 'seal-'));
  try {
    const snapshotKey = randomBytes(32).toString('hex');
    const { members, withheld, rows, head } = await gather(openCase, options, join(work, 'snapshot.db'), snapshotKey);
    const manifest: Manifest = {
      format: FORMAT,
      version: VERSION,
      minReader: 1,
      sealId: randomUUID(),
      sealedAt: options.at.toISOString(),
      tool: options.tool,
      profile: options.profile,
      purpose: options.purpose,
      case: { id: openCase.caseId, title: options.title, number: options.number },
      signer: { name: options.keys.name, key: options.keys.fingerprint },
      to: 'passphrase' in options.to ? ['passphrase'] : [...options.to.recipients],
      snapshotKey,
      schema: options.schema,
      auditHead: head,
      rows,
      members: members.map(({ read: _, ...member }) => member),
      withheld,
    };
    const manifestBytes = Buffer.from(canonicalJson(manifest));
    const manifestSignature = Buffer.from(
      signDigest(options.keys.signing, NAMESPACE_MANIFEST, createHash('sha512').update(manifestBytes).digest()),
    );
    const total = members.reduce((sum, member) => sum + member.bytes, 0);

    const pack = tar.pack({});
    let packed = 0;
    const put = async (name: string, size: number, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
      const entry = pack.entry({
        name,
        size,
        mode: 0o600,
        uid: 0,
        gid: 0,
        uname: '',
        gname: '',
        mtime: new Date(Math.floor(options.at.getTime() / 1000) * 1000),
        type: 'file',
      });
      const finished = new Promise<void>((done, fail) => entry.on('finish', done).on('error', fail));
      for await (const chunk of chunks) {
        job.checkCancelled();
        packed += chunk.length;
        job.progress('seal', packed, total);
        if (!entry.write(chunk)) await new Promise<void>((go) => entry.once('drain', go));
      }
      entry.end(undefined);
      await finished;
    };
    const feed = (async () => {
      await put('manifest.json', manifestBytes.length, [manifestBytes]);
      await put('manifest.json.sig', manifestSignature.length, [manifestSignature]);
      for (const member of members) await put(member.name, member.bytes, member.read());
      pack.finalize();
    })().catch((error: unknown) => {
      pack.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    feed.catch(() => undefined); // awaited below; the stream may fail first

    const sha512 = createHash('sha512');
    const outer = await digestsOf(
      (async function* () {
        const plain = WebStream.from(pack) as ReadableStream<Uint8Array>;
        for await (const chunk of await encrypter.encrypt(plain)) {
          sha512.update(chunk);
          sink.write(chunk);
          yield chunk;
        }
      })(),
    );
    await feed;
    return { manifest, ...outer, signature: signDigest(options.keys.signing, NAMESPACE_FILE, sha512.digest()) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Everything that goes in, read in one transaction. */
async function gather(openCase: OpenCase, options: SealOptions, snapshot: string, snapshotKey: string) {
  const { store } = openCase;
  const { db } = store;
  closeSync(openSync(snapshot, 'wx', 0o600)); // the connection may open files but not make them
  db.prepare('attach ? as snap key ?').run(snapshot, `x'${snapshotKey}'`);
  let rows: Record<string, number> = {};
  let journal: JournalEntry[] = [];
  let evidence: Array<{ id: number; name: string; bytes: number; sha256: string; sm3: string }> = [];
  let head: JournalHead = { seq: 0, hash: '' };
  try {
    store.transaction(() => {
      rows = copyTables(store, 'snap', options.profile);
      journal = db.prepare('select * from journal order by seq').all() as JournalEntry[];
      evidence = db
        .prepare('select id, name, bytes, sha256, sm3 from evidence order by sha256')
        .all() as typeof evidence;
      head = journalHead(store, openCase.caseId);
    });
  } finally {
    db.exec('detach snap');
  }
  const lines = journal.map((entry) =>
    JSON.stringify(options.profile === 'full' ? entry : { ...entry, payload: null }),
  );
  const audit = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const { summary } = options;
  const fromFile = () => createReadStream(snapshot, { highWaterMark: 2 ** 20 });
  const members: Source[] = [
    { name: 'snapshot.db', kind: 'sqlcipher4', ...(await digestsOf(fromFile())), read: fromFile },
    { name: 'audit.jsonl', kind: 'audit', ...(await digestsOf([audit])), read: () => [audit] },
  ];
  if (summary)
    members.push({ name: 'summary.xlsx', kind: 'xlsx', ...(await digestsOf([summary])), read: () => [summary] });
  const withheld: Manifest['withheld'] = [];
  for (const { id, name, bytes, sha256, sm3 } of evidence) {
    if (options.profile === 'full') {
      members.push({
        name: `evidence/${sha256}`,
        kind: 'evidence',
        original: name,
        bytes,
        sha256,
        sm3,
        read: () => evidenceChunks(store, id),
      });
    } else {
      withheld.push({ kind: 'evidence', bytes, sha256, sm3 }); // the shared profile withholds file names as well
    }
  }
  return { members, withheld, rows, head };
}

async function encrypterFor(options: SealOptions): Promise<Encrypter> {
  const encrypter = new Encrypter();
  if ('passphrase' in options.to) {
    encrypter.setPassphrase(options.to.passphrase.normalize('NFKC'));
    encrypter.setScryptWorkFactor(options.workFactor);
    return encrypter;
  }
  const { recipients } = options.to;
  const hybrid = recipients.filter((recipient) => recipient.startsWith('age1pq1')).length;
  if (hybrid > 0 && hybrid < recipients.length) throw new Stop({ code: 'seal.mixed-recipients' });
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new Stop({ code: 'seal.bad-recipient', seen: recipient.slice(0, 80) }, { cause });
    }
  }
  return encrypter;
}

/** A sink that writes beside the target and renames at the end, so that a half-written sealed file is never found. */
export class FileSink implements Sink {
  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    try {
      this.#file = openSync(`${path}.part`, 'w', 0o600);
    } catch (cause) {
      const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'I/O';
      throw new Stop({ code: 'target.not-writable', params: { file: path.replace(/^.*[\\/]/, ''), why } }, { cause });
    }
  }

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) at += writeSync(this.#file, chunk, at);
  }

  keep(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(`${this.#path}.part`, this.#path);
  }

  discard(): void {
    closeSync(this.#file);
    rmSync(`${this.#path}.part`, { force: true });
  }
}
