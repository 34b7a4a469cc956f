import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import { Fits } from './fits.ts';
import type { NameIndex, Names } from './name-index.ts';
import { type FoundParties, partOf, Ranked } from './ranked.ts';
import { folded, type Order } from './read-lines.ts';
import type { At } from './text-lines.ts';

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
  /** how many lines are read off at most for each way of finding, over all words; comparing one counts as several */
  readonly most: number;
  /** which parties may be found at all */
  readonly only?: ((party: number) => boolean) | undefined;
}

/**
 * How well a party fits, the best first: written in full, by its beginning, by its sound, by its post …; for each where it was found (AT: whole, start, end,
 * inside). The rows that name it decide among equals.
 */
const ranks = {
  name: [1, 2, 4, 4],
  sound: [3, 5, 6, 6],
  number: [1, 3, 2, 3],
  title: [7, 7, 8, 8],
  dept: [8, 9, 9, 9],
} as const satisfies Record<string, Record<At, number>>;
const EMPLOYER = 10;
/** Whoever is found by a name or its sound, as against by a post or an employer. */
const BY_NAME = 6;

/**
 * Parties that the typed words mean, by name, sound, number and post; every word has to fit. Two characters may stand anywhere in a name; a single
 * one has to begin it, because it stands in half of them. People and organisations are apart from things: a word such as 骨科 stands in the
 * names of hundreds of these.
 */
export function findParties(names: Names, words: readonly string[], { most, only }: Bounds): Found {
  const lent = new Lent();
  const each = Math.ceil(most / Math.max(1, words.length));
  const searches = words.map((word) => searchOf(names, word, each, lent));
  // 张 三 is a name that was typed with a space; 张三 人民医院 is who works there
  const joined = words.length > 1 ? [searchOf(names, words.join(''), each, lent)] : [];
  if (words.length > 1)
    for (const { ranked, numbered } of searches) for (const [i, fits] of ranked.entries()) fits.putAll(numbered[i]!);
  const together =
    searches.length > 1
      ? allOf(names, searches, lent)
      : (searches[0]?.ranked ?? names.map((index) => lent.fits(index)));
  for (const { ranked } of joined) for (const [i, fits] of together.entries()) fits.putAll(ranked[i]!);
  const numbered = searches.length === 1 ? searches[0]!.numbered : names.map((index) => lent.fits(index));
  const isWhole = [...searches, ...joined].every(({ whole }) => whole);
  const group = (of: readonly Fits[], from: Border, to: Border) =>
    new Ranked(
      names.map((index, i) => partOf(index, of[i]!, [borderOf(index, from), borderOf(index, to)], only)),
      isWhole,
    );
  const found = {
    parties: group(together, 'start', 'things'),
    things: group(together, 'things', 'conferences'),
    conferences: group(together, 'conferences', 'end'),
    identifiers: group(numbered, 'start', 'end'),
  };
  lent.giveBack();
  return found;
}

/** All parties that a typed text means, however many. */
export function allParties(names: Names, text: string): ReadonlySet<number> {
  const lent = new Lent();
  const { ranked, numbered } = searchOf(names, text, Number.POSITIVE_INFINITY, lent);
  const found = new Set<number>();
  for (const [i, { order, isChanged }] of names.entries())
    for (const { places } of [ranked[i]!, numbered[i]!])
      for (const place of places) if (isChanged?.[place] !== 1) found.add(order.parties[place]!);
  lent.giveBack();
  return found;
}

const spare = new WeakMap<Order, Uint8Array[]>();

/** Rooms for ranks, as long as there are parties: kept from one search to the next. */
class Lent {
  readonly #fits: Array<readonly [Order, Fits]> = [];

  fits({ order }: NameIndex): Fits {
    const fits = new Fits(spare.get(order)?.pop() ?? new Uint8Array(order.parties.length));
    this.#fits.push([order, fits]);
    return fits;
  }

  giveBack(): void {
    for (const [order, fits] of this.#fits) spare.set(order, [...(spare.get(order) ?? []), fits.clear()]);
  }
}

/** One word looked up, in each index. */
interface Search {
  readonly ranked: readonly Fits[];
  readonly numbered: readonly Fits[];
  readonly whole: boolean;
}

function searchOf(names: Names, word: string, most: number, lent: Lent): Search {
  const ranked = names.map((index) => lent.fits(index));
  const numbered = names.map((index) => lent.fits(index));
  const looked = names.flatMap((index, i) => [
    ...byName(index, word, most, ranked[i]!),
    byNumber(index, word, most, numbered[i]!),
  ]);
  return { ranked, numbered, whole: looked.every((isWhole) => isWhole) };
}

function byName(index: NameIndex, word: string, most: number, fits: Fits): boolean[] {
  const written = folded(word);
  const simplified = toSimplified(written);
  const looked: boolean[] = [];
  for (const text of new Set([written, simplified]))
    looked.push(index.names.walk(text, most, (place, at) => fits.put(place, ranks.name[at])));
  const letters = soundOf(word);
  if (letters !== undefined)
    for (const lines of [index.initials, index.syllables])
      looked.push(lines.walk(letters, most, (place, at) => fits.put(place, ranks.sound[at])));
  if ([...written].length > 1) looked.push(byPost(index, simplified, most, fits));
  return looked;
}

function byPost({ posts }: NameIndex, text: string, most: number, fits: Fits): boolean {
  let left = most;
  const whole = posts.lines.walk(text, most, (k, at) => {
    const rank = ranks[posts.isDept[k] === 1 ? 'dept' : 'title'][at];
    const end = Math.min(posts.from[k + 1]!, posts.from[k]! + left);
    for (let i = posts.from[k]!; i < end; i++) fits.put(posts.places[i]!, rank);
    left -= posts.from[k + 1]! - posts.from[k]!;
  });
  return whole && left >= 0;
}

function byNumber(index: NameIndex, word: string, most: number, fits: Fits): boolean {
  const number = numberOf(word);
  return number === undefined || index.numbers.walk(number, most, (place, at) => fits.put(place, ranks.number[at]));
}

/** What fits every word, by the word that fits best; a word fits whoever works for what it names. In each index. */
function allOf(names: Names, searches: readonly Search[], lent: Lent): Fits[] {
  const all = names.map((index) => lent.fits(index));
  const staff = new Staff(names);
  const put = (i: number, place: number): void => {
    const party = names[i]!.order.parties[place]!;
    let best = EMPLOYER;
    for (const { ranked } of searches) {
      const rank = ranked[i]!.rankOf(place) || (staff.worksFor(party, ranked) ? EMPLOYER : 0);
      if (rank === 0) return;
      best = Math.min(best, rank);
    }
    all[i]!.put(place, best);
  };
  // whatever fits all words fits the one that the fewest fit
  const sizeOf = ({ ranked }: Search) => ranked.reduce((sum, { count }) => sum + count, 0);
  const [fewest] = searches.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  for (const [i, fits] of fewest!.ranked.entries())
    for (const place of fits.places) {
      put(i, place);
      if (staff.isEmployer(i, place, fits)) staff.of(names[i]!.order.parties[place]!, put);
    }
  return all;
}

/** Who works for whom, over the large index and the small one of changed parties. */
class Staff {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** Whether this place is an organisation that is found by its name. */
  isEmployer(i: number, place: number, fits: Fits): boolean {
    const { order, isChanged } = this.#names[i]!;
    const rank = fits.rankOf(place);
    return (
      rank > 0 && rank <= BY_NAME && place < order.things && order.isPerson[place] === 0 && isChanged?.[place] !== 1
    );
  }

  worksFor(person: number, ranked: readonly Fits[]): boolean {
    const isFound = (party: number) =>
      this.#names.some((index, i) => {
        const place = index.order.placeOf[party] ?? -1;
        return place !== -1 && this.isEmployer(i, place, ranked[i]!);
      });
    return this.#names.some(
      (index) =>
        !hasChanged(index, person) &&
        index.employment.employersOf.some(person, (employer) => !hasChanged(index, employer) && isFound(employer)),
    );
  }

  of(employer: number, put: (i: number, place: number) => void): void {
    for (const index of this.#names) {
      if (hasChanged(index, employer)) continue;
      index.employment.staffOf.each(employer, (person) => {
        if (hasChanged(index, person)) return;
        for (const [i, { order, isChanged }] of this.#names.entries()) {
          const place = order.placeOf[person] ?? -1;
          if (place !== -1 && isChanged?.[place] !== 1) put(i, place);
        }
      });
    }
  }
}

/** Whether what an index says about a party is no longer so. */
const hasChanged = ({ order, isChanged }: NameIndex, party: number): boolean =>
  isChanged !== undefined && isChanged[order.placeOf[party] ?? -1] === 1;

type Border = 'start' | 'things' | 'conferences' | 'end';

const borderOf = ({ order }: NameIndex, border: Border): number =>
  border === 'start' ? 0 : border === 'end' ? order.parties.length : order[border];

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
