import { isAmount, type MetricId, metricIds } from '../../../shared/protocol/metric-ids.ts';
import { must } from '../command.ts';
import { type GraphQuestion, numberFrom, oneOf } from './route-limits.ts';

export const metricsOptions = { over: 'value', sort: 'value', limit: 'value' } as const;

/** `metrics`: the measures of the network, the parties first that have most of one of them. */
export const metrics: GraphQuestion = async (args, cli, core) => {
  const over = oneOf(args, cli, 'over', ['money', 'all']) ?? 'money';
  const sort = oneOf(args, cli, 'sort', metricIds) ?? 'netFen';
  const limit = numberFrom(args, cli, 'limit', { least: 1, most: 5_000 }) ?? 100;
  const { rows, ...told } = must(await core.ask('metrics.read', { over, top: limit }));
  const of = (row: (typeof rows)[number]) => row.values[sort] ?? Number.NEGATIVE_INFINITY;
  const first = rows.toSorted((a, b) => of(b) - of(a)).slice(0, limit);
  cli.answer(
    {
      over,
      sort,
      ...told,
      rows: first.map(({ id, name, kind, drawnAs, values }) => ({
        party: String(id),
        name,
        kind,
        drawnAs,
        ...Object.fromEntries(metricIds.map((metric) => [metric, inJson(metric, values[metric] ?? null)])),
      })),
    },
    () => [
      ...first.map(({ name, values }) =>
        [name, ...metricIds.map((metric) => `${metric}=${short(values[metric] ?? null)}`)].join('  '),
      ),
      cli.say('shownOf', { shown: first.length, total: told.parties }),
    ],
  );
};

/** Amounts are text, as everywhere: a program must not round them. */
const inJson = (metric: MetricId, value: number | null) => (value !== null && isAmount(metric) ? String(value) : value);

const short = (value: number | null): string =>
  value === null ? '—' : Number.isInteger(value) ? String(value) : value.toPrecision(4);
