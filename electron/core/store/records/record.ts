/**
 * 记录表: one table of records. Everything the rest of the program needs to know about its columns is said here once: writing, taking back,
 * places of parties, lists, doctor and report follow. SQL expressions speak of the table as `x`; they are ours, never data.
 */
export interface RecordTable {
  readonly table: `rec_${string}`;
  /** kinds of sheet whose rows become such records; the first names the table in lists */
  readonly categories: readonly string[];
  /** stored columns after `row`, in order, as the drafts of the sheets name them */
  readonly columns: readonly string[];
  /** columns that hold a mention → the field of the sheet that names it */
  readonly mentions: Readonly<Record<string, string>>;
  /** the column with whose statement, ledger or meeting the row is: a bare name is somebody of that one only */
  readonly scope: string | null;
  /** columns with numbers of people who are no parties (patients): they are masked wherever numbers of people are */
  readonly personal: readonly string[];
  /** indexes that a large import sets aside and makes anew; what the import itself asks for is not among them */
  readonly setAside: readonly string[];
  /** the day of a row, and whether months without such rows are a gap in the data */
  readonly day: { readonly column: string | null; readonly covers: boolean };
  /** field of the sheet → the fen a finding counts when it cites that field */
  readonly cited: Readonly<Record<string, string>>;
  /** fields of the sheet that name whoever must not be known → the headers that mean them: shown to nobody unasked, in no list, report or shared copy */
  readonly withheld?: Readonly<Record<string, readonly string[]>>;
  /** how a row reads in one line: fen, the two sides (columns with mentions) and words; `precision` where a day may be a month */
  readonly line: {
    readonly fen: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly text: string;
    readonly precision?: string;
  };
}

interface WrittenRecord extends Omit<RecordTable, 'columns' | 'setAside' | 'personal'> {
  /** separated by blanks */
  readonly columns: string;
  readonly setAside: string;
  readonly personal?: string;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** A record table as it is written; lists of names are one text each. */
export const defineRecord = (record: WrittenRecord): RecordTable => ({
  ...record,
  columns: words(record.columns),
  setAside: words(record.setAside),
  personal: words(record.personal ?? ''),
});

/** Words of two columns with one blank between them. */
export const joined = (...columns: readonly string[]): string =>
  `trim(${columns.map((column) => `coalesce(x.${column}, '')`).join(" || ' ' || ")})`;

/** Money in another currency is never a figure in yuan: it stands in the words of its row. */
export const foreignMoney =
  "case when x.currency <> 'CNY' then printf('%s %s%d.%02d ', x.currency, iif(x.fen < 0, '-', ''), abs(x.fen) / 100, abs(x.fen) % 100) else '' end";
