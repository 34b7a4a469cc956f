import { inferredKinds, linkKind } from '../../../shared/ontology/index.ts';
import type { RelationState } from '../../../shared/protocol/relations.requests.ts';
import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { prepared } from './prepared.ts';

interface Decided {
  readonly kind: string;
  readonly one: number;
  readonly another: number;
  readonly state: RelationState;
}

const kept = new WeakMap<Store['db'], { stamp: string; decided: ReadonlyMap<string, Decided> }>();

/** Inferred relations that persons spoke of, by `kind:one:another` as links are named; kept until links are drawn anew. */
export function decidedRelations(store: Store): ReadonlyMap<string, Decided> {
  const stamp = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.decided;
  const pairs = prepared<[], { one: number; another: number }>(
    store,
    `select distinct min(x.party, y.party) as one, max(x.party, y.party) as another from relation_verdict v
     join mention x on x.id = v.a join mention y on y.id = v.b where x.party <> y.party`,
  ).all();
  const decided = new Map<string, Decided>();
  for (const { one, another } of pairs)
    for (const { id: kind, edge } of inferredKinds) {
      const verdicts = prepared<[number, number], { verdict: RelationState }>(
        store,
        `select distinct verdict from ${edge.view} where one = ? and another = ?`,
      )
        .all(one, another)
        .map(({ verdict }) => verdict);
      if (verdicts.length === 0) continue;
      const state = (['confirmed', 'open', 'rejected'] as const).find((each) => verdicts.includes(each)) ?? 'open';
      decided.set(`${kind}:${one}:${another}`, { kind, one, another, state });
    }
  kept.set(store.db, { stamp, decided });
  return decided;
}

/** Whether a person confirmed an inferred link that is drawn (`kind:one:another`); undefined for links that records or persons state. */
export function inferredState(store: Store, kind: string, link: string): 'open' | 'confirmed' | undefined {
  if (!linkKind(kind)?.inferred) return undefined;
  return decidedRelations(store).get(link)?.state === 'confirmed' ? 'confirmed' : 'open';
}
