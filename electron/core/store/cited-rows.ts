import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

type Role = 'evidence' | 'explained' | 'counter' | 'context';

/** A row that a finding cites: once, however many of its cells are cited. */
export interface CitedRow {
  readonly row: number;
  readonly role: Role;
  /** the cited cells; a cell that only puts the row in context stands with the others */
  readonly cells: ReadonlyArray<{ readonly field: string; readonly note: Bilingual | null }>;
}

const strength: Readonly<Record<Role, number>> = { evidence: 0, explained: 1, counter: 2, context: 3 };

/** What a finding cites: what it rests on first, then by row. */
export function citedRows(store: Store, finding: number): CitedRow[] {
  const cells = prepared<[number], { row: number; field: string; role: Role; note: string | null }>(
    store,
    'select row, field, role, note from finding_row where finding = ? order by row, field',
  )
    .all(finding)
    .map(({ note, ...cell }) => ({ ...cell, note: note === null ? null : (JSON.parse(note) as Bilingual) }));
  return [...Map.groupBy(cells, ({ row }) => row)]
    .flatMap(([row, all]) => {
      const roles = [...new Set(all.map(({ role }) => role))].sort((a, b) => strength[a] - strength[b]);
      const [first] = roles;
      return roles
        .filter((role) => role === first || role !== 'context')
        .map((role) => ({
          row,
          role,
          cells: all
            .filter((cell) => cell.role === role || (role === first && cell.role === 'context'))
            .sort((a, b) => strength[a.role] - strength[b.role])
            .map(({ field, note }) => ({ field, note })),
        }));
    })
    .sort((a, b) => strength[a.role] - strength[b.role] || a.row - b.row);
}
