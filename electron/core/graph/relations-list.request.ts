import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readRelation, relationPairs } from './relations/list-relations.ts';

/** 推断关系: what two parties share, with the cells on both sides and what persons said of it. */
export default answerInCase('relations.list', ({ offset, limit, ...wanted }, { openCase: { store } }) => {
  const pairs = relationPairs(store, wanted);
  return ok({
    total: pairs.length,
    rows: pairs.slice(offset, offset + limit).map((pair) => readRelation(store, pair)),
  });
});
