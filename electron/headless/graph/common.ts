import { must } from '../command.ts';
import { type GraphQuestion, limitsFrom, numberFrom, severalFrom } from './route-limits.ts';

/** `common PARTY PARTY …`: whom all of them, or at least so many, deal with. */
export const common: GraphQuestion = async (args, cli, core) => {
  const parties = severalFrom(args, cli);
  const atLeast = numberFrom(args, cli, 'at-least', { least: 2, most: parties.length });
  const limit = numberFrom(args, cli, 'limit', { least: 1, most: 500 }) ?? 500;
  const answer = must(
    await core.ask('graph.common', { parties, limit, ...(atLeast && { atLeast }), ...limitsFrom(args, cli) }),
  );
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  cli.answer(
    {
      total: answer.total,
      hubsLeftOut: answer.hubs,
      common: answer.found.map(({ party, with: linked, byKind }) => ({
        party: String(party),
        name: name.get(party),
        with: linked,
        byKind: byKind.map(({ fen, ...line }) => ({ ...line, amountFen: fen === null ? null : String(fen) })),
      })),
    },
    () => [
      ...answer.found.flatMap(({ party, with: linked, byKind }) => [
        `#${party} ${name.get(party)}  ${linked}/${parties.length}`,
        ...byKind.map(({ kind, direction, rows, fen }) => `  ${direction} ${kind}  ${rows}  ${fen ?? ''}`),
      ]),
      cli.say('shownOf', { shown: answer.found.length, total: answer.total }),
    ],
  );
};
