import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createSM3 } from 'hash-wasm';
import type { Store } from './connect.ts';

const chunkBytes = 2 ** 20;

export interface Digests {
  readonly sha256: string;
  readonly sm3: string;
}

/** SHA-256, which becomes the file's identity, and SM3 (国密). */
export async function digestsOf(bytes: Uint8Array): Promise<Digests> {
  const sm3 = (await createSM3()).init();
  for (let at = 0; at < bytes.length; at += chunkBytes) sm3.update(bytes.subarray(at, at + chunkBytes));
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sm3: sm3.digest('hex') };
}

export interface NewEvidence extends Digests {
  readonly uid: string;
  readonly name: string;
  readonly folder: string;
  readonly takenAt: string;
  readonly takenBy: string;
  /** the archive it was taken from */
  readonly container?: { readonly name: string; readonly sha256: string };
}

/** The bytes of a file as they are kept: pieces of 1 MiB; codec 0 as they are, 1 raw deflate. */
export interface PackedFile {
  readonly bytes: number;
  readonly chunks: ReadonlyArray<{
    readonly raw: number;
    readonly codec: 0 | 1;
    readonly data: Uint8Array<ArrayBuffer>;
  }>;
}

/** A file as it will be kept. It holds none of the bytes given. */
export function packFile(bytes: Uint8Array): PackedFile {
  const isWorthDeflating = saves(bytes.subarray(0, chunkBytes));
  const chunks: Array<PackedFile['chunks'][number]> = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const raw = bytes.subarray(at, at + chunkBytes);
    const data = isWorthDeflating ? new Uint8Array(deflateRawSync(raw, { level: 1 })) : new Uint8Array(raw);
    chunks.push({ raw: raw.length, codec: isWorthDeflating ? 1 : 0, data });
  }
  return { bytes: bytes.length, chunks };
}

/** The bytes that were packed. */
export function unpackFile({ bytes, chunks }: PackedFile): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const { raw, codec, data } of chunks) {
    whole.set(codec === 1 ? inflateRawSync(data, { maxOutputLength: raw }) : data, at);
    at += raw;
  }
  return whole;
}

/** 原始文件: keeps the bytes in the store, once for each content. Returns the id of the evidence. */
export function writeEvidence(store: Store, file: PackedFile, evidence: NewEvidence): number {
  const { db } = store;
  const known = db.prepare('select id from evidence where sha256 = ?').pluck().get(evidence.sha256) as
    | number
    | undefined;
  if (known !== undefined) return known;
  const { lastInsertRowid } = db
    .prepare(
      `insert into evidence(uid, name, folder, bytes, sha256, sm3, chunks, taken_at, taken_by, container_name, container_sha256)
       values (@uid, @name, @folder, @bytes, @sha256, @sm3, @chunks, @takenAt, @takenBy, @containerName, @containerSha256)`,
    )
    .run({
      ...evidence,
      bytes: file.bytes,
      chunks: file.chunks.length,
      containerName: evidence.container?.name ?? null,
      containerSha256: evidence.container?.sha256 ?? null,
    });
  const id = Number(lastInsertRowid);
  const insert = db.prepare('insert into evidence_chunk(evidence, idx, raw, codec, data) values (?, ?, ?, ?, ?)');
  for (const [idx, { raw, codec, data }] of file.chunks.entries())
    insert.run(id, idx, raw, codec, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  return id;
}

/** Decided once, from the first chunk: a zip is never worth it, text always (measured: 200 MB of CSV become 37 MB at level 1). */
function saves(first: Uint8Array): boolean {
  if (first[0] === 0x50 && first[1] === 0x4b) return false;
  return deflateRawSync(first, { level: 1 }).length < first.length * 0.95;
}
