import type { Store } from '../store/connect.ts';
import { roleOfTitle } from './titles.ts';

/** What the records say about what somebody is, by mention id. */
export interface Roles {
  /** company register: 企业角色 */
  readonly company: ReadonlyMap<number, string>;
  /** people under a title, with the organisation beside it (mention id or null) */
  readonly titles: ReadonlyArray<{ person: number; org: number | null; role: 'keypost' | 'doctor' | 'rep' }>;
}

export function readRoles(store: Store): Roles {
  const company = new Map<number, string>();
  const companies = store.db.prepare<[], { company: number; role: string }>(
    'select company, role from rec_company where role is not null order by row',
  );
  for (const { company: mention, role } of companies.all()) company.set(mention, role);
  const titles: Array<{ person: number; org: number | null; role: 'keypost' | 'doctor' | 'rep' }> = [];
  const seen = store.db.prepare<[], { person: number; org: number | null; title: string }>(
    'select distinct person, org, title from rec_conference_person where title is not null',
  );
  for (const { person, org, title } of seen.all()) {
    const role = roleOfTitle(title);
    if (role) titles.push({ person, org, role });
  }
  for (const person of repsByHeader(store)) titles.push({ person, org: null, role: 'rep' });
  return { company, titles };
}

/** Handlers of ledgers whose own header calls the column 医药代表, 代表 or the like. */
function repsByHeader(store: Store): number[] {
  const sheets = store.db
    .prepare<[], { id: number; columns: string }>("select id, columns from sheet where category = 'expense'")
    .all();
  const handlers = store.db
    .prepare<[number], number>(
      'select distinct x.handler from row r join rec_expense x on x.row = r.id where r.sheet = ? and x.handler is not null',
    )
    .pluck();
  return sheets.filter(({ columns }) => namesReps(JSON.parse(columns))).flatMap(({ id }) => handlers.all(id));
}

const namesReps = (columns: ReadonlyArray<{ header: string; field: string | null }>): boolean =>
  columns.some(({ header, field }) => field === 'handler' && header.includes('代表'));
