import { size } from '../../styles/tokens.ts';

interface Counted {
  readonly key: string;
  readonly findings: number;
}

/** What stands at a line of the grouped list: the head of group number `group`, or finding number `finding` of the whole list. */
export type Line = { readonly group: number } | { readonly group: number; readonly finding: number };

/** The lines of a grouped list, known from the group counts alone: the findings themselves need not be here yet. */
export interface Lines {
  readonly total: number;
  at(line: number): Line | undefined;
  /** where finding number n stands; undefined while its group is folded */
  lineOf(finding: number): number | undefined;
  heightOf(line: number): number;
}

/** Lays out groups in their order; without groups every line is a finding. Folded groups keep their head. */
export function layOut(groups: readonly Counted[], findings: number, folded: ReadonlySet<string>): Lines {
  if (groups.length === 0) {
    return {
      total: findings,
      at: (line) => (line >= 0 && line < findings ? { group: -1, finding: line } : undefined),
      lineOf: (finding) => (finding >= 0 && finding < findings ? finding : undefined),
      heightOf: () => size.row,
    };
  }
  const heads: number[] = [];
  const firsts: number[] = [];
  let line = 0;
  let finding = 0;
  for (const group of groups) {
    heads.push(line);
    firsts.push(finding);
    line += 1 + (folded.has(group.key) ? 0 : group.findings);
    finding += group.findings;
  }
  const total = line;
  const isFolded = (group: number) => folded.has(groups[group]?.key ?? '');
  return {
    total,
    at: (wanted) => {
      if (wanted < 0 || wanted >= total) return undefined;
      const group = lastAtMost(heads, wanted);
      const within = wanted - (heads[group] ?? 0) - 1;
      return within < 0 ? { group } : { group, finding: (firsts[group] ?? 0) + within };
    },
    lineOf: (wanted) => {
      if (wanted < 0 || wanted >= finding) return undefined;
      const group = lastAtMost(firsts, wanted);
      return isFolded(group) ? undefined : (heads[group] ?? 0) + 1 + wanted - (firsts[group] ?? 0);
    },
    heightOf: (wanted) => (heads[lastAtMost(heads, wanted)] === wanted ? size.rowLoose : size.row),
  };
}

/** The last position whose value is at most `value`; the list rises and begins with 0. */
function lastAtMost(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
