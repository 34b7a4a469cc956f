import { setImmediate as others } from 'node:timers/promises';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { searchCells } from './find/search-cells.ts';

/** The search through all cells goes on for a moment, or to the end with moments for others between; answers a page of what it has found. */
export default answerInCase('search.cells', async ({ text, whole, offset, limit }, { openCase: { store } }) => {
  for (;;) {
    const found = searchCells(store, text.trim(), { offset, limit });
    if (!whole || found.done) return ok(found);
    await others();
    // locked meanwhile
    if (!store.db.open) return failed('case.not-open');
  }
});
