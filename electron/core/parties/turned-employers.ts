import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Clusters, membersOf } from './clusters.ts';
import { type Mentions, readMentions } from './read-mentions.ts';

/** Which organisation bears a key: one party, or several (undefined). */
export type Bearers = ReadonlyMap<string, number | undefined>;

const keyOf = (mentions: Mentions, mention: number): string => mentions.keyWords.list[mentions.keys[mention]!]!;

function bearers(mentions: Mentions, partyOf: (mention: number) => number): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.sorts[mention] !== 'org' || mentions.keys[mention] === 0) continue;
    const key = keyOf(mentions, mention);
    const party = partyOf(mention);
    if (party === 0) continue; // came in just now
    found.set(key, !found.has(key) || found.get(key) === party ? party : undefined);
  }
  return found;
}

/** The organisations that bear the employers' keys of these mentions and are not among them, as the store says. */
export function employersElsewhere(store: Store, mentions: Mentions): Bearers {
  const wanted = new Set<number>(mentions.employers);
  wanted.delete(0);
  for (let mention = 0; mention < mentions.count; mention++)
    if (mentions.sorts[mention] === 'org') wanted.delete(mentions.keys[mention]!);
  const keys = [...wanted].map((key) => mentions.keyWords.list[key]!);
  if (keys.length === 0) return new Map();
  const ids = prepared<[string], { id: number }>(
    store,
    'select id from mention where key in (select value from json_each(?)) order by id',
  ).all(JSON.stringify(keys));
  const others = readMentions(store, JSON.stringify(ids.map(({ id }) => id)));
  return bearers(others, (mention) => others.parties[mention]!);
}

/**
 * People (mention ids) who may join or part because organisations did: whoever works under one name for two that are one employer now, or
 * were until now. `clusters` is who is who now, `mentions.parties` who was who before.
 */
export function turnedColleagues(store: Store, mentions: Mentions, clusters: Clusters): number[] {
  const before = bearers(mentions, (mention) => mentions.parties[mention]!);
  const after = bearers(mentions, (mention) => clusters.of[mention]! + 1);
  const [sidesBefore, sidesAfter] = [sides(before), sides(after)];
  const turned = new Set<string>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    // a key that no organisation bears is an employer by itself
    const was = before.has(key) ? (sidesBefore.get(key) ?? []) : [key];
    const is = after.has(key) ? (sidesAfter.get(key) ?? []) : [key];
    if (was.length === is.length && was.every((each) => is.includes(each))) continue;
    for (const each of [key, ...was, ...is]) turned.add(each);
  }
  if (turned.size === 0) return [];
  const keys = JSON.stringify([...turned]);
  return prepared<[{ keys: string }], { id: number }>(
    store,
    `select m.id from mention m where m.org_key in (select value from json_each(@keys)) and m.key in (
       select key from mention where org_key in (select value from json_each(@keys)) group by key having count(*) > 1)`,
  )
    .all({ keys })
    .map(({ id }) => id);
}

/** By key: all keys of the same organisation; nothing where several bear the key. */
function sides(of: Bearers): Map<string, string[]> {
  const byParty = Map.groupBy(of.keys(), (key) => of.get(key));
  const found = new Map<string, string[]>();
  for (const [party, keys] of byParty) if (party !== undefined) for (const key of keys) found.set(key, keys);
  return found;
}

/**
 * People and accounts (mention ids) whose own drawing hangs on what somebody is who is something else now: a title counts beside a hospital, an
 * account is drawn after its holder. `kinds`: what each cluster is now.
 */
export function hangingOnKinds(
  store: Store,
  mentions: Mentions,
  clusters: Clusters,
  kinds: readonly string[],
): number[] {
  const kindOf = prepared<[number], { kind: string }>(store, 'select kind from party where id = ?');
  const known = new Map<number, string | undefined>();
  const turned: number[] = [];
  for (const [cluster, kind] of kinds.entries())
    for (const mention of membersOf(clusters, cluster)) {
      const party = mentions.parties[mention]!;
      if (!known.has(party)) known.set(party, kindOf.get(party)?.kind);
      if (known.get(party) !== kind && mentions.sorts[mention] !== 'account') turned.push(mentions.ids[mention]!);
    }
  if (turned.length === 0) return [];
  const list = 'in (select value from json_each(@turned))';
  return prepared<[{ turned: string }], { id: number }>(
    store,
    `select person as id from rec_staff where employer ${list}
     union select person from rec_conference_person where org ${list} and title is not null
     union select doctor from rec_prescription where hospital ${list} union select doctor from rec_visit where hospital ${list} and doctor is not null
     union select doctor from rec_visit_item where hospital ${list} and doctor is not null
     union select account from rec_bank_account where holder ${list} and account is not null
     union select account from rec_staff where person ${list} and account is not null`,
  )
    .all({ turned: JSON.stringify(turned) })
    .map(({ id }) => id);
}
