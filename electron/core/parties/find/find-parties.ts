import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import type { NameIndex, Names } from './name-index.ts';
import { folded } from './read-lines.ts';
import type { At } from './text-lines.ts';

/** Parties that fit, the best first. */
export interface FoundParties {
  readonly total: number;
  /** whether every line was compared; if not, there may be more than `total` */
  readonly whole: boolean;
  page(offset: number, limit: number): number[];
}

export interface Found {
  /** people, organisations, accounts */
  readonly parties: FoundParties;
  /** products, tenders, contracts … */
  readonly things: FoundParties;
  readonly conferences: FoundParties;
  /** whoever has a number with these signs in it; only for a single word */
  readonly identifiers: FoundParties;
}

export interface Bounds {
  /** how many lines are compared at most for each word and each way of finding */
  readonly most: number;
  /** the people who work for these parties; asked where several words are typed: 沈国栋 第一医院 */
  readonly employees: (organisations: readonly number[]) => Iterable<number>;
  /** which parties may be found at all */
  readonly only?: ((party: number) => boolean) | undefined;
}

/** How well a party fits, the best first: written in full, by its beginning, by its sound, by its post … The rows that name it decide among equals. */
const ranks = {
  name: { whole: 1, start: 2, end: 4, inside: 4 },
  sound: { whole: 3, start: 5, end: 6, inside: 6 },
  number: { whole: 1, end: 2, start: 3, inside: 3 },
  title: { whole: 7, start: 7, end: 8, inside: 8 },
  dept: { whole: 8, start: 9, end: 9, inside: 9 },
} as const satisfies Record<string, Record<At, number>>;
const EMPLOYER = 10;
const LAST_RANK = 10;
/** Whoever is found by a name or its sound, as against by a post or an employer. */
const BY_NAME = 6;

/**
 * Parties that the typed words mean, by name, sound, number and post; every word has to fit. Two characters may stand anywhere in a name; a single
 * one has to begin it, because it stands in half of them. People and organisations are apart from things: a word such as 骨科 stands in the
 * names of hundreds of these.
 */
export function findParties(names: Names, words: readonly string[], bounds: Bounds): Found {
  const searches = words.map((word) => searchOf(names, word, bounds.most));
  if (words.length > 1) for (const search of searches) addEmployees(names, search, bounds);
  // 张 三 is a name that was typed with a space
  const joined = words.length > 1 ? [searchOf(names, words.join(''), bounds.most)] : [];
  const together = names.map((index, i) => {
    const fit = allOf(
      searches.map(({ ranked }) => ranked[i]!),
      index.order.parties.length,
    );
    for (const { ranked } of joined) betterAll(fit, ranked[i]!);
    return fit;
  });
  const whole = [...searches, ...joined].every((search) => search.whole);
  const group = (ranked: readonly Uint8Array[], from: Border, to: Border, isWhole: boolean) =>
    new Ranked(
      names.map((index, i) => listed(index, ranked[i]!, [borderOf(index, from), borderOf(index, to)], bounds.only)),
      isWhole,
    );
  const byNumber = searches.length === 1 ? searches[0]! : undefined;
  return {
    parties: group(together, 'start', 'things', whole),
    things: group(together, 'things', 'conferences', whole),
    conferences: group(together, 'conferences', 'end', whole),
    identifiers: group(
      byNumber?.numbered ?? names.map(() => new Uint8Array(0)),
      'start',
      'end',
      byNumber?.whole ?? true,
    ),
  };
}

/** All parties that a typed text means, however many. */
export function allParties(names: Names, text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const { ranked, numbered } = searchOf(names, text, Number.POSITIVE_INFINITY);
  for (const [i, index] of names.entries())
    for (let place = 0; place < index.order.parties.length; place++) {
      const party = index.order.parties[place]!;
      if (ranked[i]![place]! + numbered[i]![place]! > 0 && !index.without.has(party)) found.add(party);
    }
  return found;
}

/** One word looked up: for each index the rank of each place, 0 where it does not fit. */
interface Search {
  readonly ranked: Uint8Array[];
  readonly numbered: Uint8Array[];
  whole: boolean;
}

function better(ranked: Uint8Array, place: number, rank: number): void {
  const before = ranked[place]!;
  if (rank > 0 && (before === 0 || before > rank)) ranked[place] = rank;
}

function betterAll(ranked: Uint8Array, others: Uint8Array): void {
  for (let place = 0; place < others.length; place++) better(ranked, place, others[place]!);
}

function searchOf(names: Names, word: string, most: number): Search {
  const search: Search = { ranked: [], numbered: [], whole: true };
  for (const index of names) {
    const { length } = index.order.parties;
    const [ranked, numbered] = [new Uint8Array(length), new Uint8Array(length)];
    search.ranked.push(ranked);
    search.numbered.push(numbered);
    const looked = [...byName(index, word, most, ranked), byNumber(index, word, most, numbered)];
    search.whole &&= looked.every((isWhole) => isWhole);
  }
  return search;
}

function byName(index: NameIndex, word: string, most: number, ranked: Uint8Array): boolean[] {
  const written = folded(word);
  const simplified = toSimplified(written);
  const looked: boolean[] = [];
  for (const text of new Set([written, simplified]))
    looked.push(index.names.walk(text, most, (place, at) => better(ranked, place, ranks.name[at])));
  const letters = soundOf(word);
  if (letters !== undefined)
    for (const lines of [index.initials, index.syllables])
      looked.push(lines.walk(letters, most, (place, at) => better(ranked, place, ranks.sound[at])));
  if ([...written].length > 1) looked.push(byPost(index, simplified, most, ranked));
  return looked;
}

function byPost({ posts }: NameIndex, text: string, most: number, ranked: Uint8Array): boolean {
  let left = most;
  const whole = posts.lines.walk(text, most, (k, at) => {
    const rank = ranks[posts.isDept[k] === 1 ? 'dept' : 'title'][at];
    const end = Math.min(posts.from[k + 1]!, posts.from[k]! + left);
    for (let i = posts.from[k]!; i < end; i++) better(ranked, posts.places[i]!, rank);
    left -= posts.from[k + 1]! - posts.from[k]!;
  });
  return whole && left >= 0;
}

function byNumber(index: NameIndex, word: string, most: number, numbered: Uint8Array): boolean {
  const number = numberOf(word);
  return (
    number === undefined || index.numbers.walk(number, most, (place, at) => better(numbered, place, ranks.number[at]))
  );
}

/** Among several words one may be the end of a number, another whom somebody works for. */
function addEmployees(names: Names, search: Search, { most, employees }: Bounds): void {
  for (const [i, numbered] of search.numbered.entries()) betterAll(search.ranked[i]!, numbered);
  const organisations: number[] = [];
  for (const [i, { order, without }] of names.entries())
    for (let place = 0; place < order.things; place++) {
      const rank = search.ranked[i]![place]!;
      const party = order.parties[place]!;
      if (rank === 0 || rank > BY_NAME || order.isPerson[place] === 1 || without.has(party)) continue;
      if (organisations.length < most) organisations.push(party);
      else search.whole = false;
    }
  if (organisations.length === 0) return;
  for (const person of employees(organisations))
    for (const [i, { order }] of names.entries()) {
      const place = order.placeOf[person] ?? -1;
      if (place !== -1) better(search.ranked[i]!, place, EMPLOYER);
    }
}

/** What fits every word, by the word that fits best. */
function allOf(searches: readonly Uint8Array[], length: number): Uint8Array {
  const [first, ...others] = searches;
  const all = first?.slice() ?? new Uint8Array(length);
  for (const other of others)
    for (let place = 0; place < length; place++) {
      if (other[place] === 0) all[place] = 0;
      else if (all[place] !== 0) all[place] = Math.min(all[place]!, other[place]!);
    }
  return all;
}

type Border = 'start' | 'things' | 'conferences' | 'end';

const borderOf = ({ order }: NameIndex, border: Border): number =>
  border === 'start' ? 0 : border === 'end' ? order.parties.length : order[border];

interface Listed {
  readonly index: NameIndex;
  /** places by rank, ascending: the parties with more rows first */
  readonly byRank: readonly (readonly number[])[];
}

function listed(
  index: NameIndex,
  ranked: Uint8Array,
  [from, to]: readonly [number, number],
  only: Bounds['only'],
): Listed {
  const byRank: number[][] = Array.from({ length: LAST_RANK + 1 }, () => []);
  const { without, order } = index;
  const end = Math.min(to, ranked.length);
  for (let place = from; place < end; place++) {
    const rank = ranked[place]!;
    if (rank === 0) continue;
    const party = order.parties[place]!;
    if (!without.has(party) && (!only || only(party))) byRank[rank]!.push(place);
  }
  return { index, byRank };
}

/** Joins what the large index and the small one of changed parties found. */
class Ranked implements FoundParties {
  readonly total: number;
  readonly whole: boolean;
  readonly #parts: readonly Listed[];

  constructor(parts: readonly Listed[], whole: boolean) {
    this.#parts = parts;
    this.whole = whole;
    this.total = parts.reduce((sum, { byRank }) => sum + byRank.reduce((n, places) => n + places.length, 0), 0);
  }

  page(offset: number, limit: number): number[] {
    const page: number[] = [];
    let skipped = 0;
    for (let rank = 1; rank <= LAST_RANK && page.length < limit; rank++) {
      const count = this.#parts.reduce((sum, { byRank }) => sum + byRank[rank]!.length, 0);
      if (skipped + count <= offset) {
        skipped += count;
        continue;
      }
      const from = offset + page.length - skipped;
      page.push(...this.#ofRank(rank, from, limit - page.length));
      skipped += count;
    }
    return page;
  }

  #ofRank(rank: number, from: number, count: number): number[] {
    const [only, ...others] = this.#parts.filter(({ byRank }) => byRank[rank]!.length > 0);
    const partyOf = ({ index }: Listed, place: number): number => index.order.parties[place]!;
    if (!only) return [];
    if (others.length === 0) return only.byRank[rank]!.slice(from, from + count).map((place) => partyOf(only, place));
    return [only, ...others]
      .flatMap((part) =>
        part.byRank[rank]!.map((place) => ({ party: partyOf(part, place), rows: part.index.order.rows[place]! })),
      )
      .sort((a, b) => b.rows - a.rows || a.party - b.party)
      .slice(from, from + count)
      .map(({ party }) => party);
  }
}

/** Two letters or more and nothing else may be 拼音. */
export function soundOf(text: string): string | undefined {
  const letters = text.replace(/\s+/g, '');
  return /^[a-zü]{2,}$/i.test(letters) ? letters.toLowerCase().replaceAll('ü', 'v') : undefined;
}

/** From so many digits on, a text is also looked for among identifiers. */
const LEAST_DIGITS = 3;

/** A typed number as identifiers are kept; undefined: the text is none. */
export function numberOf(text: string): string | undefined {
  const isOne = text.replace(/\D/g, '').length >= LEAST_DIGITS && /^[0-9A-Za-z\s*@._-]+$/.test(text.trim());
  return isOne ? text.replace(/[\s-]/g, '').toUpperCase() : undefined;
}
