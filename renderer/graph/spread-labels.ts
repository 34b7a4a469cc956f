import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { type Box, type LineLabel, placeLabels, roomOf } from './label-places.ts';

/** The chart is at rest when nothing moved for so many milliseconds. */
const REST = 150;

/** The label of a line that is new on the chart: `label` is what it says, `drawn` what of it is drawn and where, from the middle of the line. */
export const noLabel = { label: '', drawn: '', drawnX: 0, drawnY: 0 } as const;

/** Gives a line what its label says; drawn is what of it has its place, until the chart is at rest. */
export function setLabel(edge: EdgeSingular, label: string): void {
  const { label: was, drawn } = edge.data() as typeof noLabel;
  if (was === label) return;
  edge.data({ label, drawn: edge.selected() || (was !== '' && drawn === was) || label === '' ? label : drawn });
}

/** Once the chart is at rest, the labels of lines stand where they cover nobody. Returns what is to be called when labels changed. */
export function spreadLabels(cy: Core): () => void {
  let timer: number | undefined;
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (cy.destroyed()) return;
      if (cy.nodes(':grabbed').nonempty()) soon();
      else spread(cy);
    }, REST);
  };
  cy.on('position', 'node', soon);
  return soon;
}

function spread(cy: Core): void {
  const edges = (cy.edges("[label != '']").toArray() as EdgeSingular[])
    .filter((edge) => edge.visible())
    // what a person looks at now chooses first, then what is of a finding, then by width, which is by amount
    .sort((a, b) => rank(b) - rank(a) || (a.id() < b.id() ? -1 : 1));
  if (edges.length === 0) return;
  const nodes = cy.nodes().toArray() as NodeSingular[];
  const places = placeLabels(edges.map(labelOf), nodes.filter((node) => node.visible()).flatMap(boxesOf));
  cy.batch(() => {
    for (const edge of edges) {
      const { text, x, y } = places.get(edge.id())!;
      const asked = { drawn: text, drawnX: Math.round(x), drawnY: Math.round(y) };
      const { drawn, drawnX, drawnY } = edge.data() as typeof asked;
      if (drawn !== asked.drawn || drawnX !== asked.drawnX || drawnY !== asked.drawnY) edge.data(asked);
    }
  });
}

const rank = (edge: EdgeSingular): number =>
  (edge.selected() ? 2_000 : 0) + (edge.data('hot') === 'yes' ? 1_000 : 0) + Number(edge.data('width'));

function labelOf(edge: EdgeSingular): LineLabel {
  const label = String(edge.data('label'));
  const mark = edge.data('hot') === 'yes' ? '!' : '';
  // how often and how much; then how much
  const [, amount] = label.split('\n');
  const texts = [label, ...(amount ? [mark ? `${mark} ${amount}` : amount] : []), ...(mark ? [mark] : [])];
  const of = { id: edge.id(), texts };
  // a loop stands beside its party
  if (edge.isLoop()) return { ...of, always: true, at: () => edge.midpoint() };
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const [by] = edge.controlPoints() ?? [];
  const along = (a: number, b: number, through: number | undefined, share: number) =>
    through === undefined
      ? a + (b - a) * share
      : (1 - share) ** 2 * a + 2 * share * (1 - share) * through + share ** 2 * b;
  return {
    ...of,
    always: edge.selected(),
    at: (share) => ({ x: along(from.x, to.x, by?.x, share), y: along(from.y, to.y, by?.y, share) }),
  };
}

/** The shape with its badges, and its name below it; of an open group nothing, its members have theirs. */
function boxesOf(node: NodeSingular): Box[] {
  if (node.isParent()) return [];
  const { x, y } = node.position();
  const half = node.width() / 2 + 4;
  const { w, h } = roomOf(String(node.data('label') ?? ''));
  return [
    { x1: x - half, y1: y - half, x2: x + half, y2: y + half },
    { x1: x - w / 2, y1: y + half, x2: x + w / 2, y2: y + half + h },
  ];
}
