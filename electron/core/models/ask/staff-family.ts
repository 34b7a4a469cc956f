import type { EvidenceReader } from '../model.ts';
import { readMedicalStaff } from './medical-staff.ts';

/** A relative or close associate of somebody, as a list of family relations says. */
export interface Kin {
  readonly person: number;
  readonly relative: number;
  /** the word of the sheet: 妻子, 司机 */
  readonly relation: string;
  readonly row: number;
  /** the field whose cell names the relative */
  readonly field: 'relative_name';
}

/** One family: a person of a hospital, and for each of the others how they belong to him. */
export interface StaffFamily {
  /** Whose money somebody's receipts are counted as: his own where he is hospital staff, else those of the staff member whose relative he is. */
  memberOf(recipient: number): { readonly staff: number; readonly kin: Kin | null } | undefined;
  kinOf(person: number): readonly Kin[];
}

/**
 * 本人与亲属、特定关系人: hospital staff with those whom a list of family relations names beside them. A relative who is hospital staff is counted
 * for himself; who is related to several staff members is counted for the one in a key post, then for the first by uid, so that no payment counts twice.
 */
export const readStaffFamily = (evidence: EvidenceReader): StaffFamily =>
  evidence.once('staff family', () => gatherFamily(evidence));

function gatherFamily(evidence: EvidenceReader): StaffFamily {
  const staff = readMedicalStaff(evidence);
  const kin = readKin(evidence);
  const byPerson = Map.groupBy(kin, ({ person }) => person);
  const owner = new Map<number, Kin>();
  const ranked = (each: Kin) => `${staff.get(each.person)?.keyPost ? 0 : 1} ${evidence.party(each.person).uid}`;
  for (const each of kin) {
    if (!staff.has(each.person) || staff.has(each.relative)) continue;
    const known = owner.get(each.relative);
    if (!known || ranked(each) < ranked(known)) owner.set(each.relative, each);
  }
  return {
    memberOf(recipient) {
      if (staff.has(recipient)) return { staff: recipient, kin: null };
      const found = owner.get(recipient);
      return found ? { staff: found.person, kin: found } : undefined;
    },
    kinOf: (person) => byPerson.get(person) ?? [],
  };
}

/** Every stated relation between two people, the first row of each pair, by row. */
export const readKin = (evidence: EvidenceReader): readonly Kin[] =>
  evidence.once('kin', () => {
    const pairs = new Set<string>();
    return evidence
      .all<Kin>(
        `select person, relative, relation, row, 'relative_name' as field from kinship
         where person is not null and relative is not null and person <> relative order by row`,
      )
      .filter(({ person, relative }) => {
        const pair = `${person} ${relative}`;
        if (pairs.has(pair)) return false;
        pairs.add(pair);
        return true;
      });
  });
