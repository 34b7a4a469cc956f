import { linkKind } from '../../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../../shared/ontology/kind.ts';
import { Stop } from '../../request.ts';
import type { Store } from '../../store/connect.ts';
import { mentionsWith, wordsOf } from '../../store/mention-words.ts';
import { partyCard } from '../../store/party-cards.ts';
import { prepared } from '../../store/prepared.ts';
import { redrawSharedLinks } from '../shared-links.ts';
import { placeVerdicts } from './relation-verdicts.ts';

export interface Said {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

/** How many mentions of a side a decision remembers: enough to find it again when some of its files were taken back. */
const REMEMBERED = 8;

/** An inferred kind of link. Leaves with Problem relation.not-found for any other word. */
export function inferredKind(id: string): LinkKind {
  const kind = linkKind(id);
  if (!kind?.inferred) throw new Stop({ code: 'relation.not-found' });
  return kind;
}

/** A value that two parties share, of one kind. */
interface SharedValue {
  readonly attribute: number;
  readonly kind: string;
  readonly value: string;
}

/** The values of a kind that two parties share, those that a person rejected too. */
export const valuesBetween = (store: Store, { edge }: LinkKind, a: number, b: number): SharedValue[] =>
  prepared<[{ one: number; another: number }], SharedValue>(
    store,
    `select distinct attribute, kind, value from ${edge.view} where one = @one and another = @another order by value`,
  ).all({ one: Math.min(a, b), another: Math.max(a, b) });

/**
 * Keeps a person's word on what two parties share and lets their links follow, inside the transaction of the caller. Leaves with Problem
 * relation.not-found where they share no such value. Returns the number under which it can be taken back, and of how many values it speaks.
 */
export function decideRelation(
  store: Store,
  {
    kind,
    a,
    b,
    verdict,
    attributes,
  }: {
    kind: LinkKind;
    a: number;
    b: number;
    verdict: 'confirmed' | 'rejected';
    attributes?: readonly number[] | undefined;
  },
  { at, actor, reason }: Said,
): { decision: number; values: readonly string[] } {
  const values = valuesBetween(store, kind, a, b).filter(({ attribute }) => attributes?.includes(attribute) ?? true);
  if (values.length === 0) throw new Stop({ code: 'relation.not-found' });
  const decision = prepared<[], { next: number }>(
    store,
    'select coalesce(max(id), 0) + 1 as next from relation_decision',
  ).get()!.next;
  const beside = prepared<[number, number, number], { mention: number }>(
    store,
    `select a.mention from mention m join mention_attribute a on a.mention = m.id where m.party = ? and a.attribute = ? order by 1 limit ?`,
  );
  const side = (party: number, attribute: number) =>
    wordsOf(
      store,
      beside.all(party, attribute, REMEMBERED).map(({ mention }) => mention),
    );
  const insert = prepared<unknown[]>(
    store,
    `insert into relation_decision (batch, at, actor, verdict, kind, value, side_a, side_b, name_a, name_b, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const [nameA, nameB] = [partyCard(store, a).name, partyCard(store, b).name];
  for (const { attribute, kind: of, value } of values)
    insert.run(decision, at, actor, verdict, of, value, side(a, attribute), side(b, attribute), nameA, nameB, reason);
  placeVerdicts(store);
  redrawSharedLinks(store, new Set([a, b]));
  return { decision, values: values.map(({ value }) => value) };
}

interface Undone {
  readonly verdict: string;
  readonly a: string;
  readonly b: string;
  readonly value: string;
}

/** Takes a word on a relation back and lets the links follow; returns of what it spoke, nothing where there is none or it was taken back before. */
export function undoRelation(store: Store, decision: number, { at, actor }: Pick<Said, 'at' | 'actor'>): Undone[] {
  const undone = prepared<[number], Undone & { side_a: string; side_b: string }>(
    store,
    `select verdict, name_a as a, name_b as b, value, side_a, side_b from relation_decision where batch = ? and undone_at is null order by id`,
  ).all(decision);
  prepared<[string, string, number]>(
    store,
    'update relation_decision set undone_at = ?, undone_by = ? where batch = ? and undone_at is null',
  ).run(at, actor, decision);
  placeVerdicts(store);
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const parties = undone
    .flatMap(({ side_a, side_b }) => [...mentionsWith(store, side_a), ...mentionsWith(store, side_b)])
    .flatMap((mention) => partyOf.get(mention)?.party ?? []);
  if (parties.length > 0) redrawSharedLinks(store, new Set(parties));
  return undone;
}
