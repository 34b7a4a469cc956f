import { roleOfTitle } from '../../../shared/evidence/titles.ts';
import type { Store } from '../store/connect.ts';
import { type Among, everywhere } from './among.ts';
import { type GoodsRoles, readGoodsRoles } from './goods-roles.ts';
import { heldAccounts, institutionRoles, type PersonRole, peopleRoles } from './people-roles.ts';

/** What the records say about what somebody is, by mention id. */
export interface Roles extends Omit<GoodsRoles, 'prescribers'> {
  /** company register: 企业角色 */
  readonly company: ReadonlyMap<number, string>;
  /** people under a title, with the organisation beside it (mention id or null) */
  readonly titles: readonly PersonRole[];
  /** 账户登记: account and holder */
  readonly heldAccounts: ReadonlyArray<readonly [account: number, holder: number]>;
  /** 手工录入: what a person said somebody is */
  readonly stated: ReadonlyArray<{ mention: number; kind: string; role: string | null }>;
}

/** `among`: of which mentions; without it, of all. */
export function readRoles(store: Store, among: Among = everywhere): Roles {
  const company = new Map<number, string>();
  const companies = store.db.prepare<string[], { company: number; role: string }>(
    `select company, role from rec_company where role is not null and ${among.column('company')} order by row`,
  );
  for (const { company: mention, role } of companies.all(...among.bind(1))) company.set(mention, role);
  for (const [mention, role] of institutionRoles(store, among)) if (!company.has(mention)) company.set(mention, role);
  const titles: PersonRole[] = [...peopleRoles(store, among)];
  const seen = store.db.prepare<string[], { person: number; org: number | null; title: string }>(
    `select distinct person, org, title from rec_conference_person where title is not null and ${among.column('person')}`,
  );
  for (const { person, org, title } of seen.all(...among.bind(1))) {
    const role = roleOfTitle(title);
    if (role) titles.push({ person, org, role });
  }
  for (const person of repsByHeader(store, among)) titles.push({ person, org: null, role: 'rep' });
  const { prescribers, ...goods } = readGoodsRoles(store, among);
  for (const each of prescribers) titles.push({ ...each, role: 'doctor' });
  const stated = store.db
    .prepare<string[], { mention: number; kind: string; role: string | null }>(
      `select party as mention, kind, role from rec_manual_party where ${among.column('party')} order by row`,
    )
    .all(...among.bind(1));
  return { company, titles, stated, heldAccounts: heldAccounts(store, among), ...goods };
}

/** Handlers of ledgers whose own header calls the column 医药代表, 代表 or the like. */
function repsByHeader(store: Store, among: Among): number[] {
  const sheets = store.db
    .prepare<[], { id: number; columns: string }>("select id, columns from sheet where category = 'expense'")
    .all();
  const handlers = store.db
    .prepare<Array<number | string>, number>(
      `select distinct x.handler from row r join rec_expense x on x.row = r.id
       where r.sheet = ? and x.handler is not null and ${among.column('x.handler')}`,
    )
    .pluck();
  return sheets
    .filter(({ columns }) => namesReps(JSON.parse(columns)))
    .flatMap(({ id }) => handlers.all(id, ...among.bind(1)));
}

const namesReps = (columns: ReadonlyArray<{ header: string; field: string | null }>): boolean =>
  columns.some(({ header, field }) => field === 'handler' && header.includes('代表'));
