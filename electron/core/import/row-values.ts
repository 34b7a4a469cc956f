import { type CellOrEmpty, cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import {
  companyRoles,
  companyStatuses,
  conferenceRoles,
  conferenceStatuses,
  conferenceTypes,
} from '../../../shared/evidence/choices.ts';
import { expenseTypes } from '../../../shared/evidence/expense-type.ts';
import { fen } from '../../../shared/evidence/fen.ts';
import { exactYuan } from '../../../shared/evidence/money.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { sheetOf } from '../sheets/index.ts';
import type { Store } from '../store/connect.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

/** One value read from a row: as it was read where a record holds it, otherwise as the cell shows it. `from`: a fact of the sheet and where it stands. */
export interface RowValue {
  readonly field: string;
  readonly label: Bilingual;
  readonly shown: string;
  readonly cell: string | null;
  readonly column: number | null;
  readonly from: string | null;
}

interface StoredRow {
  readonly sheet: number;
  readonly n: number;
  readonly state: string;
  readonly cells: string;
  readonly category: string;
}

const tables: Readonly<Record<string, string>> = {
  bank_flow: 'rec_bank_flow',
  wallet_flow: 'rec_bank_flow',
  expense: 'rec_expense',
  conference: 'rec_conference',
  conference_person: 'rec_conference_person',
  company: 'rec_company',
};

/** Columns that hold the id of a mention. */
const mentionColumns = new Set(
  'holder counterparty company payee payee_org handler approver conference organizer applicant person org legal_rep contact'.split(
    ' ',
  ),
);

const words = new Map<string, string>(
  [
    ...conferenceTypes,
    ...conferenceStatuses,
    ...conferenceRoles,
    ...companyStatuses,
    ...companyRoles,
    ...expenseTypes,
  ].map(({ id, zh }) => [id, zh] as const),
);
const directions: Readonly<Record<string, string>> = { in: '进', out: '出', neutral: '不计收支' };
const outcomes: Readonly<Record<string, string>> = { ok: '成功', failed: '失败', reversed: '冲正' };

/** Every value of a row, in the order of its columns, then the facts of its sheet. */
export function rowValues(store: Store, rowId: number): RowValue[] {
  const row = prepared<[number], StoredRow>(
    store,
    'select r.sheet as sheet, r.n as n, r.state as state, r.cells as cells, s.category as category from row r join sheet s on s.id = r.sheet where r.id = ?',
  ).get(rowId);
  const sheet = row && sheetOf(row.category);
  if (!row || !sheet) return [];
  const { columns, facts } = sheetLayout(store, row.sheet);
  const table = tables[row.category];
  const record = row.state === 'imported' && table ? recordOf(store, table, rowId) : undefined;
  const cells: readonly CellOrEmpty[] = unpackCells(row.cells);
  const values: RowValue[] = [];
  for (const { index, field } of columns) {
    const cell = cells[index] ?? null;
    const definition = field === null ? undefined : sheet.fields[field];
    if (field === null || !definition || cell === null) continue;
    const kept = record && sheet.kept[field];
    const shown = kept ? asRead(store, kept, record[kept] ?? null) : cell.shown;
    const label = { zh: definition.zh, en: definition.en };
    values.push({
      field,
      label,
      shown: shown ?? cell.shown,
      cell: cellAddress(index, row.n),
      column: index,
      from: null,
    });
  }
  for (const { field, value, cell, from } of facts) {
    const definition = sheet.fields[field];
    if (!definition) continue;
    values.push({
      field,
      label: { zh: definition.zh, en: definition.en },
      shown: value,
      cell,
      column: null,
      from: from ?? 'title',
    });
  }
  return values;
}

type Stored = Readonly<Record<string, string | number | null>>;

/** `table` is one of the constants above. */
const recordOf = (store: Store, table: string, row: number): Stored | undefined =>
  prepared<[number], Stored>(store, `select * from ${table} where row = ?`).get(row);

/** A stored value as a person reads it; undefined: nothing was stored for it. */
function asRead(store: Store, column: string, value: string | number | null): string | undefined {
  if (value === null) return undefined;
  if (mentionColumns.has(column)) {
    return prepared<[number], { name: string }>(store, 'select name from mention where id = ?').get(Number(value))
      ?.name;
  }
  if (column.endsWith('fen')) return exactYuan(fen(Number(value)));
  if (column === 'direction') return directions[value];
  if (column === 'outcome') return outcomes[value];
  if (column === 'cash' || column === 'signed') return value === 1 ? '是' : '否';
  return words.get(String(value)) ?? String(value);
}
