import type { chainLinks, focusAreas } from '../../../shared/evidence/people-choices.ts';
import type { Bilingual, Measure, SentenceValue } from '../../../shared/protocol/parts.ts';

/** A party as the case knows it. `uid` stays the same when files are imported again: keys of findings are made of uids. */
export interface KnownParty {
  readonly id: number;
  readonly uid: string;
  readonly kind: string;
  /** a kind of shared/ontology that refines `kind`: doctor, keypost, pharma, cso … */
  readonly role: string | null;
  readonly name: string;
}

/** What a model may ask: SQL over the named views of store/views.sql, read-only. Values are bound, never written into the text. */
export interface EvidenceReader {
  all<T>(sql: string, params?: Readonly<Record<string, unknown>>): T[];
  /** One row after the other, so that a million never stand in memory; nothing else may be asked meanwhile. `take` returns false to stop. */
  each<T>(sql: string, params: Readonly<Record<string, unknown>>, take: (row: T) => boolean): void;
  one<T>(sql: string, params?: Readonly<Record<string, unknown>>): T | undefined;
  /** A party id found in a view. */
  party(id: number): KnownParty;
  /** Whether any row of the category was imported. */
  has(category: string): boolean;
  /** A column counts as existing when at least one imported sheet of the category maps it: absent is not empty. */
  hasField(category: string, field: string): boolean;
  /** Whether the very sheet that holds this row has the column (or says the value once for the whole sheet). */
  rowHasField(row: number, field: string): boolean;
  /** What the cell of a field shows, '' where it is empty. For words that the record does not keep. */
  shown(row: number, field: string): string;
  /** What several models ask for alike: made at the first asking, kept for this run. */
  once<T>(name: string, make: () => T): T;
  /** Called in long loops; throws when the person cancelled. */
  breathe(): void;
}

/** One of the six areas of the campaign of 2023. */
export type FocusArea = Exclude<(typeof focusAreas)[number]['id'], 'other'>;
/** 生产、流通、销售、使用、报销. */
export type ChainLink = (typeof chainLinks)[number]['id'];

export interface Setting {
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** where the number comes from: a document, or 本工具判断 */
  readonly basis: Bilingual;
}

export type SettingsOf<S extends readonly Setting[]> = { readonly [K in S[number]['name']]: number };

export interface HitRow {
  readonly row: number;
  /** the field of the sheet whose cell carries the figure */
  readonly field: string;
  /** 'evidence' the finding rests on it · 'explained' 已解释, shown but not counted · 'counter' speaks against · 'context' */
  readonly role: 'evidence' | 'explained' | 'counter' | 'context';
  readonly note?: Bilingual;
}

export interface HitSubject {
  /** what the party is to the matter: payer, payee, person, conference, organizer, sponsor. The first subject is the one it is about. */
  readonly role: string;
  readonly party: number | null;
  readonly name: string;
}

export interface Hit {
  /** identity of the matter across runs, from stable facts (party uids, days), e.g. `12ab…→48cd…` */
  readonly key: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly confidence: number;
  /** fills the model's summary sentence */
  readonly params: Readonly<Record<string, SentenceValue>>;
  readonly measures: readonly Measure[];
  /** fen over the rows with role 'evidence', each row once; null when the matter is not about money */
  readonly fen: number | null;
  readonly subjects: readonly HitSubject[];
  readonly rows: readonly HitRow[];
}

/** Something the model would need and does not have: `id` is a category, category.field, or a word of the model's own. */
export interface Lack {
  readonly id: string;
  readonly words: Bilingual;
}

/** Thrown by `find` where a limit stops it: the run says why, and what earlier runs found stands. */
export class Unfinished extends Error {
  readonly lack: Lack;
  constructor(lack: Lack) {
    super(lack.id);
    this.lack = lack;
  }
}

/** A small table that must or must not be found: category → rows of field → text as in a spreadsheet. */
export interface ModelExample {
  readonly title: string;
  readonly sheets: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, string>>>>>;
  readonly settings?: Readonly<Record<string, number>>;
  /** names of the first subject of each expected finding, sorted; [] = must stay silent */
  readonly finds: readonly string[];
  /** expected status of the run when it cannot judge */
  readonly cannotJudge?: boolean;
  /** expected parts that the run could not judge, by their Chinese words, sorted */
  readonly unjudged?: readonly string[];
}

/** 预警模型: one file each, read from top to bottom by an analyst. */
export interface Model<S extends readonly Setting[] = readonly Setting[]> {
  /** never changes */
  readonly id: string;
  /** raised whenever `find` changes: a finding names the version that made it */
  readonly version: number;
  /** G1 conferences · G2 flows of money · G3 favours · G4 buying · G5 treatment · G6 representatives · G7 networks */
  readonly group: string;
  /** the areas of the campaign that a finding belongs to */
  readonly areas: readonly FocusArea[];
  /** the links of the chain at which it happens */
  readonly links: readonly ChainLink[];
  /** models of one family on the same rows count once in the risk score */
  readonly family: string;
  /** weight of the family in the risk score */
  readonly weight: number;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly summary: Bilingual;
  /** `own`: 本工具模型, no authority published this rule */
  readonly basis: ReadonlyArray<{ source: Bilingual; text: Bilingual; own: boolean }>;
  /** `or`: another category that answers for this one when it is absent */
  readonly needs: ReadonlyArray<{ category: string; fields: readonly string[]; or?: string }>;
  readonly settings: S;
  readonly innocent: readonly Bilingual[];
  readonly blindSpots: readonly Bilingual[];
  /** Judgement beyond `needs`: missing periods or payers. Returns what is missing, or [] when it can judge. */
  readonly coverage?: (evidence: EvidenceReader, settings: SettingsOf<S>) => readonly Lack[];
  /** `unjudged`: parts of the data that could not be judged while the rest was, and why; said beside the outcome of the run. */
  readonly find: (
    evidence: EvidenceReader,
    settings: SettingsOf<S>,
  ) => { examined: number; hits: readonly Hit[]; unjudged?: readonly Lack[] };
  readonly examples: readonly ModelExample[];
  /** 自建模型: made by a person of this case; whose it is and how it stands */
  readonly own?: OwnMark;
}

export interface OwnMark {
  readonly state: 'on' | 'off' | 'deleted';
  /** the definition as sentences */
  readonly words: Bilingual;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
}

/** Keeps the types of a model file exact; does nothing else. */
export const defineModel = <const S extends readonly Setting[]>(model: Model<S>): Model<S> => model;
