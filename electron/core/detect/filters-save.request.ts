import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { writeFilter } from '../store/saved-filters.ts';

/** Saves a filter under a name; it decides nothing, so the journal does not speak of it. */
export default answerInCase('filters.save', ({ name, filter }, core) => {
  const { store, actor } = core.openCase;
  const id = store.transaction(() => writeFilter(store, { name, filter, at: core.shell.now().toISOString(), actor }));
  core.changed('findings');
  return ok({ id });
});
