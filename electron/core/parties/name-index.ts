import { tidy } from '../../../shared/evidence/text.ts';
import type { Store } from '../store/connect.ts';

/** Where in a line a text has to stand. */
export type Where = 'anywhere' | 'start' | 'whole';

/** Lines of text with what each stands for, searched as one string: a million names in a few milliseconds. */
class Lines {
  readonly #text: string;
  /** where each line begins in the text, ascending */
  readonly #starts: number[] = [];
  readonly #of: number[] = [];

  constructor(lines: Iterable<readonly [text: string, of: number]>) {
    const parts: string[] = [];
    let at = 1;
    for (const [text, of] of lines) {
      parts.push(text);
      this.#starts.push(at);
      this.#of.push(of);
      at += text.length + 1;
    }
    this.#text = `\n${parts.join('\n')}\n`;
  }

  /** What the lines stand for that contain the text, begin with it or are it; each once, in order of first appearance. */
  find(wanted: string, where: Where): Set<number> {
    const found = new Set<number>();
    if (wanted === '') return found;
    const text = { anywhere: wanted, start: `\n${wanted}`, whole: `\n${wanted}\n` }[where];
    const shift = where === 'anywhere' ? 0 : 1;
    let line = 0;
    for (let at = this.#text.indexOf(text); at !== -1; ) {
      line = this.#lineAt(at + shift, line);
      found.add(this.#of[line]!);
      const next = this.#starts[line + 1];
      if (next === undefined) break;
      at = this.#text.indexOf(text, next - 1);
    }
    return found;
  }

  /** The line that holds a position, searched from a known earlier line. */
  #lineAt(position: number, from: number): number {
    let low = from;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Names and identifiers of all parties, for finding them by a part. */
export interface NameIndex {
  readonly stamp: string;
  /** parties by their name as written or as compared */
  byName(text: string, where: Where): Set<number>;
  /** parties by an identifier beside their name */
  byIdentifier(text: string, where: Where): Set<number>;
  /** records that name the party */
  rows(party: number): number;
  isConference(party: number): boolean;
}

const kept = new WeakMap<Store['db'], NameIndex>();

/** The index, read when first asked for after parties or links changed. */
export function nameIndex(store: Store): NameIndex {
  const stamp = String(store.db.prepare("select value from meta where key = 'links_drawn'").pluck().get());
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known;
  const names = new Lines(nameLines(store));
  const identifiers = new Lines(identifierLines(store));
  const rows = new Map(store.db.prepare<[], [number, number]>('select party, rows from party_figure').raw().all());
  const conferences = new Set(
    store.db.prepare<[], number>("select id from party where kind = 'conference'").pluck().all(),
  );
  const index: NameIndex = {
    stamp,
    byName: (text, where) => names.find(folded(text), where),
    byIdentifier: (text, where) => identifiers.find(text.replace(/[\s-]/g, '').toUpperCase(), where),
    rows: (party) => rows.get(party) ?? 0,
    isConference: (party) => conferences.has(party),
  };
  kept.set(store.db, index);
  return index;
}

/** Full width, case and spaces do not matter to whoever searches a name. */
const folded = (text: string): string => tidy(text).replace(/\s+/g, '').toUpperCase();

/** Every spelling beside its party. A mention is one spelling with what stands beside it, so some lines come twice. */
function* nameLines(store: Store): Generator<[string, number]> {
  const rows = store.db
    .prepare<[], [string, string, number]>('select name, key, party from mention where party is not null')
    .raw();
  for (const [name, key, party] of rows.iterate()) {
    const written = folded(name);
    yield [written, party];
    // 張偉 is found as 张伟, and a company without its legal form
    if (!written.includes(key)) yield [key, party];
  }
}

function* identifierLines(store: Store): Generator<[string, number]> {
  const last = store.db.prepare('select coalesce(max(id), 0) from mention').pluck().get() as number;
  const partyOf = new Int32Array(last + 1);
  for (const [id, party] of store.db
    .prepare<[], [number, number]>('select id, party from mention where party is not null')
    .raw()
    .iterate())
    partyOf[id] = party;
  const rows = store.db.prepare<[], [number, string]>('select mention, value from mention_identifier').raw();
  for (const [mention, value] of rows.iterate())
    if (partyOf[mention] !== 0) yield [value.toUpperCase(), partyOf[mention]!];
}
