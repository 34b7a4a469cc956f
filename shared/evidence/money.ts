import { ok, type Read } from '../protocol/problem.ts';
import type { MoneyFlag } from './amount.ts';
import type { CellOrEmpty } from './cell.ts';
import type { Currency } from './currency.ts';
import { type Fen, fen } from './fen.ts';
import { readScaled } from './scaled-cell.ts';
import { type Unit, unitPower } from './unit.ts';

export type { MoneyFlag } from './amount.ts';
export { capitals } from './capitals.ts';
export { type Fen, fen, sumFen } from './fen.ts';
export { exactYuan, showMoney } from './show-money.ts';

/** 金额 as read from a cell. `currency` only where the cell itself names one other than 人民币. */
export interface Money {
  readonly fen: Fen;
  readonly currency?: Currency;
  readonly flags?: readonly MoneyFlag[];
}

const nothing: Read<null> = ok(null);
/** Above 10^12 yuan the unit is wrong, not the deal large. */
const scaleOfFen = { decimals: 2, limit: 1e14 };

/**
 * Reads an amount in exact fen; `unit` is the header's (yuan for one counted unit). null: empty, --, / or 无, which is
 * never 0. Problems: amount.unreadable, amount.too-large. Takes full width, ￥ and currency words, thousands marks,
 * (300) and 300- as negative, 借/贷/Dr/Cr, 3.5万, 壹万贰仟元整, 1.2E+05, 131.77(已退款89.84).
 */
export function readMoney(cell: CellOrEmpty, unit: Unit = 1): Read<Money | null> {
  const read = readScaled(cell, unitPower(unit), scaleOfFen);
  if (!read.ok) return read;
  if (read.value === null) return nothing;
  const { value, ...more } = read.value;
  return ok({ fen: fen(value), ...more });
}
