import { addressKeys } from '../../../../shared/evidence/address.ts';
import { tidy } from '../../../../shared/evidence/text.ts';
import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { EvidenceReader, HitRow } from '../model.ts';
import { type Bid, type Lot, readLots } from './lots.ts';
import { keyOfPerson } from './person-names.ts';
import { readKin } from './staff-family.ts';

/** How far one kind of likeness speaks for one hand behind two bidders. Judgement of this tool. */
const weights = {
  person: 1,
  mac: 0.9,
  author: 0.9,
  phone: 0.8,
  email: 0.8,
  contact: 0.7,
  kin: 0.7,
  address: 0.5,
  ip: 0.4,
  // a name alone may be anybody of that name
  namesake: 0.3,
} as const;

type TieKind = keyof typeof weights;

export const tieWords: Readonly<Record<TieKind, Bilingual>> = {
  person: {
    zh: '法定代表人、实际控制人或大股东为同一人',
    en: 'One legal representative, controller or major shareholder',
  },
  mac: { zh: '投标机器码相同', en: 'Same machine code' },
  author: { zh: '投标文件作者相同', en: 'Same author of the bid files' },
  phone: { zh: '联系电话相同', en: 'Same telephone' },
  email: { zh: '邮箱相同', en: 'Same e-mail' },
  contact: { zh: '联系人为同一人', en: 'One contact person' },
  kin: { zh: '法定代表人或股东之间有亲属关系', en: 'Representatives or shareholders are relatives' },
  address: { zh: '地址相同', en: 'Same address' },
  ip: { zh: '投标IP相同', en: 'Same IP address' },
  namesake: {
    zh: '法定代表人、股东或联系人同名（仅姓名）',
    en: 'Representatives, shareholders or contacts of one name (name only)',
  },
};

/** What two bidders of one lot have in common. */
export interface Tie {
  readonly lot: Lot;
  readonly a: number;
  readonly b: number;
  readonly kinds: readonly TieKind[];
  /** 1 − the product of what each kind leaves open */
  readonly strength: number;
  readonly rows: readonly HitRow[];
}

interface Trait {
  readonly kind: TieKind;
  readonly value: string;
  readonly row: number;
  readonly field: string;
}

/** A value that more companies share says nothing: a park's address, an agency's telephone, the line of the bidding centre. */
const HUB = 30;
/** The least strength that is told at all. */
const WEAKEST = 0.3;

/** Every pair of bidders of one lot that have something in common, by lot. */
export const readBidderTies = (evidence: EvidenceReader): readonly Tie[] =>
  evidence.once('bidder ties', () => gatherTies(evidence));

function gatherTies(evidence: EvidenceReader): Tie[] {
  const lots = readLots(evidence);
  const registered = registeredTraits(evidence, new Set(lots.flatMap(({ bids }) => bids.map(({ bidder }) => bidder))));
  const kin = new Map(readKin(evidence).flatMap((each) => [[`${each.person} ${each.relative}`, each.row] as const]));
  const traits = new Map(
    lots.flatMap(({ bids }) =>
      bids.map((bid) => [bid, [...bidTraits(evidence, bid), ...(registered.get(bid.bidder) ?? [])]] as const),
    ),
  );
  const crowded = crowdedValues(traits);
  return lots.flatMap((lot) =>
    pairsOf(lot.bids).flatMap(([one, other]) => {
      const shared = sharedTraits(
        traits.get(one)!.filter((trait) => !crowded.has(keyOf(trait))),
        traits.get(other)!.filter((trait) => !crowded.has(keyOf(trait))),
        kin,
      );
      const kinds = [...shared.keys()].sort();
      const strength = 1 - kinds.reduce((open, kind) => open * (1 - weights[kind]), 1);
      if (strength < WEAKEST) return [];
      return [{ lot, a: one.bidder, b: other.bidder, kinds, strength, rows: [...shared.values()].flat() }];
    }),
  );
}

const pairsOf = (bids: readonly Bid[]): Array<[Bid, Bid]> =>
  bids.flatMap((one, i) => bids.slice(i + 1).map((other): [Bid, Bid] => [one, other]));

const keyOf = ({ kind, value }: Trait): string => `${kind} ${value}`;

function crowdedValues(traits: ReadonlyMap<Bid, readonly Trait[]>): Set<string> {
  const holders = new Map<string, Set<number>>();
  for (const [{ bidder }, list] of traits)
    for (const trait of list) {
      const known = holders.get(keyOf(trait));
      if (known) known.add(bidder);
      else holders.set(keyOf(trait), new Set([bidder]));
    }
  return new Set([...holders].filter(([, companies]) => companies.size > HUB).map(([key]) => key));
}

/** Kind → the cells in which both say the same. A person who stands in both counts once, by the weightier of the posts. */
function sharedTraits(
  one: readonly Trait[],
  other: readonly Trait[],
  kin: ReadonlyMap<string, number>,
): Map<TieKind, HitRow[]> {
  const shared = new Map<TieKind, HitRow[]>();
  const add = (kind: TieKind, cells: ReadonlyArray<Pick<Trait, 'row' | 'field'>>) =>
    shared.set(kind, [
      ...(shared.get(kind) ?? []),
      ...cells.map(({ row, field }): HitRow => ({ row, field, role: 'evidence', note: tieWords[kind] })),
    ]);
  const people = (list: readonly Trait[]) => list.filter(({ kind }) => kind === 'person' || kind === 'contact');
  for (const a of one)
    for (const b of other)
      if (a.kind === b.kind && a.value === b.value && a.kind !== 'person' && a.kind !== 'contact') add(a.kind, [a, b]);
  for (const a of people(one))
    for (const b of people(other)) {
      if (a.value === b.value) add(a.kind === 'person' && b.kind === 'person' ? 'person' : 'contact', [a, b]);
      const known = kin.get(`${a.value} ${b.value}`) ?? kin.get(`${b.value} ${a.value}`);
      if (known !== undefined && a.kind === 'person' && b.kind === 'person')
        add('kin', [a, b, { row: known, field: 'relative_name' }]);
    }
  // one and the same person is no namesake of himself
  if (shared.has('person') || shared.has('contact')) shared.delete('namesake');
  if (shared.has('person')) shared.delete('contact');
  return shared;
}

/** What says nothing about who wrote a file. */
const anybody =
  /^(?:admin\w*|user\d*|pc\w*|微软用户|微软中国|windows用户?|microsoft|lenovo|dell|hp|asus|acer|wps\w*|office\w*|thinkpad|默认|未知|无)$/i;

const plain = (text: string): string =>
  tidy(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function* simple(kind: TieKind, value: string | null, row: number, field: string): Iterable<Trait> {
  if (value !== null && value !== '') yield { kind, value, row, field };
}

/** Somebody as a party, and beside it his name. */
function* someone(
  evidence: EvidenceReader,
  kind: 'person' | 'contact',
  party: number | null,
  row: number,
  field: string,
): Iterable<Trait> {
  if (party === null) return;
  yield { kind, value: String(party), row, field };
  const known = evidence.party(party);
  if (known.kind === 'person') yield { kind: 'namesake', value: keyOfPerson(known.name), row, field };
}

const phoneOf = (phone: string | null): string | null =>
  phone === null || phone.length < 7 || /^(?:400|800)/.test(phone) ? null : phone;

/** An address down to the house at least: a city is shared by all. */
function addressOf(address: string | null): string | null {
  const keys = address === null ? undefined : addressKeys(address);
  return keys && /\d/.test(keys.unit) ? keys.unit : null;
}

function bidTraits(evidence: EvidenceReader, bid: Bid): Trait[] {
  const { row } = bid;
  const mac = bid.mac === null ? null : plain(bid.mac);
  const author = bid.author === null ? null : plain(bid.author);
  return [
    ...simple('mac', mac !== null && mac.length >= 6 && !/^0+$/.test(mac) ? mac : null, row, 'mac'),
    ...simple('author', author !== null && !anybody.test(author) ? author : null, row, 'file_author'),
    ...simple('phone', phoneOf(bid.phone), row, 'phone'),
    ...simple('address', addressOf(bid.address), row, 'address'),
    ...simple('ip', bid.ip, row, 'ip'),
    ...someone(evidence, 'person', bid.legalRep, row, 'legal_rep'),
    ...someone(evidence, 'contact', bid.contact, row, 'contact'),
  ];
}

/** What registers say of the bidders: representative, contact, address, telephone, e-mail, controllers and holders of a quarter or more. */
function registeredTraits(evidence: EvidenceReader, bidders: ReadonlySet<number>): Map<number, Trait[]> {
  const traits = new Map<number, Trait[]>();
  const put = (company: number, list: readonly Trait[]) => {
    if (bidders.has(company)) traits.set(company, [...(traits.get(company) ?? []), ...list]);
  };
  for (const { company, row, legalRep, contact, phone, address, email } of evidence.all<{
    company: number;
    row: number;
    legalRep: number | null;
    contact: number | null;
    phone: string | null;
    address: string | null;
    email: string | null;
  }>(
    `select company, row, legal_rep as legalRep, contact, phone, address, email from company where company is not null order by row`,
  ))
    put(company, [
      ...someone(evidence, 'person', legalRep, row, 'legal_rep'),
      ...someone(evidence, 'contact', contact, row, 'contact'),
      ...simple('phone', phoneOf(phone), row, 'phone'),
      ...simple('address', addressOf(address), row, 'address'),
      ...simple('email', email?.toLowerCase() ?? null, row, 'email'),
    ]);
  for (const { company, row, holder } of evidence.all<{ company: number; row: number; holder: number }>(
    `select company, row, holder from company_person
     where (controls = 1 or cast(coalesce(share, '0') as real) >= 25) and company is not null and holder is not null order by row`,
  )) {
    put(company, [...someone(evidence, 'person', holder, row, 'person_name')]);
    // a bidder that holds the other: both point to it
    put(holder, [{ kind: 'person', value: String(holder), row, field: 'person_name' }]);
  }
  return traits;
}
