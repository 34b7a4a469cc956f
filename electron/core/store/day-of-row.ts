import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';
import { recordOfCategory } from './records/index.ts';

/** The day of the record that a row became, asked in its own table: \`line\` would look in all of them. Undefined: none, or it has no day. */
export function dayReader(store: Store): (row: number) => string | undefined {
  const categoryOf = prepared<[number], { category: string }>(
    store,
    'select s.category as category from row r join sheet s on s.id = r.sheet where r.id = ?',
  );
  return (row) => {
    const found = categoryOf.get(row);
    const record = found && recordOfCategory(found.category);
    if (!record || record.day.column === null) return undefined;
    const dayOf = prepared<[number], { day: string | null }>(
      store,
      `select ${record.day.column} as day from ${record.table} where row = ?`,
    );
    return dayOf.get(row)?.day ?? undefined;
  };
}
