import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { problemWords, useWords } from '../../app/words.ts';
import { Corrected } from '../../parts/corrected.tsx';
import type { ShownColumn } from './column-widths.ts';
import type { SourceRow, useSourceRows } from './source-rows.ts';

const rowHeight = 26;
const letters = 22;
const numbers = 56;

/** Which cell is marked, and which cells the same finding cites besides. */
export interface Marks {
  /** the sheet's own row */
  readonly row: number;
  readonly column: number | null;
  isCited(row: SourceRow, column: number): boolean;
}

/** The sheet as it stands in the file: row numbers, column letters, its header kept in sight, the cited cell yellow. Arrow and page keys scroll. */
export function SourceGrid({
  label,
  columns,
  headerRow,
  rows,
  marks,
  row,
  onPick,
}: {
  label: string;
  columns: readonly ShownColumn[];
  headerRow: number;
  rows: ReturnType<typeof useSourceRows>;
  marks: Marks;
  /** the sheet's row to bring into view */
  row: number;
  onPick: (rowId: number, field: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  // a header in row 1 is not shown a second time below itself
  const first = headerRow === 1 ? 2 : 1;
  const virtual = useVirtualizer({
    count: Math.max(0, rows.last - first + 1),
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 14,
    scrollPaddingStart: letters + rowHeight,
  });
  const items = virtual.getVirtualItems();
  const top = (items[0]?.index ?? 0) + first;
  const bottom = (items.at(-1)?.index ?? 0) + first;
  useEffect(() => rows.onShown(top, bottom), [rows, top, bottom]);

  const left = columns.slice(0, marks.column ?? 0).reduce((sum, { width }) => sum + width, 0);
  useEffect(() => {
    virtual.scrollToIndex(row - first, { align: 'center' });
    const pane = box.current;
    if (!pane) return;
    // the marked column away from the edges
    const room = pane.clientWidth - numbers;
    if (left < pane.scrollLeft || left > pane.scrollLeft + room - 160) pane.scrollLeft = Math.max(0, left - room / 2);
  }, [virtual, row, first, left]);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const template = `${numbers}px ${columns.map(({ width }) => `${width}px`).join(' ')}`;
  const width = numbers + columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div ref={box} className="sheet" role="grid" aria-label={label} aria-rowcount={rows.last} tabIndex={0}>
      <div className="sheet-head" style={{ width }}>
        <div className="sheet-row letters" role="row" style={{ gridTemplateColumns: template }}>
          <span className="sheet-cell number" />
          {columns.map(({ index, name }) => (
            <span
              key={index}
              role="columnheader"
              className={index === marks.column ? 'sheet-cell letter on' : 'sheet-cell letter'}
            >
              {name}
            </span>
          ))}
        </div>
        <div className="sheet-row header" role="row" style={{ gridTemplateColumns: template }}>
          <span className="sheet-cell number">{headerRow}</span>
          {columns.map(({ index, header, end }) => (
            <span key={index} role="columnheader" className={end ? 'sheet-cell end' : 'sheet-cell'} title={header}>
              {header}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), width, position: 'relative' }}>
        {items.map((item) => {
          const n = item.index + first;
          return (
            <SheetRow
              key={item.key}
              n={n}
              row={rows.at(n)}
              blank={rows.isBlank(n)}
              columns={columns}
              template={template}
              start={item.start}
              marks={marks}
              onPick={onPick}
            />
          );
        })}
      </div>
    </div>
  );
}

function SheetRow({
  n,
  row,
  blank,
  columns,
  template,
  start,
  marks,
  onPick,
}: {
  n: number;
  row: SourceRow | undefined;
  blank: boolean;
  columns: readonly ShownColumn[];
  template: string;
  start: number;
  marks: Marks;
  onPick: (rowId: number, field: string) => void;
}) {
  const { t, lang } = useWords();
  const cited = n === marks.row;
  const state = row && row.state !== 'imported' ? row.state : '';
  return (
    <div
      role="row"
      aria-rowindex={n}
      aria-selected={cited}
      className={`sheet-row body ${cited ? 'cited' : ''} ${state}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      <span className="sheet-cell number" role="rowheader">
        {n}
      </span>
      {columns.map(({ index, field, end }) => {
        const text = row?.cells[index] ?? '';
        const marked = cited && index === marks.column;
        const mate = row !== undefined && !marked && marks.isCited(row, index);
        const correction = row?.corrected.find(({ column }) => column === index);
        const problem = row?.problems.find(({ column }) => column === index);
        const words = problem ? `${text}\n${problemWords({ code: problem.code, seen: text }, lang)}` : text;
        return (
          // the keyboard moves through citations and rows; a click looks at one more cell
          <span
            key={index}
            role="gridcell"
            title={words}
            aria-label={
              marked
                ? `${t('source.cell')} ${correction ? `${t('correct.mark')} ${correction.value} ` : ''}${text}`
                : undefined
            }
            className={`sheet-cell ${end ? 'end' : ''} ${marked ? 'marked' : ''} ${mate ? 'mate' : ''} ${problem ? 'bad' : ''}`}
            onClick={() => row && field !== null && onPick(row.rowId, field)}
          >
            {row === undefined && !blank ? (
              '…'
            ) : correction ? (
              <CorrectedCell from={text} to={correction.value} />
            ) : (
              text
            )}
          </span>
        );
      })}
    </div>
  );
}

/** The file's own value stays in sight, struck out, after the one in its place: that one is never cut. */
function CorrectedCell({ from, to }: { from: string; to: string }) {
  return (
    <>
      <Corrected original={from} bare /> <b>{to}</b> <s className="t3">{from}</s>
    </>
  );
}
