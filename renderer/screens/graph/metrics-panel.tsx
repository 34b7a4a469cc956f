import { IconX } from '@tabler/icons-react';
import { Button, Segmented, Select } from 'antd';
import { isGroup, type MetricId, metricIds } from '../../../shared/protocol/metric-ids.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { Entity } from '../../parts/mark.tsx';
import { ProgressBar } from '../../parts/progress.tsx';
import { FailedAnswer } from '../../parts/states.tsx';
import { addParties, useGraph } from './graph-store.ts';
import { MetricValue } from './metric-value.tsx';
import { useMetrics } from './use-metrics.ts';

type Measured = Answer<'metrics.read'>;
type Row = Measured['rows'][number];

/** So many lines of a list; the line above says of how many. */
const LINES = 50;
/** How many of each measure are asked for. */
const TOP = 200;

/** 网络指标: measures the case or the chart, lists who has most of one measure, and leads to their rows. */
export function MetricsPanel({ close }: { close(): void }) {
  const { t } = useWords();
  const { asked, measure, query } = useMetrics();
  const [over, setOver] = useKept<'money' | 'all'>('graph.metrics.over', 'money');
  const [scope, setScope] = useKept<'case' | 'chart'>('graph.metrics.scope', 'case');
  const onChart = useGraph((graph) => graph.nodes).map(({ id }) => id);
  const start = () => {
    const ask = { over, show: onChart, top: TOP, ...(scope === 'chart' && { parties: onChart }) };
    if (JSON.stringify(ask) === JSON.stringify(asked)) void query.refetch();
    else measure(ask);
  };
  return (
    <section className="chart-over metrics-panel" aria-label={t('metrics.title')}>
      <div className="row g6">
        <span className="h3 grow ell">{t('metrics.title')}</span>
        <Button
          type="text"
          size="small"
          aria-label={t('common.close')}
          icon={<IconX size={15} stroke={1.5} />}
          onClick={close}
        />
      </div>
      <div className="row g6">
        <Segmented
          size="small"
          aria-label={t('metrics.overLabel')}
          value={over}
          onChange={setOver}
          options={(['money', 'all'] as const).map((value) => ({
            value,
            label: <span title={t(`metrics.overTip.${value}`)}>{t(`metrics.over.${value}`)}</span>,
          }))}
        />
        <Segmented
          size="small"
          aria-label={t('metrics.scopeLabel')}
          value={scope}
          onChange={setScope}
          options={(['case', 'chart'] as const).map((value) => ({ value, label: t(`metrics.scope.${value}`) }))}
        />
        <span className="grow" />
        <Button
          size="small"
          type="primary"
          disabled={query.isFetching || (scope === 'chart' && onChart.length === 0)}
          onClick={start}
        >
          {t(query.data ? 'metrics.again' : 'metrics.measure')}
        </Button>
      </div>
      {query.isFetching && (
        <div className="row g6">
          <ProgressBar />
          <span className="grow" />
          <Button size="small" onClick={() => void client.request('job.cancel', {})}>
            {t('metrics.stop')}
          </Button>
        </div>
      )}
      {query.isError && !query.isFetching && <FailedAnswer error={query.error} retry={() => void query.refetch()} />}
      {asked === null && <span className="t2 s12">{t('metrics.before')}</span>}
      {query.data && <Found measured={query.data} over={asked?.over ?? 'money'} />}
    </section>
  );
}

function Found({ measured, over }: { measured: Measured; over: 'money' | 'all' }) {
  const { t } = useWords();
  const [metric, setMetric] = useKept<MetricId>('graph.metrics.metric', 'netFen');
  const [end, setEnd] = useKept<'most' | 'least'>('graph.metrics.end', 'most');
  if (measured.pairs === 0)
    return <span className="t2 s12">{t(over === 'money' ? 'metrics.emptyMoney' : 'metrics.empty')}</span>;
  const isNet = metric === 'netFen';
  const rows = ranked(measured.rows, metric, isNet && end === 'least');
  return (
    <>
      <Facts measured={measured} />
      <div className="row g6">
        <Select
          size="small"
          className="grow"
          aria-label={t('metrics.chosen')}
          value={metric}
          onChange={setMetric}
          options={metricIds.map((value) => ({ value, label: t(`metrics.name.${value}`) }))}
        />
        {isNet && (
          <Segmented
            size="small"
            value={end}
            onChange={setEnd}
            options={(['most', 'least'] as const).map((value) => ({ value, label: t(`metrics.net.${value}`) }))}
          />
        )}
      </div>
      <span className="t2 s12">{t(`metrics.says.${metric}`)}</span>
      <ol className="metric-list scroll" aria-label={t(`metrics.name.${metric}`)}>
        {rows.slice(0, LINES).map((row) => (
          <Line key={row.id} row={row} metric={metric} />
        ))}
      </ol>
      <span className="t3 s12">
        {t('metrics.listed', { shown: Math.min(LINES, rows.length), total: measured.parties })}
      </span>
    </>
  );
}

/** What the figures rest on: how large the network is, what was left out, what is an estimate. */
function Facts({ measured }: { measured: Measured }) {
  const { t } = useWords();
  const { parties, pairs, sources, components, communities, strong, aside } = measured;
  const lines = [
    t('metrics.parties', { parties, pairs }),
    t('metrics.groups', {
      components: components.length,
      largest: components[0] ?? 0,
      communities: communities.length,
      modularity: measured.modularity.toFixed(2),
      strong: strong.length,
    }),
    sources < parties ? t('metrics.sampled', { sources, parties }) : t('metrics.exact'),
    ...(aside > 0 ? [t('metrics.aside', { count: aside })] : []),
    ...(measured.settled ? [] : [t('metrics.unsettled')]),
  ];
  return (
    <ul className="metric-facts t2 s12">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Line({ row: { id, name, drawnAs, values }, metric }: { row: Row; metric: MetricId }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const chart = useGraph((graph) => graph.chart);
  const show = () =>
    attempt(async () => {
      if (chart?.node(id)) {
        chart.select([id]);
        chart.centre(id);
      } else await addParties([id]);
    });
  return (
    <li className="metric-line">
      <button
        type="button"
        className="metric-name ell"
        title={t('metrics.onChart', { name })}
        onClick={() => void show()}
      >
        <Entity drawnAs={drawnAs} size={16}>
          {name}
        </Entity>
      </button>
      <MetricValue metric={metric} value={values[metric]} />
      <button
        type="button"
        className="link s12"
        aria-label={t('metrics.openRows', { name })}
        onClick={() => go('party', { id })}
      >
        {t('metrics.rows')}
      </button>
    </li>
  );
}

/** The most first (the least, where asked); groups one after the other. Who has no value is not listed. */
function ranked(rows: readonly Row[], metric: MetricId, least: boolean): Row[] {
  const of = (row: Row) => row.values[metric] ?? null;
  const told = rows.filter((row) => of(row) !== null && !(isGroup(metric) && of(row) === 0));
  const up = least || isGroup(metric) ? 1 : -1;
  return told.sort((a, b) => up * (of(a)! - of(b)!) || (b.values.netFen ?? 0) - (a.values.netFen ?? 0));
}
