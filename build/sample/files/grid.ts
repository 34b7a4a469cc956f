/** A spreadsheet before it becomes bytes, with what an importer must make of every row. */
import type { Fen } from '../plain/fen.ts';
import type { Party } from '../world/types.ts';

/** Text, or a number with the format it is shown in. */
export type GridCell = null | string | { readonly n: number; readonly z: string };

export type Category =
  | 'bank_flow'
  | 'expense'
  | 'conference'
  | 'conference_person'
  | 'company'
  | 'purchase'
  | 'product'
  | 'bid'
  | 'prescription'
  | 'visit'
  | 'visit_item'
  | 'invoice'
  | 'contract'
  | 'staff'
  | 'institution'
  | 'bank_account'
  | 'kinship'
  | 'rep'
  | 'rep_activity'
  | 'clue'
  | 'call_record'
  | 'company_person'
  | 'wallet_flow';

/** What the rows of a sheet are for an importer. */
export type Fate = 'title' | 'header' | 'imported' | 'rejected' | 'duplicate' | 'skipped' | 'blank';

export interface BadCell {
  readonly column: string;
  readonly code: string;
  readonly seen: string;
}

export interface CellMention {
  readonly party: Party;
  readonly field: string;
  readonly written: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly fate: Fate;
  /** The record this row tells of. */
  readonly record?: string;
  readonly problems?: readonly BadCell[];
  readonly mentions?: readonly CellMention[];
  /** Values of the amount fields as they stand in the row, in fen. */
  readonly amounts?: Readonly<Record<string, Fen>>;
}

export interface GridColumn {
  readonly header: string;
  /** The field of the import sheet, null for a column nobody asked for. */
  readonly field: string | null;
}

export interface GridSheet {
  readonly name: string;
  readonly category: Category;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Merged cells: [row, first column, last column], all 0-based. */
  readonly merges: ReadonlyArray<readonly [number, number, number]>;
  /** Merged from one row down to another, where a value stands once for them all: [first row, last row, column], all 0-based. */
  readonly down?: ReadonlyArray<readonly [number, number, number]>;
  /** Columns nobody sees, 0-based; only a workbook has any. */
  readonly hidden?: readonly number[];
}

/** html: a page that bears the name of a workbook, as many systems export it. */
export type FileFormat = 'xlsx' | 'xls' | 'html' | 'csv-utf8' | 'csv-utf8-bom' | 'csv-gb18030';

export interface GridFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly sheets: readonly GridSheet[];
}

export const rowOf = (cells: readonly GridCell[], fate: Fate): GridRow => ({ cells, fate });
