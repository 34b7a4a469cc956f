import { type RowProblem, sheetsOf } from './counts.ts';
import type { ImportReport } from './queue.ts';

/** One problem of one row, with the sheet it stands in. */
export interface Line extends RowProblem {
  readonly key: number;
  readonly file: string;
  readonly sheet: string;
  readonly category: string;
}

/** Every listed problem, rows that cannot come in first. */
export function linesOf(report: ImportReport): Line[] {
  const lines: Line[] = [];
  for (const { file, sheet, category, problems } of sheetsOf(report)) {
    for (const problem of problems) lines.push({ ...problem, key: lines.length, file, sheet, category });
  }
  return lines.sort((a, b) => Number(b.rejects) - Number(a.rejects));
}

/** How many lines of each result and of each kind of cell. */
export function countBy(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const { rejects, code } of lines) {
    add(rejects ? 'rejects' : 'warning');
    add(areaOf(code));
  }
  return counts;
}

export const areas = ['amount', 'number', 'date', 'time', 'direction', 'choice', 'identifier', 'value'] as const;
/** 'amount.unreadable' → 'amount': what kind of cell it is about. */
export const areaOf = (code: string): (typeof areas)[number] =>
  areas.find((area) => code.startsWith(`${area}.`)) ?? 'value';
