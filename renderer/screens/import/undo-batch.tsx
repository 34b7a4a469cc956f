import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { type Batch, rowsOf } from './batch.ts';

/** Undoing asks for a reason, because the journal keeps it; nothing is deleted. */
export function UndoBatch({ batch, close }: { batch: Batch; close: () => void }) {
  const { t } = useWords();
  const { say } = useAsk();
  const hanging = useAnswer('import.undo-preview', { batch: batch.id });
  const isBlocked = (hanging.data?.blockedBy.length ?? 0) > 0;
  return (
    <ReasonDialog
      width={520}
      title={t('import.batches.undoTitle', { batch: batch.id })}
      okText={t('import.batches.undo')}
      reasonLabel={t('import.batches.undoReason')}
      blocked={isBlocked}
      send={(reason) => client.request('import.undo', { batch: batch.id, reason })}
      done={({ rows, findingsTouched }) => {
        say(t('import.batches.undone', { rows, findings: findingsTouched }));
        close();
      }}
      close={close}
    >
      {!isBlocked && (
        <p className="t2" style={{ marginBottom: 12 }}>
          {t('import.batches.undoNote', { count: rowsOf(batch, 'imported') })}
        </p>
      )}
      {hanging.data && <Hanging on={hanging.data} />}
    </ReasonDialog>
  );
}

const things = ['findings', 'decided', 'corrections', 'repairs', 'mirrored', 'links'] as const;

/** What goes with the batch or changes with it, and what stands in the way. */
function Hanging({ on }: { on: Answer<'import.undo-preview'> }) {
  const { t } = useWords();
  if (on.blockedBy.length > 0)
    return (
      <div className="note high" style={{ marginBottom: 12 }}>
        {on.blockedBy.map(({ batch, file }) => (
          <p key={batch}>{t('checking.undo.blocked', { batch, file })}</p>
        ))}
      </div>
    );
  const counted = things.filter((thing) => on[thing] > 0);
  if (counted.length === 0)
    return (
      <p className="s12 t2" style={{ marginBottom: 12 }}>
        {t('checking.undo.nothing')}
      </p>
    );
  return (
    <ul className="note mid" style={{ marginBottom: 12, paddingInlineStart: 26 }}>
      {counted.map((thing) => (
        <li key={thing}>
          {t(`checking.undo.${thing}`, { count: on[thing] })}
          {thing === 'findings' && <Numbers of={on.findings} shown={on.findingNumbers} />}
        </li>
      ))}
    </ul>
  );
}

/** The numbers of findings, none broken in two; and how many of them are named, where it is not all. */
function Numbers({ of, shown }: { of: number; shown: readonly string[] }) {
  const { t } = useWords();
  return (
    <div className="row s12 num" style={{ flexWrap: 'wrap', gap: '0 12px' }}>
      {shown.map((number) => (
        <span key={number} style={{ whiteSpace: 'nowrap' }}>
          {number}
        </span>
      ))}
      {of > shown.length && <span className="t3">{t('checking.undo.named', { shown: shown.length, of })}</span>}
    </div>
  );
}
