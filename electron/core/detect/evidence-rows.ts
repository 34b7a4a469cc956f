import type { z } from 'zod';
import type { evidenceRow } from '../../../shared/protocol/findings.requests.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { Store } from '../store/connect.ts';
import { dayReader } from '../store/day-of-row.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

export type EvidenceRow = z.output<typeof evidenceRow>;

export interface CitedRow {
  readonly row: number;
  readonly field: string;
  readonly role: EvidenceRow['role'];
  readonly note: Bilingual | null;
}

interface Line {
  readonly day: string | null;
  readonly fen: number | null;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly text: string;
}

const lineSql = `select l.day as day, l.fen as fen, p.name as fromName, q.name as toName, l.text as text
  from line l left join party p on p.id = l.from_party left join party q on q.id = l.to_party where l.row = ?`;

/** Rows that a finding or a conference cites, each with its day, money, sides, words and the cell of the cited field. */
export function evidenceRows(store: Store, cited: readonly CitedRow[]): EvidenceRow[] {
  const lines = prepared<[number], Line>(store, lineSql);
  const place = valueReader(store);
  return cited.map(({ row, field, role, note }): EvidenceRow => {
    const line = lines.get(row);
    return {
      rowId: row,
      role,
      field,
      day: line?.day ?? null,
      fen: line?.fen ?? null,
      from: line?.fromName ?? null,
      to: line?.toName ?? null,
      text: line?.text ?? '',
      note,
      source: place(row, field).source,
    };
  });
}

const order: Readonly<Record<CitedRow['role'], number>> = { evidence: 0, explained: 1, counter: 2, context: 3 };

/** What a finding cites: evidence first, by day. */
export function citedBy(store: Store, finding: number): CitedRow[] {
  const rows = prepared<[number], { row: number; field: string; role: CitedRow['role']; note: string | null }>(
    store,
    'select row, field, role, note from finding_row where finding = ? order by row, field',
  ).all(finding);
  // asked by its row each time: a join would gather every record of the case first
  const dayOf = dayReader(store);
  const days = new Map(rows.map(({ row }) => [row, dayOf(row) ?? '']));
  const byDay = (a: number, b: number) => (days.get(a)! < days.get(b)! ? -1 : days.get(a)! > days.get(b)! ? 1 : 0);
  return rows
    .sort((a, b) => order[a.role] - order[b.role] || byDay(a.row, b.row))
    .map(({ row, field, role, note }) => ({ row, field, role, note: note === null ? null : JSON.parse(note) }));
}
