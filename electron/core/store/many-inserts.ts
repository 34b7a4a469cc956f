import type { Database, Statement } from 'better-sqlite3';

/** Rows that go with one call: measured, an insert of one row spends half its time on being called. */
const rowsPerCall = 32;
/** Different calls that are kept prepared; whoever needs more binds every value. */
const mostShapes = 200;

/** How a column stands in the rows of one call. */
const varies = 0;
const alike = 1;
/** each is one more than the one before, as ids are that are given in order */
const follows = 2;

/**
 * Inserts rows in calls of many. `into` is the head of the statement (`insert into row(id, n)`), `width` how many values a row has.
 * A value that all rows of a call share, or that counts on from row to row, is bound once: most of an insert is binding (measured).
 * What was added last stands in the store after `flush`.
 */
export class ManyInserts {
  readonly #db: Database;
  readonly #into: string;
  readonly #width: number;
  readonly #rows: unknown[];
  readonly #bound: unknown[] = [];
  readonly #shape: number[];
  /** the shape in which every value is bound */
  readonly #plain: string;
  readonly #shapes = new Map<string, Statement<unknown[]>>();
  #filled = 0;
  #one: Statement<unknown[]> | undefined;

  constructor(db: Database, into: string, width: number) {
    this.#db = db;
    this.#into = into;
    this.#width = width;
    this.#rows = new Array(width * rowsPerCall).fill(null);
    this.#shape = new Array(width).fill(varies);
    this.#plain = String(varies).repeat(width);
  }

  /** The next row that is added leaves none waiting. */
  get isNearlyFull(): boolean {
    return this.#filled + this.#width === this.#rows.length;
  }

  add(values: readonly unknown[]): void {
    const rows = this.#rows;
    let at = this.#filled;
    for (let i = 0; i < this.#width; i++) rows[at++] = values[i];
    this.#filled = at;
    if (at === rows.length) this.#send();
  }

  flush(): void {
    if (this.#filled === 0) return;
    this.#one ??= this.#db.prepare(`${this.#into} values (${new Array(this.#width).fill('?').join(', ')})`);
    const filled = this.#filled;
    this.#filled = 0;
    for (let at = 0; at < filled; at += this.#width) this.#one.run(this.#rows.slice(at, at + this.#width));
  }

  #send(): void {
    const statement = this.#statementFor(this.#shapeOfRows());
    const [rows, bound, shape, width] = [this.#rows, this.#bound, this.#shape, this.#width];
    let count = 0;
    for (let column = 0; column < width; column++) if (shape[column] !== varies) bound[count++] = rows[column];
    for (let row = 0; row < rows.length; row += width)
      for (let column = 0; column < width; column++) if (shape[column] === varies) bound[count++] = rows[row + column];
    bound.length = count;
    this.#filled = 0;
    statement.run(bound);
  }

  #shapeOfRows(): string {
    let name = '';
    for (let column = 0; column < this.#width; column++) {
      const is = this.#standingOf(column);
      this.#shape[column] = is;
      name += is;
    }
    return name;
  }

  #standingOf(column: number): number {
    const [rows, width] = [this.#rows, this.#width];
    const [first, second] = [rows[column], rows[column + width]];
    let at = column + width;
    if (second === first) {
      while (at < rows.length && rows[at] === first) at += width;
      return column > 0 && at >= rows.length ? alike : varies; // one column at least stands for each row
    }
    if (typeof first !== 'number' || second !== first + 1) return varies;
    for (let value = first; at < rows.length; at += width) if (rows[at] !== ++value) return varies;
    return Number.isSafeInteger(first) && Number.isSafeInteger(rows[at - width]) ? follows : varies;
  }

  /** The call in which what the rows share comes first, each once. */
  #statementFor(name: string): Statement<unknown[]> {
    const known = this.#shapes.get(name);
    if (known) return known;
    if (this.#shapes.size >= mostShapes && name !== this.#plain) {
      this.#shape.fill(varies);
      return this.#statementFor(this.#plain);
    }
    const made = this.#db.prepare(`${this.#into} ${rowsOf(this.#shape)}`);
    this.#shapes.set(name, made);
    return made;
  }
}

/** The rows as a select: what they share is given once, and joined to what they do not. */
function rowsOf(shape: readonly number[]): string {
  const marks = (width: number): string[] => new Array(width).fill('?');
  const ownWidth = shape.filter((is) => is === varies).length;
  if (ownWidth === shape.length) return `values ${rowsLike(() => marks(ownWidth))}`;
  const place = shape.includes(follows) ? `own.column${ownWidth + 1}` : undefined;
  let [nextShared, nextOwn] = [1, 1];
  const columns = shape.map((is) => {
    if (is === varies) return `own.column${nextOwn++}`;
    return `shared.column${nextShared++}${is === follows ? ` + ${place}` : ''}`;
  });
  const shared = `(${marks(shape.length - ownWidth).join(', ')})`;
  const own = rowsLike((row) => (place ? [...marks(ownWidth), String(row)] : marks(ownWidth)));
  return `select ${columns.join(', ')} from (values ${shared}) as shared cross join (values ${own}) as own`;
}

const rowsLike = (values: (row: number) => readonly string[]): string =>
  Array.from({ length: rowsPerCall }, (_, row) => `(${values(row).join(', ')})`).join(', ');
