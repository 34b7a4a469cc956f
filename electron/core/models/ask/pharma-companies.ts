import type { EvidenceReader } from '../model.ts';

/** Roles of the register (as shared/ontology draws them) that sell or promote medicines and devices. */
const tradeRoles = new Set(['pharma', 'supplier', 'cso']);
/** Roles that do not, whatever the name says: those who only carry conferences or payments out. */
const otherRoles = new Set(['agency', 'platform']);
const tradeNames = /药|医疗|医械|器械|生物|试剂|耗材|诊断|推广|医学|植入|骨科/;
/** Insurers, hospitals' own firms and the like bear such words too. */
const otherNames = /医疗保险|医保|保险|医院|银行|物业|酒店|宾馆|旅行社|会展|会务|体检|餐饮|印务|广告/;
const academicTypes = ['lecture', 'conference', 'academic_promo', 'sponsorship'];

/**
 * 医药企业: companies that sell, distribute or promote, by the company register; where the register is silent, by their own ledger
 * of academic fees, by sponsoring a conference, or by their name.
 */
export const readPharmaCompanies = (evidence: EvidenceReader): ReadonlySet<number> =>
  evidence.once('pharma companies', () => gatherCompanies(evidence));

function gatherCompanies(evidence: EvidenceReader): Set<number> {
  const spends = new Set(
    evidence
      .all<{ party: number }>(
        `select company as party from fee where company is not null and type in ('${academicTypes.join("','")}')
         union select party from meeting_party where role = 'sponsor' and party is not null`,
      )
      .map(({ party }) => party),
  );
  const companies = evidence.all<{ party: number; kind: string; role: string | null; name: string }>(
    `select party, kind, role, name from who where kind in ('company', 'org')`,
  );
  return new Set(
    companies
      .filter(({ party, role, name }) => {
        if (role !== null) return tradeRoles.has(role) || !otherRoles.has(role);
        if (otherNames.test(name)) return false;
        return spends.has(party) || tradeNames.test(name);
      })
      .map(({ party }) => party),
  );
}
