import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idCardCheck, usccCheck } from '../../../../shared/evidence/check-digits.ts';
import { isDay, readDate } from '../../../../shared/evidence/date.ts';
import { type IdentifierField, readIdentifier } from '../../../../shared/evidence/identifier.ts';
import { readMoney } from '../../../../shared/evidence/money.ts';
import { orgKey, personKey } from '../../../../shared/evidence/name.ts';
import { number, text } from './cells.ts';

const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''));
const codeChars = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 9, maxLength: 9 })
  .map((all) => all.join(''));
const fullWidth = (shown: string) => shown.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** The ways in which exports print one and the same number. */
const printings: ReadonlyArray<(value: string) => string> = [
  (value) => value,
  fullWidth,
  (value) => `${value}\t`,
  (value) => `'${value}`,
  (value) => `="${value}"`,
  (value) => `\u00a0${value}\u200b`,
  (value) => value.toLowerCase(),
  (value) => value.replace(/(.{4})(?=.)/g, '$1 '),
];
const printing = fc.constantFrom(...printings);
const readsBack = (field: IdentifierField, value: string, print: (value: string) => string) => {
  const read = readIdentifier(field, text(print(value)));
  return read.ok && read.value?.value === value;
};

test('a credit code reads back equal, however it is printed', () => {
  fc.assert(
    fc.property(codeChars, printing, (org, print) => {
      const first17 = `91990000${org}`;
      return readsBack('uscc', first17 + usccCheck(first17), print);
    }),
  );
});

test('an identity number reads back equal, however it is printed', () => {
  const born = fc
    .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
  fc.assert(
    fc.property(born, digits(3), printing, (day, serial, print) => {
      const first17 = `999999${day}${serial}`;
      return readsBack('id_card', first17 + idCardCheck(first17), print);
    }),
  );
});

test('an account and a mobile number read back equal, however they are printed', () => {
  fc.assert(
    fc.property(digits(15), printing, (tail, print) => readsBack('account_no', `9990${tail}`, print)),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(digits(8), printing, (tail, print) => readsBack('phone', `199${tail}`, print)),
    { numRuns: 200 },
  );
});

test('a number of 16 digits or more that went through a number is never a key', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e15, max: 1e19, noNaN: true }), (stored) => {
      const read = readIdentifier('account_no', number(Math.round(stored)));
      return !read.ok || read.value === null || !read.value.keyable || String(Math.round(stored)).length < 16;
    }),
  );
});

const person = fc
  .tuple(fc.constantFrom('张', '李', '欧阳', '王'), fc.constantFrom('建国', '伟', '小明', '晓燕'))
  .map(([family, given]) => family + given);
const personPrintings = fc.constantFrom<Array<(name: string) => string>>(
  (name) => name,
  (name) => [...name].join(' '),
  (name) => `${name}\u3000`,
  (name) => `${name}（本人）`,
  (name) => `${name}教授`,
  (name) => `\t${name}`,
);

test('a name has one key, however it is printed, and another name has another', () => {
  fc.assert(fc.property(person, personPrintings, (name, print) => personKey(print(name)) === personKey(name)));
  fc.assert(
    fc.property(person, person, personPrintings, (one, other, print) => {
      fc.pre(one !== other);
      return personKey(print(one)) !== personKey(print(other));
    }),
  );
});

test('a company has one key with any legal form and any brackets, and another company has another', () => {
  const words = fc.constantFrom('云杉', '青禾', '白榆', '长汀');
  const forms = fc.constantFrom('有限公司', '有限责任公司', '股份有限公司');
  fc.assert(
    fc.property(words, words, forms, forms, (one, other, form, otherForm) => {
      const name = (word: string, legal: string, left: string, right: string) =>
        `${word}${left}澄溪${right}医药科技${legal}`;
      const same = orgKey(name(one, form, '（', '）')) === orgKey(name(one, otherForm, '(', ')'));
      return same && (one === other || orgKey(name(one, form, '(', ')')) !== orgKey(name(other, form, '(', ')')));
    }),
  );
});

const scraps = fc
  .array(fc.constantFrom(...'0123456789.,-+()（）/年月日时:￥元万亿 壹贰拾佰借贷约多几xE已退款至'), { maxLength: 10 })
  .map((parts) => parts.join(''));

test('whatever is typed gives a value that can be defended, nothing, or a Problem: a day is a real day, an amount whole fen', () => {
  fc.assert(
    fc.property(scraps, (typed) => {
      const day = readDate(text(typed));
      const money = readMoney(text(typed));
      if (day.ok && day.value !== null && !isDay(day.value.day)) return false;
      if (money.ok && money.value !== null && !Number.isSafeInteger(money.value.fen)) return false;
      // 约3万, 几千, 30多: words that make a figure vague never become a figure
      return !/[约多几]/.test(typed) || !money.ok || money.value === null;
    }),
    { numRuns: 2_000 },
  );
});

test('what the reader leaves out of a figure is never a digit', () => {
  fc.assert(
    fc.property(scraps, (typed) => {
      const money = readMoney(text(typed));
      if (!money.ok || money.value === null || !/^[-+￥\d.,]*$/.test(typed)) return true;
      const plain = Number(typed.replace(/[￥,+-]/g, ''));
      return Number.isNaN(plain) || Math.abs(Math.abs(money.value.fen) - plain * 100) < 1;
    }),
    { numRuns: 2_000 },
  );
  expect(readMoney(text('12,5'))).toMatchObject({ ok: false });
});
