import { linkKind } from '../../shared/ontology/index.ts';
import type { GraphLink } from '../../shared/protocol/graph.requests.ts';

/** How many lines a pair of parties gets: one for each kind and direction, one for each kind, one for each month, or one for each row. */
export type LinkMode = 'direction' | 'pair' | 'month' | 'row';
export const linkModes: readonly LinkMode[] = ['direction', 'pair', 'month', 'row'];

/** A part of a link: the rows of one month ('' = without a day), or one row. */
export interface LinkPart {
  readonly link: string;
  readonly key: string;
  readonly rows: number;
  readonly fen: number | null;
  readonly first: string | null;
  readonly last: string | null;
}

/** A line of the chart: what one or several links carry together. Kinds are never added up; `fen` is null where no money is told. */
export interface DrawnEdge extends Pick<GraphLink, 'kind' | 'rows' | 'fen' | 'first' | 'last' | 'manual' | 'inferred'> {
  readonly id: string;
  /** elements of the chart: parties, or frames that are folded */
  readonly source: string;
  readonly target: string;
  /** the links it stands for */
  readonly links: readonly string[];
  readonly hot: boolean;
  /** 按对: what runs against its direction, when both directions are in it */
  readonly back: { readonly rows: number; readonly fen: number | null } | null;
  /** the month or row it stands for; 'rest' for what was not taken apart */
  readonly part: string | null;
}

const plus = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);
const less = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const more = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/**
 * The lines between the elements of the chart. Whatever is folded, counts and sums by kind stay what they are over `links`, to the
 * fen; a link between two parties of one folded frame becomes a loop at that frame. Where `parts` tells only some rows of a link,
 * the others make one line of their own.
 */
export function edgesOf(
  links: readonly GraphLink[],
  placeOf: (party: number) => string,
  mode: LinkMode,
  parts: ReadonlyMap<string, readonly LinkPart[]> = new Map(),
): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge>();
  for (const link of links) {
    const [source, target] = [placeOf(link.source), placeOf(link.target)];
    const isPlain = source === String(link.source) && target === String(link.target);
    for (const piece of piecesOf(link, mode, parts)) {
      const turns =
        (mode === 'pair' || (!isPlain && linkKind(link.kind)?.directed === false)) &&
        source > target &&
        source !== target;
      const [from, to] = turns ? [target, source] : [source, target];
      const isWhole = isPlain && mode !== 'pair';
      const key = `${isWhole ? link.id : `${link.kind}|${from}|${to}`}${piece.part === null ? '' : `#${piece.part}`}`;
      const known = edges.get(key);
      const against = turns && mode === 'pair' ? { rows: piece.rows, fen: piece.fen } : null;
      edges.set(key, known ? together(known, link, piece, against) : fresh(key, from, to, link, piece, against));
    }
  }
  return [...edges.values()].map(turned);
}

type Piece = Pick<LinkPart, 'rows' | 'fen' | 'first' | 'last'> & { readonly part: string | null };

function piecesOf(link: GraphLink, mode: LinkMode, parts: ReadonlyMap<string, readonly LinkPart[]>): Piece[] {
  const told = mode === 'month' || mode === 'row' ? (parts.get(link.id) ?? []) : [];
  if (told.length === 0) return [{ ...link, part: mode === 'month' || mode === 'row' ? 'rest' : null }];
  const rows = told.reduce((sum, part) => sum + part.rows, 0);
  const fen = told.reduce((sum, part) => sum + (part.fen ?? 0), 0);
  const pieces: Piece[] = told.map((part) => ({ ...part, part: part.key }));
  if (rows < link.rows)
    pieces.push({
      rows: link.rows - rows,
      fen: link.fen === null ? null : link.fen - fen,
      first: link.first,
      last: link.last,
      part: 'rest',
    });
  return pieces;
}

function fresh(
  id: string,
  source: string,
  target: string,
  link: GraphLink,
  piece: Piece,
  back: DrawnEdge['back'],
): DrawnEdge {
  return {
    id,
    source,
    target,
    kind: link.kind,
    rows: piece.rows,
    fen: piece.fen,
    first: piece.first,
    last: piece.last,
    links: [link.id],
    hot: link.findings > 0,
    back,
    part: piece.part,
    ...(link.manual && { manual: link.manual }),
    ...(link.inferred && { inferred: link.inferred }),
  };
}

function together(known: DrawnEdge, link: GraphLink, piece: Piece, against: DrawnEdge['back']): DrawnEdge {
  const manual =
    known.manual && link.manual
      ? {
          rows: known.manual.rows + link.manual.rows,
          fen: known.manual.fen + link.manual.fen,
          inferred: known.manual.inferred + link.manual.inferred,
        }
      : (known.manual ?? link.manual);
  const inferred = known.inferred === 'open' || link.inferred === 'open' ? 'open' : (known.inferred ?? link.inferred);
  return {
    ...known,
    rows: known.rows + piece.rows,
    fen: plus(known.fen, piece.fen),
    first: less(known.first, piece.first),
    last: more(known.last, piece.last),
    links: known.links.includes(link.id) ? known.links : [...known.links, link.id],
    hot: known.hot || link.findings > 0,
    back: against
      ? { rows: (known.back?.rows ?? 0) + against.rows, fen: plus(known.back?.fen ?? null, against.fen) }
      : known.back,
    ...(manual && { manual }),
    ...(inferred && { inferred }),
  };
}

/** A pair whose links all run against the order of its ends is turned round; with both directions in it, it points to where most went. */
function turned(edge: DrawnEdge): DrawnEdge {
  if (edge.back === null) return edge;
  const there = { rows: edge.rows - edge.back.rows, fen: edge.fen === null ? null : edge.fen - (edge.back.fen ?? 0) };
  if (edge.back.rows === edge.rows) return { ...edge, source: edge.target, target: edge.source, back: null };
  const isLess = (there.fen ?? there.rows) < (edge.back.fen ?? edge.back.rows);
  return isLess ? { ...edge, source: edge.target, target: edge.source, back: there } : edge;
}
