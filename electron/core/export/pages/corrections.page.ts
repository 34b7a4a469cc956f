import { cellAddress } from '../../../../shared/evidence/cell.ts';
import { sheetLayout } from '../../store/place.ts';
import { protectedColumns, WITHHELD } from '../../store/protected-cells.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportPage } from '../page.ts';

/** 更正: every cell in whose place a person put another value, with both, the reason and who. */
export const correctionsPage: ReportPage = {
  id: 'corrections',
  columns: [
    { title: 'source', kind: 'text', width: 48 },
    { title: 'seen', kind: 'text', width: 30 },
    { title: 'correctedTo', kind: 'text', width: 30 },
    { title: 'reason', kind: 'text', width: 60, wrap: true },
    { title: 'actor', kind: 'text', width: 16 },
    { title: 'at', kind: 'text', width: 26 },
  ],
  count: ({ store }) =>
    store.db.prepare('select count(*) from correction where undone_at is null').pluck().get() as number,
  *rows(context) {
    const { store, mask } = context;
    const lines = store.db
      .prepare(`select c.col as col, c.original as original, c.value as value, c.reason as reason, c.actor as actor, c.at as at,
          p.evidence as evidence, p.file as file, p.sheet_name as sheet, p.sheet as sheetId, p.n as row
        from correction c join place p on p.row = c.row where c.undone_at is null order by c.row, c.col`)
      .all() as Array<{
      col: number;
      original: string;
      value: string;
      reason: string;
      actor: string;
      at: string;
      evidence: number;
      file: string;
      sheet: string;
      sheetId: number;
      row: number;
    }>;
    for (const { col, reason, actor, at, sheetId, ...line } of lines) {
      const hides = protectedColumns(sheetLayout(store, sheetId).columns).has(col);
      const { original, value, ...place } = hides ? { ...line, original: WITHHELD, value: WITHHELD } : line;
      yield [
        cite(context, { ...place, cell: cellAddress(col, place.row), corrected: original }),
        mask.free(original),
        mask.free(value),
        mask.free(reason),
        mask.level === 'public' ? '' : actor,
        at,
      ] satisfies PageValue[];
    }
  },
};
