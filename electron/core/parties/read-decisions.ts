import type { Store } from '../store/connect.ts';
import { type PartyDecision, standingDecisions } from '../store/party-decisions.ts';
import { type Mentions, positionOf } from './read-mentions.ts';

/** What persons said about mentions (positions). */
export interface Decisions {
  readonly same: ReadonlyArray<readonly [number, number]>;
  readonly different: ReadonlyArray<readonly [number, number]>;
  /** by mention: equal where mentions were taken out together, 0 = never taken out. Absent where nobody ever split a party. */
  readonly takenOut?: Int32Array;
}

/**
 * The decisions that stand. Each side of a pair is its earliest mention that is still in the case; the last word on a pair counts. A split
 * outweighs what was joined before it by a person; who joins its parts again afterwards is followed.
 */
export function readDecisions(
  store: Store,
  mentions: Mentions,
  standing: readonly PartyDecision[] = standingDecisions(store),
): Decisions {
  const at = (id: number) => positionOf(mentions, id);
  const last = new Map<string, { id: number; verdict: 'same' | 'different'; pair: readonly [number, number] }>();
  const splits: Array<{ id: number; out: ReadonlySet<number> }> = [];
  for (const { id, verdict, a, b } of standing) {
    if (verdict === 'unsure') continue;
    if (verdict === 'split') {
      const out = new Set(a.flatMap((mention) => at(mention) ?? []));
      if (out.size > 0) splits.push({ id, out });
      continue;
    }
    const [one, other] = [at(a[0]!), at(b[0]!)];
    if (one === undefined || other === undefined || one === other) continue;
    const pair = [Math.min(one, other), Math.max(one, other)] as const;
    last.set(pair.join(' '), { id, verdict, pair });
  }
  const outweighed = ({ id, pair: [a, b] }: { id: number; pair: readonly [number, number] }) =>
    splits.some((split) => split.id > id && split.out.has(a) !== split.out.has(b));
  const words = [...last.values()];
  const same = words.filter((word) => word.verdict === 'same' && !outweighed(word)).map(({ pair }) => pair);
  const different = words.filter(({ verdict }) => verdict === 'different').map(({ pair }) => pair);
  return splits.length === 0 ? { same, different } : { same, different, takenOut: groupsTakenOut(splits, mentions) };
}

/** Mentions that every split treats alike get one number; those that none touched get 0. */
function groupsTakenOut(splits: ReadonlyArray<{ id: number; out: ReadonlySet<number> }>, mentions: Mentions) {
  const prints = new Map<number, string>();
  for (const { id, out } of splits)
    for (const mention of out) prints.set(mention, `${prints.get(mention) ?? ''} ${id}`);
  const numbers = new Map<string, number>();
  const takenOut = new Int32Array(mentions.count);
  for (const [mention, print] of prints) {
    const number = numbers.get(print) ?? numbers.size + 1;
    numbers.set(print, number);
    takenOut[mention] = number;
  }
  return takenOut;
}
