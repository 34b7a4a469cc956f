/** One measured line. Numbers are in the unit that `what` names. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  /** The same work done by another program; null when there is none, or when it is absent (then `what` says so). */
  readonly peer: number | null;
  /** ours / peer */
  readonly ratio: number | null;
  /** The bound that was set beforehand, in words and numbers; null = only watched. */
  readonly goal: string | null;
  readonly met: boolean | null;
}

interface Bound {
  /** at most (times, bytes, wrong answers) */
  readonly most?: number;
  /** at least (found of planted, rows a second) */
  readonly least?: number;
}

/** A figure of our own against a bound. */
export function ours(what: string, value: number, bound: Bound = {}): Figure {
  return { what, ours: round(value), peer: null, ratio: null, goal: inWords(bound, ''), met: holds(value, bound) };
}

/** A figure against another program's. `peer` is undefined when that program is absent: then nothing can be said about the bound. */
export function against(
  what: string,
  value: number,
  peer: { readonly name: string; readonly value: number | undefined },
  bound: Bound = {},
): Figure {
  if (peer.value === undefined) {
    return {
      what: `${what} (peer ${peer.name}: absent)`,
      ours: round(value),
      peer: null,
      ratio: null,
      goal: inWords(bound, 'ratio '),
      met: null,
    };
  }
  const ratio = value / peer.value;
  return {
    what: `${what} (peer ${peer.name})`,
    ours: round(value),
    peer: round(peer.value),
    ratio: round(ratio),
    goal: inWords(bound, 'ratio '),
    met: holds(ratio, bound),
  };
}

function holds(value: number, { most, least }: Bound): boolean | null {
  if (most === undefined && least === undefined) return null;
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}

function inWords({ most, least }: Bound, prefix: string): string | null {
  const words = [...(least === undefined ? [] : [`≥ ${least}`]), ...(most === undefined ? [] : [`≤ ${most}`])];
  return words.length === 0 ? null : `${prefix}${words.join(' and ')}`;
}

/** Four significant digits: more is noise. Whole numbers stay whole. */
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(4)));
