import type { Store } from '../store/connect.ts';
import { arePairsKnown, type PairHow, pairsWith } from '../store/mention-pairs.ts';
import { countCellsOf } from '../store/mention-places.ts';
import type { PartyDecision } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';
import { amongMentions } from './among.ts';
import { clustersOf } from './clusters.ts';
import { concernedBy } from './concerned.ts';
import { describeParties } from './describe-parties.ts';
import { joinMentions } from './join-mentions.ts';
import { readDecisions } from './read-decisions.ts';
import { type Mentions, positionOf, readMentions } from './read-mentions.ts';
import { readRoles } from './read-roles.ts';
import { employersElsewhere, hangingOnKinds, turnedColleagues } from './turned-employers.ts';
import { type Written, writeParties } from './write-parties.ts';

/** Organisations that join may bring colleagues of one name together, whose joining may concern others: so often at most. */
const ROUNDS = 4;

/**
 * Carries out what persons decided on the mentions it concerns and no others; the result is what `resolveParties` would give. `before` and
 * `after`: the decisions that stood and that stand. Returns what moved, or undefined where everything has to be joined anew: then nothing was
 * written. Call `remove` of the answer when the links follow.
 */
export function resolveConcerned(
  store: Store,
  at: string,
  before: readonly PartyDecision[],
  after: readonly PartyDecision[],
): Written | undefined {
  if (!arePairsKnown(store)) return undefined;
  const seeds = new Set(changedBetween(before, after));
  if (seeds.size === 0) return { moved: [], emptied: [], remove: () => undefined };
  return joinAround(store, at, seeds, [...before, ...after], after);
}

/**
 * Joins whatever the `seeds` (mention ids; more are added to them) may concern, and writes who is who there. `words`: decisions that hang mentions
 * together, `decisions`: those that stand. undefined: everything has to be joined anew; then nothing was written.
 */
export function joinAround(
  store: Store,
  at: string,
  seeds: Set<number>,
  words: readonly Pick<PartyDecision, 'a' | 'b'>[],
  decisions: readonly PartyDecision[],
): Written | undefined {
  for (let round = 0; round < ROUNDS; round++) {
    const ids = concernedBy(store, seeds, words);
    if (ids === undefined) return undefined;
    const only = JSON.stringify(ids);
    const mentions = readMentions(store, only);
    const joins = joinMentions(mentions, readDecisions(store, mentions, decisions), {
      ...seenPairs(store, mentions, only),
      employersElsewhere: employersElsewhere(store, mentions),
    });
    const clusters = clustersOf(mentions, joins);
    const isNew = (id: number) => positionOf(mentions, id) === undefined;
    const colleagues = turnedColleagues(store, mentions, clusters).filter(isNew);
    if (colleagues.length > 0) {
      for (const id of colleagues) seeds.add(id);
      continue;
    }
    const roles = readRoles(store, amongMentions(ids));
    const described = describeParties(clusters, mentions, roles, countCellsOf(store, only), kindInStore(store));
    const kinds = described.map(({ kind }) => kind);
    const hanging = hangingOnKinds(store, mentions, clusters, kinds).filter(isNew);
    if (hanging.length > 0) {
      for (const id of hanging) seeds.add(id);
      continue;
    }
    return writeParties(store, at, { mentions, clusters, described, made: joins.made }, false);
  }
  return undefined;
}

/** Mentions of decisions that stand on one side only. */
function changedBetween(before: readonly PartyDecision[], after: readonly PartyDecision[]): number[] {
  const print = ({ id, verdict }: PartyDecision) => `${id} ${verdict}`;
  const [had, has] = [new Set(before.map(print)), new Set(after.map(print))];
  const changed = [...before.filter((each) => !has.has(print(each))), ...after.filter((each) => !had.has(print(each)))];
  return changed.filter(({ verdict }) => verdict !== 'unsure').flatMap(({ a, b }) => [...a, ...b]);
}

function seenPairs(store: Store, mentions: Mentions, only: string) {
  const pairs = pairsWith(store, only).flatMap(({ a, b, how }) => {
    const [one, other] = [positionOf(mentions, a), positionOf(mentions, b)];
    return one === undefined || other === undefined ? [] : [{ how, pair: [one, other] as const }];
  });
  const of = (how: PairHow) => pairs.filter((each) => each.how === how).map(({ pair }) => pair);
  return {
    formerNames: of('former-name'),
    aliases: of('alias'),
    institutionAliases: of('institution-alias'),
    transfers: of('transfer'),
    ownTransfers: of('own-transfer'),
  };
}

const kindInStore =
  (store: Store) =>
  (mention: number): string | undefined =>
    prepared<[number], { kind: string }>(
      store,
      'select p.kind from mention m join party p on p.id = m.party where m.id = ?',
    ).get(mention)?.kind;
