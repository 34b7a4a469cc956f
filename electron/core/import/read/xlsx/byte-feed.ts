import { DamagedFile } from '../refusals.ts';

/** No tag and no cell of a spreadsheet is longer; what is would be looked at again with every piece that comes. */
const longestUnit = 16 * 2 ** 20;

/** Gives a scanner its bytes piece by piece, in front of each what the scanner could not finish of the last. */
export class ByteFeed {
  #rest = Buffer.alloc(0);

  /** What is to be looked at now: the rest, the new piece and one zero byte, which no XML holds, as a mark of the end. */
  join(chunk: Buffer): { bytes: Buffer; length: number } {
    const length = this.#rest.length + chunk.length;
    const bytes = Buffer.allocUnsafe(length + 1);
    this.#rest.copy(bytes, 0);
    chunk.copy(bytes, this.#rest.length);
    bytes[length] = 0;
    return { bytes, length };
  }

  /** Keeps what begins at `from` for the next piece. */
  keep(bytes: Buffer, from: number, length: number): void {
    if (length - from > longestUnit) throw new DamagedFile('a tag without end');
    this.#rest = from < length ? Buffer.from(bytes.subarray(from, length)) : Buffer.alloc(0);
  }

  get isEmpty(): boolean {
    return this.#rest.length === 0;
  }
}
