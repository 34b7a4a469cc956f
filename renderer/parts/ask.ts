import { App } from 'antd';
import type { ReactNode } from 'react';
import type { Ask } from '../../shared/protocol/requests.ts';
import { currentLang, problemWords, useWords } from '../app/words.ts';
import { client } from '../client/client.ts';
import { problemOf } from '../client/queries.ts';

/** Small talks with the person: confirm something, copy something, say that a deed failed. */
export function useAsk() {
  const { message, modal } = App.useApp();
  const { t } = useWords();

  return {
    /** Asks before something that cannot simply be undone; true when the person agrees. `danger` only for removing evidence. */
    confirm: async (ask: { title: ReactNode; note?: ReactNode; yes: string; danger?: boolean }): Promise<boolean> =>
      modal.confirm({
        title: ask.title,
        content: ask.note,
        okText: ask.yes,
        cancelText: t('common.cancel'),
        okButtonProps: { danger: ask.danger ?? false },
        icon: null,
        centered: true,
      }),

    /** Copies through the one door, which writes what kind of thing was copied to the journal. */
    copy: async (what: Ask<'shell.copy'>['what'], text: string): Promise<void> => {
      await told(message, async () => {
        await client.copy(what, text);
        void message.success(t('common.copied'));
      });
    },

    /** Does something and shows its Problem, if there is one. Faults go on to the boundary. Answers undefined when it failed. */
    attempt: <T>(deed: () => Promise<T>): Promise<T | undefined> => told(message, deed),

    say: (text: string): void => void message.info(text),
  };
}

async function told<T>(
  message: ReturnType<typeof App.useApp>['message'],
  deed: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await deed();
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    if (problem.code !== 'job.cancelled')
      void message.error({ content: problemWords(problem, currentLang()), duration: 8 });
    else void message.info(problemWords(problem, currentLang()));
    return undefined;
  }
}
