import { isAmount, type MetricId, metricIds } from '../../../shared/protocol/metric-ids.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'metrics',
  options: { over: 'value', sort: 'value', limit: 'value' },
  async run(args, cli) {
    const [casePath] = args.positional;
    const over = args.one('over') ?? 'money';
    if (over !== 'money' && over !== 'all') throw new Usage(cli.say('missing', { what: '--over money|all' }));
    const sort = metricIds.find((metric) => metric === (args.one('sort') ?? 'netFen'));
    if (!sort) throw new Usage(cli.say('missing', { what: `--sort ${metricIds.join('|')}` }));
    const limit = Number(args.one('limit') ?? 100);
    if (!Number.isInteger(limit) || limit < 1) throw new Usage(cli.say('missing', { what: '--limit N' }));
    const { core } = await cli.openCase(args, casePath);
    const { rows, ...told } = must(await core.ask('metrics.read', { over, top: Math.min(limit, 5_000) }));
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
  },
} satisfies Command;

/** Amounts are text, as everywhere: a program must not round them. */
const inJson = (metric: MetricId, value: number | null) => (value !== null && isAmount(metric) ? String(value) : value);

const short = (value: number | null): string =>
  value === null ? '—' : Number.isInteger(value) ? String(value) : value.toPrecision(4);
