import { dayNumber } from '../../../shared/evidence/day.ts';
import { readAliases } from '../models/ask/org-aliases.ts';
import type { EvidenceReader } from '../models/model.ts';

/** A ledger line and the bank booking that paid it. */
export interface SameMoney {
  readonly ledgerRow: number;
  readonly bankRow: number;
}

interface Line {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly net: number;
  readonly day: string;
}

/** Ledgers book a payment before or after the bank does: at the latest with the next month's closing. */
const DAYS_APART = 31;

/**
 * 同一笔钱: pairs lines of ledgers with bookings of the same payer and payee whose amount is the line's, or the line's less the tax
 * withheld. Nearest in time first, each line and each booking once, so that no sum over findings counts the same money twice.
 */
export function pairMoney(evidence: EvidenceReader): SameMoney[] {
  const lines = evidence.all<Line>(
    `select row, company as payer, payee, fen, fen - coalesce(tax_fen, 0) as net, day from fee
     where company is not null and payee is not null and fen > 0 order by row`,
  );
  if (lines.length === 0) return [];
  const canonical = readAliases(evidence);
  const companies = new Set(lines.map(({ payer }) => canonical(payer)));
  const key = (payer: number, payee: number, fen: number) => `${canonical(payer)} ${canonical(payee)} ${fen}`;
  const bookings = Map.groupBy(
    evidence
      .all<Line>('select row, payer, payee, fen, fen as net, day from payment order by row')
      .filter(({ payer }) => companies.has(canonical(payer))),
    ({ payer, payee, fen }) => key(payer, payee, fen),
  );
  const candidates: Array<SameMoney & { readonly apart: number }> = [];
  for (const line of lines)
    for (const fen of new Set([line.fen, line.net]))
      for (const booking of bookings.get(key(line.payer, line.payee, fen)) ?? []) {
        const apart = Math.abs(dayNumber(line.day) - dayNumber(booking.day));
        if (apart <= DAYS_APART) candidates.push({ ledgerRow: line.row, bankRow: booking.row, apart });
      }
  candidates.sort((a, b) => a.apart - b.apart || a.ledgerRow - b.ledgerRow || a.bankRow - b.bankRow);
  const taken = new Set<number>();
  return candidates
    .filter(({ ledgerRow, bankRow }) => {
      if (taken.has(ledgerRow) || taken.has(bankRow)) return false;
      taken.add(ledgerRow).add(bankRow);
      return true;
    })
    .map(({ ledgerRow, bankRow }) => ({ ledgerRow, bankRow }))
    .sort((a, b) => a.ledgerRow - b.ledgerRow);
}
