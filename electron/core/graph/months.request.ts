import { linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { moneyKinds } from '../store/party-figures.ts';
import { prepared } from '../store/prepared.ts';
import { type Adjacency, adjacency } from './adjacency.ts';
import { type Among, monthsSql } from './link-sql.ts';

interface MonthRow {
  readonly month: string;
  readonly rows: number;
  readonly fen: number;
}

/**
 * Money by month for the time bar: of the whole case; between the given parties, both ends among them; or, for a single party, all
 * of its own. findingFen is the part that open findings rest on.
 */
export default answerInCase('graph.months', ({ parties }, { openCase: { store } }) => {
  const among = parties === undefined ? 'anywhere' : parties.length === 1 ? 'either-end' : 'both-ends';
  const money = among === 'anywhere' ? ofWholeCase(store) : sumMonths(store, among, parties ?? [], false);
  const cited = new Map(sumMonths(store, among, parties ?? [], true).map(({ month, fen }) => [month, fen]));
  return ok({
    months: money
      .filter(({ month }) => month !== '')
      .map((each) => ({ ...each, findingFen: cited.get(each.month) ?? 0 })),
    undated: money.find(({ month }) => month === '')?.rows ?? 0,
  });
});

const kept = new WeakMap<Adjacency, MonthRow[]>();

/** Summed once for each drawing: it is asked with every chart. */
function ofWholeCase(store: Store): MonthRow[] {
  const graph = adjacency(store);
  const months = kept.get(graph) ?? sumMonths(store, 'anywhere', [], false);
  kept.set(graph, months);
  return months;
}

/** Over the kinds that count as money in this case; there is one of them, so no two kinds are added up. */
function sumMonths(store: Store, among: Among, parties: readonly number[], cited: boolean): MonthRow[] {
  const money = moneyKinds(store);
  const [kind] = (linkKinds as readonly LinkKind[]).filter(({ id }) => money.includes(id));
  if (!kind) return [];
  return prepared<[{ parties: string }], MonthRow>(store, monthsSql(kind, among, cited)).all({
    parties: JSON.stringify(parties),
  });
}
