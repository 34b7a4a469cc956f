import { dayNumber } from '../../../shared/evidence/day.ts';
import { readAliases } from '../models/ask/org-aliases.ts';
import { keyOfPerson } from '../models/ask/person-names.ts';
import { afterWithholding } from '../models/ask/withholding.ts';
import type { EvidenceReader } from '../models/model.ts';
import { payersWho } from './payers-who.ts';

/** A ledger line and the bank booking that paid it. */
export interface SameMoney {
  readonly ledgerRow: number;
  readonly bankRow: number;
}

interface Line {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly kind: string;
  readonly name: string;
  readonly fen: number;
  readonly net: number;
  readonly day: string;
}

/** Ledgers book a payment before or after the bank does: at the latest with the next month's closing. */
const DAYS_APART = 31;

/**
 * 同一笔钱: pairs lines of ledgers with bookings of the same payer and payee whose amount is the line's, or the line's less the tax
 * withheld. Ledgers often give a payee's bare name, which joins nobody; beside the same payer, amount and month the same name is enough.
 * Nearest in time first, each line and each booking once, so that no sum over findings counts the same money twice.
 */
export function pairMoney(evidence: EvidenceReader): SameMoney[] {
  const lines = evidence.all<Line>(
    `select f.row as row, f.company as payer, f.payee as payee, w.kind as kind, w.name as name, f.fen as fen, f.fen - coalesce(f.tax_fen, 0) as net,
            f.day as day
     from fee f join who w on w.party = f.payee where f.company is not null and f.fen > 0 order by f.row`,
  );
  if (lines.length === 0) return [];
  const canonical = readAliases(evidence);
  const companies = new Set(lines.map(({ payer }) => canonical(payer)));
  const keys = ({ payer, payee, kind, name }: Line, fen: number): string[] => {
    const paid = `${canonical(payer)} ${fen}`;
    return kind === 'person' ? [`${paid} ${payee}`, `${paid} ${keyOfPerson(name)}`] : [`${paid} ${canonical(payee)}`];
  };
  const amountsOf = ({ kind, fen, net }: Line): number[] => [
    ...new Set([fen, net, ...(kind === 'person' ? [afterWithholding(fen)] : [])]),
  ];
  const bookings = new Map<string, Line[]>();
  evidence.each<Line>(
    `select p.row as row, p.payer as payer, p.payee as payee, w.kind as kind, w.name as name, p.fen as fen, p.fen as net, p.day as day
     from payment p join who w on w.party = p.payee
     where p.payer in (select value from json_each(:payers)) and p.fen in (select value from json_each(:amounts)) order by p.row`,
    {
      payers: payersWho(evidence, (payer) => companies.has(canonical(payer))),
      // of a million bookings only those come up whose amount some ledger names
      amounts: JSON.stringify([...new Set(lines.flatMap(amountsOf))]),
    },
    (booking) => {
      for (const key of keys(booking, booking.fen)) {
        const known = bookings.get(key);
        if (known) known.push(booking);
        else bookings.set(key, [booking]);
      }
      return true;
    },
  );
  const candidates: Array<SameMoney & { readonly apart: number }> = [];
  for (const line of lines) {
    const alike = new Set(
      amountsOf(line)
        .flatMap((fen) => keys(line, fen))
        .flatMap((key) => bookings.get(key) ?? []),
    );
    for (const booking of alike) {
      const apart = Math.abs(dayNumber(line.day) - dayNumber(booking.day));
      if (apart <= DAYS_APART) candidates.push({ ledgerRow: line.row, bankRow: booking.row, apart });
    }
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
