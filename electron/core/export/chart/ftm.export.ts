import { createHash } from 'node:crypto';
import type { ChartData, ChartExport, ChartLink, ChartParty } from './chart-data.ts';
import { plainYuan } from './plain-yuan.ts';
import { fileWords } from './stamp.ts';

/**
 * An entity of FollowTheMoney: schema and properties, each property a list of texts. Schemata and ranges are those of
 * https://github.com/alephdata/followthemoney/tree/main/followthemoney/schema, held by the test of this file.
 */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Record<string, string[]>;
}

/** FollowTheMoney as JSON lines, for Aleph and OpenAleph. What the model has no schema for (products, tenders, invoices, leads, cash) is left out with its links. */
export default {
  format: 'ftm',
  *write(data) {
    for (const entity of ftmEntities(data)) yield `${JSON.stringify(entity)}\n`;
  },
} satisfies ChartExport;

/** How many of the parties and links have a place in FollowTheMoney. */
export function ftmCounts(data: ChartData): { parties: number; links: number } {
  const known = new Map(data.parties.map((party) => [party.id, schemaOf(party)]));
  return {
    parties: [...known.values()].filter((schema) => schema !== null).length,
    links: data.links.filter(({ source, target }) => known.get(source) && known.get(target)).length,
  };
}

export function* ftmEntities(data: ChartData): Iterable<FtmEntity> {
  const schemata = new Map(data.parties.map((party) => [party.id, schemaOf(party)]));
  const events = new Map<number, FtmEntity>();
  for (const party of data.parties) {
    const schema = schemata.get(party.id);
    if (!schema) continue;
    const entity = { id: partyKey(data, party.id), schema, properties: propertiesOf(party, schema) };
    // who took part is a property of the conference, so conferences wait for the links
    if (schema === 'Event') events.set(party.id, entity);
    else yield entity;
  }
  const rest: FtmEntity[] = [];
  for (const link of data.links) {
    const [source, target] = [schemata.get(link.source), schemata.get(link.target)];
    if (!source || !target) continue;
    const event = events.get(link.target);
    const part = event && partInEvent[link.kind];
    if (event && part && isLegalEntity(source)) append(event.properties, part, partyKey(data, link.source));
    else rest.push(linkEntity(data, link, source, target));
  }
  yield* events.values();
  yield* rest;
}

/** The same party has the same id in every file of the same case and mask; a file for other eyes has other ids, so that the two cannot be laid over each other. */
const keyed = (data: ChartData, what: string): string =>
  createHash('sha256').update(`qingyuan ${data.caseId} ${data.level} ${what}`).digest('hex').slice(0, 40);
export const partyKey = (data: ChartData, id: number): string => keyed(data, `party ${id}`);

const partInEvent: Readonly<Record<string, 'organizer' | 'involved'>> = {
  organising: 'organizer',
  attendance: 'involved',
};

function schemaOf({ kind, drawnAs }: ChartParty): string | null {
  // a number whose holder is not known is somebody, not an account
  if (drawnAs === 'phone') return 'LegalEntity';
  return schemaOfKind[kind] ?? null;
}

const schemaOfKind: Readonly<Record<string, string>> = {
  person: 'Person',
  company: 'Company',
  'payment-institution': 'Company',
  hospital: 'Organization',
  department: 'Organization',
  association: 'Organization',
  school: 'Organization',
  org: 'Organization',
  government: 'PublicBody',
  account: 'BankAccount',
  conference: 'Event',
  contract: 'Contract',
};

const organisations: ReadonlySet<string> = new Set(['Organization', 'Company', 'PublicBody']);
const isLegalEntity = (schema: string): boolean =>
  schema === 'LegalEntity' || schema === 'Person' || organisations.has(schema);
/** A company is an asset as well: it can be owned. */
const isAsset = (schema: string): boolean => schema === 'Company' || schema === 'BankAccount';

function propertiesOf({ name, identifiers, kindWord }: ChartParty, schema: string): Record<string, string[]> {
  const properties: Record<string, string[]> = {
    name: [name],
    ...(schema === 'Contract' && { title: [name] }),
    summary: [kindWord],
  };
  // a number that is not whole would be taken for another one
  for (const { type, value, whole } of identifiers) {
    const property = whole ? identifierIn(schema, type) : undefined;
    if (property) append(properties, property, value);
  }
  return properties;
}

function identifierIn(schema: string, type: string): string | undefined {
  if (schema === 'BankAccount')
    return type === 'account' || type === 'held_account' || type === 'card' ? 'accountNumber' : undefined;
  if (!isLegalEntity(schema)) return undefined;
  if (type === 'uscc') return 'uscCode';
  if (type === 'tax_no') return 'taxNumber';
  if (type === 'org_code') return 'registrationNumber';
  if (type === 'phone') return 'phone';
  if (type === 'email') return 'email';
  return type === 'id_no' && schema === 'Person' ? 'idNumber' : undefined;
}

function linkEntity(data: ChartData, link: ChartLink, source: string, target: string): FtmEntity {
  const words = fileWords(data.lang);
  const [from, to] = [partyKey(data, link.source), partyKey(data, link.target)];
  const made = (schema: string, ends: Record<string, string>, more: Record<string, string> = {}): FtmEntity => ({
    id: keyed(data, `link ${link.id}`),
    schema,
    properties: lists({ ...ends, ...datesOf(link), summary: summaryOf(link, words), ...more }),
  });
  const role = link.kindWord;
  const status = link.guess ? { status: link.certainty } : {};
  if (link.money === 'moved' && isPayable(source) && isPayable(target)) {
    const ends = {
      [source === 'BankAccount' ? 'payerAccount' : 'payer']: from,
      [target === 'BankAccount' ? 'beneficiaryAccount' : 'beneficiary']: to,
    };
    return made('Payment', ends, { ...(link.fen === null ? {} : { amount: plainYuan(link.fen) }), currency: 'CNY' });
  }
  switch (link.kind) {
    case 'employment':
      if (source === 'Person' && organisations.has(target))
        return made('Employment', { employee: from, employer: to }, { role, ...status });
      break;
    case 'legalRep':
    case 'office':
      if (isLegalEntity(source) && organisations.has(target))
        return made('Directorship', { director: from, organization: to }, { role, ...status });
      break;
    case 'shareholding':
    case 'accountHolding':
      if (isLegalEntity(source) && isAsset(target))
        return made('Ownership', { owner: from, asset: to }, { role, ...status });
      break;
    case 'representing':
      if (isLegalEntity(source) && isLegalEntity(target))
        return made('Representation', { agent: from, client: to }, { role, ...status });
      break;
    case 'kinship':
      if (source === 'Person' && target === 'Person')
        return made('Family', { person: from, relative: to }, { relationship: role });
      break;
  }
  return made('UnknownLink', { subject: from, object: to }, { role, ...status });
}

const isPayable = (schema: string): boolean => schema === 'BankAccount' || isLegalEntity(schema);

/** First and last day of the rows behind a link: a link stands for many. */
function datesOf({ first, last }: ChartLink): Record<string, string> {
  if (first === null) return {};
  return first === last || last === null ? { date: first } : { startDate: first, endDate: last };
}

/** 付款：37 笔合计 128600.00 元；推断，未确认 */
function summaryOf(
  { kindWord, rows, fen, guess, certainty, money }: ChartLink,
  words: ReturnType<typeof fileWords>,
): string {
  const sum = fen === null ? '' : `${words.ftm.sum} ${plainYuan(fen)} CNY`;
  const booked = money === 'booked' ? words.ftm.booked : '';
  return [`${kindWord}: ${rows} ${words.ftm.rows}`, sum, booked, guess ? certainty : ''].filter(Boolean).join(' · ');
}

const lists = (one: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(one).map(([name, value]) => [name, [value]]));

function append(properties: Record<string, string[]>, name: string, value: string): void {
  properties[name] = [...(properties[name] ?? []), value];
}
