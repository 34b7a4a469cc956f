import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { sourceRows } from './source-rows.ts';

/** As many rows as a screen can show; more are asked for while scrolling. */
const most = 1000;

export default answerInCase('source.rows', ({ sheetId, from, to }, core) => {
  const { store } = core.openCase;
  const known = store.db.prepare<[number], number>('select 1 from sheet where id = ?').pluck().get(sheetId);
  if (known === undefined) return failed('source.not-found');
  return ok({ rows: sourceRows(store, sheetId, from, Math.min(to, from + most - 1)) });
});
