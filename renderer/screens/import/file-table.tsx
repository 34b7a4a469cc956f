import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { size } from '../../styles/tokens.ts';
import type { FileState } from './previews.ts';

/** Most files are one line; the others are measured once they are in sight. */
const line = (): number => 32;

/** A table of files that scrolls: a folder has hundreds, each with its controls, so only those in sight exist. */
export function FileTable({
  files,
  widths,
  head,
  shown,
  linesOf,
}: {
  files: readonly FileState[];
  /** of the columns in px; null takes what is left */
  widths: ReadonlyArray<number | null>;
  head: ReactNode;
  /** position of the file that is brought into view */
  shown?: number | undefined;
  linesOf(file: FileState): ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: line,
    overscan: 16,
    scrollMargin: size.head,
    scrollPaddingStart: size.head,
  });
  useLayoutEffect(() => {
    if (shown !== undefined && shown >= 0) virtual.scrollToIndex(shown);
  }, [virtual, shown]);
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? size.head) - size.head;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? size.head) - size.head);
  const room = (height: number) =>
    height > 0 && (
      <tbody aria-hidden>
        <tr>
          <td colSpan={widths.length} style={{ height, padding: 0, border: 0 }} />
        </tr>
      </tbody>
    );
  return (
    <div className="grow scroll" ref={box}>
      <table className="g loose">
        <colgroup>
          {widths.map((width, column) => (
            <col key={column} style={width === null ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>{head}</thead>
        {room(before)}
        {items.map(({ index }) => {
          const file = files[index];
          return (
            file && (
              <tbody key={`${file.file.ticket} ${file.file.name}`} ref={virtual.measureElement} data-index={index}>
                {linesOf(file)}
              </tbody>
            )
          );
        })}
        {room(after)}
      </table>
    </div>
  );
}
