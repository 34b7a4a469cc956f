import type { Store } from '../../electron/core/store/connect.ts';
import { records } from '../../electron/core/store/records/index.ts';

/** What a case says, whatever ids its mentions and parties have: to hold the state after a deed and its undoing against the state before. */
export function caseState(store: Store): Record<string, unknown> {
  const all = (sql: string) => store.db.prepare(sql).raw().all();
  const mention = new Map(
    (
      store.db
        .prepare(
          "select m.id, m.kind || ' ' || m.name || ' ' || coalesce(m.account, '') || ' ' || m.scope || ' ' || coalesce(p.uid, '') from mention m left join party p on p.id = m.party",
        )
        .raw()
        .all() as Array<[number, string]>
    ).map(([id, words]) => [id, words]),
  );
  const recordsNow = records.map(({ table, columns, mentions }) => {
    const extra = table === 'rec_bank_flow' ? ', mirror_of' : '';
    const rows = all(`select row, ${columns.join(', ')}${extra} from ${table} order by row`) as unknown[][];
    const named = rows.map((row) =>
      row.map((value, i) =>
        (columns[i - 1] ?? '') in mentions && value !== null ? mention.get(value as number) : value,
      ),
    );
    return [table, named];
  });
  return {
    rows: all('select id, sheet, n, state, why, duplicate_of, cells, same from row order by id'),
    sheets: all(
      'select id, rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped, rows_mirrored, sums, first_day, last_day from sheet order by id',
    ),
    problems: all('select row, col, field, code, seen, params, rejects from row_problem order by row, code, col'),
    corrections: all('select row, col, value from correction where undone_at is null order by row, col'),
    records: Object.fromEntries(recordsNow),
    lists: (
      all('select row, field, mention from rec_mention order by row, field, mention') as Array<[number, string, number]>
    ).map(([row, field, id]) => [row, field, mention.get(id)]),
    mentions: [...mention.values()].sort(),
    identifiers: (
      all('select mention, type, value, keyable from mention_identifier') as Array<[number, string, string, number]>
    )
      .map(([id, ...more]) => [mention.get(id), ...more].join(' '))
      .sort(),
    parties: all('select uid, kind, name from party order by uid'),
    links: all(
      `select l.kind, iif(l.kind like 'shared%', min(a.uid, b.uid), a.uid), iif(l.kind like 'shared%', max(a.uid, b.uid), b.uid), l.rows, l.fen, l.first_day, l.last_day from link l join party a on a.id = l.source join party b on b.id = l.target
       order by 1, 2, 3`,
    ),
    findings: all('select number, gone_run from finding order by number'),
  };
}
