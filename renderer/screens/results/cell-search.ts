import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';

export type CellsFound = Answer<'search.cells'>;

/**
 * The search through the cells of all rows, asked again until it is done; answers come while it goes on. Another text, or none, ends it.
 * null: nothing is known yet.
 */
export function useCellSearch(text: string | null, limit: number): CellsFound | null {
  const { attempt } = useAsk();
  // a new function at every drawing, and the same deed
  const deed = useRef(attempt);
  deed.current = attempt;
  const [found, setFound] = useState<{ text: string; answer: CellsFound } | null>(null);
  useEffect(() => {
    if (text === null) return;
    let isOver = false;
    const look = async () => {
      for (;;) {
        const answer = await deed.current(() => client.request('search.cells', { text, limit }));
        if (isOver || !answer) return;
        setFound({ text, answer });
        if (answer.done) return;
      }
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [text, limit]);
  return found !== null && found.text === text ? found.answer : null;
}
