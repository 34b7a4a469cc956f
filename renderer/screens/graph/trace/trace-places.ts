import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import type { TraceEnd } from '../../../../shared/protocol/trace-words.ts';

type Rest = { readonly end: TraceEnd; readonly fen: number };

/** One thing that stands in a column: a party, the parties that are folded, or what was traced no further. */
export interface TraceSpot {
  readonly key: string;
  readonly what: 'party' | 'folded' | 'rest';
  readonly party: number | null;
  /** parties that it stands for */
  readonly count: number;
  readonly fen: number;
  readonly rests: readonly Rest[];
  readonly side: 'down' | 'up';
  readonly x: number;
  readonly y: number;
}

export interface TraceFlow {
  readonly key: string;
  readonly from: TraceSpot;
  readonly to: TraceSpot;
  readonly fen: number;
  readonly rows: number;
  readonly side: 'down' | 'up';
  /** the hop it is, where it is one and not several folded ones */
  readonly hop: string | null;
}

/** A layer; columns left of the seeds (upstream) have negative numbers. */
export interface TraceColumn {
  readonly at: number;
  readonly x: number;
  /** what arrived, of each side that has the layer */
  readonly totals: ReadonlyArray<{ readonly side: 'down' | 'up'; readonly fen: number }>;
  readonly parties: number;
  readonly kinds: ReadonlyArray<{ readonly drawnAs: string; readonly parties: number }>;
}

export interface TracePlaces {
  readonly columns: readonly TraceColumn[];
  readonly spots: readonly TraceSpot[];
  readonly flows: readonly TraceFlow[];
  readonly width: number;
  readonly height: number;
  /** how high it is at most, however much room there is */
  readonly tallest: number;
}

export const LABEL = 156;
const LEFT = 16;
const RIGHT = 24;
export const HEAD = 66;
export const ROW = 42;
/** rows go this near together in a low window, and no further apart in a high one */
const ROWS = { least: 39, most: 68 } as const;
const BELOW = 23;

export const hopId = (
  side: 'down' | 'up',
  { layer, payer, payee }: { readonly layer: number; readonly payer: number; readonly payee: number },
): string => `${side} ${layer} ${payer} ${payee}`;

/** Reached the last layer: what was looked for, no gap. */
export const isGap = ({ end }: Rest): boolean => end !== 'last-layer';

type Draft = { -readonly [K in keyof TraceSpot]: TraceSpot[K] } & { mean: number };

/**
 * 分层: money runs from left to right, one column per layer, sources left of the seeds and uses right of them. Of each layer the largest parties are
 * drawn, in the order of those that they are linked to nearer the seeds; the others are one spot, and what was not traced is another. What there is of `room` is filled, as far as that is easier to read.
 */
export function placeTrace(
  sides: readonly TraceSide[],
  most: number,
  room: { readonly width: number; readonly height: number },
): TracePlaces {
  const used = [
    ...new Set(
      sides.flatMap(({ direction, layers }) =>
        layers.filter(({ fen }) => fen > 0).map(({ layer }) => (direction === 'down' ? layer : -layer)),
      ),
    ),
  ].sort((a, b) => a - b);
  const step = Math.max(
    LABEL + 74,
    Math.min(LABEL + 300, (room.width - LEFT - LABEL - RIGHT) / Math.max(1, used.length - 1)),
  );
  const xOf = new Map(used.map((at, i) => [at, LEFT + i * step]));
  const spots = new Map<string, Draft>();
  const flows = new Map<
    string,
    { from: string; to: string; fen: number; rows: number; side: 'down' | 'up'; hops: string[] }
  >();
  let tallest = 0;
  for (const side of sides) {
    const signed = (layer: number) => (side.direction === 'down' ? layer : -layer);
    const drawn = new Map<string, string>();
    for (const { layer, fen, parties } of side.layers) {
      if (fen === 0) continue;
      const at = signed(layer);
      const x = xOf.get(at)!;
      const here = side.places
        .filter((place) => place.layer === layer)
        .sort((a, b) => b.fen - a.fen || a.party - b.party);
      // one that would be folded alone is drawn
      const shown = here.slice(0, parties - most === 1 ? most + 1 : most);
      for (const place of shown) {
        const key = `${at} ${place.party}`;
        drawn.set(`${layer} ${place.party}`, key);
        const known = spots.get(key);
        if (known) known.rests = [...known.rests, ...place.rests.filter(isGap)];
        else
          spots.set(key, {
            key,
            what: 'party',
            party: place.party,
            count: 1,
            fen: place.fen,
            rests: place.rests.filter(isGap),
            side: side.direction,
            x,
            y: 0,
            mean: 0,
          });
      }
      const left = parties - shown.length;
      if (left > 0) {
        const key = `${at} folded`;
        const known = shown.reduce((sum, place) => sum + place.fen, 0);
        spots.set(key, {
          ...{ key, what: 'folded', party: null, count: left, fen: fen - known, rests: [] },
          ...{ side: side.direction, x, y: 0, mean: Number.POSITIVE_INFINITY },
        });
        for (const place of here.slice(shown.length)) drawn.set(`${layer} ${place.party}`, key);
      }
    }
    for (const hop of side.hops) {
      const near = side.direction === 'down' ? hop.payer : hop.payee;
      const far = side.direction === 'down' ? hop.payee : hop.payer;
      const [a, b] = [drawn.get(`${hop.layer - 1} ${near}`), drawn.get(`${hop.layer} ${far}`)];
      if (a === undefined || b === undefined) continue;
      const [from, to] = side.direction === 'down' ? [a, b] : [b, a];
      const key = `${side.direction} ${from} > ${to}`;
      const known = flows.get(key) ?? { from, to, fen: 0, rows: 0, side: side.direction, hops: [] };
      flows.set(key, {
        ...known,
        fen: known.fen + hop.fen,
        rows: known.rows + hop.rows,
        hops: [...known.hops, hopId(side.direction, hop)],
      });
    }
  }
  // from the seeds outwards, so that everybody's neighbours nearer the seeds have their place
  for (const at of used.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b)) {
    const column = [...spots.values()].filter((spot) => spot.x === xOf.get(at));
    for (const spot of column) {
      if (spot.what === 'folded') continue;
      let [weight, sum] = [0, 0];
      for (const flow of flows.values()) {
        const other = flow.from === spot.key ? flow.to : flow.to === spot.key ? flow.from : null;
        const near = other === null ? undefined : spots.get(other);
        if (!near || near.y === 0) continue;
        weight += flow.fen;
        sum += flow.fen * near.y;
      }
      spot.mean = weight > 0 ? sum / weight : 0;
    }
    column.sort((a, b) => a.mean - b.mean || b.fen - a.fen || (a.key < b.key ? -1 : 1));
    for (const [i, spot] of column.entries()) spot.y = HEAD + i * ROW + ROW / 2;
    tallest = Math.max(tallest, column.length);
  }
  for (const side of sides)
    for (const { layer, rests } of side.layers) {
      const gaps = rests.filter(isGap);
      const at = side.direction === 'down' ? layer : -layer;
      const x = xOf.get(at);
      if (gaps.length === 0 || x === undefined) continue;
      const below = [...spots.values()].filter((spot) => spot.x === x).length;
      const key = `${side.direction} ${at} rest`;
      spots.set(key, {
        ...{ key, what: 'rest', party: null, side: side.direction, x, mean: 0 },
        count: gaps.reduce((sum, { parties }) => sum + parties, 0),
        fen: gaps.reduce((sum, { fen }) => sum + fen, 0),
        rests: gaps,
        y: HEAD + below * ROW + ROW / 2 + 6,
      });
      tallest = Math.max(tallest, below + 1);
    }
  const row = Math.max(ROWS.least, Math.min(ROWS.most, (room.height - HEAD - BELOW) / Math.max(1, tallest)));
  for (const spot of spots.values()) spot.y = HEAD + ((spot.y - HEAD) * row) / ROW;
  return {
    columns: used.map((at) => columnOf(sides, at, xOf.get(at)!)),
    spots: [...spots.values()],
    flows: [...flows]
      .map(([key, { from, to, hops, ...flow }]) => ({
        key,
        ...flow,
        from: spots.get(from)!,
        to: spots.get(to)!,
        hop: hops.length === 1 ? hops[0]! : null,
      }))
      .sort((a, b) => b.fen - a.fen || (a.key < b.key ? -1 : 1)),
    width: LEFT + (used.length - 1) * step + LABEL + RIGHT,
    height: HEAD + tallest * row + BELOW - 1,
    tallest: HEAD + tallest * ROWS.most + BELOW,
  };
}

function columnOf(sides: readonly TraceSide[], at: number, x: number): TraceColumn {
  const own = sides.filter(({ direction }) => at === 0 || (direction === 'down') === at > 0);
  const layers = own.map((side) => side.layers[Math.abs(at)]!);
  const largest = layers.reduce((a, b) => (b.parties > a.parties ? b : a));
  return {
    at,
    x,
    totals: own.map(({ direction }, i) => ({ side: direction, fen: layers[i]!.fen })).filter(({ fen }) => fen > 0),
    parties: largest.parties,
    kinds: largest.kinds,
  };
}
