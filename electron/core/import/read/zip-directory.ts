import { fromBuffer } from 'yauzl';

/** What a zip may unpack to: all at once where one library holds it whole, or streamed by our own reader. */
export const zipLimits = {
  unpacked: 640 * 2 ** 20,
  streamed: 4096 * 2 ** 20,
  entries: 20_000,
  ratio: 250,
  smallEnough: 64 * 2 ** 20,
} as const;

/** One entry as the directory of a zip lists it. What it claims is not yet true. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** of its local header */
  readonly offset: number;
  readonly encrypted: boolean;
}

/** The entries of a zip, without unpacking anything; undefined: it has no readable directory. */
export function zipDirectory(bytes: Uint8Array): Promise<ZipEntry[] | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error || !zip) return resolve(undefined);
      zip.on('error', () => resolve(undefined));
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry) => {
        entries.push({
          name: entryName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0),
          method: entry.compressionMethod,
          crc: entry.crc32,
          packed: entry.compressedSize,
          size: entry.uncompressedSize,
          offset: entry.relativeOffsetOfLocalHeader,
          encrypted: (entry.generalPurposeBitFlag & 1) !== 0,
        });
        // more are refused whatever they hold
        if (entries.length > zipLimits.entries) resolve(entries);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/** Names without the UTF-8 mark are UTF-8 all the same with some programs, and GBK from Chinese Windows. */
function entryName(raw: Buffer, isUtf8: boolean): string {
  if (isUtf8) return raw.toString('utf8');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // not this encoding
    }
  }
  return raw.toString('latin1');
}

/** Why the directory alone is enough to refuse a zip: what it says it unpacks to, or how many entries it lists. */
export function bombClaim(entries: readonly ZipEntry[], bytes: number): { readonly ratio: number } | undefined {
  if (entries.length > zipLimits.entries) return { ratio: entries.length };
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  const ratio = Math.round(claimed / bytes);
  return claimed > zipLimits.smallEnough && ratio > zipLimits.ratio ? { ratio } : undefined;
}
