import type { z } from 'zod';
import type { evidenceRow } from '../../../shared/protocol/findings.requests.ts';
import { type CitedRow, citedRows } from '../store/cited-rows.ts';
import type { Store } from '../store/connect.ts';
import { dayReader } from '../store/day-of-row.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { records } from '../store/records/index.ts';

export type EvidenceRow = z.output<typeof evidenceRow>;

interface Line {
  readonly day: string | null;
  readonly fen: number | null;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly text: string;
}

const lineSql = `select l.day as day, l.fen as fen, p.name as fromName, q.name as toName, l.text as text
  from line l left join party p on p.id = l.from_party left join party q on q.id = l.to_party where l.row = ?`;

/** Cells of money: a row that is cited for another of its cells adds nothing to the sum of a finding. */
const moneyFields: ReadonlySet<string> = new Set(records.flatMap(({ cited }) => Object.keys(cited)));

/** Rows that a finding, a conference or a board cites, each with its day, money, sides, words and the cells of the cited fields. */
export function evidenceRows(store: Store, cited: readonly CitedRow[]): EvidenceRow[] {
  const lines = prepared<[number], Line>(store, lineSql);
  const place = valueReader(store);
  return cited.map(({ row, role, cells: [first, ...others] }): EvidenceRow => {
    const line = lines.get(row);
    const { field, note } = first!;
    return {
      rowId: row,
      role,
      field,
      day: line?.day ?? null,
      fen: line?.fen ?? null,
      counted: role === 'evidence' && [first!, ...others].some((cell) => moneyFields.has(cell.field)),
      from: line?.fromName ?? null,
      to: line?.toName ?? null,
      text: line?.text ?? '',
      note,
      source: place(row, field).source,
      also: others.map((cell) => ({ note: cell.note, source: place(row, cell.field).source })),
    };
  });
}

/** What a finding cites: evidence first, by day. */
export function citedBy(store: Store, finding: number): CitedRow[] {
  // asked by its row each time: a join would gather every record of the case first
  const dayOf = dayReader(store);
  const rows = citedRows(store, finding).map((cited) => ({ ...cited, day: dayOf(cited.row) ?? '' }));
  // the roles stand in their order already
  return [...Map.groupBy(rows, ({ role }) => role).values()].flatMap((list) =>
    list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  );
}
