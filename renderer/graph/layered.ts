/** Where a node stands on the canvas, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LayeredNode {
  readonly id: string;
  /** which column it belongs to: money in this field runs from companies over promoters, meetings and accounts to people */
  readonly column: number;
  /** how many places it takes: a frame with members is larger than a node */
  readonly places: number;
}

export interface LayeredInput {
  readonly nodes: readonly LayeredNode[];
  readonly links: ReadonlyArray<{ readonly source: string; readonly target: string; readonly weight: number }>;
  readonly width: number;
  readonly height: number;
}

const ROW = 84;
const COLUMN = 102;
/** what labels and the half row of every other column add to the height */
const LABELS = 90;

/**
 * 分层: one column per layer, from left to right; an overfull layer takes several columns side by side. Inside a column nodes stand
 * near those they are linked to (a few sweeps of weighted means), so that few links cross. The same input gives the same places.
 */
export function layered({ nodes, links, width, height }: LayeredInput): Map<string, Spot> {
  const rows = Math.max(3, Math.floor((height - 150) / ROW));
  const layers = [...new Set(nodes.map((node) => node.column))]
    .sort((a, b) => a - b)
    .map((column) => nodes.filter((node) => node.column === column).map((node) => node.id));
  const order = sweep(layers, links);
  const size = new Map(nodes.map((node) => [node.id, node.places]));
  const columns = order.flatMap((layer) => fillColumns(layer, size, rows));
  const totals = columns.map((column) => column.reduce((sum, id) => sum + rowsOf(size.get(id) ?? 1), 0));
  // a chart that is too tall is seen smaller, and then has more room to the sides
  const smaller = Math.min(1, (height - 140) / (Math.max(0, ...totals) * ROW + LABELS));
  const step = Math.max(COLUMN, Math.min(210, (width / smaller - 140) / Math.max(1, columns.length - 1)));
  const spots = new Map<string, Spot>();
  for (const [c, column] of columns.entries()) {
    const total = totals[c]!;
    const gap = Math.max(ROW, Math.min(120, (height - 140) / Math.max(1, total)));
    let y = (height - 60) / 2 - (total * gap) / 2 + gap / 2;
    for (const id of column) {
      const tall = rowsOf(size.get(id) ?? 1);
      // every other column stands half a row lower: labels of neighbouring columns do not meet, links do not run through nodes
      spots.set(id, { x: 70 + c * step, y: y + ((tall - 1) * gap) / 2 + (c % 2 === 0 ? -gap : gap) / 4 });
      y += tall * gap;
    }
  }
  return spots;
}

/** A frame of n members is about square. */
export const rowsOf = (places: number): number => Math.ceil(places / Math.ceil(Math.sqrt(places)));

function fillColumns(layer: readonly string[], size: ReadonlyMap<string, number>, rows: number): string[][] {
  const total = layer.reduce((sum, id) => sum + rowsOf(size.get(id) ?? 1), 0);
  const wanted = Math.ceil(total / rows);
  const each = Math.ceil(total / wanted);
  const columns: string[][] = [[]];
  let used = 0;
  for (const id of layer) {
    const tall = rowsOf(size.get(id) ?? 1);
    if (used > 0 && used + tall > each) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(id);
    used += tall;
  }
  return columns;
}

/** Orders every layer by the weighted mean place of its neighbours in the other layers, forth and back. */
function sweep(layers: readonly string[][], links: LayeredInput['links']): string[][] {
  const neighbours = new Map<string, Array<[string, number]>>();
  for (const { source, target, weight } of links) {
    const w = Math.log10(10 + weight);
    neighbours.set(source, [...(neighbours.get(source) ?? []), [target, w]]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), [source, w]]);
  }
  const now = layers.map((layer) => [...layer].sort());
  const place = new Map<string, number>();
  const measure = (layer: readonly string[]) => {
    for (const [i, id] of layer.entries()) place.set(id, (i + 0.5) / layer.length);
  };
  for (const layer of now) measure(layer);
  for (let pass = 0; pass < 6; pass++) {
    // forth, then back: each layer sees where its neighbours have just been put
    for (const index of pass % 2 === 0 ? now.keys() : [...now.keys()].reverse()) {
      const layer = now[index] ?? [];
      const own = new Set(layer);
      const mean = new Map(
        layer.map((id) => {
          const others = (neighbours.get(id) ?? []).filter(([other]) => !own.has(other) && place.has(other));
          const weight = others.reduce((sum, [, w]) => sum + w, 0);
          const at = others.reduce((sum, [other, w]) => sum + (place.get(other) ?? 0.5) * w, 0);
          return [id, weight > 0 ? at / weight : (place.get(id) ?? 0.5)];
        }),
      );
      now[index] = [...layer].sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0) || (a < b ? -1 : 1));
      measure(now[index]);
    }
  }
  return now;
}
