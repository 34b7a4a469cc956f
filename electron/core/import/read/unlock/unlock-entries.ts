import {
  configure,
  type Entry,
  ERR_ENCRYPTED,
  ERR_INVALID_PASSWORD,
  ERR_INVALID_SIGNATURE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { encodeGb18030 } from '../encode-gb18030.ts';

// the parser already runs in a thread of its own
configure({ useWebWorkers: false });

/** Why an entry stays locked. */
export type StaysLocked = 'wrong' | 'unknown-lock';

/** Opens the entries of a zip that are locked one by one (the old PKZIP lock, and AES as WinZip, 7-Zip and Bandizip make it). */
export class LockedEntries {
  readonly #bytes: Uint8Array;
  #entries: Map<number, FileEntry> | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Unpacks the entry whose local header stands at `offset`. `begin`, asked at each try, gives who takes the pieces and may throw, which stops it. */
  async unpack(
    offset: number,
    password: string,
    begin: () => (piece: Uint8Array) => void,
  ): Promise<'unpacked' | 'damaged' | StaysLocked> {
    this.#entries ??= await entriesOf(this.#bytes);
    const entry = this.#entries.get(offset);
    if (!entry) return 'damaged';
    for (const bytes of bytesOf(password)) {
      const became = await unpack(entry, bytes, begin());
      if (became !== 'wrong') return became;
    }
    return 'wrong';
  }
}

/** By the place of their headers; none where the directory cannot be read. */
async function entriesOf(bytes: Uint8Array): Promise<Map<number, FileEntry>> {
  try {
    const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
    return new Map(entries.filter(isFile).map((entry) => [entry.offset, entry]));
  } catch {
    return new Map(); // whatever the library stumbles over, it is the directory
  }
}

/** A password is bytes: UTF-8 with most programs, GBK with those of Chinese Windows. */
function bytesOf(password: string): Uint8Array<ArrayBuffer>[] {
  const utf8 = Uint8Array.from(Buffer.from(password, 'utf8'));
  const gbk = encodeGb18030(password);
  return gbk === undefined || Buffer.compare(utf8, gbk) === 0 ? [utf8] : [utf8, gbk];
}

async function unpack(
  entry: FileEntry,
  password: Uint8Array<ArrayBuffer>,
  take: (piece: Uint8Array) => void,
): Promise<'unpacked' | 'damaged' | StaysLocked> {
  let refused: unknown;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      try {
        take(piece);
      } catch (thrown) {
        refused = thrown;
        throw thrown;
      }
    },
  });
  // the library's old lock takes characters for bytes
  const by = entry.zipCrypto ? { password: Buffer.from(password).toString('latin1') } : { rawPassword: password };
  try {
    await entry.getData(sink, { ...by, checkSignature: true });
    return 'unpacked';
  } catch (thrown) {
    if (refused !== undefined) throw refused;
    return whyNot(thrown);
  }
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

const wrong: readonly string[] = [ERR_INVALID_PASSWORD, ERR_ENCRYPTED];
const unknown: readonly string[] = [ERR_UNSUPPORTED_ENCRYPTION, ERR_UNSUPPORTED_COMPRESSION];

/** The old lock tells one wrong password in 256 only by what comes out: bytes that are no packed data, or not those that were packed. */
function whyNot(thrown: unknown): 'damaged' | StaysLocked {
  const message = thrown instanceof Error ? thrown.message : '';
  if (unknown.includes(message)) return 'unknown-lock';
  if (wrong.includes(message) || message === ERR_INVALID_SIGNATURE || thrown instanceof TypeError) return 'wrong';
  return 'damaged';
}
