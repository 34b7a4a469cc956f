import { pinyinOf } from '../../../../shared/evidence/pinyin.ts';
import { tidy } from '../../../../shared/evidence/text.ts';
import { isThing, thingKinds } from '../../../../shared/ontology/kind.ts';
import type { Store } from '../../store/connect.ts';
import type { Breathe } from './text-lines.ts';

/** Parties in the order in which they are offered: people and organisations by the records that name them, then things, conferences last. */
export interface Order {
  readonly parties: Int32Array;
  /** records that name each */
  readonly rows: Int32Array;
  /** the place of a party in the order, by its id; -1 = it has no mention */
  readonly placeOf: Int32Array;
  /** the place from which on all are things: products, tenders, contracts … */
  readonly things: number;
  /** the place from which on all are conferences */
  readonly conferences: number;
  readonly isPerson: Uint8Array;
}

/** Texts with the place of their party, ascending. */
export interface Texts {
  readonly texts: string[];
  readonly of: Int32Array;
}

const PAGE = 20_000;

/** `only`: JSON array of the parties wanted; undefined: all. */
export interface Reading {
  readonly only: string | undefined;
  readonly breathe: Breathe;
}

/** Reads in pages, each a statement of its own: a statement that is open keeps everybody else from writing. */
export async function* pages<Row extends readonly [number, ...unknown[]]>(
  store: Store,
  sql: string,
  { only, breathe }: Reading,
): AsyncGenerator<Row[]> {
  const among = only === undefined ? 'true' : 'party in (select value from json_each(@only))';
  const read = store.db
    .prepare<[{ after: number; page: number; only?: string }], Row>(sql.replace('@among', among))
    .raw();
  for (let after = 0; ; ) {
    const rows = read.all({ after, page: PAGE, ...(only !== undefined && { only }) });
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)![0];
    await breathe();
  }
}

export async function readOrder(store: Store, { only, breathe }: Reading): Promise<Order> {
  const rows = store.db.prepare<string[], [number, string, number]>(
    `select p.id, p.kind, coalesce(f.rows, 0) from party p left join party_figure f on f.party = p.id
     where ${only === undefined ? 'true' : 'p.id in (select value from json_each(?))'} and exists (select 1 from mention m where m.party = p.id)
     order by p.kind in (select value from json_each('${JSON.stringify(thingKinds)}')), p.kind = 'conference', 3 desc, 1`,
  );
  const all = rows.raw().all(...(only === undefined ? [] : [only]));
  await breathe();
  const parties = Int32Array.from(all, ([id]) => id);
  const placeOf = new Int32Array(parties.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1);
  for (const [place, id] of parties.entries()) placeOf[id] = place;
  const firstOf = (isOne: (kind: string) => boolean) => {
    const at = all.findIndex(([, kind]) => isOne(kind));
    return at === -1 ? all.length : at;
  };
  const conferences = firstOf((kind) => kind === 'conference');
  return {
    parties,
    rows: Int32Array.from(all, ([, , rows]) => rows),
    placeOf,
    things: Math.min(firstOf(isThing), conferences),
    conferences,
    isPerson: Uint8Array.from(all, ([, kind]) => (kind === 'person' ? 1 : 0)),
  };
}

/** Full width, case and spaces do not matter to whoever searches a name. */
export const folded = (text: string): string => tidy(text).replace(/\s+/g, '').toUpperCase();

/** Every spelling beside its party, and the keys by which names are compared. */
export async function readNames(store: Store, order: Order, reading: Reading): Promise<{ names: Texts; keys: Texts }> {
  const names = new Gathered(order);
  const keys = new Gathered(order);
  const sql =
    'select id, name, key, party from mention where id > @after and party is not null and @among order by id limit @page';
  for await (const rows of pages<readonly [number, string, string, number]>(store, sql, reading))
    for (const [, name, key, party] of rows) {
      const written = folded(name);
      names.add(written, party);
      // 張偉 is found as 张伟, and a company without its legal form
      if (!written.includes(key)) names.add(key, party);
      if (han.test(key)) keys.add(key, party);
    }
  return { names: await names.sorted(reading.breathe), keys: await keys.sorted(reading.breathe) };
}

const han = /\p{Script=Han}/u;

export async function readNumbers(store: Store, order: Order, reading: Reading): Promise<Texts> {
  const numbers = new Gathered(order);
  // whole mentions at a time: a page that ended within one would lose the rest of its numbers
  const sql = `select m.id, m.party, i.value from (select id, party from mention where id > @after and @among order by id limit @page) m
    left join mention_identifier i on i.mention = m.id order by m.id`;
  for await (const rows of pages<readonly [number, number | null, string | null]>(store, sql, reading))
    for (const [, party, value] of rows) if (party !== null && value !== null) numbers.add(value.toUpperCase(), party);
  return await numbers.sorted(reading.breathe);
}

/** A person is found from any syllable on, an organisation likewise; longer names say no more. */
const LONGEST_SOUND = 24;

/** Names by their sound: ZhouQiMing, and the first letters zqm. */
export async function readSounds(
  keys: Texts,
  order: Order,
  breathe: Breathe,
): Promise<{ full: Texts; initials: Texts }> {
  const full: string[] = [];
  const initials: string[] = [];
  for (const [line, key] of keys.texts.entries()) {
    const sound = pinyinOf(key.slice(0, LONGEST_SOUND), order.isPerson[keys.of[line]!] === 1);
    full.push(sound.map((syllable) => syllable[0]!.toUpperCase() + syllable.slice(1).toLowerCase()).join(''));
    initials.push(sound.map((syllable) => syllable[0]).join(''));
    if (line % 1_000 === 0) await breathe();
  }
  return { full: { texts: full, of: keys.of }, initials: { texts: initials, of: keys.of } };
}

/** Gathers texts as they come and gives them back by the place of their party, each once for a party. */
class Gathered {
  readonly #order: Order;
  readonly #texts: string[] = [];
  readonly #places: number[] = [];

  constructor(order: Order) {
    this.#order = order;
  }

  add(text: string, party: number): void {
    const place = this.#order.placeOf[party] ?? -1;
    if (text === '' || place === -1) return;
    this.#texts.push(text);
    this.#places.push(place);
  }

  async sorted(breathe: Breathe): Promise<Texts> {
    const from = new Int32Array(this.#order.parties.length + 1);
    for (const place of this.#places) from[place + 1]!++;
    for (let place = 0; place < this.#order.parties.length; place++) from[place + 1]! += from[place]!;
    const next = from.slice();
    const sorted = new Int32Array(this.#places.length);
    for (const [i, place] of this.#places.entries()) sorted[next[place]!++] = i;
    await breathe();
    const texts: string[] = [];
    const of: number[] = [];
    for (let place = 0; place < this.#order.parties.length; place++) {
      const own = sorted.subarray(from[place]!, from[place + 1]!);
      const once = own.length < 2 ? undefined : new Set<string>();
      for (const i of own) {
        const text = this.#texts[i]!;
        if (once?.has(text)) continue;
        once?.add(text);
        texts.push(text);
        of.push(place);
      }
      if (place % 5_000 === 0) await breathe();
    }
    return { texts, of: Int32Array.from(of) };
  }
}
