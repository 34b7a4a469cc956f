const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const reference = /&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi;

/** Text of XML with its character references resolved. Other entities stay as they are written: nothing of a DTD is ever expanded. */
export function xmlText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(reference, (whole, name?: string, hex?: string, decimal?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Text of a cell: Excel writes characters that XML cannot hold as _x000D_, and such a sequence itself as _x005F_x000D_. */
export function cellText(text: string): string {
  const plain = xmlText(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
