import { roleOfTitle } from '../../../shared/evidence/titles.ts';
import type { Store } from '../store/connect.ts';
import type { Among } from './among.ts';

/** What somebody is, and with which organisation (mention ids). */
export interface PersonRole {
  readonly person: number;
  readonly org: number | null;
  readonly role: 'keypost' | 'doctor' | 'rep' | 'kin';
}

/** 机构名录 and 单位性质 of rosters: what an organisation is. */
export function institutionRoles(store: Store, among: Among): Map<number, string> {
  const roles = new Map<number, string>();
  const rows = store.db
    .prepare<string[], [mention: number, kind: string]>(
      // levels and beds are a hospital's, whatever its line says of its kind
      `select institution, coalesce(kind, 'medical_institution') from rec_institution
       where (kind is not null or level is not null or beds is not null) and ${among.column('institution')}
       union all select employer, employer_kind from rec_staff
       where employer is not null and employer_kind is not null and ${among.column('employer')}`,
    )
    .raw();
  for (const [mention, kind] of rows.all(...among.bind(2))) if (!roles.has(mention)) roles.set(mention, kind);
  return roles;
}

/** Rosters, filings, visits and declarations: who has a post or a title, who acts for a company, who is somebody's relative. */
export function peopleRoles(store: Store, among: Among): PersonRole[] {
  const found: PersonRole[] = [];
  const staff = store.db
    .prepare<
      string[],
      { person: number; org: number | null; position: string | null; title: string | null; key: number | null }
    >(
      `select distinct person, employer as org, position, title, key_post as key from rec_staff where ${among.column('person')}`,
    )
    .all(...among.bind(1));
  for (const { person, org, position, title, key } of staff) {
    for (const words of [position, title]) {
      const role = words === null ? undefined : roleOfTitle(words);
      if (role) found.push({ person, org, role });
    }
    if (key === 1) found.push({ person, org, role: 'keypost' });
  }
  const people = (sql: string, times: number): number[] =>
    store.db
      .prepare<string[], number>(sql)
      .pluck()
      .all(...among.bind(times));
  const reps = people(
    `select person from rec_rep where ${among.column('person')} union select rep from rec_rep_activity where ${among.column('rep')}`,
    2,
  );
  for (const person of reps) found.push({ person, org: null, role: 'rep' });
  // an associate is no relative, and a word nobody knows says of none
  const kin = people(
    `select distinct relative from rec_kinship
     where relation is not null and relation <> 'associate' and relative <> person and ${among.column('relative')}`,
    1,
  );
  for (const person of kin) found.push({ person, org: null, role: 'kin' });
  return found;
}

/** 账户信息 and 工资卡: which account is whose. */
export const heldAccounts = (store: Store, among: Among): Array<[account: number, holder: number]> =>
  store.db
    .prepare<string[], [number, number]>(
      `select account, holder from rec_bank_account where account is not null and ${among.column('account')}
       union select account, person from rec_staff where account is not null and ${among.column('account')}`,
    )
    .raw()
    .all(...among.bind(2));
