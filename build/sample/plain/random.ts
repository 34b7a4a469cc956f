/**
 * Repeatable chance. Every sub-generator draws from its own stream, derived from the seed and its name, so that a
 * further scheme or a larger number of one kind does not shift what all others draw.
 */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** low ≤ n ≤ high, whole numbers. */
  readonly int: (low: number, high: number) => number;
  /** low ≤ x < high. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly pickWeighted: <T>(list: ReadonlyArray<readonly [T, number]>) => T;
  /** `count` different members in a random order; all of them if there are fewer. */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
  readonly normal: (mean: number, deviation: number) => number;
  readonly lognormal: (mu: number, sigma: number) => number;
  readonly stream: (name: string) => Random;
}

/** Four 32-bit words from a text (the cyrb128 mixing): equal texts give equal streams on every machine. */
function wordsOf(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** The stream named `path` (sfc32). */
export function randomOf(path: string): Random {
  let [a, b, c, d] = wordsOf(path);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();

  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const between = (low: number, high: number) => low + next() * (high - low);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error(`nothing to pick from in stream ${path}`);
    return list[Math.floor(next() * list.length)]!;
  };
  const pickWeighted = <T>(list: ReadonlyArray<readonly [T, number]>): T => {
    const total = list.reduce((sum, [, weight]) => sum + weight, 0);
    let left = next() * total;
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return list[list.length - 1]![0];
  };
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const pool = [...list];
    const taken = Math.min(count, pool.length);
    for (let i = 0; i < taken; i++) {
      const j = int(i, pool.length - 1);
      [pool[i], pool[j]] = [pool[j]!, pool[i]!];
    }
    return pool.slice(0, taken);
  };
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int,
    between,
    chance: (probability) => next() < probability,
    pick,
    pickWeighted,
    sample,
    normal,
    lognormal: (mu, sigma) => Math.exp(normal(mu, sigma)),
    stream: (name) => randomOf(`${path}/${name}`),
  };
}
