import type { EvidenceReader } from '../model.ts';
import { readKin } from './staff-family.ts';

/** Somebody close to a party, and the cell that says so. */
export interface Close {
  readonly party: number;
  readonly tie: { readonly row: number; readonly field: string };
}

/** More companies than this of one person, or more people of one company, say nothing. */
const HUB = 30;

/**
 * 关联人: of a company those who control it or represent it by law, and their relatives; of a person the companies he controls or represents, and
 * his relatives. Sorted by name.
 */
export const closenessOf = (evidence: EvidenceReader): { of(party: number): readonly Close[] } =>
  evidence.once('close parties', () => {
    const direct = new Map<number, Close[]>();
    const put = (a: number, b: number, row: number, field: string) => {
      if (a === b) return;
      const known = direct.get(a) ?? [];
      direct.set(a, known);
      if (!known.some(({ party }) => party === b)) known.push({ party: b, tie: { row, field } });
    };
    const hands = evidence.all<{ person: number; company: number; row: number; field: string }>(
      `select person, company, row, 'person_name' as field from control where person is not null and company is not null
       union all select legal_rep, company, row, 'legal_rep' from company where legal_rep is not null and company is not null order by row`,
    );
    for (const { person, company, row, field } of hands) {
      put(person, company, row, field);
      put(company, person, row, field);
    }
    for (const { person, relative, row, field } of readKin(evidence)) {
      put(person, relative, row, field);
      put(relative, person, row, field);
    }
    const near = (party: number): readonly Close[] => {
      const list = direct.get(party) ?? [];
      return list.length > HUB ? [] : list;
    };
    return {
      of(party) {
        const found = new Map(near(party).map((each) => [each.party, each]));
        // a company's hands have relatives: they are close to it too
        if (evidence.party(party).kind !== 'person')
          for (const { party: hand } of near(party))
            if (evidence.party(hand).kind === 'person')
              for (const each of near(hand))
                if (each.party !== party && !found.has(each.party)) found.set(each.party, each);
        return [...found.values()].sort((a, b) =>
          evidence.party(a.party).name < evidence.party(b.party).name ? -1 : 1,
        );
      },
    };
  });
