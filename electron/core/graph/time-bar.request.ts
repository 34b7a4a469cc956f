import { drawnKinds } from '../../../shared/ontology/index.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Adjacency, dayAsNumber, dayAsText, kindIds, leaving } from './adjacency.ts';
import { type ChartFilter, passing, type SievedBy, sieve } from './chart-filter.ts';
import { undatedSql } from './link-sql.ts';
import { type MoneyRows, moneyRows, placesOf } from './money-rows.ts';
import { barsFor, unitFor } from './time-bars.ts';
import { marksAt } from './time-marks.ts';

/** Money over time. The bars span all money of the case, so that they stay where they are while filters change; findingFen is what open findings rest on. */
export default answerInCase('graph.time-bar', async (filter, { openCase: { store } }) => {
  const money = await moneyRows(store);
  const span = spanOf(money);
  const unit = span ? unitFor(span.first, span.last) : 'month';
  const bars = span ? barsFor(span.first, span.last, unit) : [];
  const starts = Int32Array.from(bars, ({ from }) => dayAsNumber(from));
  const { passes } = passing(store, money, { ...filter, undated: true });
  const [rows, fen, findingFen] = [0, 1, 2].map(() => new Float64Array(bars.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < money.count; at++) {
    if (money.day[at] === 0 || !passes(at)) continue;
    const bar = barOf(starts, money.day[at]!);
    rows[bar]!++;
    fen[bar]! += money.fen[at]!;
  }
  for (const at of placesOf(money, citedRows(store)))
    if (passes(at) && money.day[at] !== 0) findingFen[barOf(starts, money.day[at]!)]! += money.fen[at]!;
  return ok({
    unit,
    bars: bars.map((bar, at) => ({ ...bar, rows: rows[at]!, fen: fen[at]!, findingFen: findingFen[at]! })),
    undated: undatedRows(store, money.graph, filter),
    marks: marksAt(store, bars),
  });
});

function spanOf({ day, count }: MoneyRows): { first: string; last: string } | undefined {
  let [first, last] = [99_999_999, 0];
  for (let at = 0; at < count; at++) {
    const on = day[at]!;
    if (on === 0) continue;
    if (on < first) first = on;
    if (on > last) last = on;
  }
  return last === 0 ? undefined : { first: dayAsText(first)!, last: dayAsText(last)! };
}

/** The last bar that begins on the day or before it. */
function barOf(starts: Int32Array, day: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Undated {
  readonly link: number;
  readonly rows: number;
}

const kept = new WeakMap<Adjacency, readonly Undated[]>();

/** Rows without a day of every kind that may have one, on links that pass the filter. */
function undatedRows(store: Store, graph: Adjacency, filter: Pick<ChartFilter, SievedBy | 'minFen'>): number {
  const known = kept.get(graph) ?? readUndated(store, graph);
  kept.set(graph, known);
  const { passes } = sieve(store, graph, filter);
  return known
    .filter(({ link }) => passes(link) && !(graph.fen[link]! < filter.minFen))
    .reduce((sum, { rows }) => sum + rows, 0);
}

const readUndated = (store: Store, graph: Adjacency): Undated[] =>
  drawnKinds
    .filter(({ edge }) => edge.on !== undefined)
    .flatMap((kind) =>
      prepared<[], [number, number, number]>(store, undatedSql(kind))
        .raw()
        .all()
        .flatMap(([from, to, rows]) => {
          const link = leaving(graph, from).find(
            (each) => graph.target[each] === to && kindIds[graph.kind[each]!] === kind.id,
          );
          return link === undefined ? [] : [{ link, rows }];
        }),
    );

const citedSql = `select distinct r.row from finding_row r join finding f on f.id = r.finding
  where r.role = 'evidence' and f.gone_run is null and f.status <> 'excluded'`;

const citedRows = (store: Store): number[] =>
  prepared<[], { row: number }>(store, citedSql)
    .all()
    .map(({ row }) => row);
