import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { removeFilter } from '../store/saved-filters.ts';

/** Takes a saved filter away; what it listed stays. */
export default answerInCase('filters.remove', ({ id }, core) => {
  const { store } = core.openCase;
  if (!store.transaction(() => removeFilter(store, id))) return failed('filter.not-found', { params: { id } });
  core.changed('findings');
  return ok({ id });
});
