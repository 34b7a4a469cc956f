import { dayFromNumber } from '../../../../shared/evidence/day.ts';
import payment from '../../../../shared/ontology/payment.kind.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';
import { citeWith } from '../pair-rows.ts';
import type { Ledger } from './ledger.ts';
import type { Traced } from './trace-money.ts';

/** The payments of one hop in the order of time, each with how much of it is the money followed, and its cell. */
export function hopRows(
  store: Store,
  ledger: Ledger,
  { followed: { hops } }: Traced,
  { layer, payer, payee }: { readonly layer: number; readonly payer: number; readonly payee: number },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Answer<'trace.hop'> {
  const found: Array<{ i: number; traced: number }> = [];
  for (let n = 0; n < hops.position.length; n++) {
    const i = hops.position[n]!;
    if (hops.layer[n] === layer && ledger.payer[i] === payer && ledger.payee[i] === payee)
      found.push({ i, traced: hops.fen[n]! });
  }
  found.sort((a, b) => a.i - b.i);
  const cite = citeWith(store, payment);
  const words = prepared<[number], { time: string | null; text: string }>(
    store,
    "select time, trim(coalesce(summary, '') || ' ' || coalesce(remark, '')) as text from rec_bank_flow where row = ?",
  );
  return {
    total: found.length,
    fen: found.reduce((sum, { traced }) => sum + traced, 0),
    list: found.slice(offset, offset + limit).map(({ i, traced }) => {
      const row = ledger.row[i]!;
      return {
        rowId: row,
        day: dayFromNumber(ledger.day[i]!),
        time: words.get(row)?.time ?? null,
        fen: ledger.fen[i]!,
        traced,
        text: words.get(row)?.text ?? '',
        source: cite({ row, field: null }),
      };
    }),
  };
}
