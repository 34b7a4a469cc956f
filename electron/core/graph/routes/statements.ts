import { dayNumber } from '../../../../shared/evidence/day.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';

/** Where no gap is asked for, a payment that goes on is looked for within so many days. */
const USUAL_GAP = 30;

/** Whether the statements of a party cover the days from one on: what is not in them did not happen. */
export function statementsCover(store: Store): (party: number, day: number, gap?: number) => boolean {
  const spans = new Map(
    prepared<[], { holder: number; from_day: string; to_day: string }>(
      store,
      'select holder, from_day, to_day from statement_holder',
    )
      .all()
      .map(({ holder, from_day, to_day }) => [holder, [dayNumber(from_day), dayNumber(to_day)] as const]),
  );
  return (party, day, gap = USUAL_GAP) => {
    const span = spans.get(party);
    return span !== undefined && span[0] <= day && span[1] >= day + gap;
  };
}
