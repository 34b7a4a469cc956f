import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { endTag, givenTag, removeTag, reopenTag, restoreTag } from '../store/party-tags.ts';

/** Ends or removes a tag that a person gave, or takes either back. The tag stays to be read with its reasons. */
export default answerInCase('tags.change', ({ id, what, day, reason }, core) => {
  const { store, actor } = core.openCase;
  const tag = givenTag(store, id);
  if (!tag) return failed('tags.not-found', { params: { entry: id } });
  const isPossible =
    what === 'restore' ? tag.removed !== null : tag.removed === null && (what !== 'reopen' || tag.ended !== null);
  if (!isPossible) return failed('tags.as-before', { params: { entry: id } });
  const at = core.shell.now();
  const last = day ?? at.toISOString().slice(0, 10);
  if (what === 'end' && tag.from !== null && last < tag.from)
    return failed('tags.days', { params: { from: tag.from, to: last } });
  store.transaction(() => {
    const step = { at: at.toISOString(), actor, reason };
    if (what === 'end') endTag(store, id, last, step);
    else if (what === 'reopen') reopenTag(store, id);
    else if (what === 'remove') removeTag(store, id, step);
    else restoreTag(store, id);
    const params = { name: tag.name, tag: tag.tag, entry: id, change: what, reason };
    writeJournal(store, {
      actor,
      at,
      action: 'tags.changed',
      params: what === 'end' ? { ...params, day: last } : params,
    });
  });
  core.changed('parties', 'graph', 'findings', 'journal');
  return ok({ id });
});
