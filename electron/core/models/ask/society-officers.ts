import { orgKey } from '../../../../shared/evidence/name.ts';
import type { EvidenceReader } from '../model.ts';

/** Somebody who leads a society, with the cell that says so. */
export interface SocietyOfficer {
  readonly society: number;
  readonly person: number;
  readonly row: number;
  readonly field: string;
}

const leads = /会长|理事|秘书长|主任委员|主委|监事|法定代表人|法人|负责人|主席/;

/**
 * 学协会负责人: officers, supervisors and the legal representative of a society, by the register of officers, the company register, the society's own
 * list of staff, and what other lists of staff say of posts in societies (学协会任职 that names it in full).
 */
export const readSocietyOfficers = (evidence: EvidenceReader): ReadonlyMap<number, readonly SocietyOfficer[]> =>
  evidence.once('society officers', () => {
    const societies = evidence.all<{ party: number; name: string }>(
      "select party, name from who where kind = 'association' order by party",
    );
    const isSociety = new Set(societies.map(({ party }) => party));
    const stated = [
      ...evidence.all<SocietyOfficer & { post: string }>(
        `select company as society, holder as person, row, 'position' as field, coalesce(position, '') as post from company_person
         where office = 1 or controls = 1 order by row`,
      ),
      ...evidence.all<SocietyOfficer & { post: string }>(
        `select company as society, legal_rep as person, row, 'legal_rep' as field, '法定代表人' as post from company where legal_rep is not null order by row`,
      ),
      ...evidence.all<SocietyOfficer & { post: string }>(
        `select employer as society, person, row, 'position' as field, coalesce(position, '') as post from staff
         where employer is not null and person is not null order by row`,
      ),
    ].filter(({ society, post }) => isSociety.has(society) && leads.test(post));
    const posts = evidence.all<{ person: number; row: number; post: string }>(
      'select person, row, society_role as post from staff where society_role is not null and person is not null order by row',
    );
    const named = societies
      .map(({ party, name }) => ({ party, key: orgKey(name) }))
      .filter(({ key }) => key.length >= 4);
    const told = posts.flatMap(({ person, row, post }): SocietyOfficer[] => {
      if (!leads.test(post)) return [];
      const words = orgKey(post);
      return named
        .filter(({ key }) => words.includes(key))
        .map(({ party }) => ({ society: party, person, row, field: 'society_role' }));
    });
    const first = new Map<string, SocietyOfficer>();
    for (const { society, person, row, field } of [...stated, ...told]) {
      const key = `${society} ${person}`;
      if (society !== person && !first.has(key)) first.set(key, { society, person, row, field });
    }
    return Map.groupBy(first.values(), ({ society }) => society);
  });
