import { CFB } from 'xlsx';
import { DamagedFile } from '../refusals.ts';
import { unlockPackage } from './unlock-package.ts';
import { unlockWorkbookStream } from './unlock-stream.ts';

/** What became of a lock: bytes that can be read, or why not. */
export type Unlocked = { readonly bytes: Uint8Array } | 'not-locked' | 'wrong' | 'unknown-lock';

/** Excel opens a file locked with this password without asking; it marks workbooks that are only protected against changes. */
const openToAll = 'VelvetSweatshop';

/**
 * Opens an OLE file that is locked with a password: the encrypted package of .xlsx (ECMA-376 agile and standard) or the encrypted
 * records of .xls (XOR, RC4, RC4 with CryptoAPI). Without a password only the one that opens for everybody is tried.
 */
export function unlock(bytes: Uint8Array, password: string | undefined): Unlocked {
  try {
    return openLock(bytes, password);
  } catch (cause) {
    // a RangeError of the machine has no code: memory
    if (cause instanceof RangeError && !('code' in cause)) throw cause;
    throw new DamagedFile('a lock that cannot be read', { cause });
  }
}

function openLock(bytes: Uint8Array, password: string | undefined): Unlocked {
  const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  const stream = (name: string): Buffer | undefined => {
    const entry = CFB.find(file, name);
    return entry?.content ? Buffer.from(entry.content as Uint8Array) : undefined;
  };
  const info = stream('EncryptionInfo');
  const packed = stream('EncryptedPackage');
  if (info && packed) return tried(password, (by) => unlockPackage(info, packed, by));
  const entry = CFB.find(file, 'Workbook') ?? CFB.find(file, 'Book');
  if (!entry?.content) return 'not-locked';
  const records = Buffer.from(entry.content as Uint8Array);
  const opened = tried(password, (by) => unlockWorkbookStream(records, by));
  if (typeof opened === 'string') return opened;
  entry.content = Buffer.from(opened.bytes);
  entry.size = opened.bytes.length;
  // what else was encrypted (title, author) stays locked, and by this stream the file would still be taken for locked
  if (CFB.find(file, '/encryption')) CFB.utils.cfb_del(file, '/encryption');
  return { bytes: new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer) };
}

/** The password that opens for everybody comes first: such a file opens whatever was entered for it. */
function tried(password: string | undefined, open: (password: string) => Unlocked): Unlocked {
  const first = open(openToAll);
  return first === 'wrong' && password !== undefined ? open(password) : first;
}
