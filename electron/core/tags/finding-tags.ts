import { drawnAs } from '../../../shared/ontology/index.ts';
import { type TagId, tags } from '../../../shared/ontology/tags.ts';
import { modelOf } from '../models/of-case.ts';
import type { Store } from '../store/connect.ts';
import type { FindingMoney } from '../store/finding-money.ts';
import type { StoredFinding } from '../store/read-findings.ts';
import { tagIndex } from './tag-index.ts';

/**
 * The tags of a finding: area and link of the chain are those of its model, posts and watch those of the parties it names. Areas and links that a
 * party has do not make a finding one of theirs. Use it for one answer.
 */
export function findingTags(store: Store): (finding: Pick<StoredFinding, 'model' | 'subjects'>) => TagId[] {
  const index = tagIndex(store);
  return ({ model, subjects }) => {
    const known = modelOf(store, model);
    const held = new Set<TagId>([
      ...(known?.areas ?? []).map((area) => `area.${area}` as const),
      ...(known?.links ?? []).map((link) => `link.${link}` as const),
    ]);
    for (const { party, kind, partyRole } of subjects) {
      if (party === null || kind === null) continue;
      for (const tag of index.of({ id: party, drawnAs: drawnAs(kind, partyRole) }))
        if (tag.startsWith('post.')) held.add(tag);
    }
    return tags.flatMap(({ id }) => (held.has(id) ? [id] : []));
  };
}

/** How many findings of a list carry a tag, and the money in their evidence in fen, each payment once. */
export interface TaggedFindings {
  readonly tag: TagId;
  readonly findings: number;
  readonly fen: number;
}

/** Every tag with its findings, none left out. A finding may carry several of a group, so that the lines do not add up. */
export function findingsByTag(store: Store, findings: readonly StoredFinding[], money: FindingMoney): TaggedFindings[] {
  const tagsOf = findingTags(store);
  const held = findings.map((finding) => ({ id: finding.id, tags: new Set(tagsOf(finding)) }));
  return tags.map(({ id: tag }) => {
    const carrying = held.filter((finding) => finding.tags.has(tag));
    return { tag, findings: carrying.length, fen: money.of(carrying.map(({ id }) => id)) };
  });
}
