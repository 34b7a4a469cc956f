/** Numbers as the rest of the graph takes them. */
export type Column = Uint8Array | Int32Array | Float64Array;

/** Head of a packed column: how many numbers it holds, bits of each, how many values its table has, how many are told apart from the bits. */
const HEAD = 16;
const MOST_BITS = 32;
/** Values a table may have: beyond that looking a number up takes longer than reading its bits. */
const MOST_VALUES = 2 ** 16;

/** Numbers that are packed together: memory for so few is soon given back and taken again, where new memory takes as long to come by as to fill. */
export const PIECE = 2 ** 17;

/**
 * A column in as few bytes as can be read at once: what is sealed in the store takes its time by the byte. Each piece of it has the numbers in the same
 * number of bits, as they stand or as their places in a table of all values. Numbers that need more bits than most (a hub among degrees), or that are no
 * whole numbers, are told apart (Zukowski et al. 2006, Super-scalar RAM-CPU cache compression, PFOR). −0 comes back as 0. A column of nothing is a
 * piece of nothing: whoever reads it sees that it was written.
 */
export const packColumn = (column: Column): Uint8Array[] =>
  Array.from({ length: Math.max(1, Math.ceil(column.length / PIECE)) }, (_, piece) =>
    packPiece(column.subarray(piece * PIECE, (piece + 1) * PIECE)),
  );

function packPiece(column: Column): Uint8Array {
  const table = tableOf(column);
  const plain = bitsOf(column);
  const places = table && { bits: bitLength(table.size - 1), rare: 0 };
  const bytesOf = ({ bits, rare }: Width) => (column.length * bits) / 8 + rare * 8;
  if (table && places && bytesOf(places) + table.size * 8 < bytesOf(plain))
    return packed(column, places, [...table.keys()], (value) => table.get(value)!);
  return packed(column, plain, [], (value) => value);
}

/** Writes the numbers of a piece into the column, the first of them at `at`. Returns the place behind the last. */
export function unpackPiece(bytes: Uint8Array, column: Column, at: number): number {
  // a typed array must begin at a multiple of its width; slice of a Buffer would be the same memory
  const own = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset } = own;
  const head = new Uint32Array(buffer, byteOffset, 4);
  const length = head[0]!;
  const bits = head[1]!;
  const table = new Float64Array(buffer, byteOffset + HEAD, head[2]!);
  const rare = new Float64Array(buffer, byteOffset + HEAD + table.byteLength, head[3]!);
  const words = new Uint32Array(buffer, byteOffset + HEAD + table.byteLength + rare.byteLength, wordsOf(length, bits));
  const numbers = column.subarray(at, at + length);
  if (bits === 0 && table.length > 0) numbers.fill(table[0]!);
  else unpackInto(numbers, { words, bits, table, rare });
  return at + length;
}

/** Numbers taken at a time: each block begins with a word. */
const BLOCK = 1024;

/** Into every kind of column a block is copied as a whole: a loop that meets them all takes three times as long for each number. */
function unpackInto(
  column: Column,
  from: {
    readonly words: Uint32Array;
    readonly bits: number;
    readonly table: Float64Array;
    readonly rare: Float64Array;
  },
): void {
  const { words, bits, table, rare } = from;
  const codes = new Uint32Array(BLOCK);
  const lookUp = column instanceof Float64Array ? floatsOf(table, codes) : intsOf(table, codes);
  const mark = markOf(bits);
  let next = 0;
  for (let begin = 0; begin < column.length; begin += BLOCK) {
    const count = Math.min(BLOCK, column.length - begin);
    readBits(words, (begin / MOST_BITS) * bits, bits, codes, count);
    const block = table.length > 0 ? lookUp(count) : codes;
    column.set(count === BLOCK ? block : block.subarray(0, count), begin);
    if (next === rare.length) continue;
    for (let i = 0; i < count; i++) if (codes[i] === mark) column[begin + i] = rare[next++]!;
  }
}

/** The values of the first so many codes. Whole numbers are looked up as such: to make them of floating ones takes longer than all the rest. */
function intsOf(table: Float64Array, codes: Uint32Array): (count: number) => Int32Array {
  const [values, looked] = [Int32Array.from(table), new Int32Array(BLOCK)];
  return (count) => {
    for (let i = 0; i < count; i++) looked[i] = values[codes[i]!]!;
    return looked;
  };
}
function floatsOf(table: Float64Array, codes: Uint32Array): (count: number) => Float64Array {
  const looked = new Float64Array(BLOCK);
  return (count) => {
    for (let i = 0; i < count; i++) looked[i] = table[codes[i]!]!;
    return looked;
  };
}

/** So many numbers from a word on, into `codes`. Behind the last word stands one more. */
function readBits(words: Uint32Array, first: number, bits: number, codes: Uint32Array, count: number): void {
  const mask = bits === MOST_BITS ? -1 : 2 ** bits - 1;
  for (let i = 0; i < count; i++) {
    const at = first + ((i * bits) >>> 5);
    const shift = (i * bits) & 31;
    codes[i] = ((words[at]! >>> shift) | ((words[at + 1]! << 1) << (31 - shift))) & mask;
  }
}

interface Width {
  readonly bits: number;
  /** numbers that do not fit */
  readonly rare: number;
}

/** The number of bits in which a column of numbers as they stand takes the fewest bytes. */
function bitsOf(column: Column): Width {
  const byBits = new Uint32Array(MOST_BITS + 2);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    // the largest number of so many bits marks those told apart
    byBits[isWhole(value) ? bitLength(value + 1) : MOST_BITS + 1]!++;
  }
  let best: Width = { bits: MOST_BITS, rare: byBits[MOST_BITS + 1]! };
  for (let bits = MOST_BITS - 1, rare = best.rare; bits >= 1; bits--) {
    rare += byBits[bits + 1]!;
    if ((column.length * bits) / 8 + rare * 8 < (column.length * best.bits) / 8 + best.rare * 8) best = { bits, rare };
  }
  return best;
}

const bitLength = (value: number): number => (value < 2 ** 31 ? MOST_BITS - Math.clz32(value) : MOST_BITS);
const isWhole = (value: number): boolean => value >= 0 && value < 2 ** MOST_BITS - 1 && Number.isInteger(value);
const markOf = (bits: number): number => 2 ** bits - 1;
/** One more than the numbers fill: whoever reads the last one reads on. */
const wordsOf = (length: number, bits: number): number => Math.ceil((length * bits) / MOST_BITS) + 1;

/** Each value of a column with its place, undefined where there are too many. */
function tableOf(column: Column): Map<number, number> | undefined {
  const table = new Map<number, number>();
  let last: number | undefined;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (value === last) continue;
    last = value;
    if (table.has(value)) continue;
    if (table.size === MOST_VALUES) return undefined;
    table.set(value, table.size);
  }
  return table;
}

function packed(
  column: Column,
  { bits, rare: apart }: Width,
  table: readonly number[],
  codeOf: (value: number) => number,
): Uint8Array {
  const rare = new Float64Array(apart);
  const words = new Uint32Array(wordsOf(column.length, bits));
  const mark = markOf(bits);
  let next = 0;
  for (let i = 0, at = 0, shift = 0; bits > 0 && i < column.length; i++) {
    let code = codeOf(column[i]!);
    if (table.length === 0 && !(isWhole(code) && code < mark)) {
      rare[next++] = code;
      code = mark;
    }
    words[at]! |= code << shift;
    shift += bits;
    if (shift < MOST_BITS) continue;
    shift -= MOST_BITS;
    at++;
    if (shift > 0) words[at]! |= code >>> (bits - shift);
  }
  const bytes = new Uint8Array(HEAD + 8 * table.length + rare.byteLength + words.byteLength);
  new Uint32Array(bytes.buffer, 0, 4).set([column.length, bits, table.length, apart]);
  bytes.set(new Uint8Array(Float64Array.from(table).buffer), HEAD);
  bytes.set(new Uint8Array(rare.buffer), HEAD + 8 * table.length);
  bytes.set(new Uint8Array(words.buffer), HEAD + 8 * table.length + rare.byteLength);
  return bytes;
}
