import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { adjacency } from './adjacency.ts';
import { passing } from './chart-filter.ts';
import { linksWithin } from './links-within.ts';
import { moneyRows } from './money-rows.ts';
import { graphLinks, linksAmong } from './subgraph.ts';

/** The chart within a period: its links with the figures of the period, and what each party received and paid in it. */
export default answerInCase('graph.within', async ({ parties, ...within }, { openCase: { store } }) => {
  const money = await moneyRows(store);
  const links = linksAmong(store, adjacency(store), new Set(parties), new Set(), {});
  const figures = new Map(parties.map((id) => [id, { id, inFen: 0, outFen: 0 }]));
  const { passes } = passing(store, money, { ...within, hiddenKinds: [], hiddenLinks: [], minFen: 0, tags: [] });
  const { source, target } = money.graph;
  for (let at = 0; at < money.count; at++) {
    const payer = figures.get(source[money.link[at]!]!);
    const payee = figures.get(target[money.link[at]!]!);
    if ((!payer && !payee) || !passes(at)) continue;
    if (payer) payer.outFen += money.fen[at]!;
    if (payee) payee.inFen += money.fen[at]!;
  }
  return ok({ links: graphLinks(store, linksWithin(store, links, within)), parties: [...figures.values()] });
});
