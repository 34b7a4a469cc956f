/** Where a node stands on the canvas, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LayeredNode {
  readonly id: string;
  /** which column it belongs to: money in this field runs from companies over promoters, meetings and accounts to people */
  readonly column: number;
  /** how many rows it takes: a frame with members is larger than a node */
  readonly rows: number;
  /** px that it goes on to the right of its place, more than a node does */
  readonly beyond: number;
}

export interface LayeredInput {
  readonly nodes: readonly LayeredNode[];
  readonly links: ReadonlyArray<{ readonly source: string; readonly target: string; readonly weight: number }>;
  readonly width: number;
  readonly height: number;
}

/** the least between two nodes of a column: node, label, air */
const ROW = 84;
/** and between two columns, of which every other stands half a row lower: the label of a node passes below the nodes beside it */
const COLUMN = 94;
const MOST = { row: 120, column: 210 } as const;
/** what the outermost nodes with their labels take, px */
const LABEL = { width: 120, height: 80 } as const;
/** What of the window is left beside the legend and margins, px. */
export const roomIn = (window: { readonly width: number; readonly height: number }) => ({
  width: Math.max(1, window.width - 56),
  height: Math.max(1, window.height - 120),
});

/**
 * 分层: one column per layer, from left to right; an overfull layer takes several columns side by side, as many as let the whole be seen
 * largest. Inside a column nodes stand near those they are linked to (a few sweeps of weighted means), so that few links cross. The same
 * input gives the same places.
 */
export function layered({ nodes, links, width, height }: LayeredInput): Map<string, Spot> {
  const layers = [...new Set(nodes.map((node) => node.column))]
    .sort((a, b) => a - b)
    .map((column) => nodes.filter((node) => node.column === column).map((node) => node.id));
  const order = sweep(layers, links);
  const size = new Map(nodes.map((node) => [node.id, node]));
  const room = roomIn({ width, height });
  const { columns, zoom } = columnsFor(order, size, room);
  const tallest = Math.max(1, ...columns.map((column) => rowsIn(column, size)));
  const between = (room: number, steps: number, least: number, most: number) =>
    Math.max(least, Math.min(most, room / Math.max(1, steps)));
  const beyond = columns.map((column) => beyondOf(column, size));
  const step = between(room.width / zoom - LABEL.width - sum(beyond), columns.length - 1, COLUMN, MOST.column);
  // one distance for all columns: only so does every other one stand between the rows beside it
  const gap = between(room.height / zoom - LABEL.height, tallest - 0.5, ROW, MOST.row);
  const spots = new Map<string, Spot>();
  let x = 70;
  for (const [c, column] of columns.entries()) {
    const total = rowsIn(column, size);
    // where the rows of a column in the middle fall on those of the other kind of column, it moves the other way
    const isLower = (c + total) % 2 === 0;
    let y = (height - 60) / 2 - (total * gap) / 2 + gap / 2 + (isLower ? gap : -gap) / 4;
    for (const id of column) {
      const tall = size.get(id)!.rows;
      spots.set(id, { x, y: y + ((tall - 1) * gap) / 2 });
      y += tall * gap;
    }
    x += step + beyond[c]!;
  }
  return spots;
}

/** The layers in columns of that many rows with which all of it fits into the room largest; of equal ones that with the fewest columns. */
function columnsFor(
  layers: readonly string[][],
  size: ReadonlyMap<string, LayeredNode>,
  room: { readonly width: number; readonly height: number },
): { columns: string[][]; zoom: number } {
  const most = Math.max(1, ...layers.map((layer) => rowsIn(layer, size)));
  let best = { columns: layers.map((layer) => [...layer]), zoom: 0 };
  for (let rows = most; rows >= 1; rows--) {
    const columns = layers.flatMap((layer) => fillColumns(layer, size, rows));
    const tall = Math.max(1, ...columns.map((column) => rowsIn(column, size)));
    const zoom = Math.min(
      1,
      room.width / ((columns.length - 1) * COLUMN + LABEL.width + sum(columns.map((column) => beyondOf(column, size)))),
      room.height / ((tall - 0.5) * ROW + LABEL.height),
    );
    if (zoom > best.zoom) best = { columns, zoom };
  }
  return best;
}

const rowsIn = (column: readonly string[], size: ReadonlyMap<string, LayeredNode>): number =>
  sum(column.map((id) => size.get(id)!.rows));

const beyondOf = (column: readonly string[], size: ReadonlyMap<string, LayeredNode>): number =>
  Math.max(0, ...column.map((id) => size.get(id)!.beyond));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function fillColumns(layer: readonly string[], size: ReadonlyMap<string, LayeredNode>, rows: number): string[][] {
  const total = rowsIn(layer, size);
  const wanted = Math.ceil(total / rows);
  const each = Math.ceil(total / wanted);
  const columns: string[][] = [[]];
  let used = 0;
  for (const id of layer) {
    const tall = size.get(id)!.rows;
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
