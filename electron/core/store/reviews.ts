import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

export type ReviewState = 'none' | 'needed' | 'agreed' | 'disagreed';

/** 复核: what a second person said about one decision. */
export interface Review {
  readonly disposition: number;
  readonly finding: number;
  readonly at: string;
  readonly actor: string;
  readonly verdict: 'agreed' | 'disagreed';
  readonly reason: string;
}

export function writeReview(store: Store, { disposition, finding, at, actor, verdict, reason }: Review): void {
  prepared<unknown[]>(
    store,
    'insert into review(disposition, finding, at, actor, verdict, reason) values (?, ?, ?, ?, ?, ?)',
  ).run(disposition, finding, at, actor, verdict, reason);
}

/** 属实 and 排除 close a matter: a second person looks at them. Whatever is written after a review (words, changed evidence) is looked at anew. */
const stateSql = `select d.finding as finding, coalesce(r.verdict, 'needed') as state
  from disposition d left join review r on r.disposition = d.id
  where d.id = (select max(o.id) from disposition o where o.finding = d.finding) and d.to_status in ('confirmed', 'excluded')`;

/** Finding → how far the review of its last decision is; findings without a decision that needs one are left out. */
export const reviewStates = (store: Store): Map<number, ReviewState> =>
  new Map(
    prepared<[], { finding: number; state: ReviewState }>(store, stateSql)
      .all()
      .map(({ finding, state }) => [finding, state]),
  );

export interface LastDecision {
  readonly disposition: number;
  readonly from: string;
  readonly to: string;
  readonly actor: string;
  readonly reasonCode: string | null;
  readonly verdict: Review['verdict'] | null;
}

/** What was last written about a finding, decision or words, and whether a second person looked at it. */
export const lastDecision = (store: Store, finding: number): LastDecision | undefined =>
  prepared<[number], LastDecision>(
    store,
    `select d.id as disposition, d.from_status as "from", d.to_status as "to", d.actor as actor, d.reason_code as reasonCode, r.verdict as verdict
     from disposition d left join review r on r.disposition = d.id where d.finding = ? order by d.id desc limit 1`,
  ).get(finding);

/** Everybody who had a hand in the decision that stands: whoever made it or added words to it since. */
export const decidersOf = (store: Store, finding: number): string[] =>
  prepared<[{ finding: number }], string>(
    store,
    `select distinct actor from disposition where finding = @finding and coalesce(reason_code, '') <> 'evidence-changed'
       and id >= (select max(id) from disposition where finding = @finding and from_status <> to_status)`,
  )
    .pluck()
    .all({ finding }) as string[];
