import { inferredKinds, statedKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { markDrawn } from '../store/drawings.ts';
import { prepared } from '../store/prepared.ts';
import { drawSharedSql } from './link-sql.ts';

/**
 * Inferred links hang on who else shares a value, and on the links that records state: they are taken away before those are redrawn and put back
 * afterwards. Both keep with how many parties each is linked.
 */
export function takeSharedLinks(store: Store, parties: ReadonlySet<number>): void {
  const pairs = sharedPairs(store, parties);
  prepared<[{ parties: string; kinds: string }]>(
    store,
    `delete from link where kind in (select value from json_each(@kinds))
       and (source in (select value from json_each(@parties)) or target in (select value from json_each(@parties)))`,
  ).run({ parties: JSON.stringify([...parties]), kinds: inferredIds });
  turnDegrees(store, pairs, -1);
}

/** Draws the inferred links of these parties, which have none. */
export function putSharedLinks(store: Store, parties: ReadonlySet<number>): void {
  for (const kind of inferredKinds)
    for (const party of parties)
      for (const side of ['from', 'to'] as const)
        prepared<[{ kind: string; party: number }]>(store, drawSharedSql(kind, side)).run({ kind: kind.id, party });
  turnDegrees(store, sharedPairs(store, parties), 1);
}

/** Lets the inferred links of these parties follow what a person said about them. */
export function redrawSharedLinks(store: Store, parties: ReadonlySet<number>): void {
  takeSharedLinks(store, parties);
  putSharedLinks(store, parties);
  markDrawn(store, parties);
}

const inferredIds = JSON.stringify(inferredKinds.map(({ id }) => id));
const statedIds = JSON.stringify(statedKinds.map(({ id }) => id));

interface Pair {
  readonly source: number;
  readonly target: number;
}

const sharedPairs = (store: Store, parties: ReadonlySet<number>): Pair[] =>
  prepared<[{ parties: string; kinds: string }], Pair>(
    store,
    `select source, target from json_each(@parties) j join link l on l.source = j.value where l.kind in (select value from json_each(@kinds))
     union select source, target from json_each(@parties) j join link l on l.target = j.value where l.kind in (select value from json_each(@kinds))`,
  ).all({ parties: JSON.stringify([...parties]), kinds: inferredIds });

/** Whoever is linked by nothing else is one neighbour more or less. */
function turnDegrees(store: Store, pairs: readonly Pair[], by: 1 | -1): void {
  const stated = prepared<[Pair & { kinds: string }], { one: 1 }>(
    store,
    `select 1 as one from json_each(@kinds) k where exists (select 1 from link where kind = k.value and source = @source and target = @target)
       or exists (select 1 from link where kind = k.value and source = @target and target = @source) limit 1`,
  );
  const turn = prepared<[number, number]>(store, 'update party_figure set degree = degree + ? where party = ?');
  for (const { source, target } of pairs) {
    if (stated.get({ source, target, kinds: statedIds })) continue;
    turn.run(by, source);
    turn.run(by, target);
  }
}
