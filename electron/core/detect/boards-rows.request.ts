import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { evidenceRows } from './evidence-rows.ts';

/** Rows that a line of a board was made from. */
export default answerInCase('boards.rows', ({ cited }, { openCase: { store } }) =>
  ok({
    rows: evidenceRows(
      store,
      cited.map(({ row, field }) => ({ row, role: 'evidence', cells: [{ field, note: null }] })),
    ),
  }),
);
