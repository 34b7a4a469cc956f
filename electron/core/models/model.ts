import type { Bilingual, Measure, SentenceValue } from '../../../shared/protocol/parts.ts';

/** What a model may ask: SQL over the named views of store/views.sql, read-only. */
export interface EvidenceReader {
  all<T>(sql: string, params?: Readonly<Record<string, unknown>>): T[];
  one<T>(sql: string, params?: Readonly<Record<string, unknown>>): T | undefined;
  each<T>(sql: string, params?: Readonly<Record<string, unknown>>): IterableIterator<T>;
  /** A column counts as existing when at least one imported sheet of the category maps it: absent is not empty. */
  hasField(category: string, field: string): boolean;
  /** Whether the very sheet that holds this row has the column. */
  rowHasField(row: number, field: string): boolean;
  /** Called in long loops; throws when the person cancelled. */
  breathe(): void;
}

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
  readonly role: 'evidence' | 'explained' | 'counter' | 'context';
  readonly note?: Bilingual;
}

export interface Hit {
  /** identity of the matter across runs, from stable facts (party uids, days), e.g. `12→48` by party uid */
  readonly key: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly confidence: number;
  /** fills the model's summary sentence */
  readonly params: Readonly<Record<string, SentenceValue>>;
  readonly measures: readonly Measure[];
  /** fen over the rows with role 'evidence', each row once; null when the matter is not about money */
  readonly fen: number | null;
  readonly subjects: ReadonlyArray<{ role: string; party: number | null; name: string }>;
  readonly rows: readonly HitRow[];
}

/** A small table that must or must not be found: category → rows of field → text as in a spreadsheet. */
export interface ModelExample {
  readonly title: string;
  readonly sheets: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, string>>>>>;
  readonly settings?: Readonly<Record<string, number>>;
  /** names of the first subject of each expected finding, in order; [] = must stay silent */
  readonly finds: readonly string[];
  /** expected status of the run when it cannot judge */
  readonly cannotJudge?: boolean;
}

/** 预警模型: one file each, read from top to bottom by an analyst. */
export interface Model<S extends readonly Setting[] = readonly Setting[]> {
  readonly id: string;
  readonly version: number;
  readonly group: string;
  readonly family: string;
  /** weight of the family in the risk score (MODELS §4) */
  readonly weight: number;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly summary: Bilingual;
  readonly basis: ReadonlyArray<{ source: Bilingual; text: Bilingual; own: boolean }>;
  readonly needs: ReadonlyArray<{ category: string; fields: readonly string[] }>;
  readonly settings: S;
  readonly innocent: readonly Bilingual[];
  readonly blindSpots: readonly Bilingual[];
  /** Judgement beyond `needs`: missing periods or payers. Returns what is missing, or [] when it can judge. */
  readonly coverage?: (evidence: EvidenceReader, settings: SettingsOf<S>) => readonly Bilingual[];
  readonly find: (evidence: EvidenceReader, settings: SettingsOf<S>) => { examined: number; hits: readonly Hit[] };
  readonly examples: readonly ModelExample[];
}

/** Keeps the types of a model file exact; does nothing else. */
export const defineModel = <const S extends readonly Setting[]>(model: Model<S>): Model<S> => model;
