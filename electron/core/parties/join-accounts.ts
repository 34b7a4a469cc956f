import { compatibleKeys, fitsMask } from '../../../shared/evidence/compatible-names.ts';
import { looksLikePerson } from '../../../shared/evidence/name.ts';
import type { Buckets } from './buckets.ts';
import { BucketMaker, bucketsOf, groupsOf } from './buckets.ts';
import type { Joins } from './joins.ts';
import { isEverywhere } from './names-everywhere.ts';
import type { Mentions } from './read-mentions.ts';

/** Above this many different names, an account is a collection point (待清算, 商户备付金): only equal names are compared there. */
const MANY_NAMES = 40;

/**
 * Joins what shares an account: equal or compatible names, masked names that fit exactly one holder, and lines that give only
 * the number when the case knows exactly one holder. An account with two holders joins nobody to nobody.
 */
export function joinAccounts(mentions: Mentions, joins: Joins): void {
  const byAccount = new BucketMaker();
  for (const [i, mention] of mentions.accounts.mentions.entries()) byAccount.add(mentions.accounts.values[i]!, mention);
  const groups: number[][] = [];
  for (const sharing of groupsOf(byAccount.done()))
    if (sharing.length > 1) groups.push(...holdersOf(sharing, mentions, joins));
  joins.round(bucketsOf(groups), 'account');
  joins.round(behindMasks(mentions, joins), 'account');
}

/** Splits the mentions that share an account into those that can be one holder each. */
function holdersOf(sharing: Int32Array, mentions: Mentions, joins: Joins): number[][] {
  const named: number[] = [];
  const masked: number[] = [];
  const nameless: number[] = [];
  for (const mention of sharing) {
    if (mentions.sorts[mention] === 'account') nameless.push(mention);
    else if (mentions.masked[mention] === 1) masked.push(mention);
    else named.push(mention);
  }
  const holders = groupNames(named, mentions, joins);
  for (const mention of masked) {
    const mask = keyOf(mentions, mention);
    const fitting = holders.filter(
      ([first]) =>
        mentions.sorts[first!] === mentions.sorts[mention] &&
        (keyOf(mentions, first!) === mask || fitsMask(mask, keyOf(mentions, first!))),
    );
    if (fitting.length === 1) fitting[0]!.push(mention);
    else if (fitting.length === 0) holders.push([mention]);
  }
  if (holders.length === 0) return [nameless];
  if (holders.length === 1) holders[0]!.push(...nameless);
  return holders.map((holder) => holder.toSorted((a, b) => a - b));
}

/** Groups named mentions of one account by names that can be one holder's. */
function groupNames(named: readonly number[], mentions: Mentions, joins: Joins): number[][] {
  const byName = Map.groupBy(named, (mention) => `${mentions.sorts[mention]} ${mentions.keys[mention]}`);
  const canCompare = byName.size <= MANY_NAMES;
  const groups: number[][] = [];
  for (const same of byName.values()) {
    const first = same[0]!;
    const like = groups.filter((group) =>
      group.some(
        (other) => joins.root(other) === joins.root(first) || (canCompare && canBeOneHolder(mentions, other, first)),
      ),
    );
    // one that is like several brings them together: 恒沅 beside 恒沅药业 and 恒沅医药
    for (const group of like) groups.splice(groups.indexOf(group), 1);
    groups.push([...like.flat(), ...same]);
  }
  return groups;
}

/** From so many characters on, a "person" may be the short name of an organisation. */
const LONG_NAME = 5;

function canBeOneHolder(mentions: Mentions, a: number, b: number): boolean {
  const [keyA, keyB] = [keyOf(mentions, a), keyOf(mentions, b)];
  const [sortA, sortB] = [sortFor(mentions, a, keyA), sortFor(mentions, b, keyB)];
  if (sortA === 'person' && sortB === 'person') return compatibleKeys(keyA, keyB, 'person');
  // in a mixed column whatever is no organisation by its words counts as a person: 云杉管理
  const mayBeOrg = (sort: string, key: string) =>
    sort === 'org' || (sort === 'person' && (key.length >= LONG_NAME || !looksLikePerson(key)));
  return (
    (sortA === 'org' || sortB === 'org') &&
    mayBeOrg(sortA, keyA) &&
    mayBeOrg(sortB, keyB) &&
    compatibleKeys(keyA, keyB, 'org')
  );
}

/** A department that holds an account is looked at as an organisation, unless the key names its institution. */
function sortFor(mentions: Mentions, mention: number, key: string): string {
  const sort = mentions.sorts[mention]!;
  return sort === 'department' && isEverywhere(key, 'department') ? 'org' : sort;
}

const keyOf = (mentions: Mentions, mention: number): string => mentions.keyWords.list[mentions.keys[mention]!]!;

/** 622202******3391: the one full account in the case with this head and tail whose holder bears the name, or nothing. */
function behindMasks(mentions: Mentions, joins: Joins): Buckets {
  const groups: number[][] = [];
  for (const [mention, others] of maskedPairs(mentions)) {
    const holders = new Map(others.map((other) => [joins.root(other), other]));
    const only = [...holders.values()];
    if (only.length === 1) groups.push([mention, only[0]!].toSorted((a, b) => a - b));
  }
  return bucketsOf(groups);
}

/** Mentions beside a masked account, each with those beside a full one of this head and tail whose name fits. */
export function maskedPairs(mentions: Mentions): Array<readonly [mention: number, others: number[]]> {
  if (mentions.maskedAccounts.length === 0) return [];
  const account = (at: number) => mentions.accountTexts.get(mentions.accounts.values[at]!)!;
  const byTail = Map.groupBy(mentions.accounts.values.keys(), (at) => account(at).slice(-3));
  return mentions.maskedAccounts.flatMap(([pattern, mention]) => {
    const [head = '', tail = ''] = [pattern.split(/\*+/)[0], pattern.split(/\*+/).at(-1)];
    const key = keyOf(mentions, mention);
    if (tail.length < 3 || key === '') return [];
    const fits = (other: number) => {
      const otherKey = keyOf(mentions, other);
      return (
        otherKey === key || (mentions.masked[mention] === 1 && mentions.masked[other] === 0 && fitsMask(key, otherKey))
      );
    };
    const others = (byTail.get(tail.slice(-3)) ?? []).flatMap((at) => {
      const other = mentions.accounts.mentions[at]!;
      const isBehind = account(at).startsWith(head) && account(at).endsWith(tail);
      return isBehind && mentions.sorts[other] === mentions.sorts[mention] && fits(other) ? [other] : [];
    });
    return [[mention, others] as const];
  });
}
