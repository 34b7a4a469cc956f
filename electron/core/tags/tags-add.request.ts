import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { givenTags, writeTag } from '../store/party-tags.ts';

/** Gives a party a tag by a person's word. */
export default answerInCase('tags.add', ({ party, ...tag }, core) => {
  const { store, actor } = core.openCase;
  const card = partyCard(store, party);
  if (tag.from !== null && tag.to !== null && tag.to < tag.from)
    return failed('tags.days', { params: { from: tag.from, to: tag.to } });
  const same = givenTags(store).find(
    (known) =>
      known.party === party &&
      known.tag === tag.tag &&
      known.removed === null &&
      known.ended === null &&
      known.post === tag.post &&
      known.org === tag.org &&
      known.from === tag.from,
  );
  if (same) return failed('tags.given', { params: { name: card.name, tag: tag.tag } });
  const at = core.shell.now();
  const id = store.transaction(() => {
    const written = writeTag(store, card, tag, { at: at.toISOString(), actor });
    const params = {
      name: card.name,
      tag: tag.tag,
      entry: written,
      post: [tag.org, tag.post].filter(Boolean).join(' '),
    };
    writeJournal(store, { actor, at, action: 'tags.added', params: { ...params, reason: tag.reason } });
    return written;
  });
  core.changed('parties', 'graph', 'findings', 'journal');
  return ok({ id });
});
