/** Example rows about people, their relatives and what was agreed with them. All names are invented; numbers are of region 990000, which is no place. */
import type { ExampleRow } from './example-rows.ts';

/** One line of a hospital's list of staff, with the identity number. */
export const hired = (name: string, employer: string, more: ExampleRow = {}): ExampleRow => ({
  name,
  id_no: idOf(name),
  employer,
  dept: '骨科',
  position: '',
  title: '主任医师',
  ...more,
});

/** A relative or close associate, both with their identity numbers: a name alone joins nobody. */
export const related = (person: string, relative: string, relation: string, more: ExampleRow = {}): ExampleRow => ({
  person_name: person,
  person_id: idOf(person),
  relative_name: relative,
  relative_id: idOf(relative),
  relation,
  ...more,
});

/** One contract. */
export const agreed = (
  partyA: string,
  partyB: string,
  yuan: string,
  on: string,
  type: string,
  more: ExampleRow = {},
): ExampleRow => ({
  contract_no: `澄合〔${on.slice(0, 4)}〕${on.slice(5, 7)}${on.slice(8)}`,
  type,
  party_a: partyA,
  party_b: partyB,
  amount: yuan,
  signed_on: on,
  deliverable: '',
  ...more,
});

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The same name has the same identity number in every example, with a valid check digit. */
export function idOf(name: string): string {
  let seed = 11;
  for (const letter of name) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 99_991;
  const two = (value: number) => String(value).padStart(2, '0');
  const body = `9900001${`9${70 + (seed % 20)}`.slice(0, 3)}${two((seed % 12) + 1)}${two((seed % 28) + 1)}${String(seed % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i]!, 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
