import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import type { ChangedRow } from './change-rows.ts';

/** What became of rows, in the words of the protocol. */
export function changedRows(store: Store, changed: readonly ChangedRow[]): Answer<'import.correct'> {
  const place = prepared<[number], { file: string; sheet: string }>(
    store,
    'select file, sheet_name as sheet from place where row = ?',
  );
  const cites = prepared<[string], { n: number }>(
    store,
    `select count(distinct f.id) as n from finding_row r join finding f on f.id = r.finding
     where f.gone_run is null and r.row in (select value from json_each(?))`,
  );
  return {
    rows: changed.map(({ row, n, before, state, problems }) => ({
      rowId: row,
      row: n,
      file: place.get(row)?.file ?? '',
      sheet: place.get(row)?.sheet ?? '',
      before,
      state,
      problems: problems.map(({ column, code, seen, rejects }) => ({ column, code, seen, rejects })),
    })),
    findings: cites.get(JSON.stringify(changed.map(({ row }) => row)))?.n ?? 0,
  };
}
