import { guessMark } from '../../../shared/ontology/link-guess.ts';
import type { Args, Cli, Command, Core } from '../command.ts';
import { must, Usage } from '../command.ts';
import { common } from '../graph/common.ts';
import { connect } from '../graph/connect.ts';
import { cycles } from '../graph/cycles.ts';
import { path } from '../graph/path.ts';
import { type GraphQuestion, limitOptions, partyId } from '../graph/route-limits.ts';

export default {
  name: 'graph',
  options: {
    ...limitOptions,
    limit: 'value',
    'max-hops': 'value',
    directed: 'flag',
    direction: 'value',
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

const questions: Readonly<Record<string, GraphQuestion>> = { neighbours, path, connect, cycles, common };

async function neighbours(args: Args, cli: Cli, core: Core): Promise<void> {
  const party = partyId(args.positional[2], cli);
  const answer = must(await core.ask('graph.neighbours', { party, limit: Number(args.one('limit') ?? 2_000) }));
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
