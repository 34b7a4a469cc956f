import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { listedRows } from './listed-rows.ts';

const most = 20_000;

/** The rows that are treated together: 同样写法, or one kind of Problem. */
export default answerInCase('import.matching', ({ filter, ...scope }, core) => {
  const list = listedRows(core.openCase, scope);
  const found = list.find(filter);
  const rows = found.slice(0, most).map((entry) => {
    const { rowId, file, sha256, sheet, row, state, problems } = list.describe(entry);
    const fix = problems.find(
      ({ suggestion, code, column }) =>
        suggestion !== undefined &&
        (filter.code === undefined || code === filter.code) &&
        (filter.column === undefined || column === filter.column),
    );
    const suggestion =
      fix?.suggestion && fix.column !== null ? { column: fix.column, value: fix.suggestion.value } : null;
    return { rowId, file, sha256, sheet, row, state, suggestion };
  });
  return ok({ total: found.length, rows });
});
