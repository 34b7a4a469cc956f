import type { Store } from '../../store/connect.ts';

const organisations = new Set(['company', 'hospital', 'department', 'association', 'government', 'school', 'org']);

/** 对公: legal entities and their accounts. */
export const isOrganisation = (kind: string, role: string | null): boolean =>
  organisations.has(kind) || (kind === 'account' && role === 'corpAccount');

/** 境外 by its name: it names a place outside the mainland, or is a company with a foreign name only. */
export const isAbroadName = (name: string, kind: string): boolean =>
  /香港|澳门|台湾|境外|离岸|开曼|\bBVI\b/.test(name) ||
  (kind !== 'person' &&
    !/\p{Script=Han}/u.test(name) &&
    /\b(ltd|limited|inc|llc|gmbh|corp|plc|ag|pte|bhd|s\.?a)\b\.?/i.test(name));

/**
 * 已知正常: payments that a conference which passed its check accounts for, and those that only findings rest on which a person ruled out as
 * normal business or checked and compliant. What another finding still rests on is not known to be normal.
 */
export function knownNormal(store: Store): Set<number> {
  const rows = store.db
    .prepare<[], number>(
      `select m.row from meeting_money m where m.explained = 1
       union
       select s.bank_row from same_money s join meeting_money m on m.row = s.ledger_row where m.explained = 1
       union
       select r.row from finding f join finding_row r on r.finding = f.id and r.role = 'evidence'
       where f.gone_run is null and f.status = 'excluded'
         and (select d.reason_code from disposition d where d.finding = f.id order by d.id desc limit 1) in ('normal-business', 'checked-compliant')
         and not exists (select 1 from finding_row o join finding g on g.id = o.finding
                         where o.row = r.row and o.role = 'evidence' and g.gone_run is null and g.status <> 'excluded')`,
    )
    .pluck();
  return new Set(rows.all());
}
