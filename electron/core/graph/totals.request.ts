import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { prepared } from '../store/prepared.ts';
import { kindIds } from './adjacency.ts';
import { caseTotals } from './case-totals.ts';
import { passing } from './chart-filter.ts';
import { moneyRows, placesOf } from './money-rows.ts';

/** The sum of the status bar: over every row of the case that passes the filters, whatever is drawn. */
export default answerInCase('graph.totals', async (filter, { openCase: { store } }) => {
  const money = await moneyRows(store);
  const { parties, passes } = passing(store, money, filter);
  let rows = 0;
  let fen = 0;
  for (let at = 0; at < money.count; at++) {
    if (!passes(at)) continue;
    rows++;
    fen += money.fen[at]!;
  }
  const typed = prepared<[], { row: number }>(store, 'select row from manual_row').all();
  const byHand = placesOf(
    money,
    typed.map(({ row }) => row),
  ).filter(passes);
  const whole = caseTotals(store);
  return ok({
    parties,
    rows,
    fen,
    moneyKinds: [...money.graph.money].map((kind) => kindIds[kind]!),
    ...(byHand.length > 0 && {
      manual: { rows: byHand.length, fen: byHand.reduce((sum, at) => sum + money.fen[at]!, 0) },
    }),
    whole: { parties: whole.parties, rows: whole.rows, fen: whole.fen },
  });
});
