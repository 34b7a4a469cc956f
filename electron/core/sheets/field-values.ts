import type { Cell } from '../../../shared/evidence/cell.ts';
import {
  companyRoles,
  companyStatuses,
  conferenceRoles,
  conferenceStatuses,
  conferenceTypes,
  contractTypes,
  invoiceStatuses,
  itemKinds,
  orderStatuses,
  procurementTypes,
  readChoice,
  visitTypes,
} from '../../../shared/evidence/choices.ts';
import { type Currency, readCurrency } from '../../../shared/evidence/currency.ts';
import {
  type DateOptions,
  readDate,
  readDateRange,
  readMoment,
  type TimeOptions,
} from '../../../shared/evidence/date.ts';
import { readDuration } from '../../../shared/evidence/duration.ts';
import { type Identifier, type IdentifierField, readIdentifier } from '../../../shared/evidence/identifier.ts';
import { readMoney } from '../../../shared/evidence/money.ts';
import { splitNameList } from '../../../shared/evidence/name.ts';
import { readInteger, readNumber, readPercent } from '../../../shared/evidence/number.ts';
import { splitParty } from '../../../shared/evidence/party-composite.ts';
import {
  clueSources,
  clueStatuses,
  employerKinds,
  focusAreas,
  genders,
  holderTypes,
  kinRelations,
  repStatuses,
} from '../../../shared/evidence/people-choices.ts';
import { readPrice } from '../../../shared/evidence/price.ts';
import { saysNothing, tidy, valueText } from '../../../shared/evidence/text.ts';
import type { Unit } from '../../../shared/evidence/unit.ts';
import { readAward, readCash, readSuccess, readYesNo } from '../../../shared/evidence/yes-no.ts';
import type { Problem, Read } from '../../../shared/protocol/problem.ts';
import type { FieldType, FieldValues } from './sheet.ts';

/** The kinds of identifier a mention can have beside its name. A card and an account number are both 'account': banks write either. */
export type StoredIdentifier =
  | 'uscc'
  | 'tax_no'
  | 'org_code'
  | 'id_no'
  | 'passport'
  | 'other_id'
  | 'account'
  | 'phone'
  | 'email'
  | 'conference_no'
  | 'product_code'
  | 'approval_no'
  | 'tender_no'
  | 'contract_no'
  | 'invoice_no'
  | 'clue_no'
  | 'held_account';

/** An identifier as the case keeps it. `keyable` false: masked, damaged or failing its check; then it never joins anybody. */
export interface IdentifierValue {
  readonly type: StoredIdentifier;
  readonly value: string;
  readonly keyable: boolean;
}

/** What is known of a column while its cells are read. */
export interface ColumnRule extends DateOptions, TimeOptions {
  readonly unit: Unit;
  /** only where the header names one: 金额(美元) */
  readonly currency?: Currency | undefined;
  /** the row has its date in another column */
  readonly hasDay: boolean;
}

/** Where a reader puts what is wrong with a cell. */
export interface ProblemSink {
  problem(problem: Problem): void;
}

type Reader<T extends FieldType> = (cell: Cell, column: ColumnRule, sink: ProblemSink) => FieldValues[T] | undefined;

/** Reads one cell for a field; undefined: empty, or unreadable and then the sink has the Problem. */
export function readField(
  type: FieldType,
  cell: Cell,
  column: ColumnRule,
  sink: ProblemSink,
): FieldValues[FieldType] | undefined {
  return readers[type](cell, column, sink);
}

/** The text of a cell; 无, / and -- are nothing. A spreadsheet's number gives what it shows. */
function text(cell: Cell): string | undefined {
  if (cell.type === 'error') return undefined;
  const value = cell.type === 'text' ? valueText(cell.shown) : tidy(cell.shown);
  return saysNothing(value) ? undefined : value;
}

function taken<T>(read: Read<T | null>, sink: ProblemSink): T | undefined {
  if (read.ok) return read.value ?? undefined;
  sink.problem(read.problem);
  return undefined;
}

const storedTypes: Readonly<Partial<Record<Identifier['type'], StoredIdentifier>>> = {
  uscc: 'uscc',
  tax_no: 'tax_no',
  org_code: 'org_code',
  id_card: 'id_no',
  passport: 'passport',
  bank_card: 'account',
  account_no: 'account',
  mobile: 'phone',
  landline: 'phone',
  email: 'email',
};

/** A number of a person or a company whose check fails is still told apart by its form. */
function kindOfDamaged(text: string, fallback: StoredIdentifier): StoredIdentifier {
  if (fallback !== 'other_id') return fallback;
  if (/^\d{17}[\dXx]$/.test(text)) return 'id_no';
  return /^[0-9A-Z]{18}$/i.test(text) ? 'uscc' : fallback;
}

const identifier =
  (field: IdentifierField, fallback: StoredIdentifier) =>
  (cell: Cell, _column: ColumnRule, sink: ProblemSink): IdentifierValue | undefined => {
    const read = readIdentifier(field, cell);
    if (read.ok) {
      const found = read.value;
      return found
        ? { type: storedTypes[found.type] ?? fallback, value: found.value, keyable: found.keyable }
        : undefined;
    }
    // a damaged number is quoted with the digits the file holds: the sheet shows 9.9E+16 for all of its kind
    const damaged = cell.type === 'number' ? String(cell.raw) : tidy(cell.shown);
    sink.problem({ ...read.problem, seen: cell.type === 'number' ? damaged : (read.problem.seen ?? damaged) });
    return damaged === ''
      ? undefined
      : { type: kindOfDamaged(damaged, fallback), value: damaged.slice(0, 60), keyable: false };
  };

const choice =
  (choices: Parameters<typeof readChoice>[0]) =>
  (cell: Cell, _column: ColumnRule, sink: ProblemSink): string | undefined =>
    taken(readChoice(choices, cell), sink);

const names = (cell: Cell): readonly string[] | undefined => {
  const found = splitNameList(text(cell) ?? '').filter((name) => !saysNothing(name));
  return found.length > 0 ? found : undefined;
};

/** Numbers printed on documents; one of another form is kept as it is written, with a Problem. */
const printed =
  (field: 'invoice_code' | 'approval_no') =>
  (cell: Cell, _column: ColumnRule, sink: ProblemSink): string | undefined => {
    const read = readIdentifier(field, cell);
    if (read.ok) return read.value?.value;
    sink.problem(read.problem);
    return read.problem.code === 'identifier.precision-lost' ? undefined : text(cell);
  };

const readers: { readonly [T in FieldType]: Reader<T> } = {
  name_any: text,
  name_person: text,
  name_org: text,
  name_org_list: names,
  name_person_list: names,
  name_product: text,
  name_product_list: names,
  text,
  memo: text,
  address: text,
  email: text,
  ip: text,
  // a serial number of 18 digits that went through a number has lost its end: it is no serial number any more
  code: (cell, _column, sink) => taken(readIdentifier('code', cell), sink)?.value,
  // lists hold several: whether it is one number of the proper length is asked where it settles something
  invoice_no: (cell, _column, sink) => taken(readIdentifier('code', cell), sink)?.value,
  invoice_code: printed('invoice_code'),
  approval_no: printed('approval_no'),
  id_any: identifier('id_any', 'other_id'),
  id_card: identifier('id_card', 'id_no'),
  uscc: identifier('uscc', 'uscc'),
  bank_card: identifier('bank_card', 'account'),
  account_no: identifier('account_no', 'account'),
  phone: identifier('phone', 'phone'),
  phone_list: (cell, column, sink) => {
    const parts = splitNameList(text(cell) ?? '');
    const phones = parts.map((part) => readers.phone({ type: 'text', raw: part, shown: part }, column, sink));
    return phones.length > 0 ? phones.filter((phone) => phone !== undefined) : undefined;
  },
  party_composite: (cell, column, sink) => {
    const { name, account } = splitParty(text(cell) ?? '');
    if (name === undefined && account === undefined) return undefined;
    const read =
      account === undefined
        ? undefined
        : readers.account_no({ type: 'text', raw: account, shown: account }, column, sink);
    return { name, account: read };
  },
  amount: (cell, column, sink) => {
    const money = taken(readMoney(cell, column.unit), sink);
    return money && column.currency && !money.currency ? { ...money, currency: column.currency } : money;
  },
  amount_capital: (cell, column, sink) => taken(readMoney(cell, column.unit), sink),
  price: (cell, column, sink) => {
    const price = taken(readPrice(cell, column.unit), sink);
    return price && column.currency && !price.currency ? { ...price, currency: column.currency } : price;
  },
  number: (cell, _column, sink) => taken(readNumber(cell), sink)?.text,
  percent: (cell, _column, sink) => taken(readPercent(cell), sink)?.text,
  integer: (cell, _column, sink) => taken(readInteger(cell), sink),
  date: (cell, column, sink) => taken(readDate(cell, column), sink),
  date_range: (cell, column, sink) => taken(readDateRange(cell, column), sink),
  datetime: (cell, column, sink) => taken(readMoment(cell, column), sink),
  duration: (cell, _column, sink) => taken(readDuration(cell), sink),
  bool: (cell, _column, sink) => taken(readYesNo(cell), sink),
  bool_win: (cell, _column, sink) => taken(readAward(cell), sink),
  bool_cash: (cell, _column, sink) => {
    const read = taken(readCash(cell), sink);
    return read === undefined ? undefined : read === 'cash';
  },
  bool_success: readSuccess,
  enum_ccy: (cell, _column, sink) => {
    const word = text(cell);
    // 钞 and 汇 say how an account is kept, not in which currency
    if (word === undefined || /^现?[钞汇]户?$/.test(word)) return undefined;
    const currency = readCurrency(word);
    if (currency === undefined) sink.problem({ code: 'choice.unreadable', seen: word });
    return currency;
  },
  enum_dc: (cell) => {
    const word = tidy(cell.shown);
    // '/' is a word here: wallets write it for moves of own money
    return word === '' ? undefined : word;
  },
  enum_expense: text,
  enum_conf: choice(conferenceTypes),
  enum_status: choice(conferenceStatuses),
  enum_role: choice(conferenceRoles),
  enum_company_status: choice(companyStatuses),
  enum_company_role: choice(companyRoles),
  enum_item: choice(itemKinds),
  enum_proc: choice(procurementTypes),
  enum_order_status: choice(orderStatuses),
  enum_visit: choice(visitTypes),
  enum_invoice: choice(invoiceStatuses),
  enum_contract: choice(contractTypes),
  enum_gender: choice(genders),
  enum_person_type: choice(holderTypes),
  enum_employer: choice(employerKinds),
  enum_kin: choice(kinRelations),
  enum_rep_status: choice(repStatuses),
  enum_clue: choice(clueSources),
  enum_area: choice(focusAreas),
  enum_clue_status: choice(clueStatuses),
};
