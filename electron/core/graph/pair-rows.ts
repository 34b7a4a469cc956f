import { linkKind } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { adjacency, linkCount } from './adjacency.ts';
import { pairSql } from './link-sql.ts';

/** One row between two parties. `aside`: why it does not count, null when it does. */
export interface PairRow {
  readonly row: number;
  readonly day: string | null;
  readonly time: string | null;
  readonly fen: number | null;
  readonly text: string;
  readonly aside: string | null;
  /** the field whose cell it is, where the kind says it row by row */
  readonly field: string | null;
}

/** The kind of a link. Leaves with Problem request.malformed for a word that is no kind. */
export function kindOf(id: string): LinkKind {
  const kind = linkKind(id);
  if (!kind) throw new Stop({ code: 'request.malformed', params: { name: 'graph.link-rows', why: `kind ${id}` } });
  return kind;
}

/**
 * Whether a row belongs to a period. Rows without a day belong to it unless `undated` is false; those of a kind that has no day belong to every
 * period, as its links do.
 */
export const rowWithin =
  (
    { edge }: LinkKind,
    { from = '', to = '9999-12-31', undated }: { from?: string | undefined; to?: string | undefined; undated: boolean },
  ) =>
  ({ day }: Pick<PairRow, 'day'>): boolean =>
    day === null ? undated || edge.on === undefined : day >= from && day <= to;

/** All rows between two parties of one kind and direction, those set aside too; newest first, rows without a day last. */
export function pairRows(store: Store, kind: LinkKind, source: number, target: number): PairRow[] {
  const start = shorterEnd(store, source, target);
  const rows = [kind.edge, ...(kind.aside ? [kind.aside] : [])].flatMap((from) =>
    prepared<[{ source: number; target: number }], PairRow>(store, pairSql(from, start)).all({ source, target }),
  );
  const once = new Map(rows.map((row) => [row.row, row]));
  const key = ({ day, time }: PairRow) => `${day ?? ''} ${time ?? ''}`;
  return [...once.values()].sort((a, b) => (key(a) === key(b) ? b.row - a.row : key(a) < key(b) ? 1 : -1));
}

/** The rows between two parties that make up the drawn link: none that is set aside. In no order. */
export function countedRows(store: Store, kind: LinkKind, source: number, target: number): PairRow[] {
  return prepared<[{ source: number; target: number }], PairRow>(
    store,
    pairSql(kind.edge, shorterEnd(store, source, target)),
  ).all({ source, target });
}

function shorterEnd(store: Store, source: number, target: number): 'from' | 'to' {
  const graph = adjacency(store);
  return linkCount(graph, source) <= linkCount(graph, target) ? 'from' : 'to';
}

/** The cell that carries the figure of a row: the first of the kind's fields that is filled there. */
export function citeWith(store: Store, kind: LinkKind): (row: Pick<PairRow, 'row' | 'field'>) => Source {
  const read = valueReader(store);
  return ({ row, field: own }) => {
    const values = (own === null ? kind.edge.cell : [own]).map((field) => read(row, field));
    return (values.find(({ cell, fact }) => cell !== null || fact !== null) ?? values[0]!).source;
  };
}
