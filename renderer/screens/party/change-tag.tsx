import { useState } from 'react';
import { isDay } from '../../../shared/evidence/day.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';

export type TagChange = 'end' | 'reopen' | 'remove' | 'restore';

/** Ends or removes a tag, or takes either back, with the reason. */
export function ChangeTag({ id, name, what, close }: { id: number; name: string; what: TagChange; close: () => void }) {
  const { t } = useWords();
  const [day, setDay] = useState('');
  return (
    <ReasonDialog
      title={t(`tags.changeTitle.${what}`, { tag: name })}
      okText={t(`tags.do.${what}`)}
      unready={what === 'end' && !isDay(day)}
      reasonLabel={t('tags.reason')}
      send={(reason) => client.request('tags.change', { id, what, reason, ...(what === 'end' && { day }) })}
      done={close}
      close={close}
    >
      {what === 'end' && (
        <div className="row g6" style={{ marginBottom: 8 }}>
          <span className="t2">{t('tags.lastDay')}</span>
          <DayField label={t('tags.lastDay')} text={day} change={setDay} />
        </div>
      )}
    </ReasonDialog>
  );
}
