import { orgKey } from '../../../../shared/evidence/name.ts';
import type { EvidenceReader } from '../model.ts';
import { readHospitals } from './medical-staff.ts';
import { readTradeGroups } from './staff-payments.ts';

/** A donation or a placement of equipment by contract. */
export interface Gift {
  readonly row: number;
  readonly type: 'donation_agreement' | 'equipment_placement';
  readonly day: string;
  /** the giving company and its group */
  readonly company: number;
  readonly group: number;
  /** the hospital that has it, directly or through a department or a person of it */
  readonly hospital: number;
  /** whoever the contract names: the hospital itself, a department or a person */
  readonly receiver: number;
  readonly toHospital: boolean;
  /** the field whose cell names the receiver */
  readonly field: 'party_a' | 'party_b';
}

/** 捐赠与设备投放: contracts of these kinds between a company and a hospital, by row. A department belongs to the hospital whose name its own begins with. */
export const readGifts = (evidence: EvidenceReader): readonly Gift[] =>
  evidence.once('gifts', () => {
    const { groupOf } = readTradeGroups(evidence);
    const hospitals = evidence
      .all<{ party: number; name: string }>("select party, name from who where kind = 'hospital' order by party")
      .map(({ party, name }) => ({ party, key: orgKey(name) }));
    const placed = readHospitals(evidence);
    const hospitalOf = (receiver: number): number | undefined => {
      const { kind, name } = evidence.party(receiver);
      if (kind === 'hospital') return receiver;
      if (kind === 'department') {
        const key = orgKey(name);
        return hospitals.filter((each) => key.startsWith(each.key)).toSorted((a, b) => b.key.length - a.key.length)[0]
          ?.party;
      }
      const own = [...(placed.get(receiver) ?? [])];
      return kind === 'person' && own.length === 1 ? own[0] : undefined;
    };
    return evidence
      .all<{ row: number; type: Gift['type']; day: string; partyA: number; partyB: number }>(
        `select row, type, day, party_a as partyA, party_b as partyB from contract
         where type in ('donation_agreement', 'equipment_placement') order by row`,
      )
      .flatMap(({ partyA, partyB, ...gift }): Gift[] => {
        const sides = [
          { company: partyA, receiver: partyB, field: 'party_b' as const },
          { company: partyB, receiver: partyA, field: 'party_a' as const },
        ];
        return sides.flatMap(({ company, receiver, field }): Gift[] => {
          const hospital = hospitalOf(receiver);
          if (hospital === undefined || !['company', 'org'].includes(evidence.party(company).kind)) return [];
          return [
            { ...gift, company, group: groupOf(company), hospital, receiver, toHospital: hospital === receiver, field },
          ];
        });
      });
  });
