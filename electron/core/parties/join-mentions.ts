import { BucketMaker, both, bucketsOf } from './buckets.ts';
import { joinAccounts } from './join-accounts.ts';
import { joinConferences } from './join-conferences.ts';
import { joinOrgs } from './join-orgs.ts';
import { joinPeople } from './join-people.ts';
import { joinThings } from './join-things.ts';
import { Joins } from './joins.ts';
import { isEverywhere } from './names-everywhere.ts';
import type { Decisions } from './read-decisions.ts';
import type { Mentions } from './read-mentions.ts';

type Pairs = ReadonlyArray<readonly [number, number]>;

/** Pairs of mentions (positions) that records, not names, bring together. */
export interface SeenPairs {
  /** 曾用名 */
  readonly formerNames: Pairs;
  /** 别名, as a person entered them beside the name */
  readonly aliases: Pairs;
  /** 其他名称, as a register of institutions gives them */
  readonly institutionAliases: Pairs;
  /** 对账 */
  readonly transfers: Pairs;
  /** 同名划转 */
  readonly ownTransfers: Pairs;
  /** the organisation that bears an employer's key, as a number, where it is not among the mentions; undefined: several bear it */
  readonly employersElsewhere?: ReadonlyMap<string, number | undefined>;
}

/** In one order, however they were found: it decides with which mention of a party another is said to stand. */
const sorted = (pairs: Pairs): number[][] =>
  pairs.map((pair) => pair.toSorted((a, b) => a - b)).sort((one, other) => one[0]! - other[0]! || one[1]! - other[1]!);

/**
 * Who is who, in the order in which it can be explained: valid number, a person's word, former name in the register, alias entered by hand, second name in a register of institutions, account,
 * transfer seen from both sides, money moved between own accounts, full name of an organisation, phone, employer, conference, product and other things. Every round may only join what no earlier one keeps apart. Two valid numbers are never one
 * party, not even by a person's word: then one of the numbers is wrong, and the record has to be corrected first.
 */
export function joinMentions(mentions: Mentions, decisions: Decisions, seen: SeenPairs): Joins {
  // numbers of things are kept apart from those of people and organisations by their sign
  const ids = mentions.numbers.map((number, mention) => number || -mentions.thingNumbers[mention]!);
  const joins = new Joins(ids, decisions.different, decisions.takenOut);

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
    if (mentions.keys[mention] !== 0 && mentions.sorts[mention] !== 'thing')
      byDocument.add(both(mentions.documents.values[i]!, mentions.keys[mention]!), mention);
  joins.round(byDocument.done(), 'identifier');
  joins.round(bucketsOf(sorted(decisions.same)), 'decision');
  joins.round(bucketsOf(sorted(seen.formerNames)), 'former-name');
  joins.round(bucketsOf(sorted(seen.aliases)), 'alias');
  // 人民医院 is the second name of one hospital in every town
  const nameOf = (mention: number) => mentions.keyWords.list[mentions.keys[mention]!]!;
  const ownNames = seen.institutionAliases.filter((pair) => !pair.some((mention) => isEverywhere(nameOf(mention))));
  joins.round(bucketsOf(sorted(ownNames)), 'institution-alias');
  joins.round(bucketsOf([cash]), 'pseudo');
  joins.round(institutions.done(), 'pseudo');
  joinAccounts(mentions, joins);
  joins.round(bucketsOf(sorted(seen.transfers)), 'transfer');
  joins.round(bucketsOf(sorted(seen.ownTransfers)), 'own-transfer');
  joinOrgs(mentions, joins);
  joinPeople(mentions, joins, seen.employersElsewhere);
  joinConferences(mentions, joins);
  joinThings(mentions, joins);
  return joins;
}
