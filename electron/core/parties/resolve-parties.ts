import type { Store } from '../store/connect.ts';
import { countCells } from '../store/mention-places.ts';
import { clustersOf } from './clusters.ts';
import { describeParties } from './describe-parties.ts';
import { type Decision, joinMentions } from './join-mentions.ts';
import { type Mentions, positionOf, readMentions } from './read-mentions.ts';
import { readOwnTransfers } from './read-own-transfers.ts';
import { readRoles } from './read-roles.ts';
import { readTransfers } from './read-transfers.ts';
import { writeParties } from './write-parties.ts';

/**
 * 主体归并: says anew for every mention which party it is, and why. Works over the distinct mentions, never over rows; the
 * result is the same whatever the order in which files came in. `at` is the instant written to new parties.
 * Call it after records or decisions changed, inside the transaction that changed them.
 */
export function resolveParties(store: Store, at: string): void {
  store.transaction(() => {
    const mentions = readMentions(store);
    const joins = joinMentions(mentions, readDecisions(store, mentions), {
      formerNames: readFormerNames(store, mentions),
      transfers: readTransfers(store, mentions),
      ownTransfers: readOwnTransfers(store, mentions),
    });
    const clusters = clustersOf(mentions, joins);
    const described = describeParties(clusters, mentions, readRoles(store), countCells(store));
    writeParties(store, at, mentions, clusters, described, joins.made);
  });
}

function readDecisions(store: Store, mentions: Mentions): Decision[] {
  const rows = store.db.prepare<[], { verdict: 'same' | 'different'; mention_a: number; mention_b: number }>(
    'select verdict, mention_a, mention_b from party_decision where undone_at is null order by id',
  );
  const last = new Map<string, Decision>();
  for (const { verdict, mention_a, mention_b } of rows.all()) {
    const a = positionOf(mentions, Math.min(mention_a, mention_b));
    const b = positionOf(mentions, Math.max(mention_a, mention_b));
    if (a !== undefined && b !== undefined && a !== b) last.set(`${a} ${b}`, { verdict, a, b });
  }
  return [...last.values()];
}

/** 曾用名: company and former name in one row of the register, as positions. */
function readFormerNames(store: Store, mentions: Mentions): Array<[number, number]> {
  const rows = store.db
    .prepare<[], [number, number]>(
      `select distinct c.company, m.mention from rec_mention m join rec_company c on c.row = m.row where m.field = 'former_names'`,
    )
    .raw();
  return rows.all().flatMap(([company, former]) => {
    const pair = [positionOf(mentions, company), positionOf(mentions, former)] as const;
    return pair[0] === undefined || pair[1] === undefined || pair[0] === pair[1] ? [] : [[pair[0], pair[1]]];
  });
}
