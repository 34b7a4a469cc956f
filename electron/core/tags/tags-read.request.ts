import { ok } from '../../../shared/protocol/problem.ts';
import type { PartyTag } from '../../../shared/protocol/tags.requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { partyCard } from '../store/party-cards.ts';
import { type GivenTag, givenTags } from '../store/party-tags.ts';
import { valueReader } from '../store/place.ts';
import { derivedTags, linkOfKind } from './derived-tags.ts';
import { postHistory } from './post-history.ts';

/** 标签与任职 of one party: given ones, removed ones too, then derived ones with the cell that says so. */
export default answerInCase('tags.read', ({ party }, { openCase: { store } }) => {
  const { id, drawnAs } = partyCard(store, party);
  const given = givenTags(store).filter((tag) => tag.party === id);
  return ok({ tags: [...given.map(asTag), ...derivedOf(store, id, drawnAs)], ...postHistory(store, id, given) });
});

const asTag = ({ tag, party: _, ...given }: GivenTag): PartyTag => ({ tag, given, derived: null, source: null });

function derivedOf(store: Store, party: number, drawnAs: string): PartyTag[] {
  const read = valueReader(store);
  const link = linkOfKind(drawnAs);
  return [
    ...(link ? [{ tag: link, given: null, derived: { ground: 'kind' as const, words: drawnAs }, source: null }] : []),
    ...derivedTags(store, party).map(({ tag, ground, words, row, field }) => ({
      tag,
      given: null,
      derived: { ground, words },
      source: row === null ? null : read(row, field).source,
    })),
  ];
}
