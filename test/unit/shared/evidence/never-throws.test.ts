import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKeys } from '../../../../shared/evidence/address.ts';
import type { Cell } from '../../../../shared/evidence/cell.ts';
import { conferenceRoles, readChoice } from '../../../../shared/evidence/choices.ts';
import { readDate, readDateRange, readMoment, readTime } from '../../../../shared/evidence/date.ts';
import { readDirection } from '../../../../shared/evidence/direction.ts';
import { readDuration } from '../../../../shared/evidence/duration.ts';
import { expenseTypeOf } from '../../../../shared/evidence/expense-type.ts';
import { type IdentifierField, maskIdentifier, readIdentifier } from '../../../../shared/evidence/identifier.ts';
import { readMoney } from '../../../../shared/evidence/money.ts';
import * as names from '../../../../shared/evidence/name.ts';
import { readInteger, readNumber, readPercent } from '../../../../shared/evidence/number.ts';
import { splitParty } from '../../../../shared/evidence/party-composite.ts';
import { readPrice } from '../../../../shared/evidence/price.ts';
import { normHeader } from '../../../../shared/evidence/text.ts';
import { splitUnit, titleUnit } from '../../../../shared/evidence/unit.ts';
import { readCash, readSuccess, readYesNo } from '../../../../shared/evidence/yes-no.ts';
import type { Read } from '../../../../shared/protocol/problem.ts';
import { text } from './cells.ts';

const fields: IdentifierField[] = [
  'uscc',
  'org_code',
  'id_card',
  'id_any',
  'bank_card',
  'account_no',
  'phone',
  'mobile',
  'landline',
  'email',
  'invoice_no',
  'invoice_code',
  'approval_no',
  'ip',
  'mac',
  'code',
];
const readers: readonly ((cell: Cell) => Read<unknown>)[] = [
  (cell) => readMoney(cell),
  (cell) => readMoney(cell, 10_000),
  (cell) => readPrice(cell),
  (cell) => readDate(cell),
  (cell) => readDate(cell, { order: 'dmy', date1904: true }),
  (cell) => readTime(cell),
  (cell) => readMoment(cell, { hasDay: true }),
  (cell) => readDateRange(cell),
  (cell) => readDuration(cell),
  (cell) => readNumber(cell),
  (cell) => readInteger(cell),
  (cell) => readPercent(cell),
  (cell) => readYesNo(cell),
  (cell) => readCash(cell),
  (cell) => readChoice(conferenceRoles, cell),
  ...fields.map((field) => (cell: Cell) => readIdentifier(field, cell)),
];

const fragments = fc
  .array(
    fc.constantFrom(
      ...'0123456789.,-+/:eEXx*()（）年月日时分万亿元壹拾零￥¥ %至~张医院公司'.split(''),
      '\t',
      '2024',
      '12',
      '已退款',
      '下午',
      '\u200b',
      "'",
      '="',
      '"',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
const typed = fc.oneof(
  fragments,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  typed.map(text),
  fc.record({
    type: fc.constantFrom('number', 'date'),
    raw: fc.oneof(fc.double(), fc.integer(), fc.double({ min: 0, max: 90_000 })),
    shown: fragments,
  }),
  fc.record({ type: fc.constant('bool'), raw: fc.boolean(), shown: fc.constantFrom('TRUE', 'FALSE') }),
  fc.record({ type: fc.constant('error'), raw: fc.constantFrom('#N/A', '#REF!'), shown: fc.constant('#N/A') }),
);

test('no cell makes a reader throw, and every problem quotes the cell', () => {
  fc.assert(
    fc.property(cells, (cell) =>
      readers.every((read) => {
        const result = read(cell);
        return result.ok || result.problem.seen !== undefined;
      }),
    ),
    { numRuns: 5_000 },
  );
});

test('no text makes a reader of names or words throw', () => {
  fc.assert(
    fc.property(typed, (raw) => {
      for (const read of [
        names.personKey,
        names.orgKey,
        names.branchOf,
        names.orgFamily,
        names.isPlaceholderName,
        names.behindInstitution,
        names.isMaskedName,
        names.looksLikeOrg,
        names.looksLikePerson,
        names.maskName,
        names.splitNameList,
        readDirection,
        normHeader,
        splitUnit,
        titleUnit,
        addressKeys,
        splitParty,
      ])
        read(raw);
      expenseTypeOf([raw]);
      readSuccess(text(raw));
      const read = readIdentifier('account_no', text(raw));
      if (read.ok && read.value) maskIdentifier(read.value.type, read.value.value);
    }),
    { numRuns: 3_000 },
  );
});

test('a long text in the wrong column is refused quickly', () => {
  const long = [
    `a${' '.repeat(50_000)}b`,
    ...['1', '1,', '零', '（公司', '公司', '(', '2024-', 'X*', '张', '年', '劳务', '单位', '甲省', '1 '].map((part) =>
      part.repeat(25_000),
    ),
  ];
  const start = performance.now();
  for (const raw of long) {
    for (const read of readers) read(text(raw));
    names.orgKey(raw);
    names.looksLikePerson(raw);
    names.splitNameList(raw);
    normHeader(raw);
    splitUnit(raw);
    addressKeys(raw);
    splitParty(raw);
    expenseTypeOf([raw]);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});
