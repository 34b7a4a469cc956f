import type { AlikeReason } from '../../../../shared/protocol/alike.requests.ts';
import type { Store } from '../../store/connect.ts';
import { type PartyDecision, standingDecisions } from '../../store/party-decisions.ts';
import { prepared } from '../../store/prepared.ts';
import type { Ground } from './compare-features.ts';

/** A pair of parties as they are now, with all the reasons that stand between them. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly grounds: readonly Ground[];
}

export interface Pairs {
  /** nobody decided on them; the likeliest first */
  readonly open: readonly Pair[];
  /** somebody was unsure of them */
  readonly unsure: readonly Pair[];
  /** the decision on a pair, by `pairKey` */
  readonly decided: ReadonlyMap<string, PartyDecision>;
}

export const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

interface PairRow {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly reasons: string;
}

const kept = new WeakMap<Store['db'], { stamp: string; pairs: Pairs }>();

/** All suggested pairs of parties, kept in memory until parties, suggestions or decisions change: thousands are paged from here. */
export function suggestedPairs(store: Store): Pairs {
  const stamp = stampOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.pairs;
  const decided = decidedPairs(store);
  const byPair = new Map<string, Pair>();
  const rows = prepared<[], PairRow>(
    store,
    `select min(ma.party, mb.party) as a, max(ma.party, mb.party) as b, s.score, s.reasons from party_suggestion s
     join mention ma on ma.id = s.mention_a join mention mb on mb.id = s.mention_b
     where ma.party is not null and mb.party is not null and ma.party <> mb.party order by s.score desc, s.mention_a, s.mention_b`,
  ).all();
  for (const { a, b, score, reasons } of rows) {
    const grounds = JSON.parse(reasons) as Ground[];
    const earlier = byPair.get(pairKey(a, b));
    if (!earlier) byPair.set(pairKey(a, b), { a, b, score: score / 1000, grounds });
    else {
      const more = grounds.filter(([reason]) => !earlier.grounds.some(([known]) => known === reason));
      byPair.set(pairKey(a, b), { ...earlier, grounds: [...earlier.grounds, ...more] });
    }
  }
  const all = [...byPair.values()];
  const verdictOf = ({ a, b }: Pair) => decided.get(pairKey(a, b))?.verdict;
  const pairs = {
    open: all.filter((pair) => verdictOf(pair) === undefined),
    unsure: all.filter((pair) => verdictOf(pair) === 'unsure'),
    decided,
  };
  kept.set(store.db, { stamp, pairs });
  return pairs;
}

/** The last word on each pair of parties. A word on mentions that stand in one party now says nothing of a pair. */
function decidedPairs(store: Store): Map<string, PartyDecision> {
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const decided = new Map<string, PartyDecision>();
  for (const decision of standingDecisions(store)) {
    const [a, b] = [decision.a, decision.b].map((side) => partyOf.get(side[0]!)?.party ?? null);
    if (a && b && a !== b) decided.set(pairKey(a, b), decision);
  }
  return decided;
}

/** Pairs of one state with a reason and a least score. */
export function pairsLike(
  store: Store,
  wanted: { reason?: AlikeReason | undefined; least: number; state: 'open' | 'unsure' },
): Pair[] {
  return suggestedPairs(store)[wanted.state].filter(
    ({ score, grounds }) =>
      score >= wanted.least && (wanted.reason === undefined || grounds.some(([reason]) => reason === wanted.reason)),
  );
}

function stampOf(store: Store): string {
  const said = prepared<[], { n: number; undone: number; last: string | null; suggestions: number }>(
    store,
    `select count(*) as n, count(undone_at) as undone, max(undone_at) as last,
       (select count(*) from party_suggestion) as suggestions from party_decision`,
  ).get()!;
  const meta = prepared<[], { value: string }>(
    store,
    "select group_concat(value, ' ') as value from meta where key in ('links_drawn', 'suggested')",
  ).get()!.value;
  return `${meta} ${said.suggestions} ${said.n} ${said.undone} ${said.last}`;
}
