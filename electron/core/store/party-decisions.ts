import type { Store } from './connect.ts';
import { wholeDrawing } from './drawings.ts';
import { mentionsWith, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';

export type Verdict = 'same' | 'different' | 'unsure' | 'split';

/** 人工认定: what a person said about two parties. Sides are mentions (ids) that the case still holds, the earliest first. */
export interface PartyDecision {
  readonly id: number;
  readonly batch: number;
  readonly verdict: Verdict;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface NewDecision {
  readonly verdict: Verdict;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly nameA: string;
  readonly nameB: string;
}

/** Writes decisions made in one go; returns the number under which they can be taken back together. */
export function writeDecisions(
  store: Store,
  decisions: readonly NewDecision[],
  { at, actor, reason }: { at: string; actor: string; reason: string },
): number {
  const insert = prepared<unknown[]>(
    store,
    `insert into party_decision (batch, at, actor, verdict, side_a, side_b, name_a, name_b, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const batch = prepared<[], { next: number }>(
    store,
    'select coalesce(max(id), 0) + 1 as next from party_decision',
  ).get()!.next;
  for (const { verdict, a, b, nameA, nameB } of decisions)
    insert.run(batch, at, actor, verdict, wordsOf(store, a), wordsOf(store, b), nameA, nameB, reason);
  return batch;
}

interface StoredDecision {
  readonly id: number;
  readonly batch: number;
  readonly verdict: Verdict;
  readonly side_a: string;
  readonly side_b: string;
}

/** The decisions that stand, oldest first, as far as both sides are still in the case. */
export const standingDecisions = (store: Store): readonly PartyDecision[] =>
  prepared<[], StoredDecision>(store, standingSql)
    .all()
    .flatMap((row) => withSides(store, row) ?? []);

const standingSql =
  'select id, batch, verdict, side_a, side_b from party_decision where undone_at is null and replaced_by is null order by id';

const remembered = new WeakMap<Store['db'], { stamp: string; sides: Map<number, PartyDecision | null> }>();

/**
 * The same, with the mentions of each decision kept until records change. Only for whoever changed no records since: their ids are looked up
 * once for all decisions.
 */
export function rememberedDecisions(store: Store): readonly PartyDecision[] {
  const stamp = wholeDrawing(store);
  const known = remembered.get(store.db);
  const sides = known?.stamp === stamp ? known.sides : new Map<number, PartyDecision | null>();
  remembered.set(store.db, { stamp, sides });
  const rows = prepared<[], StoredDecision>(store, standingSql).all();
  return rows.flatMap((row) => {
    let decision = sides.get(row.id);
    if (decision === undefined) {
      decision = withSides(store, row);
      sides.set(row.id, decision);
    }
    return decision ?? [];
  });
}

function withSides(store: Store, { id, batch, verdict, side_a, side_b }: StoredDecision): PartyDecision | null {
  const [a, b] = [side_a, side_b].map((words) => mentionsWith(store, words).sort((one, other) => one - other)) as [
    number[],
    number[],
  ];
  return a.length === 0 || b.length === 0 ? null : { id, batch, verdict, a, b };
}

/** Lays aside what was said about a pair before; it counts again when the batch that replaces it is taken back. */
export function replaceDecision(store: Store, id: number, by: number): void {
  prepared<[number, number]>(store, 'update party_decision set replaced_by = ? where id = ?').run(by, id);
}

/** Takes back all decisions of a batch; returns what they were, none where there is no such batch or it was taken back before. */
export function undoDecisions(store: Store, batch: number, { at, actor }: { at: string; actor: string }) {
  const undone = prepared<[number], { verdict: Verdict; nameA: string; nameB: string; sideA: string; sideB: string }>(
    store,
    'select verdict, name_a as nameA, name_b as nameB, side_a as sideA, side_b as sideB from party_decision where batch = ? and undone_at is null order by id',
  ).all(batch);
  prepared<[string, string, number]>(
    store,
    'update party_decision set undone_at = ?, undone_by = ? where batch = ? and undone_at is null',
  ).run(at, actor, batch);
  prepared<[number]>(store, 'update party_decision set replaced_by = null where replaced_by = ?').run(batch);
  return undone;
}
