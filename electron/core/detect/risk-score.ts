/** One finding as the score of a party sees it. */
export interface ScoredFinding {
  readonly id: number;
  readonly family: string;
  /** weight of the model, 0 to 1 */
  readonly weight: number;
  readonly severity: 1 | 2 | 3 | 4;
  readonly confidence: number;
  /** 1 where the finding is about the party, 0.6 where the party is the counterparty */
  readonly role: number;
  /** evidence rows */
  readonly rows: readonly number[];
  /** categories of sheets the rows come from */
  readonly categories: ReadonlySet<string>;
}

export type Cap = 'one-family' | 'two-families' | 'one-source' | 'weak-only';

export interface RiskScore {
  /** 0 to 100, one decimal */
  readonly score: number;
  readonly raw: number;
  readonly band: 'high' | 'medium' | 'low' | 'none';
  readonly cap: Cap | null;
  /** share of the whole per finding */
  readonly parts: ReadonlyArray<{ readonly finding: number; readonly share: number }>;
}

const severityWeight: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 0.25, 2: 0.5, 3: 0.8, 4: 1 };
/** Families that alone prove little. */
const weak = new Set(['amount-pattern', 'timing', 'clue', 'network', 'identity']);
/** A second family on the same row adds a quarter: another look at the same payment is not another payment. */
const SECOND_LENS = 0.25;
const MOST = 0.95;
/** A finding below this probability does not open another family. */
const COUNTS = 0.05;

/**
 * 风险分 of one party from the findings that stand. Each finding has the probability weight × severity × confidence × role; its mass −ln(1 − p) lies evenly on its
 * evidence rows. Per row and family only the densest counts, further families a quarter of theirs; the score is
 * 100·(1 − e^−M), held down where all of it comes from one or two families, one kind of sheet, or weak families only. It does not
 * depend on the order, a further finding never lowers it, and a neighbour's score is never an input.
 */
export function riskScore(findings: readonly ScoredFinding[]): RiskScore {
  const live = findings
    .toSorted((a, b) => a.id - b.id)
    .map((finding) => {
      const probability = Math.min(
        MOST,
        finding.weight * severityWeight[finding.severity] * finding.confidence * finding.role,
      );
      return { ...finding, probability, mass: -Math.log(1 - probability), rows: [...new Set(finding.rows)] };
    });
  const densest = new Map<number, Map<string, { density: number; finding: number }>>();
  for (const { id, family, mass, rows } of live)
    for (const row of rows) {
      const density = mass / rows.length;
      const families = densest.get(row) ?? new Map<string, { density: number; finding: number }>();
      densest.set(row, families);
      const known = families.get(family);
      if (!known || density > known.density || (density === known.density && id < known.finding))
        families.set(family, { density, finding: id });
    }
  const credit = new Map<number, number>();
  let mass = 0;
  for (const row of [...densest.keys()].sort((a, b) => a - b)) {
    const lenses = [...densest.get(row)!.values()].sort((a, b) => b.density - a.density || a.finding - b.finding);
    for (const [i, { density, finding }] of lenses.entries()) {
      const counted = i === 0 ? density : SECOND_LENS * density;
      mass += counted;
      credit.set(finding, (credit.get(finding) ?? 0) + counted);
    }
  }
  const { limit, cap } = capOf(live);
  const raw = Math.min(limit, 100 * (1 - Math.exp(-mass)));
  return {
    score: Math.round(raw * 10) / 10,
    raw,
    band: raw >= 70 ? 'high' : raw >= 40 ? 'medium' : raw >= 15 ? 'low' : 'none',
    cap,
    parts: live.map(({ id }) => ({
      finding: id,
      share: mass > 0 ? Math.round(((credit.get(id) ?? 0) / mass) * 1000) / 1000 : 0,
    })),
  };
}

/** The lowest of the limits that hold; of equal ones the first in this order. */
function capOf(live: ReadonlyArray<ScoredFinding & { readonly probability: number }>): {
  limit: number;
  cap: Cap | null;
} {
  const families = new Set(live.filter(({ probability }) => probability >= COUNTS).map(({ family }) => family));
  const sources = new Set(live.flatMap(({ categories }) => [...categories]));
  const limits: Array<readonly [boolean, number, Cap]> = [
    [families.size <= 1, 60, 'one-family'],
    [families.size === 2, 85, 'two-families'],
    [sources.size < 2, 70, 'one-source'],
    [[...families].every((family) => weak.has(family)), 30, 'weak-only'],
  ];
  let [limit, cap]: [number, Cap | null] = [100, null];
  for (const [holds, value, name] of limits) if (holds && value < limit) [limit, cap] = [value, name];
  return { limit, cap };
}
