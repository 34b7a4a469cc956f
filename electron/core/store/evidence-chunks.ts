import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

interface Chunk {
  readonly raw: number;
  readonly codec: number;
  readonly data: Buffer;
}

/**
 * The bytes of an original file, chunk by chunk, checked against its SHA-256 as they pass: a file that no longer matches is a Fault,
 * because the encrypted pages below have authenticated it already.
 */
export function* evidenceChunks(store: Store, evidence: number): Generator<Uint8Array> {
  const file = prepared<[number], { bytes: number; sha256: string; chunks: number }>(
    store,
    'select bytes, sha256, chunks from evidence where id = ?',
  ).get(evidence);
  if (!file) throw new Error('no such evidence');
  const digest = createHash('sha256');
  let bytes = 0;
  for (let idx = 0; idx < file.chunks; idx++) {
    const chunk = prepared<[number, number], Chunk>(
      store,
      'select raw, codec, data from evidence_chunk where evidence = ? and idx = ?',
    ).get(evidence, idx);
    if (!chunk) throw new Error('a chunk of evidence is missing');
    const data = chunk.codec === 1 ? inflateRawSync(chunk.data, { maxOutputLength: chunk.raw }) : chunk.data;
    if (data.length !== chunk.raw) throw new Error('a chunk of evidence has another length');
    digest.update(data);
    bytes += data.length;
    yield data;
  }
  if (bytes !== file.bytes || digest.digest('hex') !== file.sha256)
    throw new Error('evidence does not match its digest');
}
