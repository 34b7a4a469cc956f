/** Fen as yuan with two decimals and nothing else, exact: 123456 → 1234.56. */
export function plainYuan(fen: number): string {
  const size = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
