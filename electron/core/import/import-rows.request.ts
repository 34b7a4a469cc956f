import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { listedRows } from './listed-rows.ts';

/** 问题行 page by page. The counts are over all rows of the list, so that a filter never hides how many there are. */
export default answerInCase('import.rows', ({ filter, offset, limit, ...scope }, core) => {
  const list = listedRows(core.openCase, scope);
  const found = list.find(filter);
  const rows = found.slice(offset, offset + limit).map((entry) => list.describe(entry));
  const shown = new Map(rows.map((row) => [row.sheetId, row]));
  return ok({
    total: found.length,
    all: list.all.length,
    ...list.counts,
    groups: list.counts.groups.map((group) => ({
      ...group,
      header:
        (group.sheet !== null && list.columns(group.sheet).find(({ index }) => index === group.column)?.header) || null,
    })),
    sheets: [...shown].map(([id, { file, sheet, category }]) => ({
      id,
      file,
      sheet,
      category,
      columns: [...list.columns(id)],
    })),
    rows,
  });
});
