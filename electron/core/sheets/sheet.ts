import type { DateRange, Moment, MomentOrTime } from '../../../shared/evidence/date.ts';
import type { Money } from '../../../shared/evidence/money.ts';
import type { Price } from '../../../shared/evidence/price.ts';
import type { Outcome } from '../../../shared/evidence/yes-no.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { ProblemCode } from '../../../shared/protocol/problem.ts';
import type { IdentifierValue } from './field-values.ts';
import type { MentionDraft } from './mention.ts';

/** What each type of field reads from a cell. An empty cell is undefined, never 0 or ''. */
export interface FieldValues {
  name_any: string;
  name_person: string;
  name_org: string;
  /** several names in one cell: 甲公司、乙公司 */
  name_org_list: readonly string[];
  name_person_list: readonly string[];
  name_product: string;
  name_product_list: readonly string[];
  text: string;
  memo: string;
  address: string;
  email: string;
  ip: string;
  code: string;
  invoice_no: string;
  invoice_code: string;
  approval_no: string;
  id_any: IdentifierValue;
  id_card: IdentifierValue;
  uscc: IdentifierValue;
  bank_card: IdentifierValue;
  account_no: IdentifierValue;
  phone: IdentifierValue;
  phone_list: readonly IdentifierValue[];
  /** name and account in one cell */
  party_composite: { readonly name: string | undefined; readonly account: IdentifierValue | undefined };
  amount: Money;
  amount_capital: Money;
  /** 单价 in millionths of a yuan */
  price: Price;
  number: string;
  /** percent as a plain decimal: 13 */
  percent: string;
  integer: number;
  date: Moment;
  date_range: DateRange;
  datetime: MomentOrTime;
  /** seconds */
  duration: number;
  bool: boolean;
  /** 中标 or 未中标; a candidate is neither */
  bool_win: boolean;
  /** true: cash */
  bool_cash: boolean;
  /** undefined: the word is not known; it is no Problem, because models leave out only what failed */
  bool_success: Outcome;
  enum_ccy: string;
  /** the word as it stands: what it means may depend on the sheet (1/0 codes) */
  enum_dc: string;
  enum_expense: string;
  enum_conf: string;
  enum_status: string;
  enum_role: string;
  enum_company_status: string;
  enum_company_role: string;
  enum_item: string;
  enum_proc: string;
  enum_order_status: string;
  enum_visit: string;
  enum_invoice: string;
  enum_contract: string;
  enum_gender: string;
  enum_person_type: string;
  enum_employer: string;
  enum_kin: string;
  enum_rep_status: string;
  enum_clue: string;
  enum_area: string;
  enum_clue_status: string;
}
export type FieldType = keyof FieldValues;

/** 字段: one thing a sheet can say. `names` are the headers seen in the wild, best first, separated by |; labels count as names. */
export interface Field {
  readonly type: FieldType;
  readonly need: 'yes' | 'cond' | 'no';
  readonly zh: string;
  readonly en: string;
  readonly names: string;
}
export type Fields = Readonly<Record<string, Field>>;
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]?: FieldValues[F[K]['type']] | undefined };

export type Stored = string | number | null;
export type Direction = 'in' | 'out' | 'neutral';

/** 记录: the stored columns of one row. Columns that hold a party hold the draft of a mention; the writer gives it its id. */
export interface RecordDraft {
  /** the table of this category in store/records */
  readonly table: `rec_${string}`;
  readonly columns: Readonly<Record<string, Stored | MentionDraft>>;
  /** further parties named in one cell */
  readonly lists?: readonly MentionDraft[];
  readonly day: string | null;
  readonly same: SameAs;
}

/**
 * What makes two rows the same booking delivered twice. `key` must be equal; the rest must not contradict, where both rows have it.
 * `within`: whether equal keys inside one sheet are enough ('key') or every cell must be equal ('cells').
 */
export interface SameAs {
  readonly key: string;
  readonly within: 'key' | 'cells';
  readonly time?: string | null;
  readonly account?: string | null;
  readonly name?: string | null;
}

/** What `record` may ask about its row, and how it says what is wrong with it. */
export interface RowContext {
  /** A required value cannot be read: the row is kept but makes no record. Returns null, so that `record` can return it. */
  reject(code: ProblemCode, field: string, seen?: string): null;
  /** Something to look at; the row is imported. */
  warn(code: ProblemCode, field: string, seen?: string): void;
  /** Whether the field has a cell in this row that could not be read. */
  unread(field: string): boolean;
  /** The cell of the field as displayed, '' where it is empty. */
  shown(field: string): string;
  /** The header of the column the field was mapped to, '' where there is none. */
  header(field: string): string;
  /** The first of the fields that has a column, else the first. */
  mapped(fields: readonly string[]): string;
  /** What a person said a direction word of this sheet means, or what the balances prove of a code. */
  directionOf(word: string): Direction | undefined;
  /** What the balances before and after this row prove about it. */
  balanceSays(): 'in' | 'out' | undefined;
  /** What a figure comes to over the rows of this sheet so far, within one group: each item once, with its largest figure. */
  sumSoFar(group: string, item: string, figure: number): number;
  /** What an earlier row of this sheet said under this key, where it was something else. */
  saidOtherwise(key: string, said: string): string | undefined;
  /** Whether this sheet writes money out as negative amounts beside its direction words. */
  readonly amountsAreSigned: boolean;
  /** Which way a person said an amount without a minus goes, where the sheet has no words for it. */
  readonly plus: 'in' | 'out' | undefined;
  /** A name for the holder of a statement that names none: no other file can have it. */
  readonly unnamed: string;
}

/** 表类: one kind of spreadsheet we understand. */
export interface SheetDefinition {
  /** category of the case's vocabulary; never changes */
  readonly id: string;
  readonly title: Bilingual;
  readonly note: Bilingual;
  /** headers that speak for this kind and hardly any other, separated by | */
  readonly signature: string;
  readonly fields: Fields;
  /** of each list one field must have a column, or be known from the context */
  readonly required: ReadonlyArray<readonly string[]>;
  /** fields that may stand above the table, or in the name of the sheet, file or folder */
  readonly context: readonly string[];
  /** fields whose cell names a party */
  readonly parties: readonly string[];
  /** fields whose stored column says how the cell was read: field → column of the record */
  readonly kept: Readonly<Record<string, string>>;
  /** amount fields that are no movement of money and are not summed */
  readonly notSummed: readonly string[];
  /**
   * 受保护: fields that name whoever must not be known, as the person who gave a lead. They stay in the file's own cells: no record, list,
   * search hit, report or shared copy shows them; the source view does after somebody asked, and the journal says so.
   */
  /** a row is judged by what the rows above it said: `sumSoFar` and `saidOtherwise` may be asked */
  readonly looksBack?: true;
  /** a row without any of these values is a note, not a record: 以下无正文, 制表人 */
  readonly essential: readonly string[];
  /** The record of one row from the values read, or null after `row.reject`. */
  record(values: Readonly<Record<string, unknown>>, row: RowContext): RecordDraft | null;
  /** header row, rows, and what must come of them; run by test/contract/every-sheet.test.ts */
  readonly examples: readonly SheetExample[];
}

export interface SheetExample {
  readonly says: string;
  /** rows above the header */
  readonly above?: ReadonlyArray<readonly string[]>;
  readonly header: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  /** for each row: columns of its record (a mention as its name), or its problem codes, or 'skipped' */
  readonly gives: ReadonlyArray<
    Readonly<Record<string, Stored>> | 'skipped' | 'duplicate' | { readonly rejected: readonly ProblemCode[] }
  >;
}

type NamesIn<F> = ReadonlyArray<keyof F & string>;

/** A definition as it is written: every field name is checked against `fields`, every value has the type of its field. */
interface WrittenSheet<F extends Fields> extends Omit<SheetDefinition, 'fields' | 'record'> {
  readonly fields: F;
  readonly required: ReadonlyArray<NamesIn<F>>;
  readonly context: NamesIn<F>;
  readonly parties: NamesIn<F>;
  readonly notSummed: NamesIn<F>;
  readonly essential: NamesIn<F>;
  record(values: ValuesOf<F>, row: RowContext): RecordDraft | null;
}

export const defineSheet = <const F extends Fields>(definition: WrittenSheet<F>): SheetDefinition => definition;

/** The headers of a field, best first: its Chinese and English label, then those seen in the wild. */
export const namesOf = (field: Field): readonly string[] => [
  field.zh,
  field.en,
  ...(field.names === '' ? [] : field.names.split('|')),
];
