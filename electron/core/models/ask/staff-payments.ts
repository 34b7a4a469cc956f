import type { EvidenceReader, HitRow, KnownParty } from '../model.ts';
import { type CompanyGroups, readCompanyGroups } from './company-groups.ts';
import { readPharmaCompanies } from './pharma-companies.ts';
import { type Kin, readStaffFamily } from './staff-family.ts';
import { readTradePayments, type TradePayment } from './trade-payments.ts';

/** Money of the trade to a person of a hospital or to a relative of his. */
export interface StaffPayment extends TradePayment {
  /** whose money it is counted as */
  readonly person: number;
  /** how the recipient belongs to him; null where he received it himself */
  readonly kin: Kin | null;
  /** the group of companies it came from */
  readonly group: number;
}

/** 企业合并 of the companies of the trade. */
export const readTradeGroups = (evidence: EvidenceReader): CompanyGroups =>
  evidence.once('trade groups', () => readCompanyGroups(evidence, readPharmaCompanies(evidence)));

/** The company that stands for a group in a sentence: of its members in the trade the first by uid, whatever file came first. */
export function faceOf(evidence: EvidenceReader, group: number): KnownParty {
  const faces = evidence.once('faces of groups', () => {
    const { groupOf } = readTradeGroups(evidence);
    const first = new Map<number, KnownParty>();
    for (const company of readPharmaCompanies(evidence)) {
      const party = evidence.party(company);
      const known = first.get(groupOf(company));
      if (!known || party.uid < known.uid) first.set(groupOf(company), party);
    }
    return first;
  });
  return faces.get(group) ?? evidence.party(group);
}

/** Every payment of the trade to hospital staff and their relatives, explained ones too, by row. */
export const readStaffPayments = (evidence: EvidenceReader): readonly StaffPayment[] =>
  evidence.once('staff payments', () => {
    const family = readStaffFamily(evidence);
    const { groupOf } = readTradeGroups(evidence);
    return readTradePayments(evidence).flatMap((payment) => {
      const member = family.memberOf(payment.payee);
      return member ? [{ ...payment, person: member.staff, kin: member.kin, group: groupOf(payment.company) }] : [];
    });
  });

/** Where the relation of whoever received a payment is written, each relation once. */
export const citeKin = (payments: ReadonlyArray<{ readonly kin: Kin | null }>): HitRow[] =>
  [...new Map(payments.flatMap(({ kin }) => (kin === null ? [] : [[kin.row, kin] as const]))).values()].map(
    ({ row, field, relation }): HitRow => ({
      row,
      field,
      role: 'context',
      note: { zh: `收款人与本人的关系：${relation}`, en: 'The relation of the recipient as the list states it' },
    }),
  );
