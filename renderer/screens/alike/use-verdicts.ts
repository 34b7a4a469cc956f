import { useCallback, useRef, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { keyOf, type Suggestion, type Verdict } from './pairs.ts';

interface Said {
  /** one pair, or so many at once */
  readonly of: Suggestion | number;
  decision?: number;
  dropped?: boolean;
}

/**
 * Verdicts one after the other: the list moves on at once, the core is told in turn, so that nobody waits for a pair to be joined.
 * `verdictOf` says what was said about a pair that is still listed. `undo` takes the last one back, sent or not, also a verdict on many pairs that
 * was sent (`decided`).
 */
export function useVerdicts() {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [said, setSaid] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const past = useRef<Said[]>([]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const mark = useCallback((pair: Suggestion, verdict: Verdict | undefined) => {
    setSaid((known) => {
      const next = new Map(known);
      if (verdict === undefined) next.delete(keyOf(pair));
      else next.set(keyOf(pair), verdict);
      return next;
    });
  }, []);

  const decide = (pair: Suggestion, verdict: Verdict): void => {
    const one: Said = { of: pair };
    past.current.push(one);
    mark(pair, verdict);
    turn.current = turn.current.then(async () => {
      if (one.dropped) return;
      const ask = { verdict, pairs: [{ a: pair.a.id, b: pair.b.id }] };
      const done = await attempt(() => client.request('parties.decide', ask));
      if (done) one.decision = done.decision;
      else {
        past.current = past.current.filter((each) => each !== one);
        mark(pair, undefined);
      }
    });
  };

  const decided = (decision: number, pairs: number): void => {
    past.current.push({ of: pairs, decision });
  };

  const undo = (): void => {
    const last = past.current.pop();
    if (!last) {
      say(t('alike.nothingToUndo'));
      return;
    }
    last.dropped = true;
    turn.current = turn.current.then(async () => {
      const { decision, of } = last;
      if (decision !== undefined && !(await attempt(() => client.request('parties.undo', { decision })))) return;
      if (typeof of === 'number') {
        say(t('alike.bulkUndone', { count: of }));
        return;
      }
      mark(of, undefined);
      say(t('alike.undone', { a: of.a.name, b: of.b.name }));
    });
  };

  return { decide, decided, undo, verdictOf: (pair: Suggestion) => said.get(keyOf(pair)) };
}
