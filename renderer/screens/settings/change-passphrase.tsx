import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { isUsable, noPassphrase } from '../../parts/new-passphrase.ts';
import { PassphraseFields } from '../../parts/passphrase.tsx';
import { ProblemNote } from '../../parts/states.tsx';

/** Present passphrase, new one twice. */
export function ChangePassphrase({ close }: { close: () => void }) {
  const { t } = useWords();
  const { say } = useAsk();
  const [old, setOld] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const change = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.request('case.change-passphrase', { passphrase: old, newPassphrase: next.text });
      say(t('settings.changed'));
      close();
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      centered
      width={520}
      title={t('settings.passphrase')}
      okText={t('settings.change')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: old === '' || !isUsable(next), loading: busy }}
      onOk={() => void change()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label={t('settings.oldPassphrase')}>
          <Input.Password
            autoFocus
            autoComplete="off"
            aria-label={t('settings.oldPassphrase')}
            value={old}
            onChange={(event) => setOld(event.target.value)}
          />
        </Form.Item>
        <PassphraseFields label={t('settings.newPassphrase')} value={next} onChange={setNext} />
      </Form>
      {problem && <ProblemNote problem={problem} />}
    </Modal>
  );
}
