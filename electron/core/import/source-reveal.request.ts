import { cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { correctionsOf, withValues } from '../store/corrections.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';

/** 受保护的单元格: shown to whoever asks for it; that somebody did, and which cell, is written in the journal first. */
export default answerInCase('source.reveal', ({ rowId, column }, core) => {
  const { store, actor } = core.openCase;
  const row = prepared<[number], { sheet: number; n: number; cells: string; file: string }>(
    store,
    'select r.sheet as sheet, r.n as n, r.cells as cells, p.file as file from row r join place p on p.row = r.id where r.id = ?',
  ).get(rowId);
  if (!row || !protectedColumns(sheetLayout(store, row.sheet).columns).has(column)) return failed('source.not-found');
  const corrections = new Map(correctionsOf(store, rowId).map((each) => [each.column, each.value]));
  const cell = withValues(unpackCells(cellsOfRow(store, rowId, row.cells)), corrections)[column] ?? null;
  store.transaction(() =>
    writeJournal(store, {
      actor,
      at: core.shell.now(),
      action: 'source.revealed',
      params: { file: row.file, cell: cellAddress(column, row.n) },
    }),
  );
  return ok({ text: cell?.shown ?? '' });
});
