import { failed, ok, type Read } from '../protocol/problem.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import { hasUsccForm, luhnHolds, orgCodeHolds, usccCheck } from './check-digits.ts';
import type { Day } from './day.ts';
import { checkIdCard } from './id-card.ts';
import { identifierText } from './identifier-text.ts';
import { isAddress, isPrivateAddress, macOf } from './network-address.ts';
import { readPhone } from './phone.ts';
import { seenIn } from './text.ts';

export { type IdCardFacts, idCardFacts } from './id-card.ts';
export { maskIdentifier } from './mask-identifier.ts';

/** What an identifier turned out to be. */
export type IdentifierType =
  | 'uscc'
  | 'tax_no'
  | 'org_code'
  | 'id_card'
  | 'passport'
  | 'other_id'
  | 'bank_card'
  | 'account_no'
  | 'mobile'
  | 'landline'
  | 'email'
  | 'invoice_no'
  | 'invoice_code'
  | 'approval_no'
  | 'ip'
  | 'mac'
  | 'code';

/** What a column is said to hold: the types of sheet fields. */
export type IdentifierField = Exclude<IdentifierType, 'tax_no' | 'passport' | 'other_id'> | 'id_any' | 'phone';

/** Why an identifier deserves a second look, or is no link between parties. */
export type IdentifierHint =
  | 'luhn-failed'
  | 'org-code-failed'
  | 'legacy-15'
  /** all digits equal: filled in to fill the field */
  | 'filler'
  /** 400, 800, 95xxx: many callers share it */
  | 'service-number'
  | 'private-address'
  | 'unknown-form';

/** 证件号, 账号, 号码: text, never a number. `keyable`: may join records to one party. */
export interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
  readonly keyable: boolean;
  readonly masked?: true;
  /** of a masked number: what stands behind the last star */
  readonly suffix?: string;
  readonly hint?: IdentifierHint;
}

export interface IdentifierOptions {
  /** refuses births in the future; without it any real day since 1880 is taken */
  readonly today?: Day | undefined;
}

/**
 * Reads an identifier. null: empty, 无, null, / or 0. Problems: identifier.precision-lost (a number of 16 digits or more, or
 * 6.22E+18), identifier.bad-checksum, identifier.bad-format (`params.why` 'birth': a day of birth that never was).
 * Masked numbers are read as masked, their stars kept, and never keyable.
 */
export function readIdentifier(
  field: IdentifierField,
  cell: CellOrEmpty,
  options: IdentifierOptions = {},
): Read<Identifier | null> {
  if (cell === null) return ok(null);
  const taken = identifierText(cell);
  if (taken.state === 'nothing') return ok(null);
  if (taken.state === 'precision-lost') return failed('identifier.precision-lost', { seen: seenIn(cell) });
  if (taken.state === 'unreadable') return badFormat(cell);
  const compact = taken.text.replace(spacing, '').toUpperCase();
  if (field !== 'code' && field !== 'ip' && field !== 'mac') {
    const masked = maskedOf(field, compact);
    if (masked) return ok(masked);
  }
  return readers[field](compact, taken.text, cell, options);
}

const spacing = /\s/g;
const badFormat = (cell: Cell, why?: string) =>
  failed('identifier.bad-format', { seen: seenIn(cell), ...(why === undefined ? {} : { params: { why } }) });
const badChecksum = (cell: Cell) => failed('identifier.bad-checksum', { seen: seenIn(cell) });
const found = (type: IdentifierType, value: string, hint?: IdentifierHint, keyable = true): Read<Identifier> =>
  ok(hint === undefined ? { type, value, keyable } : { type, value, keyable, hint });

// X is a letter of credit codes and the last sign of some ID cards: only a run of three behind a digit can be a mask
const starRun = /[*•●■█#✱]+|×{2,}/g;
const maskRun = /[*•●■█#✱]+|(?<=\d)X{3,}|×{2,}/g;
const tailOnly = /^(?:尾号|末[四4]位)[^\d]*(\d{3,6})$/;

/** 6226******5669, 138XXXX1234, 尾号5669. */
function maskedOf(field: IdentifierField, compact: string): Identifier | undefined {
  const tail = tailOnly.exec(compact)?.[1];
  const value =
    tail === undefined ? compact.replace(lettersMayMask(field, compact) ? maskRun : starRun, stars) : `****${tail}`;
  if (!value.includes('*')) return undefined;
  if (value.includes('@')) return { type: 'email', value: value.toLowerCase(), keyable: false, masked: true };
  const suffix = /\*([0-9A-Z]+)$/.exec(value)?.[1];
  return { type: maskedType(field, value), value, keyable: false, masked: true, ...(suffix ? { suffix } : {}) };
}

/** A valid credit code may hold X three times in a row; in a column of credit codes only stars mask. */
function lettersMayMask(field: IdentifierField, compact: string): boolean {
  if (field === 'uscc' || field === 'org_code') return false;
  return field !== 'id_any' || !hasUsccForm(compact) || usccCheck(compact.slice(0, 17)) !== compact[17];
}

const stars = (run: string): string => '*'.repeat(run.length);

function maskedType(field: IdentifierField, value: string): IdentifierType {
  if (field === 'phone') return value.startsWith('0') ? 'landline' : 'mobile';
  return field === 'id_any' ? 'other_id' : field;
}

type Reader = (compact: string, typed: string, cell: Cell, options: IdentifierOptions) => Read<Identifier>;

const readers: Readonly<Record<IdentifierField, Reader>> = {
  uscc: (compact, _typed, cell) => {
    const code = compact.replaceAll('-', '');
    if (/^\d{6}[0-9A-Z]{9}$/.test(code)) {
      return found('tax_no', code, orgCodeHolds(code.slice(6)) ? undefined : 'org-code-failed');
    }
    if (!hasUsccForm(code)) return badFormat(cell);
    return usccCheck(code.slice(0, 17)) === code[17] ? found('uscc', code) : badChecksum(cell);
  },
  org_code: (compact, _typed, cell) => {
    const code = compact.replaceAll('-', '');
    if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return badFormat(cell);
    return orgCodeHolds(code) ? found('org_code', code) : found('org_code', code, 'org-code-failed', false);
  },
  id_card: (compact, _typed, cell, { today }) => readIdCard(compact, cell, today),
  id_any: (compact, typed, cell, options) => readAnyId(compact, typed, cell, options),
  bank_card: (compact, _typed, cell) => {
    const card = compact.replaceAll('-', '');
    if (!/^\d{12,19}$/.test(card)) return badFormat(cell);
    if (isFiller(card)) return found('bank_card', card, 'filler', false);
    return found('bank_card', card, luhnHolds(card) ? undefined : 'luhn-failed');
  },
  account_no: (compact, typed, cell) => {
    if (emailForm.test(typed)) return found('email', typed.toLowerCase());
    const account = compact.replaceAll('-', '');
    if (!/^[0-9A-Z_]{7,32}$/.test(account) || !/\d{3}/.test(account)) return badFormat(cell);
    return isFiller(account) ? found('account_no', account, 'filler', false) : found('account_no', account);
  },
  phone: (compact, _typed, cell) => asRead(readPhone(compact), cell),
  mobile: (compact, _typed, cell) => asRead(ofType(readPhone(compact), 'mobile'), cell),
  landline: (compact, _typed, cell) => asRead(ofType(readPhone(compact), 'landline'), cell),
  email: (_compact, typed, cell) => (emailForm.test(typed) ? found('email', typed.toLowerCase()) : badFormat(cell)),
  invoice_no: (compact, _typed, cell) =>
    /^(?:\d{8}|\d{20})$/.test(compact) ? found('invoice_no', compact) : badFormat(cell),
  invoice_code: (compact, _typed, cell) =>
    /^(?:\d{10}|\d{12})$/.test(compact) ? found('invoice_code', compact) : badFormat(cell),
  approval_no: (compact, _typed, cell) =>
    approvalForm.test(compact) ? found('approval_no', compact) : badFormat(cell),
  ip: (compact, _typed, cell) => {
    if (!isAddress(compact)) return badFormat(cell);
    const value = compact.toLowerCase();
    return isPrivateAddress(value) ? found('ip', value, 'private-address', false) : found('ip', value);
  },
  mac: (compact, _typed, cell) => {
    const mac = macOf(compact);
    if (mac === undefined) return badFormat(cell);
    return isFiller(mac.replaceAll(':', '')) ? found('mac', mac, 'filler', false) : found('mac', mac);
  },
  code: (_compact, typed) => found('code', typed.toUpperCase()),
};

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const approvalForm = /^(?:国药准字[HZSJBFTX]\d{8}|国械注[准进许]\d{11}|.{1,3}械注[准进许]\d{11}|.{1,3}械备\d{8,})$/;
const passportForm = /^(?:[A-Z]\d{8}|E[A-Z]\d{7}|[HM]\d{8,10})$/;
const isFiller = (text: string): boolean => /^(.)\1*$/.test(text);
const asRead = (identifier: Identifier | undefined, cell: Cell): Read<Identifier> =>
  identifier ? ok(identifier) : badFormat(cell);
const ofType = (identifier: Identifier | undefined, type: IdentifierType): Identifier | undefined =>
  identifier?.type === type ? identifier : undefined;

function readIdCard(compact: string, cell: Cell, today: Day | undefined): Read<Identifier> {
  const checked = checkIdCard(compact.replaceAll('-', '').replace(/×$/, 'X'), today);
  if (checked === 'form') return badFormat(cell);
  if (checked === 'birth') return badFormat(cell, 'birth');
  if (checked === 'check') return badChecksum(cell);
  return found('id_card', checked.value, checked.legacy ? 'legacy-15' : undefined);
}

/** 证件号 of a person or a company. What has the length of an ID card or credit code must pass its check. */
function readAnyId(compact: string, typed: string, cell: Cell, options: IdentifierOptions): Read<Identifier> {
  const code = compact.replaceAll('-', '').replace(/×$/, 'X');
  if (code.length === 18) {
    const asCard = readIdCard(code, cell, options.today);
    if (asCard.ok) return asCard;
    const asUscc = readers.uscc(code, typed, cell, options);
    if (!asUscc.ok) return /^\d{17}[\dX]$/.test(code) ? asCard : asUscc;
    // one ID card in 31 with a slip passes the check of credit codes; the organisation code inside hardly ever holds as well
    const isCardWithSlip = asCard.problem.code === 'identifier.bad-checksum' && !orgCodeHolds(code.slice(8, 17));
    return isCardWithSlip ? asCard : asUscc;
  }
  if (/^\d{15}$/.test(code)) {
    const asCard = readIdCard(code, cell, options.today);
    return asCard.ok || !orgCodeHolds(code.slice(6)) ? asCard : found('tax_no', code);
  }
  if (/^\d{6}[0-9A-Z]{9}$/.test(code)) return readers.uscc(code, typed, cell, options);
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code) && orgCodeHolds(code)) return found('org_code', code);
  if (passportForm.test(code)) return found('passport', code);
  return /^[0-9A-Z()/]{5,30}$/.test(code) ? found('other_id', code, 'unknown-form', false) : badFormat(cell);
}
