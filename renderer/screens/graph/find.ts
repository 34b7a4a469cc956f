import type { GraphNode } from '../../../shared/protocol/graph.requests.ts';
import { useGraph } from './graph-store.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** Parties whose name holds a text, whatever its width, case and blanks; those with most money first. */
export function matching(nodes: readonly GraphNode[], text: string): GraphNode[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  return nodes
    .filter(({ name }) => plain(name).includes(wanted))
    .sort((a, b) => b.inFen + b.outFen - a.inFen - a.outFen || a.id - b.id);
}

/** Selects the next party that was sought, and brings it into the middle. Without a text it opens the field. */
export function findNext(by: 1 | -1): void {
  const { chart, nodes, selectedParties, sought } = useGraph.getState();
  const found = matching(nodes, sought);
  const here = found.findIndex(({ id }) => id === selectedParties[0]);
  const next = found.at(here < 0 ? 0 : (here + by) % Math.max(1, found.length));
  if (next) {
    chart?.select([next.id]);
    chart?.centre(next.id);
  } else useGraph.setState({ finding: true });
}
