import type { Answer } from '../../../shared/protocol/requests.ts';

type Account = Pick<Answer<'quality.accounts'>['rows'][number], 'first' | 'last' | 'days' | 'gaps'>;

/** Some days on end: how many lines they have, compared with the fullest cell, and whether lines are missing in them. */
export interface CalendarCell {
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly share: number;
  readonly gap: boolean;
}

const day = 86_400_000;
const numberOf = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / day);
const textOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10);

/** The span of an account in at most `most` cells of whole days. A cell is a gap when none of its days has a line and one lies in a gap. */
export function calendarCells({ first, last, days, gaps }: Account, most: number): CalendarCell[] {
  if (first === '' || last === '') return [];
  const [start, end] = [numberOf(first), numberOf(last)];
  const width = Math.max(1, Math.ceil((end - start + 1) / most));
  const count = Math.ceil((end - start + 1) / width);
  const lines = new Array<number>(count).fill(0);
  for (const each of days) {
    const at = Math.floor((numberOf(each.day) - start) / width);
    lines[at] = (lines[at] ?? 0) + each.lines;
  }
  const fullest = Math.max(1, ...lines);
  const missing = gaps.map(({ from, to }) => [numberOf(from), numberOf(to)] as const);
  return lines.map((n, i) => {
    const from = start + i * width;
    const to = Math.min(end, from + width - 1);
    return {
      from: textOf(from),
      to: textOf(to),
      lines: n,
      share: n / fullest,
      gap: n === 0 && missing.some(([a, b]) => a <= to && b >= from),
    };
  });
}
