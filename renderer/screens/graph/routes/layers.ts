import { create } from 'zustand';
import type { Subgraph } from '../../../../shared/protocol/graph.requests.ts';
import { useApp } from '../../../app/store.ts';
import { useAsk } from '../../../parts/ask.ts';
import { checkRoom } from '../chart-room.ts';
import { did, type Step, useGraph } from '../graph-store.ts';

/** 图层: a route that was fixed on the chart: its links stand out, the rest fades while it is shown. */
export interface Layer {
  readonly key: string;
  readonly label: string;
  readonly links: readonly string[];
  readonly shown: boolean;
}

const KEPT = 'graph.layers';
const none: readonly Layer[] = [];

/** The layers of the open case; kept while one is elsewhere, gone with the case. */
export const useLayers = (): readonly Layer[] => useApp((app) => (app.kept[KEPT] as readonly Layer[]) ?? none);

const layersNow = () => (useApp.getState().kept[KEPT] as readonly Layer[] | undefined) ?? none;
const keep = (layers: readonly Layer[]) => useApp.getState().keep(KEPT, layers);

/** What is looked at right now, before it is fixed: it stands out instead of the layers. */
export const usePreview = create<{ links: readonly string[] | null }>()(() => ({ links: null }));

export const preview = (links: readonly string[] | null): void => usePreview.setState({ links });

/** What is done with a route that was found; where the chart has no room for it, that is told. */
export function useRouteDeeds() {
  const { attempt } = useAsk();
  return {
    fixLayer: (...what: Parameters<typeof fixLayer>) => void attempt(async () => fixLayer(...what)),
    openLink: (...what: Parameters<typeof openLink>) => void attempt(async () => openLink(...what)),
  };
}

/** Draws a route and fixes it as a layer that alone is shown: one step. Leaves with Problem chart.full. */
function fixLayer(name: Step['name'], graph: Subgraph, layer: Pick<Layer, 'key' | 'label' | 'links'>): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const [before, layersBefore] = [chart.picture, layersNow()];
  checkRoom(chart, idsOf(graph.nodes));
  const near = graph.nodes.find(({ id }) => chart.parties.includes(id))?.id;
  const fresh = chart.add(graph, near);
  const after = chart.picture;
  const layersAfter = [
    ...layersBefore.filter(({ key }) => key !== layer.key).map((each) => ({ ...each, shown: false })),
    { ...layer, shown: true },
  ];
  keep(layersAfter);
  chart.showWay(layer.links, coveredByPanel());
  did({
    name,
    count: fresh.length,
    undo: (now) => {
      now.show(before);
      keep(layersBefore);
    },
    redo: (now) => {
      now.show(after);
      keep(layersAfter);
    },
  });
}

const idsOf = (nodes: Subgraph['nodes']): number[] => nodes.map(({ id }) => id);

/** How far from its left edge the panel covers the chart. */
function coveredByPanel(): number {
  const panel = document.querySelector<HTMLElement>('.route-panel');
  return panel ? panel.offsetLeft + panel.offsetWidth : 0;
}

export function showLayer(key: string, shown: boolean): void {
  keep(layersNow().map((layer) => (layer.key === key ? { ...layer, shown } : layer)));
}

/** Takes a layer away; what was drawn for it stays on the chart. */
export function removeLayer(key: string): void {
  const before = layersNow();
  const after = before.filter((layer) => layer.key !== key);
  keep(after);
  did({ name: 'unlayer', count: 0, undo: () => keep(before), redo: () => keep(after) });
}

/** Selects a link, so that the inspector lists its rows; draws it first where it is not on the chart. Leaves with Problem chart.full. */
function openLink(graph: Subgraph, id: string): void {
  const { chart } = useGraph.getState();
  const link = graph.links.find((each) => each.id === id);
  if (!chart || !link) return;
  if (!chart.links.some((each) => each.id === id)) {
    const before = chart.picture;
    const nodes = graph.nodes.filter((node) => node.id === link.source || node.id === link.target);
    checkRoom(chart, idsOf(nodes));
    const fresh = chart.add({ nodes, links: [link] }, nodes.find((node) => chart.parties.includes(node.id))?.id);
    const after = chart.picture;
    did({ name: 'add', count: fresh.length, undo: (now) => now.show(before), redo: (now) => now.show(after) });
  }
  chart.select([], [id]);
}
