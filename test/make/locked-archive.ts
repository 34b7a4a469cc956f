import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { encodeGb18030 } from './workbooks.ts';

configure({ useWebWorkers: false });

/** An archive in which each file is locked by itself: with the old lock (its password in UTF-8 or GBK), or with AES of 128 or 256 bits. */
export async function lockedArchive(
  files: Readonly<Record<string, { bytes: Uint8Array; password?: string }>>,
  how: 'pkzip' | 'gbk' | 1 | 3,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, { bytes, password: by }] of Object.entries(files)) {
    const lock = by === undefined ? {} : lockOf(by, how);
    await writer.add(name, new BlobReader(new Blob([Uint8Array.from(bytes)])), lock);
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

/** The old lock takes bytes: of UTF-8, or of GBK from Chinese Windows. */
function lockOf(by: string, how: 'pkzip' | 'gbk' | 1 | 3) {
  if (how === 1 || how === 3) return { password: by, encryptionStrength: how } as const;
  const bytes = Buffer.from(how === 'gbk' ? encodeGb18030(by) : Buffer.from(by, 'utf8'));
  return { password: bytes.toString('latin1'), zipCrypto: true };
}
