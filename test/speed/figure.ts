/** One measured line. Numbers are in the unit that `what` names. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  /** The same work done by another program; null when there is none, or when it is absent (then `what` says so). */
  readonly peer: number | null;
  /** ours / peer */
  readonly ratio: number | null;
  /** The bound that was set beforehand, on `ratio` where there is a peer, else on `ours`; null = only watched. */
  readonly goal: number | null;
  /** The bound as a sentence, e.g. "ratio ≤ 0.5". */
  readonly bound: string | null;
  /** null when nothing was promised, or the peer is absent. */
  readonly met: boolean | null;
}

/** At most (times, bytes, wrong answers), or at least (found of planted, rows a second). */
type Bound = { readonly most: number } | { readonly least: number };

/** A figure of our own against a bound. */
export function ours(what: string, value: number, bound?: Bound): Figure {
  return { what, ours: round(value), peer: null, ratio: null, ...judged(bound, 'ours', value) };
}

/** A figure against another program's. `peer.value` is undefined when that program is absent: then nothing can be said about the bound. */
export function against(
  what: string,
  value: number,
  peer: { readonly name: string; readonly value: number | undefined },
  bound?: Bound,
): Figure {
  if (peer.value === undefined) {
    const named = `${what} (peer ${peer.name}: absent)`;
    return { what: named, ours: round(value), peer: null, ratio: null, ...judged(bound, 'ratio', undefined) };
  }
  const ratio = value / peer.value;
  return {
    what: `${what} (peer ${peer.name})`,
    ours: round(value),
    peer: round(peer.value),
    ratio: round(ratio),
    ...judged(bound, 'ratio', ratio),
  };
}

function judged(
  bound: Bound | undefined,
  of: 'ours' | 'ratio',
  value: number | undefined,
): Pick<Figure, 'goal' | 'bound' | 'met'> {
  if (!bound) return { goal: null, bound: null, met: null };
  if ('most' in bound)
    return { goal: bound.most, bound: `${of} ≤ ${bound.most}`, met: value === undefined ? null : value <= bound.most };
  return { goal: bound.least, bound: `${of} ≥ ${bound.least}`, met: value === undefined ? null : value >= bound.least };
}

/** Four significant digits: more is noise. Whole numbers stay whole. */
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(4)));
