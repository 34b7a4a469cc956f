import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../app/keyboard.ts';
import { size } from '../styles/tokens.ts';

/** One column: `width` in px, or a share of what is left ('1fr', 'minmax(200px,2fr)'). */
export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly width: number | string;
  readonly end?: boolean;
  cell(row: Row, index: number): ReactNode;
}

/** Part of the head of a group over `span` columns. */
export interface GroupCell {
  readonly id: string;
  readonly span: number;
  readonly end?: boolean;
  readonly node: ReactNode;
}

/** Which of the keys that change what a press does were held. */
export interface Held {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const rowHeight = (): number => size.row;

export interface DataGridProps<Row> {
  /** what the grid holds, for a screen reader: “疑点清单” */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** rows in all; they need not be here yet */
  readonly total: number;
  /** the row at a position, undefined while it is on its way */
  at(index: number): Row | undefined;
  keyOf(row: Row): string | number;
  readonly selected?: string | number | null;
  /** further selected rows, where several can be */
  readonly alsoSelected?: ReadonlySet<string | number>;
  /** `event` tells whether the selection is to grow: Shift up to here, Ctrl by this one */
  onSelect?(row: Row, index: number, event: Held): void;
  /** Enter or double click; `event` tells which of Shift and Ctrl were held */
  onOpen?(row: Row, index: number, event: Held): void;
  /** which positions are on screen, so that their block can be asked for */
  onShown?(first: number, last: number): void;
  /** a row that spans all columns: the head of a group */
  group?(row: Row): ReactNode | undefined;
  /** the head of a group in cells that span columns, so that its sum stands in the column of its rows */
  groupCells?(row: Row): readonly GroupCell[] | undefined;
  /** keep the function stable: a new one measures all rows anew */
  heightOf?(index: number): number;
  /** where the selected row is, when it was not the grid that moved there: it is brought into view */
  readonly selectedAt?: number | undefined;
  /** further keys on the selected row: tick, dispose … Answer true when the key was used. */
  onKey?(event: KeyboardEvent, row: Row, index: number): boolean;
  readonly ref?: { current: HTMLDivElement | null };
  /** so many px at least: where there is less room the grid scrolls sideways and its first column stays */
  readonly leastWidth?: number;
}

/** A million rows of 28 px: only those in view exist. Arrow keys, Page, Home and End walk; Enter opens. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const own = useRef<HTMLDivElement>(null);
  const box = props.ref ?? own;
  const heightOf = props.heightOf ?? rowHeight;
  const virtual = useVirtualizer({
    count: props.total,
    getScrollElement: () => box.current,
    estimateSize: heightOf,
    overscan: 10,
    scrollPaddingStart: size.head,
  });
  const { selectedAt } = props;
  // rows of other heights at the same places: without this the old heights stay
  useLayoutEffect(() => {
    if (heightOf !== rowHeight) virtual.measure();
  }, [virtual, heightOf]);
  useEffect(() => {
    if (selectedAt !== undefined) virtual.scrollToIndex(selectedAt);
  }, [virtual, selectedAt]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { onShown } = props;
  useEffect(() => {
    if (last >= first) onShown?.(first, last);
  }, [first, last, onShown]);

  const position = useRef(-1);
  const chosen = items.find(({ index }) => isSelected(props, index))?.index;
  // of several selected rows the one that was walked to stays the place to walk on from
  if (chosen !== undefined && !isAlso(props, position.current)) position.current = chosen;

  const least: CSSProperties = props.leastWidth === undefined ? {} : { minWidth: props.leastWidth };
  const template: CSSProperties = {
    gridTemplateColumns: props.columns.map(({ width }) => (typeof width === 'number' ? `${width}px` : width)).join(' '),
    ...least,
  };

  // walked to before it was here: it is selected as soon as it comes
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    const index = awaited.current;
    const row = index === null ? undefined : props.at(index);
    if (index === null || row === undefined) return;
    awaited.current = null;
    if (!isGroup(props, index)) props.onSelect?.(row, index, { shiftKey: false, ctrlKey: false, metaKey: false });
  });

  const walk = (from: number, step: number, event: Held) => {
    let index = Math.max(0, Math.min(props.total - 1, from + step));
    // heads of groups are not stopped at
    while (isGroup(props, index) && index + Math.sign(step || 1) >= 0 && index + Math.sign(step || 1) < props.total) {
      index += Math.sign(step || 1);
    }
    const row = props.at(index);
    virtual.scrollToIndex(index);
    position.current = index;
    awaited.current = row === undefined ? index : null;
    if (row !== undefined && !isGroup(props, index)) props.onSelect?.(row, index, event);
  };
  const steps: Readonly<Record<string, (from: number) => [number, number]>> = {
    ArrowDown: (from) => [from, 1],
    ArrowUp: (from) => [from, -1],
    PageDown: (from) => [from, 15],
    PageUp: (from) => [from, -15],
    Home: () => [0, 0],
    End: () => [props.total - 1, 0],
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return;
    const index = position.current;
    const row = props.at(index);
    const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : steps[event.key];
    if (step && props.total > 0) {
      event.preventDefault();
      walk(...step(index), event);
    } else if (row !== undefined && event.key === 'Enter' && props.onOpen) {
      event.preventDefault();
      props.onOpen(row, index, event);
    } else if (row !== undefined && props.onKey?.(event, row, index)) {
      event.preventDefault();
    }
  };

  return (
    <div
      ref={box}
      className={props.leastWidth === undefined ? 'grid' : 'grid sideways'}
      role="grid"
      aria-multiselectable={props.alsoSelected !== undefined}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-activedescendant={chosen === undefined ? undefined : rowId(props.label, chosen)}
      onKeyDown={onKeyDown}
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={template}>
        {props.columns.map((column) => (
          <div key={column.id} role="columnheader" className={column.end ? 'grid-cell end' : 'grid-cell'}>
            {column.head}
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', ...least }}>
        {items.map((item) => {
          const row = props.at(item.index);
          const place: CSSProperties = { height: item.size, transform: `translateY(${item.start}px)` };
          const cells = row === undefined ? undefined : props.groupCells?.(row);
          if (cells !== undefined) {
            return (
              <div
                key={item.key}
                role="row"
                className="grid-row group"
                aria-rowindex={item.index + 2}
                style={{ ...place, ...template }}
              >
                {cells.map((cell) => (
                  <div
                    key={cell.id}
                    role="gridcell"
                    aria-colspan={cell.span}
                    className={cell.end ? 'grid-cell end' : 'grid-cell'}
                    style={{ gridColumn: `span ${cell.span}` }}
                  >
                    {cell.node}
                  </div>
                ))}
              </div>
            );
          }
          const head = row === undefined ? undefined : props.group?.(row);
          if (head !== undefined) {
            return (
              <div key={item.key} role="row" className="grid-row group" aria-rowindex={item.index + 2} style={place}>
                <div role="gridcell" aria-colspan={props.columns.length} className="grid-cell">
                  {head}
                </div>
              </div>
            );
          }
          return (
            <div
              key={item.key}
              id={rowId(props.label, item.index)}
              role="row"
              className="grid-row"
              aria-rowindex={item.index + 2}
              aria-selected={isSelected(props, item.index) || isAlso(props, item.index)}
              style={{ ...place, ...template }}
              onClick={(event) => row !== undefined && props.onSelect?.(row, item.index, event)}
              onDoubleClick={(event) => row !== undefined && props.onOpen?.(row, item.index, event)}
            >
              {props.columns.map((column) => (
                <div key={column.id} role="gridcell" className={column.end ? 'grid-cell end' : 'grid-cell'}>
                  {row === undefined ? <span className="t3">…</span> : column.cell(row, item.index)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowId = (label: string, index: number): string => `${label.replaceAll(/\s+/g, '-')}-${index}`;

function isSelected<Row>(props: DataGridProps<Row>, index: number): boolean {
  const row = props.at(index);
  return row !== undefined && props.selected != null && props.keyOf(row) === props.selected;
}

function isAlso<Row>(props: DataGridProps<Row>, index: number): boolean {
  const row = props.at(index);
  return row !== undefined && props.alsoSelected?.has(props.keyOf(row)) === true;
}

function isGroup<Row>(props: DataGridProps<Row>, index: number): boolean {
  const row = props.at(index);
  return row !== undefined && (props.group?.(row) !== undefined || props.groupCells?.(row) !== undefined);
}
