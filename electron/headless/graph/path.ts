import { guessMark, isGuess } from '../../../shared/ontology/link-guess.ts';
import { must, Usage } from '../command.ts';
import { type GraphQuestion, limitsFrom, numberFrom, oneOf, partyId } from './route-limits.ts';

/** `path FROM TO`; where there is none, what it would take. */
export const path: GraphQuestion = async (args, cli, core) => {
  const maxGap = numberFrom(args, cli, 'max-gap', { most: 3_650 });
  const limit = numberFrom(args, cli, 'limit', { least: 1, most: 200 }) ?? 10;
  const [from, to] = [partyId(args.positional[2], cli), partyId(args.positional[3], cli)];
  if (from === to) throw new Usage(cli.say('missing', { what: 'FROM TO' }));
  const ask = {
    from,
    to,
    maxHops: numberFrom(args, cli, 'max-hops', { least: 1, most: 8 }) ?? 4,
    direction: args.flag('directed')
      ? ('along' as const)
      : (oneOf(args, cli, 'direction', ['any', 'along', 'against']) ?? 'any'),
    order: oneOf(args, cli, 'order', ['none', 'strict', 'tolerant']) ?? 'none',
    ...(maxGap !== undefined && { maxGap }),
    ...limitsFrom(args, cli),
  };
  const answer = must(await core.ask('graph.path', { ...ask, limit }));
  const without = answer.paths.length > 0 ? null : must(await core.ask('graph.path-relax', ask));
  const link = new Map(answer.links.map((each) => [each.id, each]));
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  const paths = answer.paths.map(({ hops, first, last, minFen }) => ({
    hops: hops.flatMap(({ link: id, row }) => {
      const drawn = link.get(id);
      return drawn
        ? [
            {
              from: String(drawn.source),
              to: String(drawn.target),
              kind: drawn.kind,
              ...(isGuess(drawn) && { guess: true }),
              rows: drawn.rows,
              amountFen: drawn.fen === null ? null : String(drawn.fen),
              first: drawn.first,
              last: drawn.last,
              ...(row && { row: { ...row.source, day: row.day, time: row.time, amountFen: textOf(row.fen) } }),
            },
          ]
        : [];
    }),
    broken: hops.flatMap(({ broken }, hop) => (broken ? [{ hop: hop + 1, ...broken }] : [])),
    leastFen: textOf(minFen),
    first,
    last,
  }));
  cli.answer(
    { paths, examined: answer.examined, truncated: answer.truncated, ...(without && { relax: without }) },
    () => [
      ...answer.paths.map(({ parties, links, hops, minFen, first, last }) => {
        const trail = parties.map((id, at) => {
          const before = at === 0 ? undefined : link.get(links[at - 1]!);
          const mark =
            at === 0
              ? ''
              : hops[at - 1]!.broken
                ? ' ⇢ '
                : before && isGuess(before)
                  ? ` →${guessMark(before)} `
                  : ' → ';
          return `${mark}${name.get(id) ?? id}`;
        });
        return `${trail.join('')}  ${minFen ?? '—'}  ${first ?? '—'} … ${last ?? '—'}`;
      }),
      ...(without?.without ?? []).map(({ what, paths: count, more, maxHops }) =>
        cli.say('pathWithout', {
          what: maxHops === null ? what : `${what} ${maxHops}`,
          count: `${count}${more ? '+' : ''}`,
        }),
      ),
    ],
  );
};

const textOf = (fen: number | null) => (fen === null ? null : String(fen));
