import { textCell } from '../../../../shared/evidence/cell.ts';
import { type IdCardFacts, idCardFacts, readIdentifier } from '../../../../shared/evidence/identifier.ts';

/** What a cell of identity numbers tells: a valid 居民身份证 number, one that cannot be (check digit or birth), or nothing that can be judged. */
export type SeenIdNumber = { readonly valid: string; readonly facts: IdCardFacts } | 'impossible' | null;

/** Reads what a cell shows as a 居民身份证 number. Masked and damaged numbers, passports and other papers tell nothing. */
export function readIdNumber(shown: string): SeenIdNumber {
  const read = readIdentifier('id_card', textCell(shown));
  if (!read.ok)
    return read.problem.code === 'identifier.bad-checksum' || read.problem.params?.why === 'birth'
      ? 'impossible'
      : null;
  if (read.value === null || !read.value.keyable) return null;
  const facts = idCardFacts(read.value.value);
  return facts ? { valid: read.value.value, facts } : null;
}

/** Whole years between two days, as one counts birthdays. */
export function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
