import type { GraphNode } from '../../../shared/protocol/graph.requests.ts';

/** Layers of the chart, in the direction in which promotion money runs. */
const LAYERS: ReadonlyArray<readonly string[]> = [
  ['pharma', 'supplier'],
  ['cso', 'agency', 'platform', 'company', 'org'],
  ['society', 'meeting', 'school', 'government'],
  ['account', 'corpAccount', 'personalAccount', 'card', 'wallet', 'phone', 'cash', 'paymentInstitution', 'rep'],
];
const PEOPLE = 4;
const INSTITUTIONS = 5;

/** In which layer a party stands; who is of no other kind is taken for a person. */
export function layerOf({ drawnAs, kind }: Pick<GraphNode, 'drawnAs' | 'kind'>): number {
  const at = LAYERS.findIndex((layer) => layer.includes(drawnAs));
  if (at >= 0) return at;
  return kind === 'hospital' || kind === 'department' ? INSTITUTIONS : PEOPLE;
}
