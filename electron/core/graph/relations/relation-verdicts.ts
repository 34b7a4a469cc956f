import type { Store } from '../../store/connect.ts';
import { mentionsWith } from '../../store/mention-words.ts';
import { prepared } from '../../store/prepared.ts';

interface Standing {
  readonly id: number;
  readonly attribute: number;
  readonly verdict: string;
  readonly side_a: string;
  readonly side_b: string;
}

/** Says of which mentions of the case each decision about a relation speaks now. Decisions are few: all of them are placed anew. */
export function placeVerdicts(store: Store): void {
  store.db.exec('delete from relation_verdict');
  const standing = prepared<[], Standing>(
    store,
    `select d.id, s.id as attribute, d.verdict, d.side_a, d.side_b from relation_decision d
     join shared_attribute s on s.kind = d.kind and s.value = d.value where d.undone_at is null order by d.id`,
  ).all();
  const insert = prepared<[number, number, number, number, string]>(
    store,
    'insert into relation_verdict (attribute, a, b, decision, verdict) values (?, ?, ?, ?, ?)',
  );
  for (const { id, attribute, verdict, side_a, side_b } of standing)
    for (const a of mentionsWith(store, side_a))
      for (const b of mentionsWith(store, side_b)) insert.run(attribute, a, b, id, verdict);
}
