import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { isMaskedName, looksLikeOrg, orgFamily, orgKey, personKey } from '../../shared/evidence/name.ts';
import { caseInMemory } from '../case-in-memory.ts';

/** A mention in the words of a test; whatever is left out is not written beside the name. */
export interface MentionSpec {
  readonly name?: string;
  /** default: read off the name */
  readonly kind?: string;
  readonly idNo?: string;
  readonly uscc?: string;
  readonly account?: string;
  readonly phone?: string;
  readonly employer?: string;
  readonly dept?: string;
  /** conferences */
  readonly no?: string;
  readonly day?: string;
  /** the id beside the name fails its check or is damaged */
  readonly damaged?: boolean;
}

/** Writes mentions as an import writes them, without rows. Returns their ids in the order given; equal mentions are one. */
export function writeMentions(store: Store, specs: readonly MentionSpec[]): number[] {
  const find = store.db
    .prepare<unknown[], number>(
      `select id from mention where kind = ? and name = ? and key = ? and coalesce(id_value, '') = ? and coalesce(account, '') = ?
         and coalesce(phone, '') = ? and coalesce(org_key, '') = ? and coalesce(dept, '') = ?`,
    )
    .pluck();
  const insert = store.db.prepare(
    `insert into mention (kind, name, key, id_type, id_value, account, phone, org_key, dept, masked, first_row, first_field)
     values (:kind, :name, :key, :idType, :idValue, :account, :phone, :orgKey, :dept, :masked, 1, 'name')`,
  );
  const identifier = store.db.prepare('insert or ignore into mention_identifier values (?, ?, ?, ?, 1, null)');
  return specs.map((spec) => {
    const draft = draftOf(spec);
    const { kind, name, key, idValue, account, phone, orgKey: employer, dept } = draft;
    const known = find.get(kind, name, key, idValue ?? '', account ?? '', phone ?? '', employer ?? '', dept ?? '');
    if (known !== undefined) return known;
    const id = Number(insert.run(draft).lastInsertRowid);
    const put = (type: string, value: string | null) => {
      if (value !== null) identifier.run(id, type, value.replace(/^\?/, ''), value.startsWith('?') ? 0 : 1);
    };
    put(draft.idType ?? '', idValue);
    put('account', account);
    put('phone', phone);
    return id;
  });
}

/** A case that holds these mentions, resolved. */
export function resolved(...specs: MentionSpec[]): { store: Store; ids: number[] } {
  const store = caseInMemory();
  const ids = writeMentions(store, specs);
  resolveParties(store, '2026-01-01T00:00:00.000Z');
  return { store, ids };
}

/** The partition as groups of positions of `ids`, smallest first: [[0, 2], [1]]. Mentions of nobody are left out. */
export function groups(store: Store, ids: readonly number[]): number[][] {
  const party = store.db.prepare<[number], number | null>('select party from mention where id = ?').pluck();
  const parties = ids.map((id) => party.get(id) ?? null);
  const byParty = new Map<number, number[]>();
  for (const [position, of] of parties.entries())
    if (of !== null) byParty.set(of, [...(byParty.get(of) ?? []), position]);
  return [...byParty.values()];
}

function draftOf(spec: MentionSpec) {
  const { name = '', account = null, phone = null, dept = null, damaged = false } = spec;
  const accountOnly = name === '' && account !== null;
  const kind = spec.kind ?? (accountOnly ? 'account' : looksLikeOrg(name) ? (orgFamily(name) ?? 'org') : 'person');
  const number = spec.idNo ?? spec.uscc ?? spec.no ?? null;
  const key =
    kind === 'person'
      ? personKey(name)
      : kind === 'conference'
        ? (spec.no ?? `${name}${spec.day === undefined ? '' : `@${spec.day}`}`)
        : kind === 'account'
          ? (account ?? '')
          : orgKey(name);
  return {
    kind,
    name: accountOnly ? account : name || (spec.no ?? ''),
    key,
    idType: number === null ? null : spec.idNo ? 'id_no' : spec.uscc ? 'uscc' : 'conference_no',
    idValue: number === null ? null : damaged ? `?${number}` : number,
    account: account?.includes('*') ? `?${account}` : account,
    phone,
    orgKey: spec.employer === undefined ? null : orgKey(spec.employer),
    dept,
    masked: kind === 'person' && isMaskedName(name) ? 1 : 0,
  };
}
