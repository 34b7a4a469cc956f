import type { Store } from '../store/connect.ts';
import { type MentionPair, type PairHow, pairsOf, replacePairs } from '../store/mention-pairs.ts';
import { prepared } from '../store/prepared.ts';
import { maskedPairs } from './join-accounts.ts';
import { LONGEST_NAME, type Mentions, readMentions } from './read-mentions.ts';
import { readOwnTransfers } from './read-own-transfers.ts';
import { readTransfers } from './read-transfers.ts';
import { aliases, formerNames, institutionAliases } from './stated-pairs.ts';

/** A pattern that shows fewer leading digits could be too many accounts. */
const SHORTEST_HEAD = 4;

/**
 * Brings the pairs that records make (mention_pair) up to date after rows came in; the result is what `resolveParties` would write. `touched`:
 * the mentions in rows that came in or count otherwise now; `from`: the first row that came in. Returns the mentions beside whom a pair is
 * new or gone; undefined: it cannot be told without reading everything, and nothing was written.
 */
export function updatePairs(store: Store, touched: ReadonlySet<number>, from: number): Set<number> | undefined {
  const near = withNamesakes(store, touched);
  const masked = maskedNear(store, near);
  if (masked === undefined) return undefined;
  const turned = new Set<number>();
  const put = (how: PairHow, was: readonly MentionPair[], is: readonly MentionPair[]) => {
    const print = ({ a, b }: MentionPair) => `${a} ${b}`;
    const [had, has] = [new Set(was.map(print)), new Set(is.map(print))];
    const gone = was.filter((pair) => !has.has(print(pair)));
    const fresh = is.filter((pair) => !had.has(print(pair)));
    replacePairs(store, how, gone, fresh);
    for (const { a, b } of [...gone, ...fresh]) turned.add(a).add(b);
  };
  for (const [how, sql] of [
    ['former-name', formerNames],
    ['alias', aliases],
    ['institution-alias', institutionAliases],
  ] as const) {
    const stated = store.db.prepare<[number], [number, number]>(`${sql} and m.row >= ?`).raw().all(from);
    const is = stated.filter(([a, b]) => a !== b).map(([a, b]) => ({ a, b, how }));
    put(how, [], is);
  }
  const mentions = readMentions(store, listed(near));
  const holders = holdersWithSides(store, near);
  put(
    'transfer',
    pairsOf(store, 'transfer', ({ a }) => holders.has(a)),
    asPairs(mentions, 'transfer', readTransfers(store, mentions)),
  );
  put(
    'own-transfer',
    pairsOf(store, 'own-transfer', ({ a, b }) => near.has(a) && near.has(b)),
    asPairs(mentions, 'own-transfer', readOwnTransfers(store, mentions)),
  );
  const isNear = ({ a, b }: MentionPair) => near.has(a) || near.has(b);
  put('masked', pairsOf(store, 'masked', isNear), masked.filter(isNear));
  return turned;
}

const listed = (mentions: Iterable<number>): string => JSON.stringify([...new Set(mentions)].sort((a, b) => a - b));

const asPairs = ({ ids }: Mentions, how: PairHow, pairs: ReadonlyArray<readonly [number, number]>): MentionPair[] =>
  pairs.map(([a, b]) => ({ a: ids[a]!, b: ids[b]!, how }));

/**
 * The mentions with all that bear their names, where a name may say what another mention of it is (an organisation's, or a long one), or where
 * statements of that name are paired with those of the other side.
 */
function withNamesakes(store: Store, touched: ReadonlySet<number>): Set<number> {
  const told = prepared<[string], { key: string; kind: string }>(
    store,
    "select distinct key, kind from mention where id in (select value from json_each(?)) and key <> ''",
  ).all(listed(touched));
  const paired = new Set(sides(store).map(({ key }) => key));
  const keys = told.flatMap(({ key, kind }) =>
    kind !== 'person' || key.length > LONGEST_NAME || paired.has(key) ? [key] : [],
  );
  const namesakes = prepared<[string], { id: number }>(
    store,
    'select id from mention where key in (select value from json_each(?))',
  ).all(JSON.stringify([...new Set(keys)]));
  return new Set([...touched, ...namesakes.map(({ id }) => id)]);
}

/** Holders of statements in which a line has its mirror in another statement. */
const sides = (store: Store): Array<{ holder: number; key: string }> =>
  prepared<[], { holder: number; key: string }>(
    store,
    `select distinct m.id as holder, m.key as key from (
       select b.holder from rec_bank_flow b where b.mirror_of is not null
       union select a.holder from rec_bank_flow b join rec_bank_flow a on a.row = b.mirror_of where b.mirror_of is not null
     ) h join mention m on m.id = h.holder`,
  ).all();

const holdersWithSides = (store: Store, near: ReadonlySet<number>): Set<number> =>
  new Set(sides(store).flatMap(({ holder }) => (near.has(holder) ? [holder] : [])));

/** The pairs of masked and full accounts that these mentions may be in; undefined: a mask shows too little to look for what is behind it. */
function maskedNear(store: Store, near: ReadonlySet<number>): MentionPair[] | undefined {
  const all = prepared<[], { id: number; account: string }>(
    store,
    "select id, account from mention where instr(account, '*') > 0 and kind <> 'conference'",
  ).all();
  if (all.length === 0) return [];
  const behind = prepared<[string, string], { mention: number }>(
    store,
    'select distinct mention from mention_identifier where keyable = 1 and value >= ? and value < ?',
  );
  const wanted = new Set<number>([...near, ...all.map(({ id }) => id)]);
  for (const { id, account } of all) {
    if (!near.has(id)) continue;
    const head = account.replace(/^\?/, '').split(/\*+/)[0] ?? '';
    if (head.length < SHORTEST_HEAD) return undefined;
    for (const { mention } of behind.all(head, `${head}\uffff`)) wanted.add(mention);
  }
  const whole = withNamesakes(store, wanted);
  const mentions = readMentions(store, listed(whole));
  return maskedPairs(mentions).flatMap(([mention, others]) =>
    asPairs(
      mentions,
      'masked',
      others.map((other) => [mention, other] as const),
    ),
  );
}
