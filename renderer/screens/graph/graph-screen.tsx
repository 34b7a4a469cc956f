import { Button } from 'antd';
import { type ClipboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../app/keyboard.ts';
import { go, type PlaceParams, useApp, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Empty } from '../../parts/states.tsx';
import { enterByHand } from '../manual/entry-asked.ts';
import { chartActions } from './actions/index.ts';
import { useActions } from './actions/use-actions.tsx';
import { AddParty } from './add-party.tsx';
import { showEntered } from './by-hand.ts';
import { CapBanner } from './cap-banner.tsx';
import { changeKept } from './change-kept.ts';
import { ChartCanvas, keptChart } from './chart-canvas.tsx';
import { chartKeys } from './chart-keys.ts';
import { ChartMenu, EnterButton, type MenuAt } from './chart-menu.tsx';
import { ChartTip } from './chart-tip.tsx';
import { Filters, type GraphFilters, noFilters } from './filters.tsx';
import { FindBar } from './find-bar.tsx';
import { GraphStatus } from './graph-status.tsx';
import { did, expand, sync, useGraph } from './graph-store.ts';
import { Inspector } from './inspector.tsx';
import { LayoutProgress } from './layout-progress.tsx';
import { place } from './layout-under-way.ts';
import { Legend } from './legend.tsx';
import { Live } from './live.tsx';
import { useLookOf } from './look.ts';
import { Minimap } from './minimap.tsx';
import { allTime, type Period } from './period.ts';
import { LayerChips } from './routes/layer-chips.tsx';
import { TableTwin } from './table-twin.tsx';
import { TextField } from './text-field.tsx';
import { TimeBar } from './time-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { drawTrace, useTrace } from './trace/trace-state.ts';
import { TraceView } from './trace/trace-view.tsx';
import { usePaper } from './use-paper.ts';
import { useWithin } from './use-within.ts';

/** The first picture holds this many parties: as many as can be read. */
const FIRST = 24;

const isEntry = (key: unknown) => chartActions.some((action) => action.id === key && action.group === 'enter');

/** 关系图: explore who stands with whom, and open the rows behind every link. */
export function GraphScreen({ params }: { params: PlaceParams['graph'] }) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const from = JSON.stringify(params);
  const graph = useGraph();
  const { chart, nodes, totals, selectedParties, selectedLinks, finding } = graph;
  const [view, setView] = useKept<'chart' | 'table'>('graph.view', 'chart');
  const [unfiltered] = useState<GraphFilters>(() => ({ ...noFilters, folded: window.innerWidth < 1400 }));
  const [filters] = useKept<GraphFilters>('graph.filters', unfiltered);
  const [period] = useKept<Period>('graph.period', allTime);
  const setFilters = (next: GraphFilters) => changeKept('graph.filters', filters, next, 'filter');
  const setPeriod = (next: Period) => changeKept('graph.period', period, next, 'period');
  const [by, setBy] = useKept<'amount' | 'count'>('graph.timeBy', 'amount');
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const overview = useAnswer('overview.read', {});
  const canvas = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const inspector = useRef<HTMLElement>(null);
  const noData = overview.data !== undefined && overview.data.files === 0;

  const start = useCallback(
    () =>
      attempt(async () => {
        const { finding, parties, party } = params;
        const wanted = parties ?? (party === undefined ? undefined : [party]);
        const answer = await client.request('graph.start', {
          top: FIRST,
          ...(finding === undefined ? {} : { finding }),
          ...(wanted ? { parties: [...wanted] } : {}),
        });
        const { chart: now, done } = useGraph.getState();
        if (!now) return;
        const before = now.parties.length > 0 ? now.picture : keptChart(useApp.getState().kept)?.picture;
        now.remove(now.parties);
        now.add(answer);
        useGraph.setState({ totals: answer.totals });
        const [shown, total] = [answer.nodes.length, answer.inFinding];
        if (shown < total) say(t('graph.partOfFinding', { shown, total }));
        if (wanted?.length === 1 && party !== undefined) await expand(party, 12);
        await place(
          now,
          now.links.some((link) => link.fen !== null) && now.parties.length <= 120 ? 'layered' : 'force',
        );
        now.select(answer.focusLinks.length > 0 ? [] : answer.focus.slice(0, 1), answer.focusLinks.slice(0, 1));
        const after = now.picture;
        useGraph.setState({ done });
        if (before)
          did({ name: 'start', count: 0, undo: (then) => then.show(before), redo: (then) => then.show(after) });
        else sync();
      }),
    [attempt, params, say, t],
  );

  // a picture is started once per way in; `from` names it
  const startNow = useRef(start);
  startNow.current = start;
  useEffect(() => {
    if (!chart) return;
    const kept = keptChart(useApp.getState().kept);
    if (kept?.from === from && chart.parties.length > 0) return;
    if (!noData) void startNow.current();
  }, [chart, from, noData]);

  useEffect(() => {
    chart?.hideKinds(new Set(filters.hiddenKinds), new Set(filters.hiddenLinks), filters.minFen, filters.tags);
    sync();
  }, [chart, filters]);

  useLookOf(chart, period);
  usePaper(paper);

  const { tags } = filters;
  const tagged = useRef(tags);
  useEffect(() => {
    if (tagged.current !== tags) chart?.fit();
    tagged.current = tags;
  }, [chart, tags]);

  const within = useWithin(period);

  const trace = useTrace();
  // who asks for the chart or the table while a trace stands before them sees it, and can take that back
  const showView = (next: typeof view) => {
    drawTrace(null);
    setView(next);
  };
  const toCanvas = useCallback(() => canvas.current?.focus({ preventScroll: true }), []);
  const actions = useActions(toCanvas);
  const openMenu = () => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return;
    const { walked } = useGraph.getState();
    const party = walked ?? selectedParties[0] ?? null;
    const at = party === null ? null : chart?.pixelOf(party);
    setMenu({
      x: box.left + (at ? at.x + 16 : box.width / 2),
      y: box.top + (at ? at.y + 16 : box.height / 3),
      party: selectedLinks.length > 0 ? null : party,
      link: selectedLinks[0] ?? null,
    });
  };
  const inspect = (isRead: boolean) => {
    if (isRead) inspector.current?.focus();
  };
  useShortcuts('here', [
    { keys: 'Ctrl+1', label: t('graph.view.chart'), run: () => showView('chart') },
    { keys: 'Ctrl+2', label: t('graph.view.table'), run: () => showView('table') },
    {
      keys: 'Ctrl+3',
      label: t('period.title'),
      run: () => document.querySelector<HTMLElement>('.time-window')?.focus(),
    },
    ...actions.shortcuts(false),
  ]);
  useShortcuts(
    'here',
    [
      { keys: ['+', '='], label: t('graph.zoomIn'), run: () => chart?.zoomBy(1.25) },
      { keys: '-', label: t('graph.zoomOut'), run: () => chart?.zoomBy(1 / 1.25) },
      { keys: '0', label: '100%', run: () => chart?.zoomTo(1) },
      ...actions.shortcuts(true),
    ],
    canvas,
    table,
  );
  useShortcuts('here', chartKeys(t, { menu: openMenu, inspect }), canvas);
  // what was copied elsewhere becomes a party: the first line is its name
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const name = event.clipboardData.getData('text/plain').split(/\r?\n/)[0]?.trim() ?? '';
    if (name === '') say(t('manual.graph.pasteNone'));
    else
      enterByHand(
        { what: 'party', values: { name: name.slice(0, 200) } },
        (row) => void attempt(() => showEntered(row, t)),
      );
  };

  return (
    <div className="graph-screen">
      <GraphStatus filters={filters} period={period} within={within} />
      {!trace && <Filters filters={filters} change={setFilters} />}
      <section className="pane col grow clip">
        {/* words of another language are measured anew */}
        <Toolbar key={lang} view={view} onView={showView} tools={actions.tools}>
          <AddParty />
          <EnterButton items={actions.menu({ party: null, link: null }).filter((item) => isEntry(item?.key))} />
        </Toolbar>
        {!trace && totals && nodes.length > 0 && nodes.length < totals.parties && (
          <div className="banner s12">{t('graph.banner', { shown: nodes.length, total: totals.parties })}</div>
        )}
        {!trace && <CapBanner showTable={() => setView('table')} />}
        <div className="chart-box grow" ref={paper} hidden={view === 'table' || trace !== null} onPaste={paste}>
          <ChartCanvas from={from} onMenu={setMenu} box={canvas} />
          {menu && (
            <ChartMenu
              at={menu}
              items={actions.menu(menu)}
              close={() => {
                setMenu(null);
                toCanvas();
              }}
            />
          )}
          {nodes.length === 0 && (
            <div className="chart-empty">
              {noData ? (
                <Empty
                  title={t('graph.empty.noData')}
                  note={t('graph.empty.noDataNote')}
                  action={<Button onClick={() => go('import', {})}>{t('graph.empty.import')}</Button>}
                />
              ) : (
                <Empty
                  title={t('graph.empty.title')}
                  note={t('graph.empty.note')}
                  action={<Button onClick={() => void start()}>{t('graph.startTop')}</Button>}
                />
              )}
            </div>
          )}
          <Legend filters={filters} change={setFilters} />
          <LayerChips />
          <Minimap />
          <LayoutProgress />
          {!menu && <ChartTip />}
          {actions.panel}
          {finding && <FindBar leave={toCanvas} />}
          <TextField leave={toCanvas} />
          <Live />
        </div>
        {view === 'table' && !trace && (
          <div className="col grow clip" ref={table}>
            <TableTwin within={within} />
          </div>
        )}
        {trace ? (
          <div className="row grow trace-place">
            <TraceView ask={trace} />
          </div>
        ) : (
          <TimeBar filters={filters} period={period} change={setPeriod} by={by} onBy={setBy} />
        )}
      </section>
      {!trace && (
        <Inspector
          period={graph.part ?? period}
          within={within}
          box={inspector}
          finding={actions.deed('add-finding', { party: null, link: null })}
        />
      )}
    </div>
  );
}
