import type { Store } from '../store/connect.ts';
import { type Mentions, positionOf } from './read-mentions.ts';

interface Side {
  /** holder of the one statement */
  readonly holder: number;
  /** how the other statement names that holder, and whose statement that is */
  readonly named: number;
  readonly other: number;
}

/**
 * 对账: a statement that does not give its own account number is the statement of the account that the other side's statement names for the
 * very same transfer. Positions of holder and named mention. Only where the name agrees, where all such transfers name one account, and
 * where the other statement knows no second account of that name: it may have paid both the same amount on one day.
 */
export function readTransfers(store: Store, mentions: Mentions): Array<readonly [holder: number, named: number]> {
  const sides = store.db
    .prepare<[], Side>(
      `select a.holder as holder, b.counterparty as named, b.holder as other from rec_bank_flow b join rec_bank_flow a on a.row = b.mirror_of
       where b.mirror_of is not null
       union select b.holder, a.counterparty, a.holder from rec_bank_flow b join rec_bank_flow a on a.row = b.mirror_of
       where b.mirror_of is not null order by 1, 2, 3`,
    )
    .all();
  if (sides.length === 0) return [];
  const accounts = accountsOf(mentions);
  const masked = new Set(mentions.maskedAccounts.map(([, mention]) => mention));
  const candidates: Array<Side & { readonly account: number }> = [];
  for (const side of sides) {
    const holder = positionOf(mentions, side.holder);
    const named = positionOf(mentions, side.named);
    if (holder === undefined || named === undefined || accounts.has(holder) || masked.has(holder)) continue;
    if (!isSameName(mentions, holder, named)) continue;
    const [account, ...more] = accounts.get(named) ?? [];
    if (account !== undefined && more.length === 0) candidates.push({ holder, named, other: side.other, account });
  }
  const several = severalAccounts(store, mentions, accounts);
  return [...Map.groupBy(candidates, ({ holder }) => holder).values()]
    .filter((of) => of.every(({ account }) => account === of[0]!.account) && !of.some(several))
    .flatMap((of) => of.map(({ holder, named }) => [holder, named] as const));
}

/** Full account numbers by the position of the mention they stand beside. */
function accountsOf({ accounts }: Mentions): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [i, mention] of accounts.mentions.entries()) {
    const known = found.get(mention);
    if (known) known.push(accounts.values[i]!);
    else found.set(mention, [accounts.values[i]!]);
  }
  return found;
}

function isSameName(mentions: Mentions, a: number, b: number): boolean {
  const { keys, sorts, masked } = mentions;
  return keys[a] !== 0 && keys[a] === keys[b] && sorts[a] === sorts[b] && masked[a] === 0 && masked[b] === 0;
}

/** Whether the other statement names a second account under the holder's name. */
function severalAccounts(
  store: Store,
  mentions: Mentions,
  accounts: ReadonlyMap<number, readonly number[]>,
): (side: Side & { readonly account: number }) => boolean {
  const between = store.db
    .prepare<[number, number, number, number], number>(
      `select 1 from rec_bank_flow where payer = ? and payee = ?
       union all select 1 from rec_bank_flow where payer = ? and payee = ? limit 1`,
    )
    .pluck();
  const byKey = Map.groupBy(accounts.keys(), (mention) => mentions.keys[mention]!);
  return ({ holder, other, account }) =>
    (byKey.get(mentions.keys[holder]!) ?? []).some((namesake) => {
      if (accounts.get(namesake)!.every((each) => each === account)) return false;
      const id = mentions.ids[namesake]!;
      return between.get(other, id, id, other) !== undefined;
    });
}
