/** Width of a link in px by the money it carries: 1万 2.0 · 10万 3.3 · 100万 4.9 · 1000万 6.6 · 1亿 8.3, never above 12. No money: 1.5. */
export const linkWidth = (fen: number | null): number =>
  fen === null || fen <= 0 ? 1.5 : Math.min(12, 1.5 + 1.7 * Math.log10(1 + fen / 1_000_000));

/** Size of a node in px: all 36, or by the money that passed through it, 28 without and 64 at most. */
export const nodeSize = (fen: number, by: 'amount' | 'fixed'): number =>
  by === 'fixed' ? 36 : Math.round(Math.min(64, 28 + 6 * Math.log10(1 + Math.max(0, fen) / 1_000_000)));

/** At most 8 汉字 (16 half-widths), then an ellipsis, which takes the place of no single 汉字: the full name stands in the inspector and the tooltip. */
export function shortName(name: string): string {
  let width = 0;
  let cut = name.length;
  let at = 0;
  for (const char of name) {
    width += /[\u2e80-\uffee]/.test(char) ? 2 : 1;
    if (width > 16) cut = Math.min(cut, at);
    at += char.length;
  }
  return width > 18 ? `${name.slice(0, cut)}…` : name;
}
