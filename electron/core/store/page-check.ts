import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What SQLCipher 4 puts at the end of each page of 4096 bytes: 16 bytes IV, 64 bytes HMAC-SHA512. The first 16 bytes of the file are the salt. */
const pageSize = 4096;
const macSize = 64;
const saltSize = 16;

/** SQLite never writes the page that holds byte 1 GiB: programs lock it. */
const lockPage = 0x4000_0000 / pageSize + 1;

export interface PageCheck {
  readonly pages: number;
  /** page numbers, from 1, whose seal does not fit; at most 1,000 are listed */
  readonly bad: readonly number[];
  readonly badCount: number;
  /** bytes after the last whole page */
  readonly rest: number;
}

/**
 * Recomputes the seal of every page of a store file from its key, without SQLite: what SQLCipher calls cipher_integrity_check.
 * Pages that no query would touch are read as well. Content of a WAL beside the file is not part of it.
 */
export function checkPages(
  file: string,
  key: Buffer,
  each: (done: number, total: number) => void = () => undefined,
): PageCheck {
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const pages = Math.floor(size / pageSize);
    const page = Buffer.alloc(pageSize);
    const bad: number[] = [];
    let badCount = 0;
    let macKey: Buffer = Buffer.alloc(0);
    for (let n = 1; n <= pages; n++) {
      readPage(handle, page, n);
      if (n === 1) macKey = macKeyOf(key, page.subarray(0, saltSize));
      // a page that is being written meanwhile is read once more
      if (n !== lockPage && !isSealed(page, n, macKey) && !isSealed(readPage(handle, page, n), n, macKey)) {
        badCount++;
        if (bad.length < 1_000) bad.push(n);
      }
      if (n % 1_000 === 0 || n === pages) each(n, pages);
    }
    macKey.fill(0);
    return { pages, bad, badCount, rest: size % pageSize };
  } finally {
    closeSync(handle);
  }
}

/**
 * Whether the key belongs to this file at all: true as soon as one of up to 64 pages spread over it carries a seal made with it.
 * Tells a damaged store (some pages still fit) from the key of another case (none does).
 */
export function anyPageFits(file: string, key: Buffer): boolean {
  const handle = openSync(file, 'r');
  try {
    const pages = Math.floor(fstatSync(handle).size / pageSize);
    if (pages === 0) return false;
    const page = Buffer.alloc(pageSize);
    const macKey = macKeyOf(key, readPage(handle, page, 1).subarray(0, saltSize));
    const step = Math.max(1, Math.floor(pages / 64));
    for (let n = 1; n <= pages; n += step) if (isSealed(readPage(handle, page, n), n, macKey)) return true;
    return false;
  } finally {
    closeSync(handle);
  }
}

function readPage(handle: number, page: Buffer, n: number): Buffer {
  readSync(handle, page, 0, pageSize, (n - 1) * pageSize);
  return page;
}

/** The key of the seals: PBKDF2 over the raw key with the salt XOR 0x3a, two rounds (SQLCipher 4). */
function macKeyOf(key: Buffer, salt: Buffer): Buffer {
  return pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
}

function isSealed(page: Buffer, n: number, macKey: Buffer): boolean {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(n);
  const sealed = page.subarray(n === 1 ? saltSize : 0, pageSize - macSize);
  const mac = createHmac('sha512', macKey).update(sealed).update(number).digest();
  return timingSafeEqual(mac, page.subarray(pageSize - macSize));
}
