const padding = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];

interface Record {
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

/**
 * MS-OFFCRYPTO 2.3.7, method 1: the lock of Excel 95 and before. `lock` is the key and the password's check as the file holds them. Decrypts in place;
 * false: the password is not the right one.
 */
export function xorDecrypt(
  stream: Buffer,
  lock: Buffer,
  password: string,
  recordsOf: (stream: Buffer) => Iterable<Record>,
): boolean {
  const letters = Buffer.from(password, 'latin1').subarray(0, 15);
  if (lock.length < 4 || checkOf(letters) !== lock.readUInt16LE(2)) return false;
  const pad = padOf(letters, lock.readUInt16LE(0));
  for (const { from, to, start } of recordsOf(stream)) {
    for (let i = from; i < to; i++) {
      const value = (stream[i] as number) ^ (pad[(i + to - start) & 15] as number);
      stream[i] = ((value << 3) | (value >> 5)) & 0xff;
    }
  }
  return true;
}

function checkOf(letters: Buffer): number {
  let check = 0;
  for (const byte of [...letters].reverse().concat(letters.length)) {
    check = (((check & 0x4000) === 0 ? 0 : 1) | ((check * 2) & 0x7fff)) ^ byte;
  }
  return check ^ 0xce4b;
}

/** Sixteen bytes made of the password, what fills it up, and the two bytes of the key in turn. */
function padOf(letters: Buffer, key: number): number[] {
  const filled = [...letters, ...padding].slice(0, 16);
  return filled.map((byte, i) => {
    const mixed = byte ^ ((i & 1) === 0 ? key & 0xff : key >> 8);
    return ((mixed >> 1) | (mixed << 7)) & 0xff;
  });
}
