import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** What makes a mention distinct: what a person says is remembered by these words, not by ids, which a file taken back leaves free for others. */
const wordsSql =
  'select json_array(kind, name, key, id_value, account, phone, org_key, dept, scope) as words from mention where id = ?';

const findSql = `select id from mention where kind = ? and name = ? and key = ? and coalesce(id_value, '') = ? and coalesce(account, '') = ?
  and coalesce(phone, '') = ? and coalesce(org_key, '') = ? and coalesce(dept, '') = ? and scope = ?`;

type Words = readonly [string, string, string, ...Array<string | null>];

/** The words of mentions, as JSON, in the order given. */
export function wordsOf(store: Store, mentions: readonly number[]): string {
  const words = prepared<[number], { words: string }>(store, wordsSql);
  return `[${mentions.flatMap((mention) => words.get(mention)?.words ?? []).join(',')}]`;
}

/** The mentions (ids) that have these words, in their order, as far as they are still in the case. */
export function mentionsWith(store: Store, words: string): number[] {
  const find = prepared<Array<string>, { id: number }>(store, findSql);
  return (JSON.parse(words) as Words[]).flatMap((each) => find.get(...each.map((word) => word ?? ''))?.id ?? []);
}

/** How many mentions of a party are remembered: enough to find it again when some of its files were taken back. */
const REMEMBERED = 20;

/** The mentions by which a party is remembered, the earliest first. */
export const namesakesOf = (store: Store, party: number): number[] =>
  prepared<[number, number], { id: number }>(store, 'select id from mention where party = ? order by id limit ?')
    .all(party, REMEMBERED)
    .map(({ id }) => id);
