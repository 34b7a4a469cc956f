import type { Brand } from '../plain/brand.ts';
import { ok, type Read } from '../protocol/problem.ts';
import type { MoneyFlag } from './amount.ts';
import type { CellOrEmpty } from './cell.ts';
import type { Currency } from './currency.ts';
import { readScaled } from './scaled-cell.ts';
import { type Unit, unitPower } from './unit.ts';

/** 单价 in millionths of a yuan: a pill may cost 0.0325. Never rounded to fen. */
export type MicroYuan = Brand<number, 'MicroYuan'>;

/** 单价 as read from a cell. */
export interface Price {
  readonly micro: MicroYuan;
  readonly currency?: Currency;
  readonly flags?: readonly MoneyFlag[];
}

const scaleOfMicroYuan = { decimals: 6, limit: Number.MAX_SAFE_INTEGER };

/** Reads a unit price in exact micro-yuan, by the rules of `readMoney`. Problems: amount.unreadable, amount.too-large. */
export function readPrice(cell: CellOrEmpty, unit: Unit = 1): Read<Price | null> {
  const read = readScaled(cell, unitPower(unit), scaleOfMicroYuan);
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  const { value, ...more } = read.value;
  return ok({ micro: value as MicroYuan, ...more });
}

/** The exact price in yuan, with as many decimals as it has and at least two: 32500 → 0.0325. */
export function exactPrice(micro: number): string {
  const size = Math.abs(micro);
  const rest = size % 1_000_000;
  const decimals = String(rest)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${micro < 0 ? '-' : ''}${(size - rest) / 1_000_000}.${decimals}`;
}

/** The same with its thousands apart, as a screen shows it: 25,536.032842 */
export const shownPrice = (micro: number): string =>
  exactPrice(micro).replace(/\d+/, (yuan) => Number(yuan).toLocaleString('en-US'));
