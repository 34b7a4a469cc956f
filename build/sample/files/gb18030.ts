/** GB18030 without an encoder in the runtime: its decoder, run over every code once, gives the table backwards. */

let table: Map<number, readonly number[]> | undefined;

function buildTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: false });
  const codes = new Map<number, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const point = text.codePointAt(0);
    if (point === undefined || point === 0xfffd || text.length !== String.fromCodePoint(point).length) return;
    if (!codes.has(point)) codes.set(point, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) learn([first, second]);
  }
  // the four-byte codes of the basic plane: 0x81308130 to 0x8431A439
  for (let linear = 0; linear <= 39_419; linear++) learn(fourBytes(linear, 0x81));
  return codes;
}

const fourBytes = (linear: number, lead: number): number[] => [
  lead + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1_260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
];

/** Text as GB18030 bytes. Characters beyond the basic plane have a rule instead of a table. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) {
      bytes.push(point);
      continue;
    }
    const code = point >= 0x10000 ? fourBytes(point - 0x10000, 0x90) : table.get(point);
    if (!code) throw new Error(`no GB18030 code for U+${point.toString(16)}`);
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}
