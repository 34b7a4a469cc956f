import { dayNumber } from '../../../../shared/evidence/day.ts';
import type { Asked } from '../../../../shared/protocol/requests.ts';
import type { Store } from '../../store/connect.ts';
import { partyCard } from '../../store/party-cards.ts';
import { prepared } from '../../store/prepared.ts';
import type { Ledger } from './ledger.ts';

type Seeds = Pick<Asked<'trace.run'>, 'seeds' | 'from' | 'to'>;

/**
 * Which payments a trace starts with. A party starts all it pays (upwards: all it receives), but not what goes between two of the parties given;
 * an account all that is booked on it; a pair all that one pays the other; a row itself. Leaves with Problem party.not-found.
 */
export function seedPayments(
  store: Store,
  ledger: Ledger,
  { seeds, from = '0001-01-01', to = '9999-12-31' }: Seeds,
  direction: 'down' | 'up',
): { isSeed: Uint8Array; seedParties: ReadonlySet<number> } {
  for (const party of [...seeds.parties, ...seeds.pairs.flatMap(({ payer, payee }) => [payer, payee])])
    partyCard(store, party);
  const seedParties = new Set(seeds.parties);
  const rows = new Set([
    ...seeds.rows,
    ...seeds.accounts.flatMap((account) => rowsOfAccount(store, account, direction)),
  ]);
  const pairs = new Set(seeds.pairs.map(({ payer, payee }) => `${payer} ${payee}`));
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const { payer, payee, day, row, size } = ledger;
  const [givers, takers] = direction === 'down' ? [payer, payee] : [payee, payer];
  const isSeed = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    if (day[i]! < first || day[i]! > last) continue;
    if (
      (seedParties.has(givers[i]!) && !seedParties.has(takers[i]!)) ||
      (rows.size > 0 && rows.has(row[i]!)) ||
      (pairs.size > 0 && pairs.has(`${payer[i]} ${payee[i]}`))
    )
      isSeed[i] = 1;
  }
  return { isSeed, seedParties };
}

function rowsOfAccount(store: Store, account: string, direction: 'down' | 'up'): number[] {
  const side = direction === 'down' ? 'payer' : 'payee';
  return prepared<[string], { row: number }>(
    store,
    `select f.row as row from mention m join rec_bank_flow f on f.${side} = m.id where m.account = ? and f.mirror_of is null`,
  )
    .all(account)
    .map(({ row }) => row);
}
