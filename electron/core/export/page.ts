import type { exported as words } from '../../../shared/text/zh-CN/export.ts';
import type { Store } from '../store/connect.ts';
import type { Sheet } from './chart/sheet.ts';
import type { Masker } from './masker.ts';

export type ExportWord = keyof typeof words;

/** How a column is written. text: format @ · money: fen in, yuan with two decimals out · day: a real date · count, number: numbers. */
export type ColumnKind = 'text' | 'money' | 'day' | 'count' | 'number';

export interface PageColumn {
  readonly title: ExportWord;
  readonly kind: ColumnKind;
  /** in half-width characters; a 汉字 takes two */
  readonly width: number;
  readonly wrap?: boolean;
}

export type PageValue = string | number | null;

/** What the pages of one report are made from. */
export interface ReportContext {
  readonly store: Store;
  readonly lang: 'zh-CN' | 'en';
  readonly mask: Masker;
  readonly purpose: string;
  /** 主体档案: only what concerns this party; absent: the whole case */
  readonly party?: number;
  readonly actor: string;
  readonly caseId: string;
  readonly at: Date;
  readonly word: (key: ExportWord) => string;
}

/** One sheet of the report. `rows` are read as they are written: a long sheet never stands in memory as a whole. */
export interface ReportPage {
  readonly id: ExportWord;
  readonly columns: readonly PageColumn[];
  readonly rows: (context: ReportContext) => Iterable<readonly PageValue[]>;
  /** how many lines it will have, for the preview */
  readonly count: (context: ReportContext) => number;
  /** sheets of their own after it, one for each picture */
  readonly pictures?: (context: ReportContext) => Iterable<PagePicture>;
  /** cover and summary are not tables: no filter, no frozen head */
  readonly plain?: true;
}

/** A drawing on a sheet of its own, below a few lines about it. */
export interface PagePicture {
  readonly name: string;
  readonly lines: ReadonlyArray<readonly [string, string]>;
  readonly drawing: Sheet;
}
