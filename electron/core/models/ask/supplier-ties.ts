import type { EvidenceReader, HitRow } from '../model.ts';
import { readMedicalStaff } from './medical-staff.ts';
import { readKin } from './staff-family.ts';
import { readStaffPayments } from './staff-payments.ts';

/** What links a company to people of a hospital; for ranking a finding, never a finding by itself. */
export interface SupplierTies {
  /** The rows that link it to staff of this hospital, or of any hospital where none is given; [] where none does. */
  between(company: number, hospital: number | null): readonly HitRow[];
}

/**
 * 供应商与医院人员的联系: unexplained payments of the company to staff or their relatives; staff or relatives who represent or hold it; relatives
 * who work there or whose company it is.
 */
export const readSupplierTies = (evidence: EvidenceReader): SupplierTies =>
  evidence.once('supplier ties', () => gatherTies(evidence));

function gatherTies(evidence: EvidenceReader): SupplierTies {
  const staff = readMedicalStaff(evidence);
  const ties = new Map<number, Map<number, HitRow[]>>();
  const put = (company: number, person: number, row: HitRow) => {
    const hospital = staff.get(person)?.org;
    if (hospital === undefined) return;
    const known = ties.get(company) ?? new Map<number, HitRow[]>();
    ties.set(company, known.set(hospital, [...(known.get(hospital) ?? []), row]));
  };
  for (const { company, person, row, explained } of readStaffPayments(evidence))
    if (explained === null)
      put(company, person, {
        row,
        field: 'amount',
        role: 'context',
        note: { zh: '付给本院人员或其亲属', en: 'Paid to staff of the hospital or relatives' },
      });
  const owners = Map.groupBy(
    [
      ...[...staff.keys()].map((person) => ({ person, owner: person })),
      ...readKin(evidence).map(({ person, relative }) => ({ person, owner: relative })),
    ],
    ({ owner }) => owner,
  );
  const held = {
    zh: '本院人员或其亲属任职、持股的企业',
    en: 'Represented or held by staff of the hospital or relatives',
  };
  for (const { company, holder, row, field } of evidence.all<{
    company: number;
    holder: number;
    row: number;
    field: string;
  }>(
    `select company, holder, row, 'person_name' as field from company_person
     union all select company, legal_rep, row, 'legal_rep' from company where legal_rep is not null order by row, field`,
  ))
    for (const { person } of owners.get(holder) ?? [])
      put(company, person, { row, field, role: 'context', note: held });
  for (const { person, company, row, field } of evidence.all<{
    person: number;
    company: number;
    row: number;
    field: string;
  }>(
    `select person, business as company, row, 'relative_company' as field from kinship where business is not null
     union all select person, employer, row, 'relative_employer' from kinship where employer is not null order by row, field`,
  ))
    put(company, person, { row, field, role: 'context', note: held });
  return {
    between(company, hospital) {
      const own = ties.get(company);
      if (!own) return [];
      return hospital === null ? [...own.values()].flat() : (own.get(hospital) ?? []);
    },
  };
}
