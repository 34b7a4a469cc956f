import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idCardCheck, luhnHolds, orgCodeHolds, usccCheck } from '../../../../shared/evidence/check-digits.ts';
import {
  type IdentifierField,
  type IdentifierType,
  idCardFacts,
  maskIdentifier,
  readIdentifier,
} from '../../../../shared/evidence/identifier.ts';
import { bool, date, error, number, outcome, text } from './cells.ts';

const read = (field: IdentifierField, typed: string | number) =>
  outcome(readIdentifier(field, typeof typed === 'number' ? number(typed) : text(typed)));

describe('统一社会信用代码', () => {
  test("the standard's worked example", () => {
    expect(usccCheck('91350100M000100Y4')).toBe('3');
    expect(read('uscc', '91350100M000100Y43')).toEqual({ type: 'uscc', value: '91350100M000100Y43', keyable: true });
    expect(read('uscc', '91350100M000100Y44')).toBe('identifier.bad-checksum');
    expect(read('uscc', '91350100M000100Y4Z')).toBe('identifier.bad-format');
  });

  test('full width, small letters, spaces and hyphens are read', () => {
    expect(read('uscc', '９１３５０１００ｍ０００１００ｙ４３')).toMatchObject({ value: '91350100M000100Y43' });
    expect(read('uscc', ' 9199 0000 MA00-0001-5Q ')).toMatchObject({ value: '91990000MA0000015Q' });
  });

  test('an old tax number of 15 characters is one, with a hint when its organisation code fails', () => {
    expect(read('uscc', '990000900000014')).toEqual({ type: 'tax_no', value: '990000900000014', keyable: true });
    expect(read('uscc', '990000900000024')).toMatchObject({ type: 'tax_no', hint: 'org-code-failed' });
  });

  test('the organisation code follows GB 11714', () => {
    expect(orgCodeHolds('D2143569X')).toBe(true);
    expect(orgCodeHolds('D21435690')).toBe(false);
    expect(read('org_code', '99000001-7')).toEqual({ type: 'org_code', value: '990000017', keyable: true });
    expect(read('org_code', '99000001-8')).toMatchObject({ keyable: false, hint: 'org-code-failed' });
  });

  test('every single wrong character is noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const chars = fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }).map((all) => all.join(''));
    fc.assert(
      fc.property(chars, fc.nat(17), fc.constantFrom(...alphabet), (org, at, wrong) => {
        const first17 = `91990000${org}`;
        const code = first17 + usccCheck(first17);
        fc.pre(code[at] !== wrong);
        const changed = code.slice(0, at) + wrong + code.slice(at + 1);
        return readIdentifier('uscc', text(code)).ok && !readIdentifier('uscc', text(changed)).ok;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('居民身份证', () => {
  test("the standard's two examples", () => {
    expect(read('id_card', '11010519491231002X')).toEqual({
      type: 'id_card',
      value: '11010519491231002X',
      keyable: true,
    });
    expect(read('id_card', '440524188001010014')).toMatchObject({ keyable: true });
    expect(idCardFacts('11010519491231002X')).toEqual({ region: '110105', birth: '1949-12-31', sex: 'female' });
    expect(idCardFacts('440524188001010014')).toEqual({ region: '440524', birth: '1880-01-01', sex: 'male' });
    expect(idCardFacts('440524188001010015')).toBeUndefined();
  });

  test('a small x, the sign × and blanks are read', () => {
    expect(read('id_card', '11010519491231002x')).toMatchObject({ value: '11010519491231002X' });
    expect(read('id_card', '110105 19491231 002×')).toMatchObject({ value: '11010519491231002X' });
  });

  test('15 digits are completed to 18', () => {
    expect(read('id_card', '110105491231002')).toEqual({
      type: 'id_card',
      value: '11010519491231002X',
      keyable: true,
      hint: 'legacy-15',
    });
    expect(read('id_card', '990000670401001')).toMatchObject({ value: '99000019670401001X' });
  });

  test('a day of birth that never was is told from a wrong check digit', () => {
    expect(readIdentifier('id_card', text('110105194902310020'))).toEqual({
      ok: false,
      problem: { code: 'identifier.bad-format', seen: '110105194902310020', params: { why: 'birth' } },
    });
    expect(read('id_card', '110105194912310021')).toBe('identifier.bad-checksum');
    expect(outcome(readIdentifier('id_card', text('990000199001010017'), { today: '1989-12-31' }))).toBe(
      'identifier.bad-format',
    );
    expect(outcome(readIdentifier('id_card', text('990000199001010017'), { today: '1990-01-01' }))).toMatchObject({
      keyable: true,
    });
  });

  test('every single wrong digit is noticed', () => {
    const digits = fc
      .array(fc.constantFrom(...'0123456789'), { minLength: 3, maxLength: 3 })
      .map((all) => all.join(''));
    const births = fc
      .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10).replaceAll('-', ''));
    fc.assert(
      fc.property(births, digits, fc.nat(17), fc.constantFrom(...'0123456789X'), (birth, order, at, wrong) => {
        const first17 = `990000${birth}${order}`;
        const code = first17 + idCardCheck(first17);
        fc.pre(code[at] !== wrong);
        const changed = code.slice(0, at) + wrong + code.slice(at + 1);
        return readIdentifier('id_card', text(code)).ok && !readIdentifier('id_card', text(changed)).ok;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('cards and accounts', () => {
  test('Luhn is a hint for cards and means nothing for accounts', () => {
    expect(luhnHolds('79927398713')).toBe(true);
    expect(luhnHolds('79927398710')).toBe(false);
    expect(read('bank_card', '9999 9900 0000 0000 014')).toEqual({
      type: 'bank_card',
      value: '9999990000000000014',
      keyable: true,
    });
    expect(read('bank_card', '9999990000000000015')).toMatchObject({ keyable: true, hint: 'luhn-failed' });
    expect(read('account_no', '9999990000000000015')).toEqual({
      type: 'account_no',
      value: '9999990000000000015',
      keyable: true,
    });
    expect(read('bank_card', '79927398713')).toBe('identifier.bad-format');
  });

  test('masked numbers keep their stars and their end, and join nothing', () => {
    expect(read('bank_card', '6226******5669')).toEqual({
      type: 'bank_card',
      value: '6226******5669',
      keyable: false,
      masked: true,
      suffix: '5669',
    });
    expect(read('account_no', '尾号5669')).toMatchObject({ masked: true, keyable: false, suffix: '5669' });
    expect(read('id_card', '990000********002X')).toMatchObject({ masked: true, keyable: false, suffix: '002X' });
    expect(read('phone', '199XXXX1234')).toEqual({
      type: 'mobile',
      value: '199****1234',
      keyable: false,
      masked: true,
      suffix: '1234',
    });
    expect(read('account_no', 'abc***@example.com')).toEqual({
      type: 'email',
      value: 'abc***@example.com',
      keyable: false,
      masked: true,
    });
  });

  test('a field filled with one digit identifies nobody', () => {
    expect(read('account_no', '0000000000')).toMatchObject({ keyable: false, hint: 'filler' });
    expect(read('bank_card', '9999999999999999')).toMatchObject({ keyable: false, hint: 'filler' });
  });

  test('the wallet accounts of statements may be addresses', () => {
    expect(read('account_no', 'Someone@Example.com')).toEqual({
      type: 'email',
      value: 'someone@example.com',
      keyable: true,
    });
    expect(read('account_no', '某某银行')).toBe('identifier.bad-format');
    expect(read('account_no', '123456')).toBe('identifier.bad-format');
  });
});

describe('digits that a spreadsheet has lost', () => {
  test.each<[IdentifierField, string | number]>([
    ['bank_card', 9_999_990_000_000_000],
    ['account_no', 9_999_990_000_000_000_000],
    ['account_no', '9.99999E+18'],
    ['code', '9.99999E+18'],
    ['id_card', '9.90000199001E+17'],
    ['account_no', '9999990000000000000.0'],
    ['mobile', '1.99E+10'],
  ])('%s %j is not used', (field, typed) => {
    expect(read(field, typed)).toBe('identifier.precision-lost');
  });

  test('where every digit is there, the form does not matter', () => {
    expect(read('mobile', '1.9900001234E10')).toMatchObject({ value: '19900001234' });
    expect(read('mobile', 19_900_001_234)).toMatchObject({ value: '19900001234' });
    expect(read('mobile', '19900001234.0')).toMatchObject({ value: '19900001234' });
    expect(read('account_no', "'9999990000000000014")).toMatchObject({ value: '9999990000000000014' });
    expect(outcome(readIdentifier('invoice_no', number(1_234_567, '01234567')))).toMatchObject({ value: '01234567' });
    expect(read('invoice_no', 1_234_567)).toBe('identifier.bad-format');
    expect(read('code', '6E12')).toMatchObject({ value: '6E12' });
  });

  test('a problem quotes what the cell shows', () => {
    expect(readIdentifier('bank_card', number(9_999_990_000_000_000_000, '9.99999E+18'))).toEqual({
      ok: false,
      problem: { code: 'identifier.precision-lost', seen: '9.99999E+18' },
    });
  });
});

describe('telephones', () => {
  test.each<[string, object]>([
    ['+86 199-0000-1234', { type: 'mobile', value: '19900001234', keyable: true }],
    ['008619900001234', { type: 'mobile', value: '19900001234', keyable: true }],
    ['(025)99990000', { type: 'landline', value: '025-99990000', keyable: true }],
    ['0510-9999000转801', { type: 'landline', value: '0510-9999000-801', keyable: true }],
    ['400-800-1234', { type: 'landline', value: '4008001234', keyable: false, hint: 'service-number' }],
    ['95599', { type: 'landline', value: '95599', keyable: false, hint: 'service-number' }],
  ])('%s', (typed, expected) => {
    expect(read('phone', typed)).toEqual(expected);
  });

  test('a wrong number is a problem, and a landline is no mobile', () => {
    expect(read('mobile', '12900001234')).toBe('identifier.bad-format');
    expect(read('mobile', '025-99990000')).toBe('identifier.bad-format');
    expect(read('landline', '025-99990000')).toMatchObject({ type: 'landline' });
    expect(read('phone', '99990000')).toBe('identifier.bad-format');
  });
});

test.each<[IdentifierField, string, object | string]>([
  ['invoice_no', '12345678', { type: 'invoice_no', value: '12345678', keyable: true }],
  ['invoice_no', '99990000000000000001', { type: 'invoice_no', value: '99990000000000000001', keyable: true }],
  ['invoice_no', '123456789', 'identifier.bad-format'],
  ['invoice_code', '990000000001', { type: 'invoice_code', value: '990000000001', keyable: true }],
  ['approval_no', '国药准字h99990001', { type: 'approval_no', value: '国药准字H99990001', keyable: true }],
  ['approval_no', '准字1号', 'identifier.bad-format'],
  ['ip', '198.51.100.7', { type: 'ip', value: '198.51.100.7', keyable: true }],
  ['ip', '192.168.1.1', { type: 'ip', value: '192.168.1.1', keyable: false, hint: 'private-address' }],
  ['ip', '172.32.0.1', { type: 'ip', value: '172.32.0.1', keyable: true }],
  ['ip', '256.1.1.1', 'identifier.bad-format'],
  ['ip', '2001:DB8::1', { type: 'ip', value: '2001:db8::1', keyable: true }],
  ['ip', 'fe80::1', { type: 'ip', value: 'fe80::1', keyable: false, hint: 'private-address' }],
  ['ip', '1:2:3', 'identifier.bad-format'],
  ['mac', '02-00-5e-10-00-01', { type: 'mac', value: '02:00:5E:10:00:01', keyable: true }],
  ['mac', '000000000000', { type: 'mac', value: '00:00:00:00:00:00', keyable: false, hint: 'filler' }],
  ['email', 'A@Example.com', { type: 'email', value: 'a@example.com', keyable: true }],
  ['email', 'example.com', 'identifier.bad-format'],
  ['code', ' t-001 ', { type: 'code', value: 'T-001', keyable: true }],
  ['id_any', '11010519491231002x', { type: 'id_card', value: '11010519491231002X', keyable: true }],
  ['id_any', '91990000MA0000015Q', { type: 'uscc', value: '91990000MA0000015Q', keyable: true }],
  ['id_any', '110105194912310021', 'identifier.bad-checksum'],
  // an ID card with a slip that passes the check of credit codes, and a credit code of digits only whose organisation code holds
  ['id_any', '990000196001070055', 'identifier.bad-checksum'],
  ['id_any', '990000196001070042', { type: 'uscc', value: '990000196001070042', keyable: true }],
  ['id_any', '990000017', { type: 'org_code', value: '990000017', keyable: true }],
  ['id_any', 'E99990000', { type: 'passport', value: 'E99990000', keyable: true }],
  ['id_any', '军字1234567', 'identifier.bad-format'],
  ['id_any', 'AB123456', { type: 'other_id', value: 'AB123456', keyable: false, hint: 'unknown-form' }],
])('%s %s', (field, typed, expected) => {
  expect(read(field, typed)).toEqual(expected);
});

test.each(['', '无', 'null', '/', '--', '0', ' '])('%j is no identifier at all', (typed) => {
  const fields: IdentifierField[] = ['uscc', 'id_card', 'id_any', 'bank_card', 'account_no', 'phone', 'code', 'ip'];
  expect(fields.map((field) => read(field, typed))).toEqual(fields.map(() => null));
});

test('cells that hold no text and no number are problems', () => {
  expect(
    [bool(true), error('#N/A'), date(45_418, '2024-05-06'), number(1.5)].map((cell) =>
      outcome(readIdentifier('account_no', cell)),
    ),
  ).toEqual(Array(4).fill('identifier.bad-format'));
  expect(readIdentifier('account_no', null)).toEqual({ ok: true, value: null });
});

test.each<[IdentifierType, string, string]>([
  ['id_card', '11010519491231002X', '110105********002X'],
  ['mobile', '19900001234', '199****1234'],
  ['bank_card', '9999990000001234', '999999******1234'],
  ['account_no', '1234567', '*****67'],
  ['landline', '025-99990000', '025-*****000'],
  ['email', 'abc@example.com', 'a***@example.com'],
  ['uscc', '91350100M000100Y43', '91350100M000100Y43'],
  ['passport', 'E99990000', 'E*****000'],
  ['ip', '198.51.100.7', '198.51.*.*'],
  ['mac', '02:00:5E:10:00:01', '02:00:5E:**:**:**'],
  ['bank_card', '6226******5669', '6226******5669'],
])('%s %s is shown outside as %s', (type, value, masked) => {
  expect(maskIdentifier(type, value)).toBe(masked);
});
