import { type ReactNode, useState } from 'react';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { type Decision, DisposeDialog, type Target } from './dispose-dialog.tsx';
import { needsWords } from './dispositions.ts';

interface Asked {
  readonly status: FindingStatus;
  readonly noting: boolean;
  readonly targets: readonly Target[];
}

/** Changes the status of findings one by one, so that each has its own entry in history and journal; asks for words where a decision needs them. */
export function useDispose(onDone: (status: FindingStatus, ids: readonly number[]) => void) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [last, setLast] = useState<readonly number[]>([]);

  const decide = async (targets: readonly Target[], { status, ...words }: Decision): Promise<boolean> => {
    const done: number[] = [];
    for (const { id } of targets) {
      const row = await attempt(() => client.request('finding.dispose', { id, status, ...words }));
      if (!row) break;
      done.push(id);
    }
    if (done.length === 0) return false;
    setLast(done);
    say(
      done.length === 1
        ? t('findings.dispose.done', { number: targets[0]?.number ?? '', status: t(`common.status.${status}`) })
        : t('findings.bulkDone', { count: done.length }),
    );
    onDone(status, done);
    return done.length === targets.length;
  };

  const to = (from: FindingStatus, status: FindingStatus, targets: readonly Target[]): void => {
    if (targets.length === 0) return;
    if (targets.length === 1 && !needsWords(from, status)) {
      if (from !== status) void decide(targets, { status, reason: '' });
    } else setAsked({ status, noting: false, targets });
  };

  /** takes back what was decided last here, all of it */
  const undo = async (): Promise<void> => {
    const undone: string[] = [];
    for (const id of last) {
      const answer = await attempt(() => client.request('finding.undo-dispose', { id }));
      if (answer) undone.push(answer.number);
    }
    setLast([]);
    if (undone.length > 0) say(t('findings.dispose.undone', { count: undone.length, number: undone[0] ?? '' }));
  };

  const dialog: ReactNode = asked && (
    <DisposeDialog
      key={`${asked.status} ${asked.targets[0]?.id}`}
      status={asked.status}
      noting={asked.noting}
      targets={asked.targets}
      decide={(decision) => decide(asked.targets, decision)}
      close={() => setAsked(null)}
    />
  );
  return {
    to,
    /** asks for words on many */
    ask: (status: FindingStatus, targets: readonly Target[]) => setAsked({ status, noting: false, targets }),
    /** adds words to a finding without changing its status */
    note: (status: FindingStatus, target: Target) => setAsked({ status, noting: true, targets: [target] }),
    undo,
    dialog,
  };
}
