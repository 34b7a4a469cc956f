/** Numbers as the rest of the graph takes them. */
export type Column = Uint8Array | Int32Array | Float64Array;

/** How a column was packed: as it stands, as whole numbers below 2³² (2³² − 1 = NaN), or as places in a table of its values. */
const RAW = 0;
const WHOLE = 1;
const TABLE = 2;
/** Head of a packed column: its way, the length of its table, how many numbers it holds. */
const HEAD = 16;
const NAN = 2 ** 32 - 1;

/** A column in as few bytes as can be read at once: what is sealed in the store takes its time by the byte. −0 comes back as 0. */
export function packColumn(column: Column): Uint8Array {
  const table = tableOf(column);
  const bytesPerPlace = table && (table.size <= 256 ? 1 : 2);
  if (table && bytesPerPlace! < column.BYTES_PER_ELEMENT) {
    const places = bytesPerPlace === 1 ? new Uint8Array(column.length) : new Uint16Array(column.length);
    for (let i = 0; i < column.length; i++) places[i] = table.get(column[i]!)!;
    return packed(TABLE, column.length, Float64Array.from(table.keys()), places);
  }
  if (column instanceof Float64Array && column.every((value) => Number.isNaN(value) || isWhole(value)))
    return packed(
      WHOLE,
      column.length,
      new Float64Array(),
      Uint32Array.from(column, (v) => (Number.isNaN(v) ? NAN : v)),
    );
  return packed(RAW, column.length, new Float64Array(), column);
}

export function unpackColumn<C extends Column>(
  bytes: Uint8Array,
  kind: { new (length: number): C; BYTES_PER_ELEMENT: number },
): C {
  // a typed array must begin at a multiple of its width
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = own;
  const [how, tableLength, length] = new Uint32Array(buffer, byteOffset, 3) as unknown as [number, number, number];
  const at = byteOffset + HEAD + 8 * tableLength;
  if (how === RAW)
    return new (kind as unknown as { new (b: ArrayBufferLike, at: number, n: number): C })(buffer, at, length);
  const column = new kind(length);
  if (how === WHOLE) {
    const whole = new Uint32Array(buffer, at, length);
    for (let i = 0; i < length; i++) column[i] = whole[i] === NAN ? Number.NaN : whole[i]!;
    return column;
  }
  const table = new kind(tableLength);
  table.set(new Float64Array(buffer, byteOffset + HEAD, tableLength));
  const places = tableLength <= 256 ? new Uint8Array(buffer, at, length) : new Uint16Array(buffer, at, length);
  for (let i = 0; i < length; i++) column[i] = table[places[i]!]!;
  return column;
}

/** Each value of a column with its place, undefined where there are more than two bytes can tell. */
function tableOf(column: Column): Map<number, number> | undefined {
  const table = new Map<number, number>();
  let last: number | undefined;
  for (const value of column) {
    if (value === last) continue;
    last = value;
    if (table.has(value)) continue;
    if (table.size === 2 ** 16) return undefined;
    table.set(value, table.size);
  }
  return table;
}

const isWhole = (value: number): boolean => value >= 0 && value < NAN && Number.isInteger(value);

function packed(how: number, length: number, table: Float64Array, values: ArrayBufferView): Uint8Array {
  const bytes = new Uint8Array(HEAD + table.byteLength + values.byteLength);
  new Uint32Array(bytes.buffer, 0, 3).set([how, table.length, length]);
  bytes.set(new Uint8Array(table.buffer), HEAD);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), HEAD + table.byteLength);
  return bytes;
}
