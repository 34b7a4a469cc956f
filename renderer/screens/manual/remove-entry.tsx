import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';

/** Taking an entry back asks for a reason, because the journal keeps it; what was typed stays in the list. */
export function RemoveEntry({
  entry,
  done,
  close,
}: {
  entry: Pick<ManualEntry, 'entry'>;
  done?: () => void;
  close: () => void;
}) {
  const { t } = useWords();
  const { say } = useAsk();
  return (
    <ReasonDialog
      width={520}
      title={t('manual.removeTitle', { entry: entry.entry })}
      okText={t('manual.remove')}
      reasonLabel={t('manual.removeReason')}
      send={(reason) => client.request('manual.remove', { entry: entry.entry, reason })}
      done={(removed) => {
        say(t('manual.removed', { entry: removed.entry, findings: removed.findingsTouched }));
        close();
        done?.();
      }}
      close={close}
    >
      <p className="t2" style={{ marginBottom: 12 }}>
        {t('manual.removeNote')}
      </p>
    </ReasonDialog>
  );
}
