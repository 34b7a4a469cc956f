import { tagGroups, tags } from '../../../../shared/ontology/tags.ts';
import { readFindingMoney } from '../../store/finding-money.ts';
import { givenTags, stillCounts } from '../../store/party-tags.ts';
import { readFindings, stands } from '../../store/read-findings.ts';
import { derivedTags } from '../../tags/derived-tags.ts';
import { findingsByTag } from '../../tags/finding-tags.ts';
import type { PageValue, ReportPage } from '../page.ts';
import { wordIn } from '../tag-words.ts';

/** 按标签汇总: findings and their money by focus area, link of the chain and post, over all rows; then the parties whom persons tagged. */
export const tagsPage: ReportPage = {
  id: 'tagTotals',
  columns: [
    { title: 'tagGroup', kind: 'text', width: 16 },
    { title: 'tag', kind: 'text', width: 26 },
    { title: 'findings', kind: 'count', width: 10 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'tagGiven', kind: 'count', width: 14 },
    { title: 'tagRead', kind: 'count', width: 14 },
    { title: 'note', kind: 'text', width: 60, wrap: true },
  ],
  count: () => tags.length + 1,
  *rows({ store, lang, word }) {
    const standing = readFindings(store).filter(stands);
    const money = readFindingMoney(store);
    const byHand = partiesBy(givenTags(store).filter(stillCounts));
    const read = partiesBy(derivedTags(store));
    const groups = new Map<string, string>(tagGroups.map(({ id, words }) => [id, wordIn(words, lang)]));
    for (const { tag, findings, fen } of findingsByTag(store, standing, money)) {
      const known = tags.find(({ id }) => id === tag)!;
      yield [
        groups.get(known.group) ?? known.group,
        wordIn(known.words, lang),
        findings,
        fen,
        byHand.get(tag)?.size ?? 0,
        read.get(tag)?.size ?? 0,
        '',
      ] satisfies PageValue[];
    }
    yield [
      word('tagAll'),
      '',
      standing.length,
      money.of(standing.map(({ id }) => id)),
      null,
      null,
      word('tagNote'),
    ] satisfies PageValue[];
  },
};

function partiesBy(held: ReadonlyArray<{ tag: string; party: number | null }>): Map<string, Set<number>> {
  const parties = new Map<string, Set<number>>();
  for (const { tag, party } of held) {
    if (party === null) continue;
    parties.set(tag, (parties.get(tag) ?? new Set()).add(party));
  }
  return parties;
}
