let codes: ReadonlyMap<string, readonly [number, number]> | undefined;

/** A text in the bytes of Chinese Windows, by turning the platform's decoder around; undefined: a character has no two-byte code. */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> | undefined {
  codes ??= decodeAll();
  const bytes: number[] = [];
  for (const c of text) {
    if (c.charCodeAt(0) < 0x80) bytes.push(c.charCodeAt(0));
    else {
      const code = codes.get(c);
      if (!code) return undefined;
      bytes.push(...code);
    }
  }
  return Uint8Array.from(bytes);
}

function decodeAll(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail]);
    }
  }
  return found;
}
