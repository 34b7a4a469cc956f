import type { Payments } from './payments.ts';

/** A circle of parties and the rounds found in it that share no row, in the order of time. */
export interface Circle {
  readonly parties: readonly number[];
  /** each beginning with its first payment */
  readonly rounds: readonly number[][];
  readonly fen: number;
  readonly backFen: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Rounds by the circle of parties they run through, whoever began; the circles with most money first. The same money is counted once. */
export function groupRounds(rows: Payments, rounds: readonly number[][]): Circle[] {
  const groups = Map.groupBy(rounds, (round) => circleKey(round.map((i) => rows.payer[i]!)));
  const circles = [...groups.values()].map((same): Circle => {
    const chosen = withoutCommonRows(rows, same);
    const all = chosen.flat();
    return {
      parties: chosen[0]!.map((i) => rows.payer[i]!),
      rounds: chosen,
      fen: chosen.reduce((sum, round) => sum + rows.fen[round[0]!]!, 0),
      backFen: chosen.reduce((sum, round) => sum + rows.fen[round.at(-1)!]!, 0),
      firstDay: Math.min(...all.map((i) => rows.day[i]!)),
      lastDay: Math.max(...all.map((i) => rows.day[i]!)),
    };
  });
  return circles.sort(
    (a, b) => b.fen - a.fen || a.firstDay - b.firstDay || (circleKey(a.parties) < circleKey(b.parties) ? -1 : 1),
  );
}

/** The same for every rotation: it begins with the smallest party. */
export function circleKey(parties: readonly number[]): string {
  const least = parties.indexOf(Math.min(...parties));
  return [...parties.slice(least), ...parties.slice(0, least)].join(' ');
}

/** The first to begin come first; of those the soonest back, then the larger. */
function withoutCommonRows(rows: Payments, rounds: readonly number[][]): number[][] {
  const used = new Set<number>();
  const startOf = (round: readonly number[]) => rows.day[round[0]!]! * 86_400 + Math.max(0, rows.second[round[0]!]!);
  const endOf = (round: readonly number[]) => Math.max(...round.map((i) => rows.day[i]!));
  return rounds
    .toSorted(
      (a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || rows.fen[b[0]!]! - rows.fen[a[0]!]! || a[0]! - b[0]!,
    )
    .filter((round) => {
      if (round.some((i) => used.has(i))) return false;
      for (const i of round) used.add(i);
      return true;
    });
}
