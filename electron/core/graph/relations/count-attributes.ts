import type { Store } from '../../store/connect.ts';

/** Held by more than so many people or organisations a value is a park's, an agency's or a switchboard's, and links nobody (MODELS §1.7). */
export const hubGuard = { people: 10, organisations: 30 } as const;

/** Who has each value: a number whose holder is unknown is the number itself and counts as nobody. */
const countSql = `with held as (
    select a.attribute, count(distinct p.id) as parties,
      count(distinct iif(p.kind = 'person' or (p.kind = 'account' and p.role is not 'phone'), p.id, null)) as people,
      count(distinct iif(p.kind not in ('person', 'account'), p.id, null)) as organisations
    from mention_attribute a left join mention m on m.id = a.mention left join party p on p.id = m.party
    where @only is null or a.attribute in (select value from json_each(@only)) group by a.attribute)
  update shared_attribute set parties = held.parties, people = held.people, organisations = held.organisations,
    aside = case when held.people > @people or held.organisations > @orgs then 'hub' when kind = 'building' then 'building' end
  from held where held.attribute = shared_attribute.id`;

/** Counts who has each value, or each of these (ids), and says which are hubs. */
export function countAttributes(store: Store, only?: readonly number[]): void {
  store.db
    .prepare(countSql)
    .run({ only: only ? JSON.stringify(only) : null, people: hubGuard.people, orgs: hubGuard.organisations });
}

/**
 * Counts anew the values beside mentions that moved from party to party. Returns the parties beside values that became a hub by it or are none
 * any more: their links change, though nobody of them moved.
 */
export function recountAttributes(store: Store, mentions: readonly number[]): Set<number> {
  const touched = store.db
    .prepare<[string], { id: number; aside: string | null }>(
      `select id, aside from shared_attribute where id in (
         select attribute from mention_attribute where mention in (select value from json_each(?)))`,
    )
    .all(JSON.stringify(mentions));
  countAttributes(
    store,
    touched.map(({ id }) => id),
  );
  const aside = store.db.prepare<[number], string | null>('select aside from shared_attribute where id = ?').pluck();
  const holders = store.db
    .prepare<[number], number>(
      'select distinct m.party from mention_attribute a join mention m on m.id = a.mention where a.attribute = ? and m.party is not null',
    )
    .pluck();
  const turned = touched.filter(({ id, aside: before }) => (aside.get(id) ?? null) !== before);
  return new Set(turned.flatMap(({ id }) => holders.all(id)));
}
