import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { client } from './client.ts';
import { answerKey } from './queries.ts';

/** Requests that answer a page of rows. */
type Paged = {
  [N in RequestName]: Ask<N> extends { offset?: number | undefined; limit?: number | undefined }
    ? Answer<N> extends { total: number; rows: readonly unknown[] }
      ? N
      : never
    : never;
}[RequestName];
type RowOf<N extends Paged> = Answer<N> extends { rows: ReadonlyArray<infer R> } ? R : never;

const block = 200;

/**
 * The rows of a long list, asked for in blocks of 200 around what is on screen. Hand `total`, `at` and `onShown` to DataGrid.
 * `first` is the whole answer of the first block (sums, counts by status …). Not `enabled`: nothing is asked yet.
 */
export function useBlocks<N extends Paged>(
  name: N,
  ask: Omit<Ask<N>, 'offset' | 'limit'>,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const from = Math.floor(shown[0] / block);
  const to = Math.floor(shown[1] / block);
  const wanted = [0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((index) => index > 0)];
  const answers = useQueries({
    queries: wanted.map((index) => {
      const page = { ...ask, offset: index * block, limit: block } as Ask<N>;
      return { queryKey: answerKey(name, page), queryFn: () => client.request(name, page), enabled };
    }),
  });
  const first = answers[0];
  const at = (position: number): RowOf<N> | undefined => {
    const answer = answers[wanted.indexOf(Math.floor(position / block))]?.data;
    return answer === undefined ? undefined : (rowsOf(answer)[position % block] as RowOf<N> | undefined);
  };
  return {
    first: first?.data,
    error: first?.error ?? null,
    isError: first?.isError ?? false,
    isLoading: first?.isLoading ?? true,
    refetch: () => void Promise.all(answers.map((answer) => answer.refetch())),
    total: first?.data === undefined ? 0 : totalOf(first.data),
    at,
    onShown: useCallback((low: number, high: number) => setShown([low, high]), []),
  };
}

const rowsOf = (answer: { rows?: readonly unknown[] }): readonly unknown[] => answer.rows ?? [];
const totalOf = (answer: { total?: number }): number => answer.total ?? 0;
