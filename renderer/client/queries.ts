import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Changed } from '../../shared/protocol/events.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { client } from './client.ts';
import { ProblemReply } from './parts.ts';

/** Which answers a change makes stale, by the first letters of their request's name. */
const staleAfter: Readonly<Record<Changed, readonly string[]>> = {
  case: ['case.', 'overview.', 'journal.'],
  imports: [
    'import.batches',
    'import.templates',
    'import.queue',
    'import.problems',
    'manual.list',
    'import.corrections',
    'import.rows',
    'import.matching',
    'import.undo-preview',
    'quality.',
    'overview.',
    'source.',
    'report.',
    'seal.preview',
    'doctor',
    'journal.',
  ],
  templates: ['import.templates', 'import.preview', 'import.values', 'import.check', 'import.parties'],
  parties: [
    'parties.',
    'party.',
    'tags.',
    'leads.',
    'graph.',
    'metrics.',
    'trace.',
    'relations.',
    'search',
    'findings.',
    'finding.',
    'suppressions.',
    'boards.',
    'risk.',
    'conferences.',
    'conference.',
    'overview.',
  ],
  graph: ['graph.', 'metrics.', 'trace.', 'relations.', 'party.', 'parties.', 'overview.', 'report.'],
  findings: [
    'findings.',
    'finding.',
    'suppressions.',
    'filters.',
    'runs.',
    'triage.',
    'boards.',
    'detect.',
    'own.',
    'risk.',
    'graph.',
    'trace.',
    'party.',
    'source.',
    'conferences.',
    'conference.',
    'overview.',
    'report.',
  ],
  journal: ['journal.', 'overview.'],
};

/** Answers are kept until the core says that something changed; they are never asked for again by time or focus. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // a Problem is shown where it belongs; a Fault goes to the boundary
      throwOnError: (error) => !(error instanceof ProblemReply),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Marks what a change makes stale; what is on screen is asked for again. */
export function invalidate(what: readonly Changed[]): void {
  const prefixes = what.flatMap((area) => staleAfter[area]);
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && prefixes.some((prefix) => name.startsWith(prefix)),
  });
}

/** Forgets every answer: what was read from a case does not stay in memory after it is locked. */
export function forgetAnswers(): void {
  queries.clear();
}

export const answerKey = <N extends RequestName>(name: N, ask: Ask<N>) => [name, ask] as const;

/** The answer to a request, kept up to date. `enabled: false` waits; `keep` shows the former answer while a new one is on its way;
 * `waits` asks again while another job runs, for answers that take a job of their own. */
export function useAnswer<N extends RequestName>(
  name: N,
  ask: Ask<N>,
  options: { enabled?: boolean; keep?: boolean; waits?: boolean } = {},
): UseQueryResult<Answer<N>, Error> {
  return useQuery<Answer<N>, Error>({
    queryKey: answerKey(name, ask),
    queryFn: () => client.request(name, ask),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.waits ? { retry: isBusy, retryDelay: 400 } : {}),
  });
}

/** The Problem of a failed query or mutation, or undefined. */
export const problemOf = (error: unknown) => (error instanceof ProblemReply ? error.problem : undefined);

/** Another job holds the core: worth asking again, for a while. */
const isBusy = (times: number, error: Error): boolean => times < 300 && problemOf(error)?.code === 'job.running';
