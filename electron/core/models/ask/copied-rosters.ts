import { isShareAtLeast } from './exact.ts';
import type { Meeting } from './meetings.ts';
import { isOneSeries, isSameUnderTwoNames } from './name-likeness.ts';

/** One line of a roster, as far as copying shows in it. */
export interface Listed {
  readonly row: number;
  readonly person: number;
  readonly org: number | null;
  readonly role: string;
}

/** A conference with its roster. */
export interface WithRoster {
  readonly meeting: Meeting;
  readonly roster: readonly Listed[];
}

export interface RosterRule {
  /** people in both / people in either, from which on lists are nearly the same */
  readonly jaccard: number;
  /** people on the shorter list */
  readonly minSize: number;
  /** so many equal names in equal order are a copied list … */
  readonly run: number;
  /** … if so many of the people are the same as well: colleagues who are always listed in one order make such runs too */
  readonly runJaccard: number;
}

export const rosterRule: RosterRule = { jaccard: 0.8, minSize: 15, run: 12, runJaccard: 0.5 };

/** A pair of conferences whose lists of participants are nearly the same. */
export interface CopiedRoster<T> {
  readonly one: T;
  readonly other: T;
  readonly shared: number;
  readonly all: number;
  /** the longest run of equal people in equal order, at least what the rule asks where the lists are less than `jaccard` alike */
  readonly run: number;
}

/**
 * 参会名单雷同. Compares conferences with a common host or sponsor, on different days or in different cities, that are no parts of one series
 * and no meetings of one department.
 */
export function copiedRosters<T extends WithRoster>(all: readonly T[], rule: RosterRule): CopiedRoster<T>[] {
  const comparable = all
    .filter(({ meeting }) => meeting.type !== 'department')
    .map((facts): Compared<T> => {
      const people = participants(facts);
      return { facts, people, set: new Set(people) };
    })
    .filter(({ people }) => people.length >= rule.minSize);
  const byParty = new Map<number, typeof comparable>();
  for (const each of comparable)
    for (const party of new Set([...each.facts.meeting.hosts, ...each.facts.meeting.sponsors])) {
      const known = byParty.get(party);
      if (known) known.push(each);
      else byParty.set(party, [each]);
    }
  const done = new Set<string>();
  const pairs: CopiedRoster<T>[] = [];
  for (const group of byParty.values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const key = `${one.facts.meeting.row} ${other.facts.meeting.row}`;
        if (done.has(key)) continue;
        done.add(key);
        const found = compare(one, other, rule);
        if (found && areDifferent(one.facts.meeting, other.facts.meeting))
          pairs.push({ one: one.facts, other: other.facts, ...found });
      }
  return pairs;
}

/** Who came, in the order of the list. Speakers, chairs and the hosts' own staff are at many conferences, and so are people of the sponsors. */
export function participants({ meeting, roster }: WithRoster): number[] {
  const people = roster
    .filter(({ role, org }) => role === 'attendee' && !(org !== null && meeting.sponsors.has(org)))
    .map(({ person }) => person);
  return [...new Set(people)];
}

function areDifferent(a: Meeting, b: Meeting): boolean {
  if (a.conference === b.conference || isOneSeries(a.name, b.name) || isSameUnderTwoNames(a, b)) return false;
  return a.start !== b.start || (a.city !== null && b.city !== null && a.city !== b.city);
}

interface Compared<T> {
  readonly facts: T;
  readonly people: readonly number[];
  readonly set: ReadonlySet<number>;
}

function compare(
  one: Compared<unknown>,
  other: Compared<unknown>,
  rule: RosterRule,
): { shared: number; all: number; run: number } | undefined {
  const [small, large] = one.set.size <= other.set.size ? [one.set, other.set] : [other.set, one.set];
  const least = Math.min(rule.runJaccard, rule.jaccard);
  // lists of very different length cannot be so much alike
  if (!isShareAtLeast(small.size, large.size, least)) return undefined;
  let shared = 0;
  for (const person of small) if (large.has(person)) shared++;
  const all = small.size + large.size - shared;
  if (!isShareAtLeast(shared, all, least)) return undefined;
  const run = longestRun(one.people, other.people);
  return isShareAtLeast(shared, all, rule.jaccard) || run >= rule.run ? { shared, all, run } : undefined;
}

/** The longest run of equal people in equal order. */
function longestRun(one: readonly number[], other: readonly number[]): number {
  let before = new Uint32Array(other.length + 1);
  let best = 0;
  for (const person of one) {
    const now = new Uint32Array(other.length + 1);
    for (let j = 1; j <= other.length; j++) {
      if (other[j - 1] !== person) continue;
      now[j] = before[j - 1]! + 1;
      best = Math.max(best, now[j]!);
    }
    before = now;
  }
  return best;
}
