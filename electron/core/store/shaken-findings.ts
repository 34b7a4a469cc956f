import type { Store } from './connect.ts';
import { mentionPlaces } from './mention-places.ts';
import { prepared } from './prepared.ts';

/** What took a finding's ground away: parties were split, or a joining taken back, after the run that found it. */
export interface Shaken {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  /** evidence rows that name somebody who is another party now */
  readonly rows: number;
}

interface Later {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  readonly side: string;
}

const laterSql = `select at, actor, reason, side_a as side from party_decision
    where verdict = 'split' and undone_at is null and replaced_by is null and at > @since
  union all
  select undone_at, coalesce(undone_by, actor), reason, side_b from party_decision
    where verdict = 'same' and undone_at > @since and at <= @since order by 1 desc`;

const findSql = `select m.id from mention m join json_each(@side) w on m.kind = w.value ->> 0 and m.name = w.value ->> 1 and m.key = w.value ->> 2
  and m.id_value is (w.value ->> 3) and m.account is (w.value ->> 4) and m.phone is (w.value ->> 5) and m.org_key is (w.value ->> 6)
  and m.dept is (w.value ->> 7) and m.scope = w.value ->> 8`;

/** The latest such change that concerns evidence of the finding, or null. `since`: when the finding was last found. */
export function shakenBy(store: Store, finding: number, since: string): Shaken | null {
  for (const { side, ...change } of prepared<[{ since: string }], Later>(store, laterSql).all({ since })) {
    const mentions = prepared<[{ side: string }], { id: number }>(store, findSql).all({ side });
    const rows = rowsNaming(
      store,
      finding,
      mentions.map(({ id }) => id),
    );
    if (rows > 0) return { ...change, rows };
  }
  return null;
}

function rowsNaming(store: Store, finding: number, mentions: readonly number[]): number {
  const rows = new Set<number>();
  for (const { table, column } of mentionPlaces)
    for (const { row } of prepared<[{ finding: number; mentions: string }], { row: number }>(
      store,
      `select t.row as row from finding_row f join ${table} t on t.row = f.row
       where f.finding = @finding and f.role = 'evidence' and t.${column} in (select value from json_each(@mentions))`,
    ).all({ finding, mentions: JSON.stringify(mentions) }))
      rows.add(row);
  return rows.size;
}
