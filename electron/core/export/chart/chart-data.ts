import type { JournalHead } from '../../journal/entry.ts';
import type { MaskLevel } from '../masker.ts';

/** A party as it leaves the program: name and numbers already masked. */
export interface ChartParty {
  readonly id: number;
  readonly kind: string;
  readonly drawnAs: string;
  readonly kindWord: string;
  readonly name: string;
  /** numbers that the mask lets through whole, and those it changed */
  readonly identifiers: ReadonlyArray<{ readonly type: string; readonly value: string; readonly whole: boolean }>;
  readonly inFen: number;
  readonly outFen: number;
  /** with how many others it is linked in the whole case */
  readonly degree: number;
  readonly findings: number;
}

/** A drawn link: one for each ordered pair and kind. */
export interface ChartLink {
  readonly id: string;
  readonly kind: string;
  readonly kindWord: string;
  readonly source: number;
  readonly target: number;
  readonly directed: boolean;
  /** 'moved': statements say that money went over. 'booked': somebody's ledger says so. */
  readonly money: 'moved' | 'booked' | null;
  readonly rows: number;
  /** null where the kind carries no money */
  readonly fen: number | null;
  readonly first: string | null;
  readonly last: string | null;
  /** 推断，未确认 */
  readonly guess: boolean;
  readonly certainty: string;
}

/** An element of the chart: one party, a folded group, or an open frame. */
export interface ChartPlace {
  readonly id: string;
  /** whom it stands for; of an open frame its own party, if it has one */
  readonly parties: readonly number[];
  /** a group's own name; '' of parties */
  readonly name: string;
  /** of its middle, px */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** the open frame around it */
  readonly frame: string | null;
}

/** What one file of the chart holds, and what it says of itself. */
export interface ChartData {
  readonly parties: readonly ChartParty[];
  readonly links: readonly ChartLink[];
  /** how many the case has */
  readonly of: { readonly parties: number; readonly links: number };
  /** empty where the whole case is written out, which stands nowhere */
  readonly places: readonly ChartPlace[];
  /** what a person wrote on the chart, masked */
  readonly texts: ReadonlyArray<{ readonly x: number; readonly y: number; readonly text: string }>;
  readonly lang: 'zh-CN' | 'en';
  readonly caseId: string;
  readonly title: string;
  readonly number: string;
  readonly classification: string;
  readonly level: MaskLevel;
  readonly purpose: string;
  /** '' where the mask withholds it */
  readonly actor: string;
  readonly at: Date;
  readonly head: JournalHead;
}

/** A format of the chart, one file each (NAME.export.ts): text in pieces, so that a case of a million links never stands in memory twice. */
export interface ChartExport {
  readonly format: string;
  write(data: ChartData): Iterable<string>;
}
