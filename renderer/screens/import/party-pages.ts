import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import { answerKey } from '../../client/queries.ts';
import type { ImportState } from './import-state.ts';

type Parties = Answer<'import.parties'>;
const pageSize = 200;

/** The rows of one view of the comparison, asked for as they come into sight. */
export function usePartyPages<Row>(
  asked: ImportState['ask'],
  view: NonNullable<Ask<'import.parties'>['view']>,
  rowsOf: (page: Parties) => readonly Row[],
) {
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const onShown = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / pageSize), Math.floor(last / pageSize)] as const;
    setShown((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  const pages = Array.from({ length: shown[1] - shown[0] + 1 }, (_, n) => shown[0] + n);
  const results = useQueries({
    queries: pages.map((page) => {
      const ask = { ...asked, view, offset: page * pageSize, limit: pageSize };
      return { queryKey: answerKey('import.parties', ask), queryFn: () => client.request('import.parties', ask) };
    }),
  });
  const total = results.find(({ data }) => data !== undefined)?.data?.total ?? 0;
  const at = (index: number): Row | undefined => {
    const page = results[Math.floor(index / pageSize) - shown[0]]?.data;
    return page && rowsOf(page)[index % pageSize];
  };
  return { total, at, onShown, isLoading: results.some(({ isLoading }) => isLoading) };
}
