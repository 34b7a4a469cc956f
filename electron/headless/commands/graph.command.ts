import { guessMark } from '../../../shared/ontology/link-guess.ts';
import type { Args, Cli, Command, Core } from '../command.ts';
import { must, Usage } from '../command.ts';
import { common } from '../graph/common.ts';
import { connect } from '../graph/connect.ts';
import { cycles } from '../graph/cycles.ts';
import { metrics, metricsOptions } from '../graph/metrics.ts';
import { path } from '../graph/path.ts';
import { type GraphQuestion, limitOptions, numberFrom, partyId } from '../graph/route-limits.ts';
import { trace, traceOptions } from '../graph/trace.ts';

export default {
  name: 'graph',
  options: {
    ...limitOptions,
    ...traceOptions,
    ...metricsOptions,
    'max-hops': 'value',
    directed: 'flag',
    order: 'value',
    'max-gap': 'value',
    ordered: 'flag',
    'max-length': 'value',
    'min-length': 'value',
    window: 'value',
    tolerance: 'value',
    'with-hubs': 'flag',
    'at-least': 'value',
  },
  async run(args, cli) {
    const [casePath, question] = args.positional;
    const ask = question === undefined ? undefined : questions[question];
    if (!ask) throw new Usage(cli.say('missing', { what: Object.keys(questions).join('|') }));
    const { core } = await cli.openCase(args, casePath);
    await ask(args, cli, core);
  },
} satisfies Command;

const questions: Readonly<Record<string, GraphQuestion>> = {
  neighbours,
  path,
  trace: (args, cli, core) => trace(args.positional.slice(2), args, cli, core),
  connect,
  cycles,
  common,
  metrics,
};

async function neighbours(args: Args, cli: Cli, core: Core): Promise<void> {
  const party = partyId(args.positional[2], cli);
  const limit = numberFrom(args, cli, 'limit', { least: 1, most: 2_000 }) ?? 2_000;
  const answer = must(await core.ask('graph.neighbours', { party, limit }));
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  cli.answer(
    {
      party: String(party),
      total: answer.total,
      nodes: answer.nodes.map((node) => ({ ...node, id: String(node.id) })),
      links: answer.links.map((link) => ({
        ...link,
        from: String(link.source),
        to: String(link.target),
        amountFen: link.fen === null ? null : String(link.fen),
      })),
    },
    () => [
      ...answer.links.map(
        (link) =>
          `${link.kind}${guessMark(link)}  ${name.get(link.source) ?? link.source} → ${name.get(link.target) ?? link.target}  ${link.rows}  ${link.fen ?? ''}`,
      ),
      cli.say('shownOf', { shown: answer.nodes.length, total: answer.total }),
    ],
  );
}
