import type { HitRow } from '../model.ts';

/** A line of goods or services as the views give it; `computed` 1: the sheet names no amount, it was made of price and quantity. */
export interface GoodsLine {
  readonly row: number;
  readonly fen: number | null;
  readonly computed: number;
}

const hasAmount = ({ fen, computed }: GoodsLine): boolean => fen !== null && computed === 0;

/** Cites the amount of each line where its cell holds one, else the quantity. */
export const citeGoods = (lines: readonly GoodsLine[], role: HitRow['role'], note?: HitRow['note']): HitRow[] =>
  lines.map((line) => ({
    row: line.row,
    field: hasAmount(line) ? 'amount' : 'quantity',
    role,
    ...(note && { note }),
  }));

/** What the cited amounts come to, in fen; null where no line names an amount. */
export function fenOfGoods(lines: readonly GoodsLine[]): number | null {
  const named = lines.filter(hasAmount);
  return named.length === 0 ? null : named.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
}
