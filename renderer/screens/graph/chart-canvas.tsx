import { type RefObject, useEffect, useRef } from 'react';
import { useSettings } from '../../app/settings.ts';
import { type AppStore, useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Chart } from '../../graph/chart.ts';
import { useAsk } from '../../parts/ask.ts';
import type { MenuAt } from './chart-menu.tsx';
import { edgeLabel, frameName, insideWords, nodeDetail } from './chart-words.ts';
import { dragPins } from './drag-pins.ts';
import { collapse, expand, type KeptChart, moved, reread, sync, useGraph } from './graph-store.ts';
import { toggleFold } from './groups.ts';
import { cancelLayout } from './layout-under-way.ts';
import { tellCollapsed, tellExpanded } from './tell-expanded.ts';
import { walkTo } from './walk.ts';

const KEPT = 'graph.chart';
const NEXT = 10;

export const keptChart = (kept: AppStore['kept']): KeptChart | undefined => kept[KEPT] as KeptChart | undefined;

/** The canvas. The chart lives as long as the place is open; leaving keeps what is on it and coming back draws it at the same places. */
export function ChartCanvas({
  from,
  onMenu,
  box,
}: {
  from: string;
  onMenu: (at: MenuAt) => void;
  /** the canvas: keys are heard while the focus is in it */
  box: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useWords();
  const mode = useSettings((store) => store.mode);
  const { say, attempt } = useAsk();
  const firstMode = useRef(mode);
  const talk = useRef({ t, say, attempt });
  talk.current = { t, say, attempt };
  const openMenu = useRef(onMenu);
  openMenu.current = onMenu;
  const fromNow = useRef(from);
  fromNow.current = from;

  // one chart from mounting to leaving: what changes meanwhile is read through refs
  useEffect(() => {
    const container = box.current;
    if (!container) return;
    const chart = new Chart(container, {
      mode: firstMode.current,
      words: { link: edgeLabel, detail: nodeDetail, frame: frameName, inside: insideWords },
      listener: {
        selected: (parties, links, part) => {
          useGraph.setState({ selectedParties: parties, selectedLinks: links, part });
          const { walked } = useGraph.getState();
          if (walked !== null && parties.length > 0 && !parties.includes(walked)) walkTo(null);
          useApp.getState().select({ party: parties[0] ?? null, link: links[0] ?? null });
        },
        expand: (party) => void talk.current.attempt(async () => tellExpanded(await expand(party, NEXT), talk.current)),
        collapse: (party) => tellCollapsed(collapse(party), talk.current),
        write: ({ x, y }, text) => useGraph.setState({ writing: { x, y, text: '', ...text } }),
        moved: (before, after, dragged) => moved(before, after, dragPins(useApp.getState().kept) ? dragged : []),
        menu: (at) => openMenu.current(at),
        zoomed: (zoom) => useGraph.setState({ zoom }),
        fold: toggleFold,
        hovered: (hovered) => useGraph.setState({ hovered }),
      },
    });
    const kept = keptChart(useApp.getState().kept);
    const { done, undone, expansions } = kept ?? { done: [], undone: [], expansions: {} };
    useGraph.setState({ chart, done, undone, expansions, selectedParties: [], selectedLinks: [], walked: null });
    if (kept && kept.from === fromNow.current) {
      chart.show(kept.picture);
      useGraph.setState({ totals: kept.totals });
      chart.select(kept.selected.parties, kept.selected.links);
      chart.fit();
      // the case may have changed while one was elsewhere
      void talk.current.attempt(reread);
    }
    sync();
    chart.onView(() => useGraph.setState(({ seen }) => ({ seen: seen + 1 })));
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(container);
    return () => {
      cancelLayout();
      resized.disconnect();
      const {
        totals,
        done: steps,
        undone: back,
        expansions: grown,
        selectedParties,
        selectedLinks,
      } = useGraph.getState();
      const keep: KeptChart = {
        picture: chart.picture,
        selected: { parties: selectedParties, links: selectedLinks },
        totals,
        from: fromNow.current,
        done: steps,
        undone: back,
        expansions: grown,
      };
      useApp.getState().keep(KEPT, keep);
      useGraph.setState({
        chart: null,
        done: [],
        undone: [],
        expansions: {},
        walked: null,
        writing: null,
        finding: false,
        boxed: null,
        tool: 'pan',
      });
      chart.destroy();
    };
  }, [box]);

  useEffect(() => {
    useGraph.getState().chart?.setMode(mode);
    // the minimap draws its dots in the colours that the chart has now
    useGraph.setState(({ seen }) => ({ seen: seen + 1 }));
  }, [mode]);
  const { nodes, links, tool } = useGraph();
  return (
    <div
      className={tool === 'pan' ? 'chart-canvas' : 'chart-canvas marking'}
      ref={box}
      role="application"
      aria-label={t('graph.summary', { nodes: nodes.length, links: links.length })}
      tabIndex={0}
    />
  );
}
