import { guessMark, isGuess } from '../../../shared/ontology/link-guess.ts';
import type { Args, Cli, Command, Core } from '../command.ts';
import { must, Usage } from '../command.ts';

export default {
  name: 'graph',
  options: { limit: 'value', 'max-hops': 'value', directed: 'flag' },
  async run(args, cli) {
    const [casePath, question] = args.positional;
    const ask = question === undefined ? undefined : questions[question];
    if (!ask) throw new Usage(cli.say('missing', { what: Object.keys(questions).join('|') }));
    const { core } = await cli.openCase(args, casePath);
    await ask(args, cli, core);
  },
} satisfies Command;

const questions: Readonly<Record<string, (args: Args, cli: Cli, core: Core) => Promise<void>>> = { neighbours, path };

const partyId = (text: string | undefined, cli: Cli): number => {
  if (text === undefined || !/^\d+$/.test(text)) throw new Usage(cli.say('missing', { what: 'PARTY' }));
  return Number(text);
};

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

async function path(args: Args, cli: Cli, core: Core): Promise<void> {
  const from = partyId(args.positional[2], cli);
  const to = partyId(args.positional[3], cli);
  const answer = must(
    await core.ask('graph.path', {
      from,
      to,
      maxHops: Number(args.one('max-hops') ?? 4),
      directed: args.flag('directed'),
    }),
  );
  const link = new Map(answer.links.map((l) => [l.id, l]));
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  const paths = answer.paths.map((p) => ({
    hops: p.links.flatMap((id) => {
      const l = link.get(id);
      return l
        ? [
            {
              from: String(l.source),
              to: String(l.target),
              kind: l.kind,
              ...(isGuess(l) && { guess: true }),
              rows: l.rows,
              amountFen: l.fen === null ? null : String(l.fen),
              first: l.first,
              last: l.last,
            },
          ]
        : [];
    }),
    broken: [],
  }));
  cli.answer({ paths, examined: answer.examined, truncated: answer.truncated }, () =>
    answer.paths.map(({ parties, links }) =>
      parties
        .map((id, at) => {
          const before = at === 0 ? undefined : link.get(links[at - 1]!);
          const arrow = before && isGuess(before) ? ' →? ' : ' → ';
          return `${at === 0 ? '' : arrow}${name.get(id) ?? id}`;
        })
        .join(''),
    ),
  );
}
