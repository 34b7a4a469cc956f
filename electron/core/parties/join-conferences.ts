import { BucketMaker, both, bucketsOf, groupsOf } from './buckets.ts';
import type { Joins } from './joins.ts';
import { CONFERENCE_MARK, type Mentions } from './read-mentions.ts';

/**
 * Conferences join by number where the names are alike, then by name and day. A line that gives only the name joins when the
 * case knows one conference of that name, and a line that gives only the number likewise; a weekly series stays a series.
 */
export function joinConferences(mentions: Mentions, joins: Joins): void {
  const byNumber = new BucketMaker();
  const byName = new BucketMaker();
  const byDay = new BucketMaker();
  const dated = new Set<number>();
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.sorts[mention] !== 'conference') continue;
    if (mentions.thingNumbers[mention] !== 0) byNumber.add(mentions.thingNumbers[mention]!, mention);
    if (mentions.keys[mention] !== 0) byName.add(mentions.keys[mention]!, mention);
  }
  for (const [i, mention] of mentions.conferenceDays.mentions.entries()) {
    dated.add(mention);
    if (mentions.keys[mention] !== 0)
      byDay.add(both(mentions.keys[mention]!, mentions.conferenceDays.values[i]!), mention);
  }
  const numbered = [...groupsOf(byNumber.done())].flatMap((group) => alike(group, mentions));
  joins.round(bucketsOf(numbered), 'conference');
  joins.round(byDay.done(), 'conference');
  const onlyName = (mention: number) => mentions.thingNumbers[mention] === 0 && !dated.has(mention);
  const lone = [...groupsOf(byName.done())].map((group) => withLoneOnes(group, onlyName, joins));
  joins.round(bucketsOf(lone), 'conference');
}

/** Splits conferences of one number by their names: every organiser counts from 001. Lines without a name belong to the only one. */
function alike(group: Int32Array, mentions: Mentions): number[][] {
  const named = [...group].filter((mention) => mentions.keys[mention] !== 0);
  const nameless = [...group].filter((mention) => mentions.keys[mention] === 0);
  const groups: number[][] = [];
  for (const mention of named) {
    const like = groups.filter((each) =>
      each.some((other) => likeNames(nameOf(mentions, other), nameOf(mentions, mention))),
    );
    for (const each of like) groups.splice(groups.indexOf(each), 1);
    groups.push([...like.flat(), mention]);
  }
  if (groups.length === 0) return [nameless];
  if (groups.length === 1) groups[0]!.push(...nameless);
  return groups.map((each) => each.toSorted((a, b) => a - b));
}

const nameOf = (mentions: Mentions, mention: number): string =>
  mentions.keyWords.list[mentions.keys[mention]!]!.slice(CONFERENCE_MARK.length);

/** One contains the other, or at least half of their pairs of characters agree. */
function likeNames(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const left = pairs(a);
  const right = pairs(b);
  const common = [...left].filter((pair) => right.has(pair)).length;
  return 2 * common >= 0.5 * (left.size + right.size);
}

/** The lone ones together with the one cluster they can mean; among themselves when the case knows none; nothing when it knows several. */
function withLoneOnes(group: Int32Array, isLone: (mention: number) => boolean, joins: Joins): number[] {
  const known = new Set<number>();
  for (const mention of group) if (!isLone(mention)) known.add(joins.root(mention));
  return known.size <= 1 && [...group].some(isLone) ? [...group] : [];
}
