import { BucketMaker, type Buckets, both, bucketsOf, groupsOf } from './buckets.ts';
import type { Joins } from './joins.ts';
import { isEverywhere } from './names-everywhere.ts';
import type { Mentions } from './read-mentions.ts';

/** People join by name and phone, then by name and employer. A name alone never joins people: common names collide constantly. */
export function joinPeople(
  mentions: Mentions,
  joins: Joins,
  elsewhere: ReadonlyMap<string, number | undefined> = new Map(),
): void {
  const isPerson = (mention: number) =>
    mentions.sorts[mention] === 'person' && mentions.masked[mention] === 0 && mentions.keys[mention] !== 0;
  const byPhone = new BucketMaker();
  for (const [i, mention] of mentions.phones.mentions.entries())
    if (isPerson(mention)) byPhone.add(both(mentions.keys[mention]!, mentions.phones.values[i]!), mention);
  joins.round(byPhone.done(), 'phone');
  joins.round(bareNumbers(mentions, joins, isPerson), 'phone-holder');

  const employer = employers(mentions, joins, elsewhere);
  const byDept = new Map<number, BucketMaker>();
  const byEmployer = new BucketMaker();
  for (let mention = 0; mention < mentions.count; mention++) {
    const works = isPerson(mention) ? employer(mention) : undefined;
    if (works === undefined) continue;
    const colleague = both(mentions.keys[mention]!, works);
    byEmployer.add(colleague, mention);
    const dept = mentions.depts[mention]!;
    if (dept === 0) continue;
    const inDept = byDept.get(dept) ?? new BucketMaker();
    byDept.set(dept, inDept);
    inDept.add(colleague, mention);
  }
  const sameDept: number[][] = [];
  for (const maker of byDept.values()) for (const group of groupsOf(maker.done())) sameDept.push([...group]);
  joins.round(bucketsOf(sameDept), 'employer');

  // Two departments with the same name in one hospital are two people until a number says otherwise; who has no department
  // beside the name is then either, and stands alone.
  const sameEmployer: number[][] = [];
  for (const group of groupsOf(byEmployer.done())) {
    const inDepts = new Set<number>();
    for (const mention of group) if (mentions.depts[mention] !== 0) inDepts.add(joins.root(mention));
    if (group.length > 1 && inDepts.size <= 1) sameEmployer.push([...group]);
  }
  joins.round(bucketsOf(sameEmployer), 'employer');
}

/** A bare number in a list of calls is whoever bears it, where the case knows exactly one person with it. */
function bareNumbers(mentions: Mentions, joins: Joins, isPerson: (mention: number) => boolean): Buckets {
  const sharing = new BucketMaker();
  for (const [i, mention] of mentions.phones.mentions.entries()) sharing.add(mentions.phones.values[i]!, mention);
  const groups: number[][] = [];
  for (const group of groupsOf(sharing.done())) {
    const bare = [...group].filter((mention) => mentions.kinds[mention] === 'phone');
    if (bare.length === 0) continue;
    const holders = new Map<number, number>();
    for (const mention of group) if (isPerson(mention)) holders.set(joins.root(mention), mention);
    const others = [...group].some((mention) => mentions.kinds[mention] !== 'phone' && !isPerson(mention));
    const holder = holders.size === 1 && !others ? [...holders.values()] : [];
    groups.push([...holder, ...bare].toSorted((a, b) => a - b));
  }
  return bucketsOf(groups);
}

/**
 * The employer of a mention as a number: the one organisation that bears this key (so that two names of one hospital are one
 * employer), or the key itself. Undefined where none is written, where the key fits several
 * organisations, and where every town has one of that name.
 */
function employers(
  mentions: Mentions,
  joins: Joins,
  elsewhere: ReadonlyMap<string, number | undefined>,
): (mention: number) => number | undefined {
  const several = -1;
  const orgOfKey = new Map<number, number>();
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.sorts[mention] !== 'org' || mentions.keys[mention] === 0) continue;
    const root = joins.root(mention);
    const known = orgOfKey.get(mentions.keys[mention]!);
    orgOfKey.set(mentions.keys[mention]!, known === undefined || known === root ? root : several);
  }
  return (mention) => {
    const key = mentions.employers[mention]!;
    if (key === 0 || isEverywhere(mentions.keyWords.list[key]!)) return undefined;
    const org = orgOfKey.get(key);
    if (org === several) return undefined;
    if (org !== undefined) return org;
    const word = mentions.keyWords.list[key]!;
    if (!elsewhere.has(word)) return mentions.count + key;
    const other = elsewhere.get(word);
    return other === undefined ? undefined : mentions.count + mentions.keyWords.list.length + other;
  };
}
