import { failed, ok, type Problem } from '../../../../shared/protocol/problem.ts';
import type { Member } from './grid.ts';
import { DamagedFile, FileBomb, FileTooLarge } from './refusals.ts';
import { isSpreadsheetZip, sniff } from './sniff.ts';
import { sniffEncoding } from './sniff-encoding.ts';
import { LockedEntries } from './unlock/unlock-entries.ts';
import { inflated, packedBytes } from './xlsx/zip-parts.ts';
import { bombClaim, type ZipEntry, zipDirectory, zipLimits } from './zip-directory.ts';

/** What an archive may hold as a whole, with what it holds in archives of its own. */
const mostUnpacked = 1024 * 2 ** 20;

/** 压缩包: every file of an archive in the order of its directory; what is no spreadsheet, is locked or too deep comes with its Problem. */
export async function zipMembers(
  bytes: Uint8Array,
  archive: string,
  passwordFor: (file: string) => string | undefined = () => undefined,
): Promise<Member[]> {
  const budget = { left: mostUnpacked };
  return members(bytes, { archive, folder: folderName(archive), level: 0, passwordFor }, budget);
}

interface Place {
  /** the outermost archive, which Problems name */
  readonly archive: string;
  readonly folder: string;
  readonly level: number;
  readonly passwordFor: (file: string) => string | undefined;
}

async function members(bytes: Uint8Array, at: Place, budget: { left: number }): Promise<Member[]> {
  const entries = await zipDirectory(bytes);
  if (!entries) throw new DamagedFile('no directory');
  const claim = bombClaim(entries, bytes.length);
  if (claim) throw new FileBomb(claim.ratio);
  const found: Member[] = [];
  const locks = new LockedEntries(bytes);
  for (const entry of entries) {
    const steps = cleanSteps(entry.name);
    const name = steps.pop();
    if (name === undefined || /[/\\]$/.test(entry.name) || isBookkeeping(steps, name)) continue;
    const place = { name, folder: [at.folder, ...steps].join('/') };
    const unpacked = entry.encrypted
      ? await unlocked(locks, entry, { ...at, name }, budget)
      : ((await unpack(bytes, entry, budget)) ?? failed('file.damaged', { params: { file: name } }));
    if ('ok' in unpacked) {
      found.push({ ...place, content: unpacked });
      continue;
    }
    const content = unpacked;
    if (sniff(content) === 'zip' && !(await isSpreadsheetZip(content))) {
      if (at.level > 0) found.push({ ...place, content: refuse('archive.too-deep', at, name) });
      else {
        const inner = { ...at, folder: `${place.folder}/${folderName(name)}`, level: 1 };
        found.push(...(await innerMembers(content, inner, budget, { ...place, name })));
      }
    } else
      found.push({
        ...place,
        content: isSpreadsheet(content) ? ok(content) : refuse('archive.no-spreadsheet', at, name),
      });
  }
  return found;
}

/** A damaged archive inside does not take the others with it; a bomb does. */
async function innerMembers(
  bytes: Uint8Array,
  at: Place,
  budget: { left: number },
  place: { name: string; folder: string },
): Promise<Member[]> {
  try {
    return await members(bytes, at, budget);
  } catch (thrown) {
    if (!(thrown instanceof DamagedFile)) throw thrown;
    return [{ ...place, content: failed('file.damaged', { params: { file: place.name } }) }];
  }
}

const refuse = (code: Problem['code'], { archive }: Place, file: string) => failed(code, { params: { archive, file } });

/** The bytes of a locked entry, or the Problem: file.password-protected, file.wrong-password, archive.locked, file.damaged. */
async function unlocked(
  locks: LockedEntries,
  entry: ZipEntry,
  at: Place & { readonly name: string },
  budget: { left: number },
): Promise<Uint8Array<ArrayBuffer> | ReturnType<typeof failed>> {
  const { name } = at;
  const password = at.passwordFor(name);
  if (password === undefined) return failed('file.password-protected', { params: { file: name } });
  let gathered = new Gathered(entry, budget);
  const became = await locks.unpack(entry.offset, password, () => {
    gathered = new Gathered(entry, budget);
    return (piece) => gathered.take(piece);
  });
  if (became === 'wrong') return failed('file.wrong-password', { params: { file: name } });
  if (became === 'unknown-lock') return refuse('archive.locked', at, name);
  return (became === 'unpacked' ? gathered.whole() : undefined) ?? failed('file.damaged', { params: { file: name } });
}

/** The bytes of an entry, never more of them than it claims and than are left; undefined: it cannot be unpacked. */
async function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: { left: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const gathered = new Gathered(entry, budget);
  try {
    const packed = packedBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), entry);
    for await (const piece of entry.method === 0 ? [packed] : inflated(packed)) gathered.take(piece);
  } catch (thrown) {
    if (thrown instanceof DamagedFile) return undefined;
    throw thrown;
  }
  return gathered.whole();
}

/** What comes out of an entry. */
class Gathered {
  readonly #entry: ZipEntry;
  readonly #budget: { left: number };
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(entry: ZipEntry, budget: { left: number }) {
    this.#entry = entry;
    this.#budget = budget;
  }

  /** Throws DamagedFile, FileBomb or FileTooLarge where it becomes more than it may be. */
  take(piece: Uint8Array): void {
    const { size, packed } = this.#entry;
    this.#size += piece.length;
    this.#budget.left -= piece.length;
    if (this.#budget.left < 0) throw new FileTooLarge(mostUnpacked);
    if (this.#size > size) throw new DamagedFile('longer than its directory says');
    if (this.#size > zipLimits.smallEnough && this.#size / Math.max(1, packed) > zipLimits.ratio * 4)
      throw new FileBomb(Math.round(this.#size / Math.max(1, packed)));
    this.#pieces.push(piece);
  }

  /** undefined: less than the directory says. */
  whole(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#size !== this.#entry.size) return undefined;
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

/** Names are text for people: nothing is ever written under them. Steps that lead elsewhere are left out all the same. */
function cleanSteps(name: string): string[] {
  return name
    .split(/[/\\]/)
    .map((step) => step.replace(/\p{Cc}/gu, '').trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
}

/** What Office, macOS and Windows leave lying beside the files. */
const isBookkeeping = (steps: readonly string[], name: string): boolean =>
  steps.includes('__MACOSX') ||
  name.startsWith('.') ||
  name.startsWith('~$') ||
  /^(thumbs\.db|desktop\.ini)$/i.test(name);

const folderName = (archive: string): string => archive.replace(/\.zip$/i, '');

function isSpreadsheet(bytes: Uint8Array): boolean {
  const kind = sniff(bytes);
  if (kind === 'zip' || kind === 'biff') return true;
  if (kind === 'ole') {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return ['Workbook', 'Book', 'EncryptedPackage'].some((stream) => buffer.includes(Buffer.from(stream, 'utf16le')));
  }
  return bytes.length > 0 && sniffEncoding(bytes) !== undefined;
}
