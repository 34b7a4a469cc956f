import { dayFromNumber } from '../../../shared/evidence/day.ts';
import { linkKind } from '../../../shared/ontology/index.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import type { Store } from '../store/connect.ts';
import { partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { kindIds, linkId, linksFrom } from './adjacency.ts';
import { moneyRows } from './money-rows.ts';
import { citeWith } from './pair-rows.ts';
import { linkAt } from './party-links.ts';
import { findCycles } from './routes/find-cycles.ts';
import { subgraphOf } from './subgraph.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.cycles': { payload: Asked<'graph.cycles'>; result: Answer<'graph.cycles'> };
  }
}

/** Of one circle so many rounds are listed, of how many it says. */
const LISTED = 20;

/** 回流. Bounded: where the money moves too densely, the answer says from how many payments the search came to its end. */
export default defineJob('graph.cycles', async (ask, job) => {
  const { store } = job.openCase;
  for (const party of ask.parties) partyCard(store, party);
  const payments = await moneyRows(store);
  const { graph } = payments;
  const { circles, rows, kind, tried, of } = findCycles(store, payments, ask, (done, total) => {
    job.checkCancelled();
    job.progress('graph.cycles', done, total);
  });
  const page = circles.slice(0, ask.limit);
  const money = kindIds.indexOf(kind);
  const linkOf = (payer: number, payee: number) =>
    linksFrom(graph, payer, payee).find((link) => graph.kind[link] === money)!;
  const cite = citeWith(store, linkKind(kind)!);
  const timeOf = timeReader(store, kind);
  const rowAt = (i: number) => {
    const { day, time } = timeOf(rows.row[i]!);
    return {
      rowId: rows.row[i]!,
      day,
      time,
      fen: rows.fen[i]!,
      source: cite({ row: rows.row[i]!, field: null }),
      link: linkId(graph, linkOf(rows.payer[i]!, rows.payee[i]!)),
    };
  };
  const linksOf = (parties: readonly number[]) =>
    parties.map((party, i) => linkOf(party, parties[(i + 1) % parties.length]!));
  const used = new Set(page.flatMap(({ parties }) => linksOf(parties)));
  return ok({
    ...subgraphOf(
      store,
      new Set([...ask.parties, ...page.flatMap(({ parties }) => parties)]),
      [...used].map((link) => linkAt(graph, link)),
    ),
    cycles: page.map(({ parties, rounds, fen, backFen, firstDay, lastDay }) => ({
      parties: [...parties],
      links: linksOf(parties).map((link) => linkId(graph, link)),
      rounds: rounds.slice(0, LISTED).map((round) => {
        const days = round.map((i) => rows.day[i]!);
        return {
          rows: round.map(rowAt),
          fen: rows.fen[round[0]!]!,
          first: dayFromNumber(Math.min(...days)),
          last: dayFromNumber(Math.max(...days)),
        };
      }),
      roundsTotal: rounds.length,
      fen,
      backFen,
      first: dayFromNumber(firstDay),
      last: dayFromNumber(lastDay),
    })),
    total: circles.length,
    rows: rows.count,
    cutOff: tried < of ? { tried, of } : null,
    kinds: [kind],
  });
});

/** Day and time of a row as they were read. */
function timeReader(store: Store, kind: string) {
  const { edge } = linkKind(kind)!;
  const read = prepared<[number], { day: string; time: string | null }>(
    store,
    `select ${edge.on} as day, ${edge.time ?? 'null'} as time from ${edge.view} where ${edge.rows} = ? limit 1`,
  );
  return (row: number) => read.get(row)!;
}
