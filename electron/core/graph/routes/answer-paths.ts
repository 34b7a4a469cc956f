import type { Answer, Asked } from '../../../../shared/protocol/requests.ts';
import type { HopRow } from '../../../../shared/protocol/routes.requests.ts';
import type { Store } from '../../store/connect.ts';
import { type Adjacency, adjacency, dayAsText, kindIds, linkId } from '../adjacency.ts';
import { anyTrail, type FoundPaths, findPaths, type PathQuestion } from '../find-paths.ts';
import { citeWith, kindOf, type PairRow } from '../pair-rows.ts';
import { linkAt } from '../party-links.ts';
import { subgraphOf } from '../subgraph.ts';
import { bestLinks, moreShown } from './best-links.ts';
import { type Hop, HopRows } from './hop-rows.ts';
import { isStanding, limitsOf } from './limits.ts';
import { statementsCover } from './statements.ts';
import { beginning, chainOf, type InOrder, inOrder, type Station } from './time-order.ts';

export type PathAsk = Omit<Asked<'graph.path'>, 'limit'>;
type Path = Answer<'graph.path'>['paths'][number];

/** Whether rows have to be read to decide: then it is no question for the thread that answers the screen. */
export const needsRows = ({ order, since, until }: PathAsk): boolean =>
  order !== 'none' || since !== undefined || until !== undefined;

/** The paths themselves, still in the direction of the search: against the money it begins at the far end. */
export function searchPaths(store: Store, ask: PathAsk, limit: number, pulse: () => void) {
  const graph = adjacency(store);
  const limits = limitsOf(store, graph, ask);
  const directed = ask.direction !== 'any';
  const [from, to] = ask.direction === 'against' ? [ask.to, ask.from] : [ask.from, ask.to];
  const question: PathQuestion = { from, to, directed, maxHops: ask.maxHops, limit, ...limits };
  const hops = new HopRows(store, graph, { ...ask, directed }, limits.mayUse, pulse);
  const best = bestLinks(graph, directed, limits.mayUse);
  if (!needsRows(ask)) {
    const shown = (parties: readonly number[]) => parties.slice(1).map((party, i) => best(parties[i]!, party));
    const found = findPaths(
      graph,
      question,
      ({ parties }) => leastOf(shown(parties).map((link) => graph.fen[link]!)) ?? -1,
      anyTrail,
    );
    return { graph, hops, found: found as FoundPaths<InOrder | true>, shown };
  }
  const { order, maxGap } = ask;
  const shown = (parties: readonly number[]) =>
    parties.slice(1).map((party, i) => shownOf(graph, hops.of(parties[i]!, party)!));
  const worth = (parties: readonly number[]) =>
    leastOf(shown(parties).map((link, i) => fenWithin(graph, hops.of(parties[i]!, parties[i + 1]!)!, link))) ?? -1;
  const found = findPaths<InOrder>(
    graph,
    question,
    // fewer broken hops first, then the larger smallest sum
    ({ parties, state }) => worth(parties) - state.breaks * 2 ** 52,
    {
      start: beginning,
      spent: () => hops.spent(),
      step: (state, at, next) => {
        const hop = hops.of(at, next);
        if (hop === null) return undefined;
        return order === 'none' ? state : inOrder(state, hop, { order, maxGap });
      },
    },
  );
  return { graph, hops, found: found as FoundPaths<InOrder | true>, shown };
}

/** The answer to `graph.path`. */
export function answerPaths(store: Store, ask: Asked<'graph.path'>, pulse: () => void): Answer<'graph.path'> {
  const { graph, hops, found, shown } = searchPaths(store, ask, ask.limit, pulse);
  const cites = new Map<string, ReturnType<typeof citeWith>>();
  const cite = (kind: string) => {
    const known = cites.get(kind) ?? citeWith(store, kindOf(kind));
    cites.set(kind, known);
    return known;
  };
  let cover: ReturnType<typeof statementsCover> | undefined;
  const against = ask.direction === 'against';
  const used = new Set<number>();
  const paths = found.paths.map(({ parties, state }): Path => {
    const chain = state === true || ask.order === 'none' ? [] : chainOf(state);
    const links = shown(parties).map((link, i) => chain[i]?.row?.link ?? link);
    const steps = links.map((link, i) => {
      used.add(link);
      const station = chain[i];
      const kind = kindIds[graph.kind[link]!]!;
      return {
        link: linkId(graph, link),
        row: station?.row ? rowOf(station.row.from, cite(kind)) : null,
        broken: station?.broken ? broken(station, [parties[i]!, parties[i + 1]!]) : null,
      };
    });
    const rowDays = chain.flatMap(({ row }) => row?.from.day ?? []);
    const ends =
      rowDays.length > 0 ? { first: rowDays.toSorted()[0]!, last: rowDays.toSorted().at(-1)! } : spanOf(graph, links);
    const sums = links.map((link, i) =>
      needsRows(ask) ? fenWithin(graph, hops.of(parties[i]!, parties[i + 1]!)!, link) : graph.fen[link]!,
    );
    if (against) steps.reverse();
    return {
      parties: against ? parties.toReversed() : parties,
      links: steps.map(({ link }) => link),
      hops: steps,
      minFen: leastOf(sums),
      ...ends,
      broken: steps.filter((step) => step.broken !== null).length,
    };
  });
  return {
    ...subgraphOf(
      store,
      new Set([ask.from, ask.to, ...paths.flatMap(({ parties }) => parties)]),
      [...used].map((link) => linkAt(graph, link)),
    ),
    paths,
    examined: found.examined,
    truncated: found.truncated,
  };

  function broken(station: Station, parties: readonly number[]) {
    cover ??= statementsCover(store);
    const day = station.before?.reached?.day;
    const known = cover;
    return {
      ...station.broken!,
      statements: day !== undefined && parties.some((party) => known(party, day, ask.maxGap)),
    };
  }
}

const leastOf = (sums: readonly number[]): number | null => {
  const money = sums.filter((fen) => !Number.isNaN(fen));
  return money.length === 0 ? null : Math.min(...money);
};

/** The link shown for a hop whose rows were read: one that stands at any time where the hop does, else the one with most money. */
function shownOf(graph: Adjacency, hop: Hop): number {
  const standing = hop.links.filter((link) => isStanding(kindIds[graph.kind[link]!]!));
  const dated = hop.links.filter((link) => !standing.includes(link));
  return (dated.length > 0 ? dated : standing).reduce((best, link) => (moreShown(graph, link, best) ? link : best));
}

/** The sum of a link within the period; NaN where it carries no money. */
function fenWithin(graph: Adjacency, hop: Hop, link: number): number {
  if (Number.isNaN(graph.fen[link]!) || graph.first[link] === 0) return graph.fen[link]!;
  return hop.rows.reduce((sum, row) => (row.link === link ? sum + (row.from.fen ?? 0) : sum), 0);
}

function spanOf(graph: Adjacency, links: readonly number[]): { first: string | null; last: string | null } {
  const dated = links.filter((link) => graph.first[link] !== 0);
  if (dated.length === 0) return { first: null, last: null };
  return {
    first: dayAsText(Math.min(...dated.map((link) => graph.first[link]!))),
    last: dayAsText(Math.max(...dated.map((link) => graph.last[link]!))),
  };
}

export const rowOf = (
  row: Pick<PairRow, 'row' | 'day' | 'time' | 'fen' | 'field'>,
  cite: ReturnType<typeof citeWith>,
): HopRow => ({ rowId: row.row, day: row.day, time: row.time, fen: row.fen, source: cite(row) });
