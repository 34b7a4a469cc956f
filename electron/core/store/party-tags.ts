import type { TagId } from '../../../shared/ontology/tags.ts';
import type { Store } from './connect.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';

/** What a person says when giving a tag; post, org and days are for 关键少数 and 关键岗位, '' and null where unsaid. */
export interface NewTag {
  readonly tag: TagId;
  readonly post: string;
  readonly org: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

export interface Step {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

/** 人工标签 as it is kept. */
export interface GivenTag extends NewTag, Step {
  readonly id: number;
  /** the party that has it now; null while none of the mentions it was given to is in the case */
  readonly party: number | null;
  /** the party's name when it was given */
  readonly name: string;
  readonly ended: (Step & { readonly day: string }) | null;
  readonly removed: Step | null;
}

/** Gives a tag to a party: it stays with the mentions that stand for the party now. Returns its number. */
export function writeTag(
  store: Store,
  { id, name }: { id: number; name: string },
  { tag, post, org, from, to, reason }: NewTag,
  { at, actor }: Omit<Step, 'reason'>,
): number {
  const side = wordsOf(store, namesakesOf(store, id));
  return Number(
    prepared<unknown[]>(
      store,
      'insert into party_tag (tag, side, name, post, org, from_day, to_day, reason, at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(tag, side, name, post, org, from, to, reason, at, actor).lastInsertRowid,
  );
}

interface TagRow {
  readonly id: number;
  readonly tag: TagId;
  readonly side: string;
  readonly name: string;
  readonly post: string;
  readonly org: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
  readonly endedDay: string | null;
  readonly endReason: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly removeReason: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

const tagSql = `select id, tag, side, name, post, org, from_day as "from", to_day as "to", reason, at, actor, ended_day as endedDay, end_reason as endReason,
  ended_at as endedAt, ended_by as endedBy, remove_reason as removeReason, removed_at as removedAt, removed_by as removedBy from party_tag`;

/** Every tag that persons gave, removed ones too, in the order in which they were given. */
export const givenTags = (store: Store): GivenTag[] =>
  prepared<[], TagRow>(store, `${tagSql} order by id`)
    .all()
    .map((row) => asGiven(store, row));

/** One of them; undefined where there is none of that number. */
export function givenTag(store: Store, id: number): GivenTag | undefined {
  const row = prepared<[number], TagRow>(store, `${tagSql} where id = ?`).get(id);
  return row && asGiven(store, row);
}

/** A tag counts until it is removed; one that ended counts on where it says what somebody was, and no longer where it says what somebody is. */
export const stillCounts = ({ tag, ended, removed }: GivenTag): boolean =>
  removed === null && (ended === null || tag === 'post.key_few' || tag === 'post.key_post');

function asGiven(store: Store, row: TagRow): GivenTag {
  const { side, endedDay, endReason, endedAt, endedBy, removeReason, removedAt, removedBy, ...rest } = row;
  return {
    ...rest,
    party: partyOf(store, side),
    ended:
      endedDay === null ? null : { day: endedDay, reason: endReason ?? '', at: endedAt ?? '', actor: endedBy ?? '' },
    removed: removedAt === null ? null : { reason: removeReason ?? '', at: removedAt, actor: removedBy ?? '' },
  };
}

/** A tag goes with the first of its mentions that is still in the case: a party that is taken apart stays with the mention that founded it. */
function partyOf(store: Store, side: string): number | null {
  const party = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  return (
    mentionsWith(store, side)
      .map((mention) => party.get(mention)?.party ?? null)
      .find((found) => found !== null) ?? null
  );
}

/** The tag ends with a day. */
export function endTag(store: Store, id: number, day: string, { at, actor, reason }: Step): void {
  prepared<[string, string, string, string, number]>(
    store,
    'update party_tag set ended_day = ?, end_reason = ?, ended_at = ?, ended_by = ? where id = ?',
  ).run(day, reason, at, actor, id);
}

/** Takes the end back. */
export function reopenTag(store: Store, id: number): void {
  prepared<[number]>(
    store,
    'update party_tag set ended_day = null, end_reason = null, ended_at = null, ended_by = null where id = ?',
  ).run(id);
}

export function removeTag(store: Store, id: number, { at, actor, reason }: Step): void {
  prepared<[string, string, string, number]>(
    store,
    'update party_tag set remove_reason = ?, removed_at = ?, removed_by = ? where id = ?',
  ).run(reason, at, actor, id);
}

/** Takes the removal back. */
export function restoreTag(store: Store, id: number): void {
  prepared<[number]>(
    store,
    'update party_tag set remove_reason = null, removed_at = null, removed_by = null where id = ?',
  ).run(id);
}
