import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readFilters } from '../store/saved-filters.ts';

/** Filters that people saved in this case. */
export default answerInCase('filters.list', (_, { openCase: { store } }) => ok({ filters: readFilters(store) }));
