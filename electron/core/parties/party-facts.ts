import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { goodsFacts } from './goods-facts.ts';
import { peopleFacts } from './people-facts.ts';

type Fact = Answer<'party.read'>['facts'][number];

const MOST_FACTS = 60;

/**
 * What records say of a party, each with its cell, and what speaks for somebody else being the same without being enough. `label` is a
 * field of the sheet (`company.founded_on`) or a clue (`clue.account`); its words are the reader's.
 */
export function factsOf(store: Store, party: number): Fact[] {
  return [
    ...fromRegister(store, party),
    ...fromRosters(store, party),
    ...fromOthers(store, party),
    ...clues(store, party),
  ].slice(0, MOST_FACTS);
}

const registerFields = [
  'legal_rep',
  'founded_on',
  'closed_on',
  'status',
  'type',
  'registered_capital',
  'insured_count',
  'address',
  'phone',
  'contact',
  'role',
  'scope',
];

/** 企业登记: as the register writes it. */
function fromRegister(store: Store, party: number): Fact[] {
  const rows = prepared<[number], { row: number }>(
    store,
    'select c.row from mention m join rec_company c on c.company = m.id where m.party = ? order by c.row limit 3',
  ).all(party);
  return asWritten(
    store,
    rows.map(({ row }) => row),
    'company',
    registerFields,
  );
}

/** 单位、科室、职称 beside the name, each wording once. */
function fromRosters(store: Store, party: number): Fact[] {
  const rows = prepared<[number], { row: number }>(
    store,
    `select min(c.row) as row from mention m join rec_conference_person c on c.person = m.id
     where m.party = ? group by c.org, c.dept, c.title order by 1 limit 10`,
  ).all(party);
  return asWritten(
    store,
    rows.map(({ row }) => row),
    'conference_person',
    ['org', 'dept', 'title'],
  );
}

/** 名册、备案、登记、线索、产品、招标项目、合同、发票, from the first rows that name the party. */
function fromOthers(store: Store, party: number): Fact[] {
  return [...peopleFacts, ...goodsFacts].flatMap(({ category, area, table, names, fields }) => {
    const rows = prepared<[number], { row: number }>(
      store,
      `select x.row from mention m join ${table} x on x.${names} = m.id where m.party = ? order by x.row limit 3`,
    ).all(party);
    return asWritten(
      store,
      rows.map(({ row }) => row),
      area ?? category,
      fields,
    );
  });
}

function asWritten(store: Store, rows: readonly number[], category: string, fields: readonly string[]): Fact[] {
  const read = valueReader(store);
  const facts = new Map<string, Fact>();
  for (const row of rows)
    for (const field of fields) {
      const { shown, source } = read(row, field);
      if (shown.trim() === '') continue;
      const label = `${category}.${field}`;
      if (!facts.has(`${label} ${shown}`)) facts.set(`${label} ${shown}`, { label, value: shown, source });
    }
  return [...facts.values()];
}

interface ClueRow {
  readonly type: string;
  readonly value: string;
  readonly name: string;
  readonly row: number;
}

/** An account, phone or number that also stands beside another party, or the same name at the same employer: kept apart, worth a look. */
function clues(store: Store, party: number): Fact[] {
  const read = valueReader(store);
  const shared = prepared<[number], ClueRow>(
    store,
    `select i.type, i.value, p.name, min(o.row) as row
     from mention m join mention_identifier i on i.mention = m.id
     join mention_identifier o on o.value = i.value and o.type = i.type join mention om on om.id = o.mention join party p on p.id = om.party
     where m.party = ? and om.party <> m.party and i.type not in ('conference_no', 'clue_no', 'held_account', 'product_code', 'approval_no', 'tender_no', 'contract_no', 'invoice_no') group by i.type, i.value, p.id order by 1, 2 limit 20`,
  ).all(party);
  const namesakes = prepared<[number], ClueRow>(
    store,
    `select 'employer' as type, o.org_key || coalesce(' · ' || o.dept, '') as value, p.name, min(o.first_row) as row
     from mention m join mention o on o.key = m.key and o.org_key = m.org_key join party p on p.id = o.party
     where m.party = ? and o.party <> m.party and m.kind = 'person' group by 2, p.id order by 2 limit 20`,
  ).all(party);
  return [...shared, ...namesakes].map(({ type, value, name, row }) => ({
    label: `clue.${type}`,
    value: `${name} · ${value}`,
    source: read(row, null).source,
  }));
}
