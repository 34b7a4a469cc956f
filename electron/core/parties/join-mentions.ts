import { BucketMaker, both, bucketsOf } from './buckets.ts';
import { joinAccounts } from './join-accounts.ts';
import { joinConferences } from './join-conferences.ts';
import { joinOrgs } from './join-orgs.ts';
import { joinPeople } from './join-people.ts';
import { Joins } from './joins.ts';
import type { Mentions } from './read-mentions.ts';

/** What a person said about two mentions; the last word on a pair counts. */
export interface Decision {
  readonly verdict: 'same' | 'different';
  readonly a: number;
  readonly b: number;
}

type Pairs = ReadonlyArray<readonly [number, number]>;

/** Pairs of mentions (positions) that records, not names, bring together. */
export interface SeenPairs {
  /** 曾用名 */
  readonly formerNames: Pairs;
  /** 对账 */
  readonly transfers: Pairs;
  /** 同名划转 */
  readonly ownTransfers: Pairs;
}

const sorted = (pairs: Pairs): number[][] => pairs.map((pair) => pair.toSorted((a, b) => a - b));

/**
 * Who is who, in the order in which it can be explained: valid number, a person's word, former name in the register, account,
 * transfer seen from both sides, money moved between own accounts, full name of an organisation, phone, employer, conference. Every round may only join what no earlier one keeps apart. Two valid numbers are never one
 * party, not even by a person's word: then one of the numbers is wrong, and the record has to be corrected first.
 */
export function joinMentions(mentions: Mentions, decisions: readonly Decision[], seen: SeenPairs): Joins {
  const pair = ({ a, b }: Decision) => [a, b] as const;
  const apart = decisions.filter(({ verdict }) => verdict === 'different').map(pair);
  const ids = mentions.numbers.map((number, mention) => number || mentions.conferenceNumbers[mention]!);
  const joins = new Joins(ids, apart);

  const byNumber = new BucketMaker();
  const cash: number[] = [];
  const institutions = new BucketMaker();
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.numbers[mention] !== 0) byNumber.add(mentions.numbers[mention]!, mention);
    if (mentions.sorts[mention] === 'cash') cash.push(mention);
    if (mentions.sorts[mention] === 'institution') institutions.add(mentions.keys[mention]!, mention);
  }
  joins.round(byNumber.done(), 'identifier');
  const byDocument = new BucketMaker();
  for (const [i, mention] of mentions.documents.mentions.entries())
    if (mentions.keys[mention] !== 0)
      byDocument.add(both(mentions.documents.values[i]!, mentions.keys[mention]!), mention);
  joins.round(byDocument.done(), 'identifier');
  joins.round(bucketsOf(sorted(decisions.filter(({ verdict }) => verdict === 'same').map(pair))), 'decision');
  joins.round(bucketsOf(sorted(seen.formerNames)), 'former-name');
  joins.round(bucketsOf([cash]), 'pseudo');
  joins.round(institutions.done(), 'pseudo');
  joinAccounts(mentions, joins);
  joins.round(bucketsOf(sorted(seen.transfers)), 'transfer');
  joins.round(bucketsOf(sorted(seen.ownTransfers)), 'own-transfer');
  joinOrgs(mentions, joins);
  joinPeople(mentions, joins);
  joinConferences(mentions, joins);
  return joins;
}
