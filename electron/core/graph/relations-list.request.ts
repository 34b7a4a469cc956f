import { ok } from '../../../shared/protocol/problem.ts';
import type { RelationState } from '../../../shared/protocol/relations.requests.ts';
import { answerInCase } from '../request.ts';
import { readRelation, relationPairs } from './relations/list-relations.ts';

/** 推断关系: what two parties share, with the cells on both sides and what persons said of it. */
export default answerInCase('relations.list', ({ offset, limit, state, ...wanted }, { openCase: { store } }) => {
  const all = relationPairs(store, wanted);
  const count = (of: RelationState) => all.filter((pair) => pair.state === of).length;
  const pairs = state === undefined ? all : all.filter((pair) => pair.state === state);
  return ok({
    total: pairs.length,
    states: { open: count('open'), confirmed: count('confirmed'), rejected: count('rejected') },
    rows: pairs.slice(offset, offset + limit).map((pair) => readRelation(store, pair)),
  });
});
