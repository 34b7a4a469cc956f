import { crc32, createInflateRaw } from 'node:zlib';
import { DamagedFile, FileBomb, FileTooLarge } from '../refusals.ts';
import { type ZipEntry, zipLimits } from '../zip-directory.ts';

const chunkBytes = 2 ** 18;
/** Parts that are read whole: names, relations and styles. The largest honest ones are a few megabytes. */
const smallPart = 64 * 2 ** 20;

/** The parts of a workbook in a zip. They are unpacked when they are read, in pieces, and never to more than they may be. */
export class ZipParts {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, ZipEntry>();
  #unpacked = 0;

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[]) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of entries) this.#entries.set(keyOf(entry.name), entry);
  }

  /** Names of the parts, folded as they are compared: lower case, no leading slash. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** Bytes of all parts read up to now. */
  get unpacked(): number {
    return this.#unpacked;
  }

  /** What the directory says a part unpacks to. */
  size(name: string): number {
    return this.#entries.get(keyOf(name))?.size ?? 0;
  }

  /** A part in pieces, as UTF-8 whatever it is written in. Throws DamagedFile where it is not there or not whole. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let first = true;
    for await (const chunk of this.#raw(name)) {
      if (first) {
        first = false;
        const label = encodingOf(chunk);
        decoder = label === undefined ? undefined : new TextDecoder(label);
      }
      yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8') : chunk;
    }
    if (decoder) yield Buffer.from(decoder.decode(), 'utf8');
  }

  /** A small part as one string; '' where it is not there. */
  async text(name: string): Promise<string> {
    if (!this.has(name)) return '';
    if (this.size(name) > smallPart) throw new FileTooLarge(smallPart);
    const pieces: Buffer[] = [];
    for await (const piece of this.chunks(name)) pieces.push(piece);
    return Buffer.concat(pieces)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  }

  async *#raw(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw new DamagedFile(`no part ${name}`);
    const packed = packedBytes(this.#bytes, entry);
    let size = 0;
    let crc = 0;
    for await (const chunk of entry.method === 0 ? slices(packed) : inflated(packed)) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      this.#count(chunk.length);
      if (size > entry.size) throw new DamagedFile('a part is longer than its directory says');
      yield chunk;
    }
    if (size !== entry.size) throw new DamagedFile('a part is shorter than its directory says');
    // some writers leave the checksum out
    if (entry.crc !== 0 && crc !== entry.crc) throw new DamagedFile('a part does not match its checksum');
  }

  #count(bytes: number): void {
    this.#unpacked += bytes;
    const ratio = Math.round(this.#unpacked / this.#bytes.length);
    if (this.#unpacked > zipLimits.smallEnough && ratio > zipLimits.ratio) throw new FileBomb(ratio);
    if (this.#unpacked > zipLimits.streamed) throw new FileTooLarge(zipLimits.streamed);
  }
}

/** Names in packages are compared without case; some writers use backslashes, a leading slash or percent signs. */
function keyOf(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
  if (!plain.includes('%')) return plain;
  return plain.replace(/%[0-9a-f]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** The packed bytes of an entry: its local header says where they begin. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw new DamagedFile('no local header');
  if (entry.method !== 0 && entry.method !== 8) throw new DamagedFile(`packed by method ${entry.method}`);
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + entry.packed > bytes.length) throw new DamagedFile('an entry goes beyond the file');
  return bytes.subarray(from, from + entry.packed);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** Unpacks in pieces: nobody ever holds more than one of them. */
export async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^Z_|^ERR_STREAM_PREMATURE/.test(String(cause.code)))
      throw new DamagedFile('a part cannot be unpacked', { cause });
    throw cause;
  } finally {
    inflate.destroy();
  }
}

/** XML says in its first bytes what it is written in; undefined is UTF-8. */
function encodingOf(start: Buffer): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i
    .exec(start.latin1Slice(0, Math.min(200, start.length)))?.[1]
    ?.toLowerCase();
  if (declared === undefined || /^(utf-?8|us-ascii)$/.test(declared)) return undefined;
  return /^(gb2312|gbk|gb18030|big5|iso-8859-1|windows-125\d|shift_jis)$/.test(declared) ? declared : undefined;
}
