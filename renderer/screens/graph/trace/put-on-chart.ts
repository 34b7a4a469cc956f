import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import { client } from '../../../client/client.ts';
import type { Chart } from '../../../graph/chart.ts';
import { checkRoom } from '../chart-room.ts';
import { did, useGraph } from '../graph-store.ts';
import { placeTrace } from './trace-places.ts';
import { showTrace, type TraceAsk } from './trace-state.ts';

/** px between the chart as it was and the trace right of it */
const BESIDE = 260;
/** names stand below the nodes of the chart, beside those of the trace */
const APART = 2.6;

/** Puts the parties that a trace draws on the chart, in its layers and right of everybody else, with the links among everybody there: one step. Answers how many are new. */
export async function putOnChart(ask: TraceAsk, sides: readonly TraceSide[], perColumn: number): Promise<number> {
  const { chart } = useGraph.getState();
  if (!chart) return 0;
  const { spots } = placeTrace(sides, perColumn, { width: chart.parties.length > 0 ? 1200 : 900, height: 0 });
  const at: Record<string, { x: number; y: number }> = {};
  // whoever stands in several layers stands in the first
  const before = chart.picture;
  const traced = new Set(spots.map(({ party }) => String(party)));
  const others = Object.entries(before.at).filter(([id]) => !traced.has(id));
  const right = others.length === 0 ? 0 : Math.max(...others.map(([, spot]) => spot.x)) + BESIDE;
  for (const { party, x, y } of spots) if (party !== null) at[String(party)] ??= { x: right + x, y: y * APART };
  const parties = [...new Set([...Object.keys(at).map(Number), ...chart.parties])];
  checkRoom(chart, parties);
  const answer = await client.request('graph.start', { parties });
  const fresh = chart.add(answer);
  chart.moveTo(at);
  const after = chart.picture;
  const turn = (picture: typeof before, shown: TraceAsk | null) => (now: Chart) => {
    now.show(picture);
    showTrace(shown);
  };
  did({ name: 'trace', count: fresh.length, undo: turn(before, ask), redo: turn(after, null) });
  showTrace(null);
  chart.select(Object.keys(at).map(Number));
  // the chart has its size again only once it is in sight
  requestAnimationFrame(() =>
    requestAnimationFrame(() => useGraph.getState().chart?.fitAround(Object.keys(at).map(Number))),
  );
  return fresh.length;
}
