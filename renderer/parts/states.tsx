import { IconAlertTriangle } from '@tabler/icons-react';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type ProblemLike, problemWords, useWords } from '../app/words.ts';
import { problemOf } from '../client/queries.ts';

/** Nothing here: what is missing, what it stops, one way on. */
export function Empty({
  icon,
  title,
  note,
  action,
  centre = false,
}: {
  icon?: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  centre?: boolean;
}) {
  return (
    <div className={centre ? 'empty centre' : 'empty'}>
      {icon}
      <span className="b">{title}</span>
      {note && <span className="t2 s12">{note}</span>}
      {action}
    </div>
  );
}

export function Loading({ what }: { what?: string }) {
  const { t } = useWords();
  return (
    <div className="loading" role="status">
      {what ?? t('common.loading')}
    </div>
  );
}

/** A Problem in words: where, what was read, why, what to do. */
export function ProblemNote({ problem, action }: { problem: ProblemLike; action?: ReactNode }) {
  const { lang } = useWords();
  const where = [problem.at?.file, problem.at?.sheet, problem.at?.cell ?? problem.at?.row].filter(Boolean).join(' › ');
  return (
    <div className="problem" role="alert">
      <span className="row g6 top">
        <IconAlertTriangle size={16} stroke={1.5} color="var(--high)" className="none" aria-hidden />
        <span>{problemWords(problem, lang)}</span>
      </span>
      {where && <span className="s12 t2">{where}</span>}
      {action}
    </div>
  );
}

/** A failed answer: its Problem in words with a retry. Faults do not come here, they go to the boundary. */
export function FailedAnswer({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords();
  const problem = problemOf(error);
  if (!problem) throw error;
  return (
    <div className="pad">
      <ProblemNote
        problem={problem}
        action={
          retry && (
            <Button size="small" onClick={retry}>
              {t('common.retry')}
            </Button>
          )
        }
      />
    </div>
  );
}

/** The four states of a list in one line: loading, problem, empty (by the caller), content. */
export function Answered<T>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch(): unknown };
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <FailedAnswer error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

/** More passed the filter than is listed. */
export function TooMany({ shown, total }: { shown: number; total: number }) {
  const { t } = useWords();
  if (total <= shown) return null;
  return <div className="s12 t3 pad">{t('common.tooMany', { shown, total })}</div>;
}
