import { useCallback, useMemo, useRef } from 'react';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useMe } from '../../app/me.ts';
import { useBlocks } from '../../client/blocks.ts';
import { askOf, type FindingFilter, type Grouping } from './filter.ts';
import { layOut } from './lines.ts';

export type ListedFinding = Answer<'findings.list'>['rows'][number];
export type FindingGroup = Answer<'findings.list'>['groups'][number];
/** One line of the list: the head of a group, or a finding. */
export type Entry = { readonly head: FindingGroup } | { readonly finding: ListedFinding };

const noGroups: readonly FindingGroup[] = [];

/** The grouped list: its lines, the finding at each, and steps from one finding to the next. The former list stays while another is on its way. */
export function useFindingList(filter: FindingFilter, grouping: Grouping, folded: readonly string[]) {
  const asked = useBlocks('findings.list', askOf(filter, grouping, useMe()));
  const former = useRef(asked);
  if (asked.first) former.current = asked;
  const list = asked.first || asked.isError ? asked : former.current;

  const groups = grouping === 'none' ? noGroups : (list.first?.groups ?? noGroups);
  const lines = useMemo(() => layOut(groups, list.total, new Set(folded)), [groups, list.total, folded]);

  const at = (line: number): Entry | undefined => {
    const there = lines.at(line);
    if (!there) return undefined;
    const head = groups[there.group];
    if (!('finding' in there)) return head && { head };
    const finding = list.at(there.finding);
    return finding && { finding };
  };

  const seen = useRef(0);
  /** the line of a finding among those that are here, else undefined */
  const lineOf = (id: number | null): number | undefined => {
    if (id === null) return undefined;
    if (list.at(seen.current)?.id !== id) {
      seen.current = Array.from({ length: list.total }, (_, n) => n).find((n) => list.at(n)?.id === id) ?? 0;
    }
    return list.at(seen.current)?.id === id ? lines.lineOf(seen.current) : undefined;
  };

  /** the next finding in a direction, over heads of groups and folded groups */
  const next = (from: number | undefined, step: 1 | -1): ListedFinding | undefined => {
    for (let line = (from ?? -step) + step; line >= 0 && line < lines.total; line += step) {
      const entry = at(line);
      if (entry && 'finding' in entry) return entry.finding;
    }
    return undefined;
  };

  const { onShown } = list;
  const showLines = useCallback(
    (first: number, last: number) => {
      const positions = [first, last].map((line) => {
        const there = lines.at(line);
        if (!there) return 0;
        // a head stands for the first finding below it
        return 'finding' in there ? there.finding : (findingBelow(lines, line) ?? 0);
      });
      onShown(Math.min(...positions), Math.max(...positions));
    },
    [lines, onShown],
  );

  return {
    first: list.first,
    isError: asked.isError,
    error: asked.error,
    isLoading: list.isLoading,
    refetch: asked.refetch,
    lines,
    at,
    lineOf,
    next,
    onShown: showLines,
  };
}

function findingBelow(lines: ReturnType<typeof layOut>, head: number): number | undefined {
  for (let line = head + 1; line < Math.min(lines.total, head + 50); line++) {
    const there = lines.at(line);
    if (there && 'finding' in there) return there.finding;
  }
  return undefined;
}

/** Whether a finding would still be listed after its status changed. */
export const stays = (filter: FindingFilter, status: FindingStatus): boolean =>
  filter.status === undefined || filter.status === status;
