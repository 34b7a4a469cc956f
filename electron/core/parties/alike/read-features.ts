import { addressKeys } from '../../../../shared/evidence/address.ts';
import { isThing } from '../../../../shared/ontology/kind.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';
import { purposeOf } from '../mention-evidence.ts';
import { cityOf, type Written } from './likeness.ts';

/** A value that two parties may share, with the mention beside which it stands. */
export interface Shared {
  readonly value: string;
  readonly mention: number;
}

/** What suggestions compare two parties by. */
export interface Features {
  readonly party: number;
  /** the earliest mention */
  readonly first: number;
  readonly sort: 'person' | 'org';
  readonly isDepartment: boolean;
  readonly names: ReadonlyArray<Written & { mention: number }>;
  /** id_no or uscc */
  readonly numbers: readonly Shared[];
  readonly phones: readonly Shared[];
  readonly accounts: readonly Shared[];
  readonly employers: readonly Shared[];
  readonly cities: readonly Shared[];
  readonly addresses: readonly Shared[];
}

const MOST_MENTIONS = 300;

interface MentionRow {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly key: string;
  readonly org: string | null;
}

/** Organisations of every kind are compared with each other; a department only with departments. */
const people = new Set(['person']);
const neither = new Set(['cash', 'payment-institution', 'account']);

/** The features of a party, or undefined where it is none that suggestions are made for (accounts, cash, payment institutions, things). */
export function readFeatures(store: Store, party: number): Features | undefined {
  const kind = prepared<[number], { kind: string }>(store, 'select kind from party where id = ?').get(party)?.kind;
  if (kind === undefined || !isCompared(kind)) return undefined;
  const mentions = prepared<[number, number], MentionRow>(
    store,
    "select id, kind, name, key, org_key as org from mention where party = ? and kind <> 'account' and masked = 0 order by id limit ?",
  ).all(party, MOST_MENTIONS);
  if (mentions.length === 0) return undefined;
  const beside = prepared<[number], { mention: number; type: string; value: string }>(
    store,
    `select i.mention, i.type, i.value from mention m join mention_identifier i on i.mention = m.id
     where m.party = ? and i.keyable = 1 order by i.mention limit 2000`,
  ).all(party);
  const of = (...purposes: string[]) =>
    once(beside.filter(({ type, value }) => purposes.includes(purposeOf(type, value) ?? '')));
  const sort = people.has(kind) ? 'person' : 'org';
  const numbers = of('id_no', 'uscc');
  const employers = once(mentions.flatMap(({ id, org }) => (org === null ? [] : [{ value: org, mention: id }])));
  const ofEmployers = employers.map(({ value, mention }) => ({ value: cityOf(value), mention }));
  const ofNumbers = numbers.map(({ value, mention }) => ({ value: `#${value.slice(0, 4)}`, mention }));
  const first = prepared<[number], { first: number }>(
    store,
    'select min(id) as first from mention where party = ?',
  ).get(party)!.first;
  return {
    party,
    first,
    sort,
    isDepartment: kind === 'department',
    names: [...new Map(mentions.map(({ id, name, key }) => [name, { name, key, mention: id }])).values()],
    numbers,
    phones: sort === 'org' ? once(beside.filter(({ type }) => type === 'phone')) : of('phone'),
    accounts: of('account'),
    employers,
    cities: sort === 'person' ? once([...ofEmployers, ...ofNumbers]) : [],
    addresses: sort === 'org' ? addressesOf(store, party) : [],
  };
}

/** Whether suggestions are made for parties of a stored kind. */
export const isCompared = (kind: string): boolean => !neither.has(kind) && !isThing(kind);

const once = (shared: readonly Shared[]): Shared[] => [
  ...new Map(shared.toReversed().map(({ value, mention }) => [value, { value, mention }])).values(),
];

function addressesOf(store: Store, party: number): Shared[] {
  const rows = prepared<[number], { value: string; mention: number }>(
    store,
    `select c.address as value, c.company as mention from mention m join rec_company c on c.company = m.id
     where m.party = ? and c.address is not null`,
  ).all(party);
  return once(
    rows.flatMap(({ value, mention }) => {
      const unit = addressKeys(value)?.unit;
      return unit === undefined ? [] : [{ value: unit, mention }];
    }),
  );
}
