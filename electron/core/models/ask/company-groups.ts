import { tidy } from '../../../../shared/evidence/text.ts';
import type { EvidenceReader } from '../model.ts';
import { components } from './components.ts';
import { isShareAtLeast } from './exact.ts';
import { readAliases } from './org-aliases.ts';

/** Who belongs together: the group of a company is one number, its own id where nothing joins it to another. */
export interface CompanyGroups {
  groupOf(company: number): number;
}

/** A value that more companies share than this says nothing about control: a park's address, an agency's telephone. */
const HUB = 30;
/** A promotion company that lives on one company of the trade is counted as that principal. */
const PRINCIPAL_SHARE = 0.8;

/**
 * 企业合并: companies that one hand may hold count once. Joined by the same legal representative, the same controller or holder of at least
 * a quarter, a holding of a quarter of one in the other, the same address to the room, the same telephone or e-mail, a short form of a
 * registered name, and promotion companies that get at least 80 % of what the trade pays them from one company. It errs towards joining, because each join lowers the number of independent payers. `trade`: the companies whose payments count.
 */
export function readCompanyGroups(evidence: EvidenceReader, trade: ReadonlySet<number>): CompanyGroups {
  const { unite, groupOf } = components();
  for (const companies of sharedValues(evidence).values()) {
    const [first, ...others] = companies;
    if (first === undefined || companies.size > HUB) continue;
    for (const other of others) unite(first, other);
  }
  for (const { holder, company } of readHoldings(evidence)) if (isBody(evidence, holder)) unite(holder, company);
  for (const [agent, principal] of livingOnOne(evidence, trade)) unite(agent, principal);
  const canonical = readAliases(evidence);
  return { groupOf: (company) => groupOf(canonical(company)) };
}

function sharedValues(evidence: EvidenceReader): Map<string, Set<number>> {
  const shared = new Map<string, Set<number>>();
  const put = (value: string | null, company: number) => {
    if (value === null) return;
    const known = shared.get(value);
    if (known) known.add(company);
    else shared.set(value, new Set([company]));
  };
  const rows = evidence.all<{
    company: number;
    legalRep: number | null;
    legalRepKey: string | null;
    legalRepId: string | null;
    address: string | null;
    phone: string | null;
    email: string | null;
  }>(
    `select company, legal_rep as legalRep, legal_rep_key as legalRepKey, legal_rep_id as legalRepId, address, phone, email from company
     where company is not null order by row`,
  );
  for (const { company, legalRep, legalRepKey, legalRepId, address, phone, email } of rows) {
    put(legalRep === null ? null : `person ${legalRep}`, company);
    // a representative without a valid number may be anybody of that name: then the name joins, to the good of the payee
    const numbered = legalRepId !== null && !legalRepId.startsWith('?');
    put(numbered || legalRepKey === null || legalRepKey === '' ? null : `name ${legalRepKey}`, company);
    put(unitAddress(address), company);
    put(phone === null || /^(?:400|800)/.test(phone) || phone.length < 7 ? null : `phone ${phone}`, company);
    put(email === null ? null : `email ${email.toLowerCase()}`, company);
  }
  for (const { holder, company } of readHoldings(evidence))
    if (!isBody(evidence, holder)) put(`person ${holder}`, company);
  return shared;
}

/** 25 %: from there on a holder is a beneficial owner (反洗钱受益所有人识别). */
const HOLDING = 25;

const isBody = (evidence: EvidenceReader, party: number): boolean => evidence.party(party).kind !== 'person';

/** Who controls a company or holds at least a quarter of it. */
function readHoldings(evidence: EvidenceReader): Array<{ holder: number; company: number }> {
  return evidence
    .all<{ holder: number; company: number; share: string | null; controls: number | null }>(
      'select holder, company, share, controls from company_person where holder <> company order by row',
    )
    .filter(({ share, controls }) => controls === 1 || Number(share ?? 0) >= HOLDING);
}

/** An address down to the room; a building or a street is shared by strangers. */
function unitAddress(address: string | null): string | null {
  if (address === null) return null;
  const plain = tidy(address).replace(/\s+/g, '');
  return /\d+(?:-\d+)*(?:室|房|号房|单元\d)|[A-Z]?\d{3,4}$/i.test(plain) && plain.length >= 8
    ? `address ${plain}`
    : null;
}

/** Promotion companies and the one company of the trade that at least 80 % of the trade's money comes from. */
function livingOnOne(evidence: EvidenceReader, trade: ReadonlySet<number>): Array<[agent: number, principal: number]> {
  const incomes = evidence
    .all<{ agent: number; principal: number; fen: number }>(
      `select p.payee as agent, p.payer as principal, sum(p.fen) as fen
       from payment p join who w on w.party = p.payee where w.kind = 'company' and w.role = 'cso'
       group by p.payee, p.payer order by p.payee, fen desc, p.payer`,
    )
    .filter(({ principal }) => trade.has(principal));
  const pairs: Array<[number, number]> = [];
  for (const [agent, payers] of Map.groupBy(incomes, (income) => income.agent)) {
    const top = payers[0]!;
    const total = payers.reduce((sum, each) => sum + each.fen, 0);
    if (isShareAtLeast(top.fen, total, PRINCIPAL_SHARE)) pairs.push([agent, top.principal]);
  }
  return pairs;
}
