/** What really happened in the invented case, before anybody wrote it into a spreadsheet. */
import type { Day, Stamp } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';

export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly idNo: string;
  readonly phone: string | undefined;
  readonly male: boolean;
  readonly city: string;
  readonly employer?: Org;
  readonly dept?: string;
  readonly title?: string;
}

export type OrgRole =
  | 'mah'
  | 'distributor'
  | 'cso'
  | 'pco'
  | 'society'
  | 'hospital'
  | 'hotel'
  | 'restaurant'
  | 'bank'
  | 'fund'
  | 'other';

export interface Org {
  readonly kind: 'org';
  readonly id: string;
  readonly name: string;
  /** What people call it: brand and trade. */
  readonly short: string;
  readonly role: OrgRole;
  readonly uscc: string;
  readonly legalRep: Person;
  readonly founded: Day;
  /** 万元 */
  readonly capital: number;
  readonly insured: number;
  readonly address: string;
  readonly phone: string | undefined;
  readonly city: string;
  formerNames: readonly string[];
  /** Companies of the whole sample that were renamed in the months of the case. */
  former?: Former;
}

export interface Former {
  readonly name: string;
  readonly until: Day;
  /** names a stream for each day: whether its papers bear the name of then or of now */
  readonly stream: string;
}

/** A name that is no party: cash, payment institutions, the bank's own interest account. */
export interface Pseudo {
  readonly kind: 'pseudo';
  readonly id: string;
  readonly name: string;
}

export type Party = Person | Org | Pseudo;

export interface Account {
  readonly id: string;
  readonly number: string;
  readonly card: boolean;
  /** The account behind a card, as inquiry platforms report it. */
  readonly behind?: string;
  readonly bank: string;
  readonly branch: string;
  readonly holder: Party;
}

export interface Transfer {
  readonly id: string;
  readonly at: Stamp;
  readonly from: Account;
  readonly to: Account;
  readonly fen: Fen;
  readonly summary: string;
  readonly remark: string;
  readonly channel: string;
  readonly cash: boolean;
  /** The bank refused it: it stands in the statement and moves no money. */
  readonly failed: boolean;
  /** This row takes back the transfer with this id (冲正). */
  readonly reverses?: string;
  /** Planted or named in the truth: it is written plainly enough to be readable. */
  readonly told: boolean;
  /** Names stand in it as they are: what is asked of it is arithmetic, not who is meant. */
  readonly plain: boolean;
}

export type ExpenseType =
  | '学术推广费'
  | '会议费'
  | '讲课费'
  | '赞助费'
  | '咨询费'
  | '劳务费'
  | '市场调研费'
  | '差旅费'
  | '业务招待费'
  | '办公费'
  | '运输费'
  | '租赁费'
  | '培训费'
  | '检测费'
  | '会费';

export interface Expense {
  readonly id: string;
  readonly company: Org;
  readonly day: Day;
  readonly type: ExpenseType;
  readonly fen: Fen;
  readonly tax: Fen | undefined;
  readonly payee: Party;
  readonly payeeAccount: Account | undefined;
  readonly conference: Conference | undefined;
  readonly product: string | undefined;
  readonly handler: Person;
  readonly approver: Person;
  readonly summary: string;
  /** The transfer that paid it, where there is one. */
  readonly paidBy: string | undefined;
  readonly told: boolean;
  readonly plain: boolean;
}

export type ConferenceType = '全国会议' | '省级会议' | '院内会议' | '科室会' | '圆桌会' | '线上会议';

export interface Conference {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly type: ConferenceType;
  readonly organizer: Org;
  readonly executor: Org | undefined;
  readonly sponsors: ReadonlyArray<{ readonly org: Org; readonly fen: Fen }>;
  readonly start: Day;
  readonly end: Day;
  readonly venue: string;
  readonly city: string;
  readonly planned: number;
  readonly attendance: number;
  readonly agenda: string;
  readonly filingNo: string;
  readonly filingDay: Day | undefined;
  readonly totalCost: Fen;
  readonly venueCost: Fen;
  readonly speakerFees: Fen;
  readonly mealCost: Fen;
  readonly product: string;
  readonly applicant: Person;
  readonly status: string;
  readonly evidence: string;
  /** Which list names it: decides the spreadsheet it stands in. */
  readonly list: ConferenceList;
  readonly told: boolean;
}

/** societies' register · a company's own list · a hospital's list without an agenda column · other provinces' congresses */
export type ConferenceList = 'society' | 'company' | 'hospital' | 'congress';

export type AttendanceRole = '讲者' | '主席' | '参会' | '工作人员' | '线上讲者';

export interface Attendance {
  readonly id: string;
  readonly conference: Conference;
  readonly day: Day;
  readonly person: Person;
  readonly role: AttendanceRole;
  readonly topic: string;
  readonly gross: Fen;
  readonly net: Fen;
  readonly hours: number;
  readonly account: Account | undefined;
  /** Minutes after midnight, when the session is known. */
  readonly session: { readonly from: number; readonly to: number } | undefined;
  readonly signedAt: Stamp | undefined;
  /** What the roster says of this person's identity. */
  readonly shows: { readonly idNo: boolean; readonly phone: boolean };
  readonly told: boolean;
}
