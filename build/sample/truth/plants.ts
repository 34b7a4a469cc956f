/** What the generators say about what they planted; rows are filled in when the spreadsheets are written. */
import type { Fen } from '../plain/fen.ts';
import { type Book, emptyBook } from '../story/book.ts';
import type { Org, Person } from '../world/types.ts';

/** The id of a transfer, an expense, a conference, an attendance, a record of the book. */
export type RecordId = string;

/** One finding a model should come to, by the letter of its published definition. */
export interface Expected {
  readonly model: string;
  readonly subjects: ReadonlyArray<Person | Org>;
  /** Conferences among the subjects. */
  readonly conferences?: readonly RecordId[];
  readonly rows: readonly RecordId[];
}

export interface Plant {
  readonly id: string;
  readonly scheme: string;
  /** 1 clean and direct · 2 names and numbers partly missing · 3 split over accounts or partly unnamed */
  readonly difficulty: 1 | 2 | 3;
  /** Empty where the drawn figures stay below every default threshold. */
  readonly expected: readonly Expected[];
  readonly subjects: ReadonlyArray<Person | Org>;
  /** All rows of the scheme, also those too faint for any model. */
  readonly rows: readonly RecordId[];
  readonly fen: Fen;
  /** The figures that were drawn. */
  readonly drawn: Readonly<Record<string, number | string>>;
  readonly zh: string;
}

export interface LookAlike {
  readonly id: string;
  readonly kind: string;
  /** The model that would be fooled. */
  readonly model: string;
  readonly subjects: ReadonlyArray<Person | Org>;
  readonly conferences?: readonly RecordId[];
  readonly rows: readonly RecordId[];
  readonly zh: string;
}

/** Rows that lie exactly on a published default threshold, or one step beside it. */
export interface Boundary {
  readonly id: string;
  readonly model: string;
  readonly find: boolean;
  readonly subjects: ReadonlyArray<Person | Org>;
  readonly rows: readonly RecordId[];
  /** Further rows of the same honest matter, which other models may tell by the letter as well: no mistake of theirs. */
  readonly beside?: readonly RecordId[];
  readonly zh: string;
}

export interface Story {
  readonly plants: Plant[];
  readonly lookalikes: LookAlike[];
  readonly boundaries: Boundary[];
  /** People who must be known from rosters: they attend a few proper conferences. */
  readonly invited: Person[];
  /** Companies whose ledger the investigators hold. */
  readonly ledgers: Set<Org>;
  /** What the further schemes put into sheets of their own. */
  readonly book: Book;
}

export const emptyStory = (): Story => ({
  plants: [],
  lookalikes: [],
  boundaries: [],
  invited: [],
  ledgers: new Set(),
  book: emptyBook(),
});
