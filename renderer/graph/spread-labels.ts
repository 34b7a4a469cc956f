import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { asMuchOf, type Box, type LineLabel, lengthsOf, placeLabels, roomOf } from './label-places.ts';

/** What is used of Cytoscape's renderer; it is not in its types. */
interface Renderer {
  flushRenderedStyleQueue(): void;
}

/** The chart is at rest when nothing moved for so many milliseconds. */
const REST = 150;

/**
 * The label of a line that is new on the chart: `label` is what it says, `drawn` what of it is drawn and where: at a share of the way of the line,
 * and how far that is from the middle; `crossed` where another labelled line runs over it.
 */
export const noLabel = { label: '', drawn: '', drawnAt: 0.5, drawnX: 0, drawnY: 0, crossed: '' } as const;
type Drawn = { -readonly [name in keyof typeof noLabel]: (typeof noLabel)[name] extends string ? string : number };

/** Gives a line what its label says. As much of it is drawn as was of the one before, until the chart is at rest. */
export function setLabel(edge: EdgeSingular, label: string): void {
  const { label: was, drawn } = edge.data() as Drawn;
  if (was === label) return;
  edge.data({ label, drawn: edge.selected() ? label : asMuchOf(label, { of: was, drawn }) });
}

/**
 * Once the chart is at rest, the labels of lines stand where they cover nobody; while it moves each stays on its line. Returns what is to be called
 * when labels or what they must not cover changed.
 */
export function spreadLabels(cy: Core): () => void {
  let moving: number | undefined;
  const rest = () => {
    moving = undefined;
    if (cy.nodes(':grabbed').nonempty()) wait();
    else spread(cy);
  };
  const wait = () => {
    window.clearTimeout(moving);
    moving = window.setTimeout(() => {
      if (!cy.destroyed()) rest();
    }, REST);
  };
  const followSoon = once(
    cy,
    (what) => window.requestAnimationFrame(what),
    () => follow(cy),
  );
  cy.on('position', 'node', () => {
    wait();
    followSoon();
  });
  return once(
    cy,
    // after the change and before the frame that shows it: a frame later all would be drawn twice
    (what) => window.queueMicrotask(what),
    () => {
      if (moving === undefined) rest();
    },
  );
}

/** Calls for something that is then done once, however often it was called for. */
function once(cy: Core, later: (what: () => void) => unknown, what: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    later(() => {
      isComing = false;
      if (!cy.destroyed()) what();
    });
  };
}

function spread(cy: Core): void {
  // who is in sight and where a line ends is worked out anew here, as before a frame: until then it is what the frame before left
  (cy as unknown as { renderer(): Renderer }).renderer().flushRenderedStyleQueue();
  const edges = (cy.edges("[label != '']").toArray() as EdgeSingular[])
    // the label of what is faded is not seen
    .filter((edge) => edge.visible() && !edge.hasClass('faded'))
    // what a person looks at now chooses first, then what is of a finding, then by width, which is by amount
    .sort((a, b) => rank(b) - rank(a) || (a.id() < b.id() ? -1 : 1));
  if (edges.length === 0) return;
  const nodes = (cy.nodes().toArray() as NodeSingular[]).filter((node) => node.visible() && !node.hasClass('faded'));
  const places = placeLabels(edges.map(labelOf), nodes.flatMap(boxesOf));
  cy.batch(() => {
    for (const edge of edges) {
      const { text, share, crossed, x, y } = places.get(edge.id())!;
      setDrawn(edge, {
        drawn: text,
        drawnAt: share,
        drawnX: Math.round(x),
        drawnY: Math.round(y),
        crossed: crossed ? 'yes' : '',
      });
    }
  });
}

/** A line that moves takes its label along: at the place of before it would soon stand on another one. */
function follow(cy: Core): void {
  cy.batch(() => {
    for (const edge of cy.edges("[drawn != ''][drawnAt != 0.5]").toArray() as EdgeSingular[]) {
      const { at } = labelOf(edge);
      const [middle, spot] = [at(0.5), at((edge.data() as Drawn).drawnAt)];
      setDrawn(edge, { drawnX: Math.round(spot.x - middle.x), drawnY: Math.round(spot.y - middle.y) });
    }
  });
}

function setDrawn(edge: EdgeSingular, asked: Partial<Drawn>): void {
  const now = edge.data() as Drawn;
  if (Object.entries(asked).some(([name, value]) => now[name as keyof Drawn] !== value)) edge.data(asked);
}

const rank = (edge: EdgeSingular): number =>
  (edge.selected() ? 4_000 : 0) +
  (edge.hasClass('way') ? 2_000 : 0) +
  (edge.data('hot') === 'yes' ? 1_000 : 0) +
  Number(edge.data('width'));

function labelOf(edge: EdgeSingular): LineLabel {
  const { whole, amount, mark } = lengthsOf(String(edge.data('label')));
  const of = { id: edge.id(), texts: [whole, amount, mark].filter(Boolean) };
  const through = edge.controlPoints() ?? [];
  if (edge.isLoop()) return { ...of, always: true, at: besideLoop(edge) };
  // a line between a group and one of its members goes out of its way
  if (through.length > 1) return { ...of, always: edge.selected(), at: () => edge.midpoint() };
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const [by] = through;
  const along = (a: number, b: number, over: number | undefined, share: number) =>
    over === undefined ? a + (b - a) * share : (1 - share) ** 2 * a + 2 * share * (1 - share) * over + share ** 2 * b;
  return {
    ...of,
    always: edge.selected(),
    at: (share) => ({ x: along(from.x, to.x, by?.x, share), y: along(from.y, to.y, by?.y, share) }),
  };
}

/** What is farthest from the middle of a loop where its label may stand, in the units of the chart. */
const OUT_OF_LOOP = 90;

/** A loop hangs on its party, which would cover half of the label in its middle: that stands farther out, as far as it takes. */
function besideLoop(edge: EdgeSingular): LineLabel['at'] {
  const [middle, party] = [edge.midpoint(), edge.source().position()];
  const [dx, dy] = [middle.x - party.x, middle.y - party.y];
  const far = Math.hypot(dx, dy) || 1;
  return (share) => {
    const out = 2 * Math.abs(share - 0.5) * OUT_OF_LOOP;
    return { x: middle.x + (dx / far) * out, y: middle.y + (dy / far) * out };
  };
}

/** The shape with its badges, and its name below it; of an open group nothing, its members have theirs; of what a person wrote on the chart its sheet. */
function boxesOf(node: NodeSingular): Box[] {
  if (node.isParent()) return [];
  const { x, y } = node.position();
  const around = (wide: number, high: number): Box => ({
    x1: x - wide / 2,
    y1: y - high / 2,
    x2: x + wide / 2,
    y2: y + high / 2,
  });
  if (node.hasClass('text')) return [around(node.width(), node.height())];
  const half = node.width() / 2 + 4;
  const { w, h } = roomOf(String(node.data('label') ?? ''));
  return [around(2 * half, 2 * half), { x1: x - w / 2, y1: y + half, x2: x + w / 2, y2: y + half + h }];
}
