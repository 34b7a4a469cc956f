import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** What brings two mentions together besides names and numbers. */
export type PairHow = 'former-name' | 'alias' | 'institution-alias' | 'transfer' | 'own-transfer' | 'masked';

export interface MentionPair {
  readonly a: number;
  readonly b: number;
  readonly how: PairHow;
}

const KNOWN = 'pairs_known';

/** Keeps the pairs of mentions (ids) that the records make now. */
export function writePairs(store: Store, pairs: Iterable<MentionPair>): void {
  store.db.exec('delete from mention_pair');
  const insert = store.db.prepare('insert or ignore into mention_pair values (?, ?, ?)');
  for (const { a, b, how } of pairs) insert.run(a, b, how);
  prepared<[string]>(store, `insert into meta values (?, '1') on conflict (key) do nothing`).run(KNOWN);
}

/** Whether the pairs stand in the store: a case of an earlier version has none until its parties are joined anew. */
export const arePairsKnown = (store: Store): boolean =>
  prepared<[string], { value: string }>(store, 'select value from meta where key = ?').get(KNOWN) !== undefined;

/** The pairs of which one is among these mentions (JSON array). */
export const pairsWith = (store: Store, mentions: string): MentionPair[] =>
  prepared<[{ mentions: string }], MentionPair>(
    store,
    `select a, b, how from mention_pair where a in (select value from json_each(@mentions))
     union select a, b, how from mention_pair where b in (select value from json_each(@mentions)) order by 1, 2, 3`,
  ).all({ mentions });

/** The pairs of one sort that are wanted. */
export const pairsOf = (store: Store, how: PairHow, isWanted: (pair: MentionPair) => boolean): MentionPair[] =>
  prepared<[string], MentionPair>(store, 'select a, b, how from mention_pair where how = ?').all(how).filter(isWanted);

/** Takes pairs of one sort away and puts others in. */
export function replacePairs(
  store: Store,
  how: PairHow,
  gone: readonly MentionPair[],
  fresh: readonly MentionPair[],
): void {
  const remove = prepared<[number, number, string]>(
    store,
    'delete from mention_pair where a = ? and b = ? and how = ?',
  );
  for (const { a, b } of gone) remove.run(a, b, how);
  const insert = prepared<[number, number, string]>(store, 'insert or ignore into mention_pair values (?, ?, ?)');
  for (const { a, b } of fresh) insert.run(a, b, how);
}
