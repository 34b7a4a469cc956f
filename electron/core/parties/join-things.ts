import { thingKinds } from '../../../shared/ontology/kind.ts';
import { BucketMaker, both, bucketsOf, groupsOf } from './buckets.ts';
import type { JoinReason, Joins } from './joins.ts';
import type { Mentions } from './read-mentions.ts';

/**
 * Products, tenders, contracts, invoices, leads and accounts that are held join by their own number, each kind for itself. A line that gives only the name
 * joins when the case knows one thing of that name, or of that 批准文号; two numbers are two things, however alike their names.
 */
export function joinThings(mentions: Mentions, joins: Joins): void {
  const kinds: ReadonlyMap<string, number> = new Map(
    [...thingKinds, 'held-account'].map((kind, number) => [kind, number]),
  );
  const byNumber = new BucketMaker();
  const byName = new BucketMaker();
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.sorts[mention] !== 'thing') continue;
    const kind = kinds.get(mentions.kinds[mention]!)!;
    if (mentions.thingNumbers[mention] !== 0) byNumber.add(both(mentions.thingNumbers[mention]!, kind), mention);
    if (mentions.keys[mention] !== 0) byName.add(both(mentions.keys[mention]!, kind), mention);
  }
  joins.round(byNumber.done(), 'thing-number');
  const byApproval = new BucketMaker();
  for (const [i, mention] of mentions.documents.mentions.entries())
    if (mentions.sorts[mention] === 'thing') byApproval.add(mentions.documents.values[i]!, mention);
  joinUnnumbered(byApproval, 'thing-number', mentions, joins);
  joinUnnumbered(byName, 'thing-name', mentions, joins);
}

/**
 * Things without a number join the one numbered thing of their group, unless another group says otherwise; where a group knows several
 * numbers, or none, those without stand with each other only.
 */
function joinUnnumbered(made: BucketMaker, reason: JoinReason, mentions: Mentions, joins: Joins): void {
  const groups = [...groupsOf(made.done())];
  const numbered = numberedRoots(mentions, joins);
  const means = new Map<number, Set<number>>();
  const clear: Int32Array[] = [];
  for (const group of groups) {
    const known = new Set([...group].map((mention) => joins.root(mention)).filter((root) => numbered.has(root)));
    if (known.size !== 1) continue;
    clear.push(group);
    for (const mention of group) {
      const root = joins.root(mention);
      if (!numbered.has(root)) means.set(root, new Set([...(means.get(root) ?? []), ...known]));
    }
  }
  const certain = (mention: number) => (means.get(joins.root(mention))?.size ?? 1) === 1;
  joins.round(bucketsOf(clear.map((group) => [...group].filter(certain))), reason);
  const now = numberedRoots(mentions, joins);
  joins.round(bucketsOf(groups.map((group) => [...group].filter((mention) => !now.has(joins.root(mention))))), reason);
}

/** Clusters in which some row gives the number. */
function numberedRoots(mentions: Mentions, joins: Joins): Set<number> {
  const roots = new Set<number>();
  for (let mention = 0; mention < mentions.count; mention++)
    if (mentions.sorts[mention] === 'thing' && mentions.thingNumbers[mention] !== 0) roots.add(joins.root(mention));
  return roots;
}
