import { AutoComplete, Input, Modal } from 'antd';
import { useState } from 'react';
import { isDay } from '../../../shared/evidence/day.ts';
import { UNSIGNED } from '../../../shared/plain/unsigned.ts';
import { useMe } from '../../app/me.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { today } from './late.ts';

export interface ToAssign {
  readonly ids: readonly number[];
  readonly number: string;
  readonly assignee: string | null;
  readonly due: string | null;
}

/** 指派: to whom and until when. Without a name the findings are taken back. */
export function AssignDialog({ ids, number, assignee, due, close }: ToAssign & { close: () => void }) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const me = useMe();
  const { people = [me] } = useAnswer('triage.people', {}).data ?? {};
  // nobody is called “no name given”
  const [name, setName] = useState(assignee ?? (me === UNSIGNED ? '' : me));
  const [day, setDay] = useState(due ?? '');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const wrongDay = day !== '' && (!isDay(day) || day < today());
  const ok = async () => {
    if (wrongDay || busy) return;
    setBusy(true);
    const to = name.trim();
    const done = await attempt(() =>
      client.request('finding.assign', {
        ids: [...ids],
        assignee: to === '' ? null : to,
        due: to === '' || day === '' ? null : day,
        reason: reason.trim(),
      }),
    );
    setBusy(false);
    if (!done) return;
    say(
      to === ''
        ? t('findings.assign.back', { count: done.assigned })
        : t('findings.assign.done', { count: done.assigned, name: to }),
    );
    close();
  };
  return (
    <Modal
      open
      centered
      width={460}
      title={
        ids.length === 1
          ? `${t('findings.assign.title')}${t('common.colon')}${number}`
          : t('findings.dispose.bulkTitle', { what: t('findings.assign.title'), count: ids.length })
      }
      okText={name.trim() === '' ? t('findings.assign.giveBack') : t('findings.assign.title')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: wrongDay, loading: busy }}
      onOk={() => void ok()}
      onCancel={close}
    >
      <div
        className="col"
        role="group"
        aria-label={t('findings.assign.title')}
        style={{ gap: 10 }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void ok();
        }}
      >
        <div className="col g4">
          <span className="t2">{t('findings.assign.name')}</span>
          <AutoComplete
            autoFocus
            aria-label={t('findings.assign.name')}
            value={name}
            onChange={setName}
            options={people.filter((each) => each !== UNSIGNED).map((each) => ({ value: each }))}
          />
        </div>
        <div className="row g8">
          <span className="t2 none">{t('findings.assign.due')}</span>
          <DayField label={t('findings.assign.due')} text={day} change={setDay} />
          {wrongDay && <span className="s12 tone-high">{t('findings.assign.wrongDay')}</span>}
        </div>
        <div className="col g4">
          <span className="t2">{t('findings.assign.reason')}</span>
          <Input
            aria-label={t('findings.assign.reason')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <span className="s12 t3">{t('findings.assign.note')}</span>
      </div>
    </Modal>
  );
}
