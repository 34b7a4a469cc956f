import type { Asked } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { figureOf, type HandRow } from '../store/findings-by-hand.ts';

/** Chosen rows, each with the cell that carries its figure. Leaves with Problem finding.row-gone where one is no record of the case. */
export const handRows = (store: Store, rows: Asked<'finding.make'>['rows']): HandRow[] =>
  rows.map(({ rowId, field }) => {
    const figure = figureOf(store, rowId);
    return { row: rowId, field: field ?? figure };
  });
