import { must } from '../command.ts';
import { type GraphQuestion, limitsFrom, numberFrom, partiesFrom } from './route-limits.ts';

/** `cycles [PARTY …]`: circles of money through the parties, or anywhere in the case. */
export const cycles: GraphQuestion = async (args, cli, core) => {
  const { since, until, minFen } = limitsFrom(args, cli);
  const tolerance = numberFrom(args, cli, 'tolerance', { most: 1, parts: true });
  const minLength = numberFrom(args, cli, 'min-length', { least: 2, most: 6 });
  const maxLength = numberFrom(args, cli, 'max-length', { least: minLength ?? 2, most: 6 });
  const windowDays = numberFrom(args, cli, 'window', { most: 3_650 });
  const limit = numberFrom(args, cli, 'limit', { least: 1, most: 500 });
  const answer = must(
    await core.ask('graph.cycles', {
      parties: partiesFrom(args, cli),
      ordered: args.flag('ordered'),
      excludeHubs: !args.flag('with-hubs'),
      ...(maxLength !== undefined && { maxLength }),
      ...(minLength !== undefined && { minLength }),
      ...(windowDays !== undefined && { windowDays }),
      ...(limit !== undefined && { limit }),
      ...(tolerance !== undefined && { keep: 1 - tolerance }),
      ...(minFen !== undefined && { minFen }),
      ...(since && { since }),
      ...(until && { until }),
    }),
  );
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  cli.answer(
    {
      cycles: answer.cycles.map(({ parties, rounds, roundsTotal, fen, backFen, first, last }) => ({
        parties: parties.map(String),
        rounds: roundsTotal,
        rows: rounds.flatMap((round) =>
          round.rows.map(({ source, day, time, fen: amount }) => ({
            file: source.file,
            sheet: source.sheet,
            row: source.row,
            cell: source.cell,
            day,
            time,
            amountFen: amount === null ? null : String(amount),
          })),
        ),
        amountFen: String(fen),
        backFen: String(backFen),
        first,
        last,
        ordered: args.flag('ordered'),
      })),
      total: answer.total,
      truncated: answer.cutOff !== null || answer.cycles.length < answer.total,
      cutOff: answer.cutOff,
    },
    () => [
      ...answer.cycles.map(
        ({ parties, roundsTotal, fen, backFen, first, last }) =>
          `${[...parties, parties[0]!].map((id) => name.get(id) ?? id).join(' → ')}  ×${roundsTotal}  ${fen} → ${backFen}  ${first} … ${last}`,
      ),
      cli.say('shownOf', { shown: answer.cycles.length, total: answer.total }),
      ...(answer.cutOff ? [cli.say('cutOff', { ...answer.cutOff })] : []),
    ],
  );
};
