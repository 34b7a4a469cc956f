import { accountNumber, cardNumber, idNumber, phoneNumber, type UsccKind, uscc } from '../identity/check-digits.ts';
import { bare, brandName, HOME_CITY, industries } from '../identity/org-names.ts';
import { personName } from '../identity/person-names.ts';
import { type Day, dayOf, isoDay, type Stamp } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import { type Random, randomOf } from '../plain/random.ts';
import type {
  Account,
  Attendance,
  Conference,
  Expense,
  ExpenseType,
  Org,
  OrgRole,
  Party,
  Person,
  Pseudo,
  Transfer,
} from './types.ts';

/** The months the case covers: 36, the first 12 of them without any planted scheme. */
export const CASE_FROM: Day = dayOf(2022, 1, 1);
export const CASE_TO: Day = dayOf(2024, 12, 31);

export interface PersonWish {
  readonly name?: string;
  readonly city?: string;
  readonly male?: boolean;
  readonly birthYear?: number;
  readonly birth?: Day;
  readonly employer?: Org;
  readonly dept?: string;
  readonly title?: string;
}

export interface OrgWish {
  readonly role: OrgRole;
  readonly city?: string;
  readonly name?: string;
  readonly short?: string;
  readonly founded?: Day;
  readonly capital?: number;
  readonly insured?: number;
  readonly address?: string;
  readonly legalRep?: Person;
  readonly phone?: string;
  readonly formerNames?: readonly string[];
}

export interface PayWish {
  readonly from: Account;
  readonly to: Account;
  readonly fen: Fen;
  readonly at: Stamp;
  readonly summary: string;
  readonly remark?: string;
  readonly channel?: string;
  readonly cash?: boolean;
  readonly failed?: boolean;
  readonly reverses?: string;
  readonly told?: boolean;
  readonly plain?: boolean;
}

export interface ExpenseWish {
  readonly company: Org;
  readonly day: Day;
  readonly type: ExpenseType;
  readonly fen: Fen;
  readonly tax?: Fen;
  readonly payee: Party;
  readonly payeeAccount?: Account;
  readonly conference?: Conference;
  readonly product?: string;
  readonly summary: string;
  readonly paidBy?: string;
  readonly told?: boolean;
  readonly plain?: boolean;
}

export interface StatementPeriod {
  readonly account: Account;
  readonly from: Day;
  readonly to: Day;
  /** Months (2023-05) the bank did not deliver. */
  readonly gaps: ReadonlySet<string>;
  /** It carries planted rows: no months are missing and nothing readable is damaged there. */
  readonly told: boolean;
}

/** Everything that happened, growing while the generators run, always in the same order. */
export interface World {
  readonly seed: number;
  readonly people: Person[];
  readonly orgs: Org[];
  readonly accounts: Account[];
  readonly transfers: Transfer[];
  readonly expenses: Expense[];
  readonly conferences: Conference[];
  readonly attendances: Attendance[];
  readonly statements: Map<string, StatementPeriod>;
  readonly random: (name: string) => Random;
  readonly addPerson: (random: Random, wish?: PersonWish) => Person;
  readonly addOrg: (random: Random, wish: OrgWish) => Org;
  readonly pseudo: (name: string) => Account;
  readonly accountOf: (party: Party) => Account;
  readonly secondAccountOf: (person: Person) => Account;
  readonly pay: (prefix: string, wish: PayWish) => Transfer;
  readonly spend: (prefix: string, wish: ExpenseWish) => Expense;
  readonly addConference: (conference: Omit<Conference, 'id'>) => Conference;
  readonly attend: (attendance: Omit<Attendance, 'id'>) => Attendance;
  /** The investigators hold the statement of this account. */
  readonly obtain: (
    account: Account,
    period?: { from?: Day; to?: Day; gaps?: ReadonlySet<string>; told?: boolean },
  ) => void;
  /** Whether a statement at hand shows what this account did that day. */
  readonly shows: (account: Account, day: Day) => boolean;
  /** Nobody else may plant anything on this party; throws if somebody has. */
  readonly claim: (party: Person | Org, by: string) => void;
  readonly claimed: (party: Person | Org) => boolean;
  /** Everyday business leaves this account alone on those days: what is planted there is not to drown in it. */
  readonly keepQuiet: (account: Account, from: Day, to: Day) => void;
  readonly isQuiet: (account: Account, day: Day) => boolean;
  /** Whether a person may be in `city` that day; remembers it. */
  readonly place: (person: Person, day: Day, city: string) => boolean;
}

const banks = ['澄溪农村商业银行', '云澜银行', '澄江商业银行', '东临银行'];
const streets = [
  '望江路',
  '学府路',
  '青云大道',
  '梅园路',
  '创新大道',
  '临港路',
  '书院街',
  '工业园三路',
  '文昌路',
  '健康路',
];

export function emptyWorld(seed: number): World {
  const people: Person[] = [];
  const orgs: Org[] = [];
  const accounts: Account[] = [];
  const transfers: Transfer[] = [];
  const expenses: Expense[] = [];
  const conferences: Conference[] = [];
  const attendances: Attendance[] = [];
  const statements = new Map<string, StatementPeriod>();
  const counters = new Map<string, number>();
  let phones = 0;
  const bornOn = new Map<Day, number>();
  const brands = new Set<string>(['瑞衡', '启澜', '云杉', '合舟']);
  const firstAccount = new Map<string, Account>();
  const secondAccount = new Map<string, Account>();
  const pseudos = new Map<string, Account>();
  const claims = new Map<string, string>();
  const whereabouts = new Map<string, string>();
  const quiet = new Map<string, Array<readonly [Day, Day]>>();
  const ledgerPeople = new Map<string, [Person, Person]>();

  const nextId = (prefix: string): string => {
    const n = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, n);
    return `${prefix}-${String(n).padStart(4, '0')}`;
  };
  const random = (name: string) => randomOf(`${seed}/${name}`);
  const accountRandom = random('accounts');

  const addPerson = (r: Random, wish: PersonWish = {}): Person => {
    const male = wish.male ?? r.chance(0.55);
    const birthYear = wish.birthYear ?? r.int(1960, 1994);
    const birth = wish.birth ?? dayOf(birthYear, 1, 1) + r.int(0, 364);
    const sequence = bornOn.get(birth) ?? 0;
    bornOn.set(birth, sequence + 1);
    const name = wish.name ?? personName(r, birthYear, male);
    const person: Person = {
      kind: 'person',
      id: nextId('P'),
      name,
      idNo: idNumber(birth, 40 + sequence, male),
      phone: phoneNumber(phones++),
      male,
      city: wish.city ?? wish.employer?.city ?? HOME_CITY,
      ...(wish.employer ? { employer: wish.employer } : {}),
      ...(wish.dept ? { dept: wish.dept } : {}),
      ...(wish.title ? { title: wish.title } : {}),
    };
    people.push(person);
    return person;
  };

  const addOrg = (r: Random, wish: OrgWish): Org => {
    const city = wish.city ?? HOME_CITY;
    const { name, short } = wish.name
      ? { name: wish.name, short: wish.short ?? wish.name }
      : orgName(r, wish.role, city);
    const legalRep = wish.legalRep ?? addPerson(r, { city, birthYear: r.int(1960, 1986) });
    const org: Org = {
      kind: 'org',
      id: nextId('O'),
      name,
      short,
      role: wish.role,
      uscc: uscc(kindOf(wish.role), 1000 + orgs.length * 7),
      legalRep,
      founded: wish.founded ?? dayOf(r.int(1999, 2017), r.int(1, 12), r.int(1, 28)),
      capital: wish.capital ?? r.pick([100, 200, 500, 800, 1000, 2000, 5000]),
      insured: wish.insured ?? r.int(9, 180),
      address:
        wish.address ?? `${city}${r.pick(streets)}${r.int(1, 380)}号${r.int(1, 20)}幢${r.int(1, 26)}0${r.int(1, 8)}室`,
      phone: wish.phone ?? phoneNumber(phones++),
      city,
      formerNames: wish.formerNames ?? [],
    };
    orgs.push(org);
    return org;
  };

  const orgName = (r: Random, role: OrgRole, city: string): { name: string; short: string } => {
    const brand = brandName(r, brands);
    const place = bare(city);
    const trades = role in industries ? industries[role as keyof typeof industries] : industries.other;
    const trade = r.pick(trades);
    if (role === 'hotel') return { name: `${place}${brand}${trade}有限公司`, short: `${brand}${trade}` };
    const form = role === 'mah' && r.chance(0.25) ? '股份有限公司' : r.chance(0.1) ? '有限责任公司' : '有限公司';
    if (r.chance(0.15)) return { name: `${brand}${trade}（${place}）${form}`, short: `${brand}${trade}` };
    return { name: `${place}${brand}${trade}${form}`, short: `${brand}${trade}` };
  };

  const openAccount = (party: Party): Account => {
    const serial = accounts.length + 1;
    const card = party.kind === 'person';
    const bank = accountRandom.pick(banks);
    const place = bare(party.kind === 'pseudo' ? HOME_CITY : party.city);
    const account: Account = {
      id: nextId('A'),
      number: card ? cardNumber(serial * 37 + 100_003) : accountNumber(serial, accountRandom),
      card,
      ...(card ? { behind: accountNumber(serial + 5_000_000, accountRandom) } : {}),
      bank,
      branch: `${bank}${place}${accountRandom.pick(['营业部', '城东支行', '学府路支行', '开发区支行'])}`,
      holder: party,
    };
    accounts.push(account);
    return account;
  };
  const opened = (from: Map<string, Account>, party: Party): Account => {
    const known = from.get(party.id);
    if (known) return known;
    const account = openAccount(party);
    from.set(party.id, account);
    return account;
  };

  return {
    seed,
    people,
    orgs,
    accounts,
    transfers,
    expenses,
    conferences,
    attendances,
    statements,
    random,
    addPerson,
    addOrg,
    pseudo: (name) => {
      const known = pseudos.get(name);
      if (known) return known;
      const holder: Pseudo = { kind: 'pseudo', id: nextId('X'), name };
      const account: Account = { id: nextId('A'), number: '', card: false, bank: '', branch: '', holder };
      pseudos.set(name, account);
      return account;
    },
    accountOf: (party) => opened(firstAccount, party),
    secondAccountOf: (person) => opened(secondAccount, person),
    pay: (prefix, wish) => {
      if (!Number.isInteger(wish.fen) || wish.fen <= 0) throw new Error(`a transfer of ${wish.fen} fen`);
      const transfer: Transfer = {
        remark: '',
        channel: '网上银行',
        cash: false,
        failed: false,
        told: false,
        plain: false,
        ...wish,
        id: nextId(`T-${prefix}`),
      };
      transfers.push(transfer);
      return transfer;
    },
    spend: (prefix, wish) => {
      const staff = random(`ledger-staff/${wish.company.id}`);
      const expense: Expense = {
        ...wish,
        tax: wish.tax,
        payeeAccount: wish.payeeAccount,
        conference: wish.conference,
        product: wish.product,
        paidBy: wish.paidBy,
        handler: ledgerStaff(wish.company, staff)[0],
        approver: ledgerStaff(wish.company, staff)[1],
        told: wish.told ?? false,
        plain: wish.plain ?? false,
        id: nextId(`E-${prefix}`),
      };
      expenses.push(expense);
      return expense;
    },
    addConference: (conference) => {
      const whole = { ...conference, id: nextId('C') };
      conferences.push(whole);
      return whole;
    },
    attend: (attendance) => {
      const whole = { ...attendance, id: nextId(`R-${attendance.conference.id}`) };
      attendances.push(whole);
      return whole;
    },
    obtain: (account, period = {}) => {
      const known = statements.get(account.id);
      statements.set(account.id, {
        account,
        from: period.from ?? known?.from ?? CASE_FROM,
        to: period.to ?? known?.to ?? CASE_TO,
        gaps: period.told || known?.told ? new Set() : (period.gaps ?? known?.gaps ?? new Set()),
        told: (period.told ?? false) || (known?.told ?? false),
      });
    },
    shows: ({ id }, day) => {
      const period = statements.get(id);
      return (
        period !== undefined && day >= period.from && day <= period.to && !period.gaps.has(isoDay(day).slice(0, 7))
      );
    },
    claim: (party, by) => {
      const other = claims.get(party.id);
      if (other !== undefined && other !== by) throw new Error(`${party.name} belongs to ${other}, not to ${by}`);
      claims.set(party.id, by);
    },
    claimed: (party) => claims.has(party.id),
    keepQuiet: (account, from, to) => {
      const spans = quiet.get(account.id) ?? [];
      spans.push([from, to]);
      quiet.set(account.id, spans);
    },
    isQuiet: (account, day) => (quiet.get(account.id) ?? []).some(([from, to]) => day >= from && day <= to),
    place: (person, day, city) => {
      const key = `${person.id}@${day}`;
      const known = whereabouts.get(key);
      if (known !== undefined && known !== city) return false;
      whereabouts.set(key, city);
      return true;
    },
  };

  function ledgerStaff(company: Org, r: Random): [Person, Person] {
    const known = ledgerPeople.get(company.id);
    if (known) return known;
    const pair: [Person, Person] = [
      addPerson(r, { employer: company, title: '业务经理' }),
      addPerson(r, { employer: company, title: '财务负责人' }),
    ];
    ledgerPeople.set(company.id, pair);
    return pair;
  }
}

const kindOf = (role: OrgRole): UsccKind =>
  role === 'society' ? 'society' : role === 'hospital' || role === 'fund' ? 'institution' : 'company';
