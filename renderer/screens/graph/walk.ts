import { useGraph } from './graph-store.ts';

/** Puts the ring of the keyboard on a party; null: keys are about the selection again. */
export function walkTo(party: number | null): void {
  const { chart, walked } = useGraph.getState();
  if (party === walked) return;
  chart?.walkTo(party);
  useGraph.setState({ walked: party });
}
