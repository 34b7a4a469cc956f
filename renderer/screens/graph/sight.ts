import type { Chart } from '../../graph/chart.ts';
import { did, useGraph } from './graph-store.ts';

/** Takes parties out of sight as one step that can be taken back; they stay on the chart and are counted. */
export function putAway(parties: readonly number[]): void {
  const { chart } = useGraph.getState();
  if (chart) setAway(chart, [...chart.away, ...parties], 'hide');
}

/** Only these stay in sight. */
export function showOnly(parties: readonly number[]): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const kept = new Set(parties);
  setAway(
    chart,
    chart.parties.filter((id) => !kept.has(id)),
    'hide',
  );
}

export function showAll(): void {
  const { chart } = useGraph.getState();
  if (chart) setAway(chart, [], 'show');
}

function setAway(chart: Chart, parties: readonly number[], name: 'hide' | 'show'): void {
  const before = chart.away;
  const after = [...new Set(parties)];
  const set = (now: Chart, away: readonly number[]) => {
    now.setAway(
      now.away.filter((id) => !away.includes(id)),
      false,
    );
    now.setAway(away, true);
  };
  const changed = name === 'hide' ? after.length - before.length : before.length;
  if (changed === 0) return;
  set(chart, after);
  did({ name, count: Math.abs(changed), undo: (now) => set(now, before), redo: (now) => set(now, after) });
}
