import { useState } from 'react';
import { useGraph } from '../graph-store.ts';
import type { Chosen } from './party-chips.tsx';

/** The parties a question begins with, by name, and how they are changed. */
export function useChosen(parties: readonly number[]): [readonly Chosen[], (parties: readonly Chosen[]) => void] {
  const chart = useGraph((graph) => graph.chart);
  return useState<readonly Chosen[]>(() =>
    parties.slice(0, 50).map((id) => ({ id, name: chart?.node(id)?.name ?? `#${id}` })),
  );
}
