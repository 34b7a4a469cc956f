import { must } from '../command.ts';
import { type GraphQuestion, limitsFrom, numberFrom, severalFrom } from './route-limits.ts';

/** `connect PARTY PARTY …`: the network between them, and the gaps. */
export const connect: GraphQuestion = async (args, cli, core) => {
  const parties = severalFrom(args, cli);
  const maxHops = numberFrom(args, cli, 'max-hops', { least: 1, most: 8 });
  const answer = must(
    await core.ask('graph.connect', { parties, ...(maxHops && { maxHops }), ...limitsFrom(args, cli) }),
  );
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  cli.answer(
    {
      parts: answer.parts.map((part) => part.map(String)),
      gaps: answer.gaps.map(({ part, leastHops, to }) => ({ part, leastHops, to: to === null ? null : String(to) })),
      nodes: answer.nodes.map(({ id, name: called }) => ({ party: String(id), name: called })),
      links: answer.links.map(({ kind, source, target, rows, fen }) => ({
        kind,
        from: String(source),
        to: String(target),
        rows,
        amountFen: fen === null ? null : String(fen),
      })),
    },
    () => [
      ...answer.links.map(
        ({ kind, source, target, rows, fen }) =>
          `${kind}  ${name.get(source)} → ${name.get(target)}  ${rows}  ${fen ?? ''}`,
      ),
      ...answer.gaps.map(({ part, leastHops }) =>
        cli.say(leastHops === null ? 'gapApart' : 'gap', {
          names: answer.parts[part]!.map((id) => name.get(id) ?? id).join(', '),
          hops: leastHops ?? '',
        }),
      ),
    ],
  );
};
