import { useEffect, useRef } from 'react';
import { useSettings } from '../../app/settings.ts';
import { type AppStore, useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Chart } from '../../graph/chart.ts';
import { useAsk } from '../../parts/ask.ts';
import type { MenuAt } from './chart-menu.tsx';
import { edgeLabel, frameName, insideWords, nodeDetail } from './chart-words.ts';
import { expand, type KeptChart, moved, reread, sync, useGraph } from './graph-store.ts';
import { toggleFold } from './groups.ts';
import { cancelLayout } from './layout-under-way.ts';

const KEPT = 'graph.chart';
const NEXT = 10;

export const keptChart = (kept: AppStore['kept']): KeptChart | undefined => kept[KEPT] as KeptChart | undefined;

/** The canvas. The chart lives as long as the place is open; leaving keeps what is on it and coming back draws it at the same places. */
export function ChartCanvas({ from, onMenu }: { from: string; onMenu: (at: MenuAt) => void }) {
  const { t } = useWords();
  const mode = useSettings((store) => store.mode);
  const box = useRef<HTMLDivElement>(null);
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
          useApp.getState().select({ party: parties[0] ?? null, link: links[0] ?? null });
        },
        expand: (party) =>
          void talk.current.attempt(async () => {
            const done = await expand(party, NEXT);
            if (!done) return;
            const { t: words } = talk.current;
            if (done.added === 0) talk.current.say(words('graph.allShown', { name: done.name }));
            else if (done.total > 200) talk.current.say(words('graph.hub', { ...done }));
            else if (done.left > 0) talk.current.say(words('graph.expanded', { ...done }));
          }),
        moved,
        menu: (at) => openMenu.current(at),
        zoomed: (zoom) => useGraph.setState({ zoom }),
        fold: toggleFold,
        hovered: (hovered) => useGraph.setState({ hovered }),
      },
    });
    const kept = keptChart(useApp.getState().kept);
    const { done, undone } = kept ?? { done: [], undone: [] };
    useGraph.setState({ chart, done, undone, selectedParties: [], selectedLinks: [] });
    if (kept && kept.from === fromNow.current) {
      chart.show(kept.picture);
      useGraph.setState({ totals: kept.totals });
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
      const { totals, done: steps, undone: back } = useGraph.getState();
      const keep: KeptChart = { picture: chart.picture, totals, from: fromNow.current, done: steps, undone: back };
      useApp.getState().keep(KEPT, keep);
      useGraph.setState({ chart: null, done: [], undone: [] });
      chart.destroy();
    };
  }, []);

  useEffect(() => useGraph.getState().chart?.setMode(mode), [mode]);
  const { nodes, links } = useGraph();
  return (
    <div
      className="chart-canvas"
      ref={box}
      role="application"
      aria-label={t('graph.summary', { nodes: nodes.length, links: links.length })}
      tabIndex={0}
    />
  );
}
