import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import { answerKey, useAnswer } from '../../client/queries.ts';

export type SourceView = Answer<'source.read'>;
export type SourceRow = SourceView['rows'][number];

/** What was read from the marked cell. A statement with 收入 and 支出 apart holds its amount in one of two fields: the cell decides. */
export const readOf = ({ cell, values }: SourceView): string | null =>
  cell?.read ?? values.find((value) => value.cell !== null && value.cell === cell?.address)?.shown ?? null;

const block = 200;

/**
 * The rows of a sheet by the sheet's own numbers: first those that came with the cell, then blocks around what is on screen.
 * `last` is the number of the last row: blank rows are not kept, so it may be beyond their count.
 */
export function useSourceRows(view: SourceView) {
  const { sheetId, rows, rowsTotal } = view;
  const [shown, setShown] = useState<readonly [number, number]>([view.row, view.row]);
  const tail = useAnswer('source.rows', { sheetId, from: Math.max(1, rowsTotal), to: rowsTotal + 999 });
  const from = Math.floor((shown[0] - 1) / block);
  const to = Math.floor((shown[1] - 1) / block);
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const blocks = useQueries({
    queries: wanted.map((index) => {
      const ask = { sheetId, from: index * block + 1, to: (index + 1) * block };
      return { queryKey: answerKey('source.rows', ask), queryFn: () => client.request('source.rows', ask) };
    }),
  });
  const known = new Map<number, SourceRow>();
  for (const row of rows) known.set(row.n, row);
  for (const answer of blocks) for (const row of answer.data?.rows ?? []) known.set(row.n, row);
  const arrived = (n: number) => blocks[wanted.indexOf(Math.floor((n - 1) / block))]?.data !== undefined;
  return {
    at: (n: number): SourceRow | undefined => known.get(n),
    /** a row that has arrived and is not there is blank */
    isBlank: (n: number): boolean => !known.has(n) && arrived(n),
    last: Math.max(rowsTotal, tail.data?.rows.at(-1)?.n ?? 0, ...rows.map(({ n }) => n)),
    onShown: (first: number, last: number) => {
      if (first !== shown[0] || last !== shown[1]) setShown([first, last]);
    },
  };
}
