import type { Store } from '../store/connect.ts';
import { namesakesOf } from '../store/mention-words.ts';
import { partyCard } from '../store/party-cards.ts';
import { replaceDecision, standingDecisions, writeDecisions } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';

export interface Said {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

/** Writes one verdict on pairs of parties; what was said about them before is laid aside. Returns the batch. */
export function decidePairs(
  store: Store,
  verdict: 'same' | 'different' | 'unsure',
  pairs: ReadonlyArray<{ a: number; b: number }>,
  said: Said,
): number {
  const earlier = earlierWords(store);
  const batch = writeDecisions(
    store,
    pairs.map(({ a, b }) => ({
      verdict,
      a: namesakesOf(store, a),
      b: namesakesOf(store, b),
      nameA: partyCard(store, a).name,
      nameB: partyCard(store, b).name,
    })),
    said,
  );
  for (const { a, b } of pairs) for (const id of earlier.get(keyOf(a, b)) ?? []) replaceDecision(store, id, batch);
  return batch;
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Decisions that stand, by the pair of parties that they speak of now. */
function earlierWords(store: Store): Map<string, number[]> {
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const words = new Map<string, number[]>();
  for (const { id, verdict, a, b } of standingDecisions(store)) {
    if (verdict === 'split') continue;
    const [one, other] = [partyOf.get(a[0]!)?.party, partyOf.get(b[0]!)?.party];
    if (!one || !other || one === other) continue;
    const key = keyOf(one, other);
    words.set(key, [...(words.get(key) ?? []), id]);
  }
  return words;
}
