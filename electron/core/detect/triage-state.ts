import type { Day } from '../../../shared/evidence/day.ts';
import type { Store } from '../store/connect.ts';
import type { StoredFinding } from '../store/read-findings.ts';
import { type ReviewState, reviewStates } from '../store/reviews.ts';
import { suppressedUntil } from '../store/suppressions.ts';

/** How far the handling of a finding is, beside its status. */
export interface TriageState {
  readonly review: ReviewState;
  /** 不再提示: until which day it is left out of the list */
  readonly suppressedUntil: string | null;
}

/** The day on the clock of whoever sits here. */
export const localDay = (now: Date): Day =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

/** Reads reviews and suppressions once, for as many findings as are asked about. */
export function triageState(store: Store, now: Date): (finding: StoredFinding) => TriageState {
  const reviews = reviewStates(store);
  const until = suppressedUntil(store, localDay(now));
  return (finding) => ({ review: reviews.get(finding.id) ?? 'none', suppressedUntil: until(finding) });
}

/** Past its day, and neither confirmed nor ruled out. */
export const isOverdue = ({ due, status }: Pick<StoredFinding, 'due' | 'status'>, today: Day): boolean =>
  due !== null && due < today && status !== 'confirmed' && status !== 'excluded';
