import { Checkbox, Input, Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../../app/keyboard.ts';
import { useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAsk } from '../../../parts/ask.ts';
import type { TraceAsk } from './trace-state.ts';

/** 保存追踪: the conditions of a trace under a name, with a tick for the report. `name` is what it is called at first. */
export function SaveTrace({
  ask,
  name: first,
  close,
}: {
  readonly ask: TraceAsk;
  readonly name: string;
  close(): void;
}) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [name, setName] = useState(first);
  const [note, setNote] = useState('');
  const [report, setReport] = useState(true);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    const { perLayer: _, ...question } = ask;
    const done = await attempt(() => client.request('trace.save', { name, note, report, question }));
    setBusy(false);
    if (!done) return;
    say(t('trace.saved', { name: name.trim() }));
    close();
  };
  const press = (event: KeyboardEvent) => {
    const isName = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && (event.ctrlKey || isName) && !isComposing(event.nativeEvent)) void save();
  };
  return (
    <Modal
      open
      centered
      width={440}
      title={t('trace.saveTitle')}
      okText={t('views.saveDo')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: busy, title: 'Ctrl Enter' }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="col g6" role="group" aria-label={t('trace.saveTitle')} onKeyDown={press}>
        <Input
          autoFocus
          maxLength={100}
          aria-label={t('trace.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Input.TextArea
          rows={2}
          maxLength={2_000}
          aria-label={t('trace.note')}
          placeholder={t('trace.note')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Checkbox checked={report} onChange={({ target }) => setReport(target.checked)}>
          {t('trace.toReport')}
        </Checkbox>
        <p className="note s12">{t('trace.saveNote')}</p>
      </div>
    </Modal>
  );
}
