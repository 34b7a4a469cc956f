import { describe, expect, test } from 'vitest';
import { shown } from '../../../../build/sample/files/encode.ts';
import { writeCase } from '../../../../build/sample/generate.ts';

// check digits computed here by the standards' own formulas, not by the generator's functions
const idValid = (id: string): boolean => {
  let weight = 1;
  let sum = 0;
  for (let i = 17; i >= 0; i--) {
    sum += (id[i] === 'X' ? 10 : Number(id[i])) * weight;
    weight = (weight * 2) % 11;
  }
  return sum % 11 === 1;
};
const usccValid = (code: string): boolean => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let sum = 0;
  [...code].forEach((character, i) => {
    sum += alphabet.indexOf(character) * (i === 17 ? 1 : Number(3n ** BigInt(i) % 31n));
  });
  return sum % 31 === 0;
};
const luhnValid = (card: string): boolean => {
  const sum = [...card].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

const { files, world } = writeCase({ seed: 1, size: 'S', noise: 1 });
const clean = (text: string): string => text.normalize('NFKC').replace(/[\s']/g, '').toUpperCase();
const damaged = new Set(
  files.flatMap((file) =>
    file.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => (row.problems ?? []).map((problem) => problem.seen))),
  ),
);
const valuesOf = (fields: readonly string[]): string[] =>
  [
    ...new Set(
      files.flatMap((file) =>
        file.sheets.flatMap((sheet) => {
          const at = sheet.columns.flatMap((column, i) =>
            column.field !== null && fields.includes(column.field) ? [i] : [],
          );
          return sheet.rows
            .filter((row) => row.record !== undefined)
            .flatMap((row) => at.map((i) => row.cells[i] ?? null))
            .filter((cell) => typeof cell === 'string' && !damaged.has(cell))
            .map((cell) => clean(shown(cell)));
        }),
      ),
    ),
  ].filter((text) => text !== '');

describe('no number of the sample can be anybody’s', () => {
  test('identity numbers are valid and of region 990000, which is no place', () => {
    const ids = valuesOf(['id_no', 'holder_id_no', 'counterparty_id_no', 'payee_id_no', 'legal_rep_id']).filter(
      (text) => !/^(91|51|12)990000/.test(text),
    );
    expect(ids.length).toBeGreaterThan(300);
    expect(ids.filter((id) => !/^990000\d{11}[\dX]$/.test(id) || !idValid(id))).toEqual([]);
  });

  test('credit codes are valid and of region 990000', () => {
    const codes = valuesOf(['uscc']);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !/^(91|51|12)990000/.test(code) || !usccValid(code))).toEqual([]);
    expect(new Set(world.orgs.map((org) => org.uscc)).size).toBe(world.orgs.length);
  });

  test('phones are 1990000xxxx', () => {
    const phones = valuesOf(['phone']);
    expect(phones.length).toBeGreaterThan(200);
    expect(phones.filter((phone) => !/^1990000\d{4}$/.test(phone))).toEqual([]);
  });

  test('cards begin with 999999 and pass the Luhn check; accounts begin with 990000', () => {
    const numbers = valuesOf(['holder_card', 'holder_account', 'counterparty_account', 'account_no', 'payee_account']);
    expect(numbers.length).toBeGreaterThan(300);
    expect(
      numbers.filter(
        (number) => !/^990000\d{11}$/.test(number) && !(/^999999\d{13}$/.test(number) && luhnValid(number)),
      ),
    ).toEqual([]);
    expect(
      new Set(world.accounts.filter((account) => account.number !== '').map((account) => account.number)).size,
    ).toBe(world.accounts.filter((account) => account.number !== '').length);
  });

  test('no two people share an identity number or a phone', () => {
    expect(new Set(world.people.map((person) => person.idNo)).size).toBe(world.people.length);
    const phones = world.people.flatMap((person) => (person.phone ? [person.phone] : []));
    expect(new Set(phones).size).toBe(phones.length);
  });
});
