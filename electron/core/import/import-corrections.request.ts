import { cellAddress } from '../../../shared/evidence/cell.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, WITHHELD } from '../store/protected-cells.ts';

type Listed = Answer<'import.corrections'>['rows'][number];

const from = `from correction c join place p on p.row = c.row
  where (@row is null or c.row = @row) and (@batch is null or p.batch = @batch) and (@undone = 1 or c.undone_at is null)`;

/** 更正, newest first; those taken back too where they are asked for. */
export default answerInCase('import.corrections', ({ rowId, batch, undone, offset, limit }, core) => {
  const { store } = core.openCase;
  const where = { row: rowId ?? null, batch: batch ?? null, undone: undone ? 1 : 0 };
  const total = prepared<[typeof where], { n: number }>(store, `select count(*) as n ${from}`).get(where)?.n ?? 0;
  const found = prepared<
    [typeof where & { offset: number; limit: number }],
    Omit<Listed, 'header' | 'cell'> & { sheetId: number }
  >(
    store,
    `select c.id as id, c.row as rowId, p.file as file, p.sheet_name as sheet, p.sheet as sheetId, p.n as row, c.col as "column", c.original as original,
       c.value as value, c.reason as reason, c.how as how, c.at as at, c.actor as actor, c.undone_at as undoneAt, c.undone_by as undoneBy
     ${from} order by c.id desc limit @limit offset @offset`,
  ).all({ ...where, offset, limit });
  return ok({
    total,
    rows: found.map(({ sheetId, ...correction }) => {
      const { columns } = sheetLayout(store, sheetId);
      const hides = protectedColumns(columns).has(correction.column);
      return {
        ...correction,
        ...(hides && { original: WITHHELD, value: WITHHELD }),
        cell: cellAddress(correction.column, correction.row),
        header: columns.find(({ index }) => index === correction.column)?.header ?? '',
      };
    }),
  });
});
