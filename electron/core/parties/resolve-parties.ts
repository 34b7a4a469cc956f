import type { Store } from '../store/connect.ts';
import { type MentionPair, type PairHow, writePairs } from '../store/mention-pairs.ts';
import { countCells } from '../store/mention-places.ts';
import { clustersOf } from './clusters.ts';
import { describeParties } from './describe-parties.ts';
import { maskedPairs } from './join-accounts.ts';
import { joinMentions } from './join-mentions.ts';
import { readDecisions } from './read-decisions.ts';
import { type Mentions, positionOf, readMentions } from './read-mentions.ts';
import { readOwnTransfers } from './read-own-transfers.ts';
import { readRoles } from './read-roles.ts';
import { readTransfers } from './read-transfers.ts';
import { aliases, formerNames, institutionAliases } from './stated-pairs.ts';
import { writeParties } from './write-parties.ts';

type Pair = readonly [number, number];

/**
 * 主体归并: says anew for every mention which party it is, and why. Works over the distinct mentions, never over rows; the
 * result is the same whatever the order in which files came in. `at` is the instant written to new parties.
 * Call it after records changed, inside the transaction that changed them; for decisions there is `resolveConcerned`.
 */
export function resolveParties(store: Store, at: string): void {
  store.transaction(() => {
    const mentions = readMentions(store);
    const seen = {
      formerNames: readPairs(store, mentions, formerNames),
      aliases: readPairs(store, mentions, aliases),
      institutionAliases: readPairs(store, mentions, institutionAliases),
      transfers: readTransfers(store, mentions),
      ownTransfers: readOwnTransfers(store, mentions),
    };
    const joins = joinMentions(mentions, readDecisions(store, mentions), seen);
    const clusters = clustersOf(mentions, joins);
    const described = describeParties(clusters, mentions, readRoles(store), countCells(store));
    writeParties(store, at, { mentions, clusters, described, made: joins.made }).remove();
    const masked = maskedPairs(mentions).flatMap(([mention, others]) =>
      others.map((other) => [mention, other] as const),
    );
    writePairs(store, [
      ...asPairs(mentions, 'former-name', seen.formerNames),
      ...asPairs(mentions, 'alias', seen.aliases),
      ...asPairs(mentions, 'institution-alias', seen.institutionAliases),
      ...asPairs(mentions, 'transfer', seen.transfers),
      ...asPairs(mentions, 'own-transfer', seen.ownTransfers),
      ...asPairs(mentions, 'masked', masked),
    ]);
  });
}

const asPairs = ({ ids }: Mentions, how: PairHow, pairs: readonly Pair[]): MentionPair[] =>
  pairs.map(([a, b]) => ({ a: ids[a]!, b: ids[b]!, how }));

/** Pairs of mentions that one row brings together, as positions. `sql` is one of the stated pairs. */
function readPairs(store: Store, mentions: Mentions, sql: string): Pair[] {
  return store.db
    .prepare<[], [number, number]>(sql)
    .raw()
    .all()
    .flatMap(([one, other]) => {
      const pair = [positionOf(mentions, one), positionOf(mentions, other)] as const;
      return pair[0] === undefined || pair[1] === undefined || pair[0] === pair[1] ? [] : [[pair[0], pair[1]]];
    });
}
