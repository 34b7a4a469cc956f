import { linkKind } from '../../../../shared/ontology/index.ts';
import type { Asked } from '../../../../shared/protocol/requests.ts';
import type { Store } from '../../store/connect.ts';
import { moneyKinds } from '../../store/party-figures.ts';
import { dayAsNumber, kindIds } from '../adjacency.ts';
import type { MoneyRows } from '../money-rows.ts';
import { circlesOf } from './circles.ts';
import { type Circle, groupRounds } from './group-rounds.ts';
import { limitsOf } from './limits.ts';
import { type Payments, paymentsOf } from './payments.ts';
import { roundsInAnyOrder, roundsInOrder } from './rounds.ts';

export interface FoundCircles {
  readonly circles: readonly Circle[];
  readonly rows: Payments;
  /** the kind of link whose rows were followed */
  readonly kind: string;
  readonly tried: number;
  readonly of: number;
}

/** Circles of money through any of the parties, or anywhere. `pulse` is called now and then with how far the search is. */
export function findCycles(
  store: Store,
  money: MoneyRows,
  ask: Asked<'graph.cycles'>,
  pulse: (done: number, total: number) => void,
): FoundCircles {
  const [kind] = moneyKinds(store).flatMap((id) => linkKind(id) ?? []);
  if (!kind) throw new Error('no kind of link carries money');
  const { graph } = money;
  const [from, to] = [dayAsNumber(ask.since ?? null), ask.until ? dayAsNumber(ask.until) : 99_999_999];
  const { mayPass } = limitsOf(store, graph, { excludeHubs: ask.excludeHubs });
  const isMoney = kindIds.indexOf(kind.id);
  const mayUse = (link: number) =>
    graph.kind[link] === isMoney && graph.first[link]! !== 0 && graph.first[link]! <= to && graph.last[link]! >= from;
  const circles = circlesOf(graph, ask.parties, ask.maxLength, mayUse, mayPass);
  const rows = paymentsOf(money, { minFen: ask.minFen, since: from, until: to }, circles.mayBe);
  const search = ask.ordered ? roundsInOrder : roundsInAnyOrder;
  const { rounds, tried, of } = search(rows, circles, ask, (done) => pulse(done, rows.count));
  const through = new Set(ask.parties);
  const wantedRounds =
    through.size === 0 ? rounds : rounds.filter((round) => round.some((i) => through.has(rows.payer[i]!)));
  return { circles: groupRounds(rows, wantedRounds), rows, kind: kind.id, tried, of };
}
