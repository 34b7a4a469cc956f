import { thingKinds } from '../../../../shared/ontology/kind.ts';
import type { Store } from '../../store/connect.ts';
import { drawingOf } from '../../store/drawings.ts';
import { prepared } from '../../store/prepared.ts';

/** A value with the parties that it stands beside. */
export interface FoundClash {
  readonly value: string;
  readonly parties: readonly number[];
}

export interface Clashes {
  /** one account under the names of several holders */
  readonly account: readonly FoundClash[];
  /** one name with several valid numbers: two people, or one wrong number */
  readonly name: readonly FoundClash[];
}

const accountSql = `select i.value as value, json_group_array(distinct m.party) as parties
  from mention_identifier i join mention m on m.id = i.mention join party p on p.id = m.party
  where i.type = 'account' and i.keyable = 1 and m.kind <> 'account' and m.masked = 0 and p.kind not in ('account', 'cash', 'payment-institution')
  group by i.value having count(distinct m.party) > 1`;

const nameSql = `select name as value, json_group_array(party) as parties from (
    select distinct p.name as name, p.id as party, i.value as number from party p
    join mention m on m.party = p.id join mention_identifier i on i.mention = m.id
    where i.keyable = 1 and i.type in ('id_no', 'uscc') and p.kind not in (select value from json_each(@things)))
  group by name having count(distinct number) > 1 and count(distinct party) > 1`;

const kept = new WeakMap<Store['db'], { stamp: string; clashes: Clashes }>();

/** Same-name guard over the whole case, the most contested first; kept until links are drawn anew. */
export function clashesOf(store: Store): Clashes {
  const stamp = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.clashes;
  const read = (rows: ReadonlyArray<{ value: string; parties: string }>): FoundClash[] =>
    rows
      .map(({ value, parties }) => ({
        value,
        parties: [...new Set(JSON.parse(parties) as number[])].sort((a, b) => a - b),
      }))
      .sort((a, b) => b.parties.length - a.parties.length || (a.value < b.value ? -1 : 1));
  type Row = { value: string; parties: string };
  const clashes = {
    account: read(prepared<[], Row>(store, accountSql).all()),
    name: read(
      prepared<[{ things: string }], Row>(store, nameSql).all({
        things: JSON.stringify([...thingKinds, 'account', 'cash', 'payment-institution']),
      }),
    ),
  };
  kept.set(store.db, { stamp, clashes });
  return clashes;
}
