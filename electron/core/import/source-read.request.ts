import { type CellOrEmpty, columnName, unpackCells } from '../../../shared/evidence/cell.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import { sheetOf } from '../sheets/index.ts';
import { originOf } from '../store/batch-origin.ts';
import type { Store } from '../store/connect.ts';
import { correctionsOf } from '../store/corrections.ts';
import { entryOfRow } from '../store/manual-entries.ts';
import { sheetLayout, valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, WITHHELD, withoutProtected } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { listedEntry } from './by-hand/listed-entry.ts';
import { rowValues } from './row-values.ts';
import { sourceRows } from './source-rows.ts';

type SourceView = Answer<'source.read'>;

interface About {
  readonly evidence: number;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly containerName: string | null;
  readonly containerSha256: string | null;
  readonly takenAt: string;
  readonly takenBy: string;
  readonly batch: number;
  readonly batchAt: string;
  readonly sheetId: number;
  readonly sheet: string;
  readonly category: string;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly row: number;
  readonly cells: string;
}

/** 来源视图: the rows around a record as they stand in the file, the cell a figure comes from, and what was read from it. */
export default answerInCase('source.read', ({ rowId, field, around }, core) => {
  const { store } = core.openCase;
  const about = prepared<[number], About>(
    store,
    `select e.id as evidence, e.name as file, e.bytes as bytes, e.sha256 as sha256, e.container_name as containerName, e.container_sha256 as containerSha256, e.taken_at as takenAt, e.taken_by as takenBy,
       b.id as batch, b.at as batchAt, s.id as sheetId, s.name as sheet, s.category as category, s.header_row as headerRow,
       s.header_rows as headerRows, r.n as row, r.cells as cells
     from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence where r.id = ?`,
  ).get(rowId);
  if (!about) return failed('source.not-found');
  const { headerRows, cells: packed, containerName, containerSha256, ...shown } = about;
  const layout = sheetLayout(store, about.sheetId);
  const fields = sheetOf(about.category)?.fields ?? {};
  const source = field === null ? null : valueReader(store)(rowId, field);
  const marked = source?.source.column ?? null;
  const values = rowValues(store, rowId);
  const entry = layout.manual ? entryOfRow(store, rowId) : undefined;

  // the header stays in sight wherever the window is
  const from = Math.max(1, about.row - around);
  const headerEnd = about.headerRow + headerRows - 1;
  const above =
    from > about.headerRow ? sourceRows(store, about.sheetId, about.headerRow, Math.min(headerEnd, from - 1)) : [];
  const rows = [...above, ...sourceRows(store, about.sheetId, from, about.row + around)];
  const width = Math.max(...rows.map((row) => row.cells.length), ...layout.columns.map((column) => column.index + 1));
  const columns = Array.from({ length: width }, (_, index) => {
    const column = layout.columns.find((each) => each.index === index);
    const known = column?.field ? fields[column.field] : undefined;
    const label = known ? { zh: known.zh, en: known.en } : null;
    return { index, name: columnName(index), header: column?.header ?? '', field: column?.field ?? null, label };
  });
  const total = prepared<[number], { n: number }>(store, 'select count(*) as n from row where sheet = ?').get(
    about.sheetId,
  );
  return ok({
    ...shown,
    container: containerName === null ? null : { name: containerName, sha256: containerSha256 ?? '' },
    obtained: originOf(store, about.batch),
    rowsTotal: total?.n ?? 0,
    marked,
    columns,
    rows,
    cell: markedCell(
      withoutProtected(unpackCells(cellsOfRow(store, rowId, packed)), layout.columns),
      marked,
      source?.source.cell ?? null,
      source?.fact?.value,
      // amount may stand in one of two columns: 收入金额, 支出金额
      (values.find((each) => each.field === field) ?? values.find((each) => each.cell === source?.source.cell))?.shown,
    ),
    // which ways of naming the ends of a link by hand were meant is for the program alone
    values: values
      .filter(({ field: name }) => !(entry && name.endsWith('_mention')))
      .map(({ field: name, label, shown: text, en, cell, from: place }) => ({
        field: name,
        label,
        shown: text,
        en,
        cell,
        from: place,
      })),
    ...(entry && { manual: listedEntry(store, entry) }),
    corrections: correctionsOf(store, rowId).map((correction) =>
      protectedColumns(layout.columns).has(correction.column)
        ? { ...correction, original: WITHHELD, value: WITHHELD }
        : correction,
    ),
    citedBy: citedBy(store, rowId),
    duplicates: duplicates(store, rowId),
  });
});

function markedCell(
  cells: readonly CellOrEmpty[],
  column: number | null,
  address: string | null,
  fact: string | undefined,
  read: string | undefined,
): SourceView['cell'] {
  if (address === null) return null;
  if (fact !== undefined) return { address, type: 'text', raw: fact, shown: fact, read: read ?? null, formula: false };
  const cell = column === null ? null : (cells[column] ?? null);
  if (cell === null) return { address, type: 'empty', raw: '', shown: '', read: null, formula: false };
  return {
    address,
    type: cell.type,
    raw: String(cell.raw),
    shown: cell.shown,
    read: read ?? null,
    formula: cell.formula ?? false,
  };
}

const citedBy = (store: Store, row: number): SourceView['citedBy'] =>
  prepared<[number], SourceView['citedBy'][number]>(
    store,
    `select distinct f.id as finding, f.number as number, f.model as model, c.role as role
     from finding_row c join finding f on f.id = c.finding where c.row = ? and f.gone_run is null order by f.number, c.role`,
  ).all(row);

/** Other rows that are the same booking: delivered again, or the other side of the transfer. */
const duplicates = (store: Store, row: number): SourceView['duplicates'] =>
  prepared<[{ row: number }], SourceView['duplicates'][number]>(
    store,
    `with same(id, how) as (
       select duplicate_of, 'duplicate' from row where id = @row and duplicate_of is not null
       union select id, 'duplicate' from row where duplicate_of = @row
       union select mirror_of, 'mirror' from rec_bank_flow where row = @row and mirror_of is not null
       union select row, 'mirror' from rec_bank_flow where mirror_of = @row)
     select same.id as rowId, p.file as file, p.sheet_name as sheet, p.n as row, same.how as how
     from same join place p on p.row = same.id order by same.id`,
  ).all({ row });
