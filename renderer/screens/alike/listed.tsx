import type { ReactNode } from 'react';
import { FailedAnswer, Loading } from '../../parts/states.tsx';

/** The states of a list read in blocks: a Problem, loading, empty (`empty` says so), or its rows. */
export function Listed({
  list,
  empty,
  children,
}: {
  list: { first: unknown; total: number; error: unknown; isError: boolean; refetch(): void };
  empty: ReactNode;
  children: () => ReactNode;
}) {
  if (list.isError) return <FailedAnswer error={list.error} retry={list.refetch} />;
  if (list.first === undefined) return <Loading />;
  return list.total === 0 ? empty : children();
}
