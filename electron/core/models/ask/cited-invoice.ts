import { type Invoices, isFullyDigital, type KnownInvoice } from './invoices.ts';
import type { Canonical } from './org-aliases.ts';

/**
 * The one invoice that a ledger line can mean: 20 digits, or eight digits of the same buyer, and of the same seller where several bear
 * them (`payee` null: any seller). Undefined where none stands, or several could be meant.
 */
export function citedInvoice(
  { no, company, payee }: { readonly no: string; readonly company: number; readonly payee: number | null },
  { byNo }: Invoices,
  firm: Canonical,
): KnownInvoice | undefined {
  const named = byNo.get(no) ?? [];
  if (isFullyDigital(no)) return named[0];
  const bought = named.filter(({ buyer }) => firm(buyer) === firm(company));
  const fitting = payee === null ? bought : bought.filter(({ seller }) => firm(seller) === firm(payee));
  return fitting.length === 1 ? fitting[0] : undefined;
}
