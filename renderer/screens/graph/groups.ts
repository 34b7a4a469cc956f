import type { Groups } from '../../graph/frames.ts';
import { did, type Step, useGraph } from './graph-store.ts';

/** Groups are changed as one step that can be taken back. */
function regroup(name: Step['name'], count: number, after: Groups): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const before = chart.groups;
  chart.setGroups(after);
  did({ name, count, undo: (now) => now.setGroups(before), redo: (now) => now.setGroups(after) });
}

/** 分组: the selected parties as a group of one's own; whoever was in another one leaves it. */
export function groupTogether(parties: readonly number[], name: string): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const { hand, folded } = chart.groups;
  const left = hand
    .map((group) => ({ ...group, members: group.members.filter((id) => !parties.includes(id)) }))
    .filter(({ members }) => members.length > 0);
  const next = 1 + Math.max(0, ...hand.map(({ id }) => Number(id.slice('hand:'.length))));
  regroup('group', parties.length, { hand: [...left, { id: `hand:${next}`, name, members: parties }], folded });
}

/** The groups made by hand that hold one of these parties. */
export function handGroupsOf(parties: readonly number[]): string[] {
  const hand = useGraph.getState().chart?.groups.hand ?? [];
  return hand.filter(({ members }) => members.some((id) => parties.includes(id))).map(({ id }) => id);
}

/** 取消分组: these groups are none any more. */
export function ungroup(groups: readonly string[]): void {
  const { chart } = useGraph.getState();
  if (!chart || groups.length === 0) return;
  const { hand, folded } = chart.groups;
  regroup('ungroup', groups.length, {
    hand: hand.filter(({ id }) => !groups.includes(id)),
    folded: folded.filter((id) => !groups.includes(id)),
  });
}

/** The frame that is folded or opened for these parties: the folded one they stand in, else the nearest around the first. */
export function frameFor(parties: readonly number[]): { id: string; isFolded: boolean } | undefined {
  const { chart } = useGraph.getState();
  const [first] = parties;
  if (!chart || first === undefined) return undefined;
  const { folded } = chart.composed;
  const frames = chart.framesOf(first).filter(({ kind }) => kind !== 'rest');
  const frame = frames.find(({ id }) => folded.has(id)) ?? frames[0];
  return frame && { id: frame.id, isFolded: folded.has(frame.id) };
}

/** So many come out at a double-click on what was put together above the cap. */
const NEXT = 50;

/** Folds a frame into one node that carries the sums of its members, or opens it again. */
export function toggleFold(frame: string): void {
  const { chart, nodes } = useGraph.getState();
  if (!chart) return;
  const { framed, folded } = chart.composed;
  if (framed.frames.get(frame)?.kind === 'rest') {
    const inside = new Set(chart.membersOf(frame));
    const largest = nodes
      .filter(({ id }) => inside.has(id))
      .toSorted((a, b) => b.inFen + b.outFen - a.inFen - a.outFen)
      .slice(0, NEXT);
    chart.keepApart(largest.map(({ id }) => id));
    useGraph.setState({ composed: chart.composed });
    return;
  }
  const { groups } = chart;
  const isFolded = folded.has(frame);
  regroup(isFolded ? 'unfold' : 'fold', chart.membersOf(frame).length, {
    ...groups,
    folded: isFolded ? groups.folded.filter((id) => id !== frame) : [...groups.folded, frame],
  });
}

/** Folds or opens all frames at once. */
export function foldAll(fold: boolean): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const frames = [...chart.composed.framed.frames.values()].filter(
    ({ kind, parent }) => kind !== 'rest' && parent === null,
  );
  if (frames.length === 0) return;
  regroup(fold ? 'fold' : 'unfold', frames.length, {
    ...chart.groups,
    folded: fold ? frames.map(({ id }) => id) : [],
  });
}
