import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { manualParts } from '../store/manual-rows.ts';
import { prepared } from '../store/prepared.ts';
import { inferredState } from '../store/relation-states.ts';
import { citeWith, kindOf, type PairRow, pairRows, rowWithin } from './pair-rows.ts';
import { idOf } from './party-links.ts';
import { nodeOf } from './subgraph.ts';

/** The rows behind one link. Count, sum and months are over all rows that count; those set aside are counted apart and say why. */
export default answerInCase('graph.link-rows', (ask, { openCase: { store } }) => {
  const kind = kindOf(ask.kind);
  const [source, target] = [nodeOf(store, ask.source), nodeOf(store, ask.target)];
  const all = pairRows(store, kind, ask.source, ask.target).filter(rowWithin(kind, ask));
  const counted = all.filter(({ aside }) => aside === null);
  const aside = all.filter((row) => row.aside !== null);
  const findings = findingsOf(store, counted);
  const cite = citeWith(store, kind);
  const link = idOf({ kind: kind.id, source: ask.source, target: ask.target });
  const manual = manualParts(store).get(link);
  const inferred = inferredState(store, kind.id, link);
  return ok({
    kind: kind.id,
    source,
    target,
    rows: counted.length,
    fen: kind.edge.amount === undefined ? null : sum(counted),
    asideRows: aside.length,
    // sums are in yuan: what is set aside for its currency is counted, not added
    asideFen: sum(aside.filter((row) => row.aside !== 'foreign-currency')),
    ...(manual && { manual: { ...manual } }),
    ...(inferred && { inferred }),
    months: monthsOf(counted),
    list: all.slice(ask.offset, ask.offset + ask.limit).map((row) => ({
      rowId: row.row,
      day: row.day,
      time: row.time,
      fen: row.fen,
      text: row.text,
      aside: row.aside,
      findings: findings.byRow.get(row.row) ?? 0,
      source: cite(row),
    })),
    findings: findings.list,
  });
});

const sum = (rows: readonly PairRow[]): number => rows.reduce((total, { fen }) => total + (fen ?? 0), 0);

function monthsOf(rows: readonly PairRow[]): Array<{ month: string; rows: number; fen: number }> {
  const dated = rows.filter((row): row is PairRow & { day: string } => row.day !== null);
  const months = Map.groupBy(dated, ({ day }) => day.slice(0, 7));
  return [...months].map(([month, same]) => ({ month, rows: same.length, fen: sum(same) })).reverse();
}

interface FindingRow {
  readonly row: number;
  readonly id: number;
  readonly number: string;
  readonly model: string;
  readonly severity: number;
  readonly status: string;
}

const findingsSql = `select distinct r.row, f.id, f.number, f.model, f.severity, f.status
  from json_each(?) j join finding_row r on r.row = j.value and r.role = 'evidence' join finding f on f.id = r.finding
  where f.gone_run is null and f.status <> 'excluded' order by f.severity desc, f.number`;

/** The open findings that rest on these rows: each once, and how many rest on each row. */
function findingsOf(store: Store, rows: readonly PairRow[]) {
  const found = prepared<[string], FindingRow>(store, findingsSql).all(JSON.stringify(rows.map(({ row }) => row)));
  const byRow = new Map<number, number>();
  for (const { row } of found) byRow.set(row, (byRow.get(row) ?? 0) + 1);
  const list = new Map(found.map(({ row, ...finding }) => [finding.id, finding]));
  return { byRow, list: [...list.values()] };
}
