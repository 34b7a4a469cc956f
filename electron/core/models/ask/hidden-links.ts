import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { EvidenceReader, HitRow } from '../model.ts';
import { keyOfPerson } from './person-names.ts';
import { type Kin, readKin } from './staff-family.ts';

/** How far each way to be linked to a company speaks for one interest. Judgement of this tool. */
const weights = {
  officer: 1,
  kinOfficer: 0.9,
  account: 0.9,
  contact: 0.8,
  phone: 0.8,
  address: 0.6,
  shareholder: 0.6,
  // a few shares of a company whose shares anybody may buy
  fewShares: 0.2,
  // a name alone may be anybody of that name
  namesake: 0.2,
} as const;

export type LinkWay = keyof typeof weights;

export const wayWords: Readonly<Record<LinkWay, Bilingual>> = {
  officer: { zh: '本人任法定代表人或高管', en: 'Represents or manages the company' },
  kinOfficer: { zh: '亲属任法定代表人、高管或经营该企业', en: 'A relative represents, manages or runs the company' },
  account: { zh: '共用账户或代缴保证金', en: 'One account, or paid its bid deposit' },
  contact: { zh: '企业联系人', en: 'Contact person of the company' },
  phone: { zh: '电话相同', en: 'Same telephone' },
  address: { zh: '地址相同（到室）', en: 'Same address down to the room' },
  shareholder: { zh: '股东', en: 'Shareholder' },
  fewShares: { zh: '持有股份有限公司少量股份', en: 'Holds few shares of a joint-stock company' },
  namesake: { zh: '与法定代表人或股东同名（仅姓名）', en: 'Bears the name of a representative or shareholder' },
};

/** 隐性关联: what links somebody, himself or through a relative, to one company. */
export interface HiddenLink {
  readonly person: number;
  readonly company: number;
  readonly ways: readonly LinkWay[];
  /** 1 − the product of what each way leaves open; 0.2 at most where there is nothing but a name */
  readonly strength: number;
  /** the relatives through whom it goes, none where it is his own */
  readonly kin: readonly Kin[];
  /** last day of the posts and holdings; null where one of them has no end, or something else links them */
  readonly until: string | null;
  readonly rows: readonly HitRow[];
}

interface Found {
  readonly person: number;
  readonly kin: Kin | null;
  readonly company: number;
  readonly way: LinkWay;
  /** of a holding: its share where that says more than the way */
  readonly weight: number;
  readonly until: string | null;
  readonly cells: ReadonlyArray<{ readonly row: number; readonly field: string }>;
}

/** Who stands for somebody: he himself, and each relative. */
type Carriers = ReadonlyMap<number, ReadonlyArray<{ readonly person: number; readonly kin: Kin | null }>>;

/** Below so many percent of a joint-stock company a holding may be bought on the exchange. */
const FEW_SHARES = 5;
const leads = /法定代表人|法人|负责人|董事|总经理|实际控制|股东|监事|合伙|经营者|投资人/;

/**
 * Every link between these people, with the relatives of the lists of family relations, and companies: posts and holdings, telephones and rooms
 * that the case shows beside both (never those that a person rejected, nor of a park or a switchboard), accounts, contacts. `addrMax`: an address
 * beside more parties links nobody. By person and company.
 */
export function hiddenLinksOf(evidence: EvidenceReader, people: ReadonlySet<number>, addrMax: number): HiddenLink[] {
  const carriers = carriersOf(evidence, people);
  const isCompany = (party: number) => ['company', 'org'].includes(evidence.party(party).kind);
  const found = [
    ...posts(evidence, carriers),
    ...businesses(evidence, people),
    ...sharedValues(evidence, carriers, addrMax),
    ...sharedAccounts(evidence, carriers),
  ].filter(({ company }) => isCompany(company));
  const linked = new Set(found.map(({ person, company }) => `${person} ${company}`));
  const names = namesakes(evidence, carriers).filter(({ person, company }) => linked.has(`${person} ${company}`));
  return [...Map.groupBy([...found, ...names], ({ person, company }) => `${person} ${company}`).values()].map(linkOf);
}

function linkOf(list: readonly Found[]): HiddenLink {
  const { person, company } = list[0]!;
  const byWay = Map.groupBy(list, ({ way }) => way);
  const open = [...byWay.values()].reduce(
    (left, same) => left * (1 - Math.max(...same.map(({ weight }) => weight))),
    1,
  );
  const cells = list.flatMap(({ way, cells: of }) =>
    of.map(({ row, field }): [string, HitRow] => [
      `${row} ${field}`,
      { row, field, role: way === 'namesake' ? 'context' : 'evidence', note: wayWords[way] },
    ]),
  );
  const kin = new Map(list.flatMap((each) => (each.kin === null ? [] : [[each.kin.row, each.kin] as const])));
  for (const { row, field, relation } of kin.values())
    cells.push([
      `${row} ${field}`,
      {
        row,
        field,
        role: 'evidence',
        note: { zh: `与本人的关系：${relation}`, en: 'The relation as the list states it' },
      },
    ]);
  const ends = list.filter(({ way }) => way !== 'namesake').map(({ until }) => until);
  return {
    person,
    company,
    ways: (Object.keys(weights) as LinkWay[]).filter((way) => byWay.has(way)),
    strength: Math.round((1 - open) * 1000) / 1000,
    kin: [...kin.values()],
    until: ends.some((end) => end === null) ? null : ends.reduce((last, end) => (end! > last! ? end : last), ''),
    rows: [...new Map(cells).values()],
  };
}

function carriersOf(evidence: EvidenceReader, people: ReadonlySet<number>): Carriers {
  const carriers = new Map<number, Array<{ person: number; kin: Kin | null }>>();
  const put = (party: number, person: number, kin: Kin | null) => {
    const known = carriers.get(party);
    if (known) known.push({ person, kin });
    else carriers.set(party, [{ person, kin }]);
  };
  for (const person of people) put(person, person, null);
  for (const kin of readKin(evidence)) if (people.has(kin.person)) put(kin.relative, kin.person, kin);
  return carriers;
}

interface Post {
  readonly company: number;
  readonly holder: number;
  readonly row: number;
  readonly field: string;
  readonly what: 'officer' | 'holder' | 'contact';
  readonly share: string | null;
  readonly until: string | null;
}

/** Posts, holdings and contacts of companies, as registers and bids name them. */
const readPosts = (evidence: EvidenceReader): readonly Post[] =>
  evidence.once('posts in companies', () =>
    evidence.all<Post>(
      `select company, holder, row, 'person_name' as field, iif(office = 1 or controls = 1, 'officer', 'holder') as what, share, to_day as until
       from company_person where company is not null and holder is not null and (office = 1 or controls = 1 or holds = 1)
       union all select company, legal_rep, row, 'legal_rep', 'officer', null, null from legal_representative where legal_rep is not null and company is not null
       union all select company, contact, row, 'contact', 'contact', null, null from contact_person where contact is not null and company is not null
       order by row, field`,
    ),
  );

function posts(evidence: EvidenceReader, carriers: Carriers): Found[] {
  return readPosts(evidence).flatMap(({ company, holder, row, field, what, share, until }) =>
    (carriers.get(holder) ?? []).map(({ person, kin }): Found => {
      const held = Number(share ?? 0);
      const few = held > 0 && held < FEW_SHARES && evidence.party(company).name.includes('股份有限公司');
      const holding = few ? 'fewShares' : 'shareholder';
      const way = what === 'contact' ? 'contact' : what === 'holder' ? holding : kin ? 'kinOfficer' : 'officer';
      const weight = way === 'shareholder' ? Math.max(weights.shareholder, Math.min(held, 100) / 100) : weights[way];
      return { person, kin, company, way, weight, until, cells: [{ row, field }] };
    }),
  );
}

/** 经商办企业: what the lists of family relations themselves say that a relative runs, or leads by the post written there. */
function businesses(evidence: EvidenceReader, people: ReadonlySet<number>): Found[] {
  const kinByRow = new Map(readKin(evidence).map((kin) => [`${kin.person} ${kin.relative}`, kin]));
  return evidence
    .all<{ person: number; relative: number; company: number; row: number; field: string; position: string | null }>(
      `select person, relative, business as company, row, 'relative_company' as field, null as position from kinship
       where person is not null and relative is not null and business is not null
       union all select person, relative, employer, row, 'relative_employer', coalesce(position, '') from kinship
       where person is not null and relative is not null and employer is not null order by row, field`,
    )
    .filter(({ person, position }) => people.has(person) && (position === null || leads.test(position)))
    .flatMap(({ person, relative, company, row, field }): Found[] => {
      const kin = kinByRow.get(`${person} ${relative}`);
      const [way, weight] = ['kinOfficer', weights.kinOfficer] as const;
      return kin ? [{ person, kin, company, way, weight, until: null, cells: [{ row, field }] }] : [];
    });
}

interface Shared {
  readonly attribute: number;
  readonly kind: 'phone' | 'address';
  readonly row: number;
  readonly field: string;
  readonly party: number;
  readonly other: number;
}

const pairOf = (attribute: number, one: number, other: number): string => `${attribute} ${one} ${other}`;

/** Telephones and rooms that stand beside somebody and beside a company: of each such pair the first cell on his side, and the first on its. */
const readShared = (
  evidence: EvidenceReader,
): { readonly his: ReadonlyMap<string, Shared>; readonly its: ReadonlyMap<string, Shared> } =>
  evidence.once('values shared with companies', () => {
    const firstBeside = (company: 'party' | 'other'): ReadonlyMap<string, Shared> => {
      const first = new Map<string, Shared>();
      evidence.each<Shared>(
        `select x.attribute as attribute, x.kind as kind, x.row as row, x.field as field, x.party as party, x.other as other
         from attribute_pair x join who w on w.party = x.${company}
         where +x.kind in ('phone', 'address') and x.verdict <> 'rejected' and w.kind in ('company', 'org') order by x.row, x.field`,
        {},
        (each) => {
          const pair = pairOf(each.attribute, each.party, each.other);
          if (!first.has(pair)) first.set(pair, each);
          return true;
        },
      );
      return first;
    };
    return { his: firstBeside('other'), its: firstBeside('party') };
  });

/** Telephones and rooms that stand beside somebody and beside a company, one cell on each side. */
function sharedValues(evidence: EvidenceReader, carriers: Carriers, addrMax: number): Found[] {
  const crowded = new Set(
    evidence
      .all<{ attribute: number; parties: number }>(
        "select distinct attribute, people + organisations as parties from attribute_holder where kind = 'address'",
      )
      .filter(({ parties }) => parties > addrMax)
      .map(({ attribute }) => attribute),
  );
  const { his, its } = readShared(evidence);
  return [...his.values()].flatMap(({ attribute, kind: way, row, field, party, other }) => {
    const theirs = its.get(pairOf(attribute, other, party));
    if (theirs === undefined || crowded.has(attribute)) return [];
    return (carriers.get(party) ?? []).map(
      ({ person, kin }): Found => ({
        person,
        kin,
        company: other,
        way,
        weight: weights[way],
        until: null,
        cells: [
          { row, field },
          { row: theirs.row, field: theirs.field },
        ],
      }),
    );
  });
}

/** An account that registers give to both, and bid deposits that somebody paid for a company. */
function sharedAccounts(evidence: EvidenceReader, carriers: Carriers): Found[] {
  const held = Map.groupBy(
    evidence.all<{ account: number; holder: number; row: number }>(
      'select account, holder, row from account_holding order by row',
    ),
    ({ account }) => account,
  );
  const fieldOf = (row: number) =>
    ['account_no', 'card_no', 'bank_card'].find((field) => evidence.shown(row, field) !== '') ?? 'account_no';
  const pairs = [...held.values()].flatMap((list) =>
    list.flatMap((own) =>
      list
        .filter(({ holder }) => carriers.has(own.holder) && holder !== own.holder)
        .map((theirs) => ({
          holder: own.holder,
          company: theirs.holder,
          cells: [own.row, theirs.row].map((row) => ({ row, field: fieldOf(row) })),
        })),
    ),
  );
  const deposits = evidence
    .all<{ payer: number; bidder: number; row: number }>('select payer, bidder, row from bid_deposit order by row')
    .map(({ payer, bidder, row }) => ({
      holder: payer,
      company: bidder,
      cells: [{ row, field: 'deposit_payer' }],
    }));
  return [...pairs, ...deposits].flatMap(({ holder, company, cells }) =>
    (carriers.get(holder) ?? []).map(
      ({ person, kin }): Found => ({
        person,
        kin,
        company,
        way: 'account',
        weight: weights.account,
        until: null,
        cells,
      }),
    ),
  );
}

/** Representatives and holders who bear the name and are not known to be the same person: shown beside another link, never one by itself. */
function namesakes(evidence: EvidenceReader, carriers: Carriers): Found[] {
  const byName = Map.groupBy(carriers.keys(), (party) => keyOfPerson(evidence.party(party).name));
  return readPosts(evidence)
    .filter(({ holder }) => !carriers.has(holder) && evidence.party(holder).kind === 'person')
    .flatMap(({ company, holder, row, field }) =>
      (byName.get(keyOfPerson(evidence.party(holder).name)) ?? []).flatMap((party) =>
        carriers.get(party)!.map(({ person, kin }): Found => {
          const [way, weight] = ['namesake', weights.namesake] as const;
          return { person, kin, company, way, weight, until: null, cells: [{ row, field }] };
        }),
      ),
    );
}
