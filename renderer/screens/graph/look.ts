import { useEffect } from 'react';
import { useApp, useKept } from '../../app/store.ts';
import { useAnswer } from '../../client/queries.ts';
import type { Chart } from '../../graph/chart.ts';
import { drawCap } from '../../graph/draw-cap.ts';
import type { Grouping } from '../../graph/frames.ts';
import type { LinkMode, LinkPart } from '../../graph/sums.ts';
import { did, type Step, sync, useGraph } from './graph-store.ts';
import { asked, type Period } from './period.ts';

/** How the chart is drawn; filters say what is drawn. */
export interface GraphLook {
  readonly grouping: Grouping;
  readonly links: LinkMode;
  readonly size: 'amount' | 'fixed';
  /** above so many nodes the smallest are put together */
  readonly most: number;
  readonly legend: boolean;
  readonly minimap: boolean;
}

const KEY = 'graph.look';

/** In a low window (a laptop at 200 %) legend and minimap are closed at first: they would cover half of the chart. */
const isLow = globalThis.innerHeight < 640;

const plain: GraphLook = {
  grouping: 'hospital',
  links: 'direction',
  size: 'amount',
  most: drawCap.nodes,
  legend: !isLow,
  minimap: !isLow,
};

export const useGraphLook = (): GraphLook => useKept(KEY, plain)[0];

export const lookNow = (): GraphLook => (useApp.getState().kept[KEY] as GraphLook | undefined) ?? plain;

export const changeLook = (change: Partial<GraphLook>): void =>
  useApp.getState().keep(KEY, { ...lookNow(), ...change });

const steps = { grouping: 'grouping', links: 'lines', size: 'size', most: 'most' } as const satisfies Partial<
  Record<keyof GraphLook, Step['name']>
>;

/** Sets how everything is drawn as a step that can be taken back; what shows or hides a pane is none. */
export function setLook<Key extends keyof typeof steps>(key: Key, after: GraphLook[Key]): void {
  const before = lookNow()[key];
  if (before === after) return;
  const set = (value: GraphLook[Key]) => () => changeLook({ [key]: value });
  set(after)();
  did({ name: steps[key], count: 0, joins: `look.${key}`, undo: set(before), redo: set(after) });
}

/** At most so many months or rows are drawn; the others stay one line for each link. */
const MOST_PARTS = 2_000;

/** Months or rows of the drawn links, when the look asks for them. */
export function useParts(period: Period) {
  const { links: mode } = useGraphLook();
  const links = useGraph((graph) => graph.links);
  const isSplit = mode === 'month' || mode === 'row';
  return useAnswer(
    'graph.split',
    {
      links: isSplit ? links.map(({ id }) => id) : [],
      by: mode === 'row' ? 'row' : 'month',
      most: MOST_PARTS,
      ...asked(period),
    },
    { enabled: isSplit && links.length > 0, keep: true, waits: true },
  );
}

/** Draws the chart as the look has it. */
export function useLookOf(chart: Chart | null, period: Period): void {
  const { grouping, links, size, most } = useGraphLook();
  const parts = useParts(period).data?.parts;
  useEffect(() => {
    chart?.setLook({ grouping, links, size, cap: { ...drawCap, nodes: most } });
    sync();
  }, [chart, grouping, links, size, most]);
  useEffect(() => {
    const byLink: ReadonlyMap<string, readonly LinkPart[]> = Map.groupBy(parts ?? [], ({ link }) => link);
    chart?.setParts(byLink);
    sync();
  }, [chart, parts]);
}
