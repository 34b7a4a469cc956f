import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { type Batch, rowsOf } from './batch.ts';

/** Undoing asks for a reason, because the journal keeps it; nothing is deleted. */
export function UndoBatch({ batch, close }: { batch: Batch; close: () => void }) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    const done = await attempt(() => client.request('import.undo', { batch: batch.id, reason: reason.trim() }));
    setBusy(false);
    if (!done) return;
    say(t('import.batches.undone', { rows: done.rows, findings: done.findingsTouched }));
    close();
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t('import.batches.undoTitle', { batch: batch.id })}
      okText={t('import.batches.undo')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onOk={() => void undo()}
      onCancel={close}
    >
      <p className="t2" style={{ marginBottom: 12 }}>
        {t('import.batches.undoNote', { rows: rowsOf(batch, 'imported') })}
      </p>
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={200}
        aria-label={t('import.batches.undoReason')}
        placeholder={t('import.batches.undoReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
