import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { prepared } from './prepared.ts';

/** How much of a link persons typed: rows, their sum in fen, and how many of them are only inferred. */
export interface ManualPart {
  readonly rows: number;
  readonly fen: number;
  readonly inferred: number;
}

interface Part extends ManualPart {
  readonly kind: string;
  readonly source: number;
  readonly target: number;
}

const kept = new WeakMap<Store['db'], { stamp: string; parts: ReadonlyMap<string, ManualPart> }>();

/** The links that rest on rows typed by hand, by `kind:source:target`; kept until links are drawn anew. Entries are few, so it costs little. */
export function manualParts(store: Store): ReadonlyMap<string, ManualPart> {
  const stamp = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.parts;
  const parts = new Map<string, ManualPart>();
  if (prepared<[], { one: 1 }>(store, 'select 1 as one from manual_row limit 1').get() !== undefined)
    for (const { id, edge } of drawnKinds) {
      const inferred = edge.view === 'manual_link' ? "sum(certainty = 'inferred')" : '0';
      const only = edge.only
        ? ` and ${edge.only.column} in (${edge.only.in.map((word) => `'${word}'`).join(', ')})`
        : '';
      const sql = `select ${edge.from} as source, ${edge.to} as target, count(distinct ${edge.rows}) as rows, coalesce(sum(${edge.amount ?? '0'}), 0) as fen,
        ${inferred} as inferred from ${edge.view} where ${edge.rows} in (select row from manual_row) and ${edge.from} is not null
        and ${edge.to} is not null and ${edge.from} <> ${edge.to}${only} group by 1, 2`;
      for (const { source, target, rows, fen, inferred: unsure } of prepared<[], Part>(store, sql).all())
        parts.set(`${id}:${source}:${target}`, { rows, fen, inferred: unsure });
    }
  kept.set(store.db, { stamp, parts });
  return parts;
}

/**
 * Whether a party stands on what persons typed alone, or was entered by one. A party that files name as well and that is only an end of
 * such a link is not: the link says so itself.
 */
export const isByHand = (store: Store, party: number): boolean =>
  prepared<[{ party: number }], { byHand: number }>(
    store,
    `select exists(select 1 from mention m join rec_manual_party p on p.party = m.id where m.party = @party)
       or (exists(select 1 from mention where party = @party) and not exists(
         select 1 from mention m where m.party = @party and m.first_row not in (select row from manual_row))) as byHand`,
  ).get({ party })?.byHand === 1;
