import { tidy } from '../../../shared/evidence/text.ts';
import { BucketMaker } from './buckets.ts';
import type { Joins } from './joins.ts';
import { isEverywhere } from './names-everywhere.ts';
import { type Mentions, Words } from './read-mentions.ts';

/**
 * Organisations join by their full name, then by the name without its legal form, as long as no two credit codes speak
 * against it. A branch keeps its place in the key and so stays a party of its own; so does a department, whose key holds its
 * institution. A name that every town has joins nothing.
 */
export function joinOrgs(mentions: Mentions, joins: Joins): void {
  const fullNames = new Words();
  const byName = new BucketMaker();
  const byKey = new BucketMaker();
  for (let mention = 0; mention < mentions.count; mention++) {
    const sort = mentions.sorts[mention]!;
    const key = mentions.keys[mention]!;
    if ((sort !== 'org' && sort !== 'department') || key === 0) continue;
    if (isEverywhere(mentions.keyWords.list[key]!, sort)) continue;
    byName.add(fullNames.number(`${sort} ${fullForm(mentions.names[mention]!)}`), mention);
    byKey.add(sort === 'org' ? key : -key, mention);
  }
  joins.round(byName.done(), 'org-key');
  joins.round(byKey.done(), 'org-key');
}

const fullForm = (name: string): string =>
  tidy(name)
    .replace(/\s+/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .toUpperCase();
