import { drawnAs } from '../../../../shared/ontology/index.ts';
import { carries, type TagId } from '../../../../shared/ontology/tags.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';
import { readFindings } from '../../store/read-findings.ts';
import { findingTags } from '../../tags/finding-tags.ts';
import { tagIndex } from '../../tags/tag-index.ts';

/** Which parties and findings may be found. */
export interface Only {
  readonly party: (party: number) => boolean;
  readonly finding: (finding: number) => boolean;
}

/** Parties and findings that carry the tags; nothing else has any. undefined: no tag is asked for. */
export function onlyTagged(store: Store, tags: readonly TagId[]): Only | undefined {
  if (tags.length === 0) return undefined;
  const index = tagIndex(store);
  const kindOf = prepared<[number], { kind: string; role: string | null }>(
    store,
    'select kind, role from party where id = ?',
  );
  const tagsOf = findingTags(store);
  const carrying = new Set(
    readFindings(store).flatMap((finding) => (carries(tagsOf(finding), tags) ? finding.id : [])),
  );
  return {
    party(party) {
      const found = kindOf.get(party);
      return found !== undefined && carries(index.of({ id: party, drawnAs: drawnAs(found.kind, found.role) }), tags);
    },
    finding: (finding) => carrying.has(finding),
  };
}
