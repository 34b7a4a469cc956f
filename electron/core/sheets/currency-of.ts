import type { Money } from '../../../shared/evidence/money.ts';
import type { RowContext } from './sheet.ts';

/** The row names a currency that is not known. It is not 人民币, so that it is never added to it. */
export const UNKNOWN_CURRENCY = '?';

const inRenminbi = /人民币|本币|RMB|CNY/i;

/**
 * 币种 of an amount, as ISO 4217 code. Whatever names another currency (the cell, its header, the column or title 币种) decides: an
 * amount that may be foreign is set aside rather than added. Only a header such as 交易金额折人民币 says that 币种 is about the original.
 */
export function currencyOf(
  money: Omit<Money, 'fen'>,
  field: string,
  said: string | undefined,
  row: RowContext,
): string {
  if (money.currency !== undefined && money.currency !== 'CNY') return money.currency;
  if (money.flags?.includes('foreign-sign')) return UNKNOWN_CURRENCY;
  if (inRenminbi.test(row.header(field))) return 'CNY';
  if (said !== undefined) return said;
  return row.unread('currency') ? UNKNOWN_CURRENCY : 'CNY';
}

/** Fen of an amount that belongs to a table without 币种: one in another currency stays in its cell and leaves a Problem. */
export function renminbiOf(money: Money | undefined, field: string, row: RowContext): number | null {
  if (money === undefined) return null;
  if (currencyOf(money, field, undefined, row) === 'CNY') return money.fen;
  row.warn('amount.foreign-currency', field);
  return null;
}
