import type { Money } from '../../../shared/evidence/money.ts';
import type { Price } from '../../../shared/evidence/price.ts';
import { currencyOf, renminbiOf } from './currency-of.ts';
import type { RowContext } from './sheet.ts';

/** 单价、数量、金额 of one line of goods. */
interface Line {
  readonly price: Price | undefined;
  readonly quantity: string | undefined;
  readonly amount: Money | undefined;
}

/** What is stored of them: `computed` 1 where the sheet gives no amount and fen is 单价 × 数量. */
interface LineAmount {
  readonly micro: number | null;
  readonly fen: number | null;
  readonly computed: 0 | 1;
}

/**
 * The amount of a line as it stands; where the column is empty, price × quantity, marked as computed. An amount more than 1 % away from
 * price × quantity keeps its figure and leaves a Problem.
 */
export function lineAmount({ price, quantity, amount }: Line, row: RowContext): LineAmount {
  const micro = renminbiPrice(price, 'unit_price', row);
  const written = renminbiOf(amount, 'amount', row);
  const product = micro === null || quantity === undefined ? null : fenOf(micro, quantity);
  if (written === null) {
    const isGiven = amount !== undefined || row.unread('amount');
    return isGiven || product === null ? { micro, fen: null, computed: 0 } : { micro, fen: product, computed: 1 };
  }
  if (product !== null && Math.abs(written - product) > Math.max(1, Math.abs(product) / 100))
    row.warn('amount.not-price-times-quantity', 'amount');
  return { micro, fen: written, computed: 0 };
}

/** Millionths of a yuan; a price in another currency stays in its cell and leaves a Problem. */
export function renminbiPrice(price: Price | undefined, field: string, row: RowContext): number | null {
  if (price === undefined) return null;
  if (currencyOf(price, field, undefined, row) === 'CNY') return price.micro;
  row.warn('amount.foreign-currency', field);
  return null;
}

/** Millionths of a yuan × a plain decimal, in fen, half away from zero; null beyond what is exact. */
function fenOf(micro: number, quantity: string): number | null {
  const [whole = '', fraction = ''] = quantity.split('.');
  const divisor = 10n ** BigInt(4 + fraction.length);
  const product = BigInt(micro) * BigInt(whole + fraction);
  const size = product < 0n ? -product : product;
  const rounded = Number((size + divisor / 2n) / divisor);
  if (!Number.isSafeInteger(rounded)) return null;
  return product < 0n ? -rounded : rounded;
}
