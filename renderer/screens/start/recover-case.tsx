import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { showCase } from '../../app/events.ts';
import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import { isUsable, noPassphrase } from '../../parts/new-passphrase.ts';
import { PassphraseFields } from '../../parts/passphrase.tsx';
import { ProblemNote } from '../../parts/states.tsx';

/** Opens a case with the code of its recovery sheet and sets a new passphrase. */
export function RecoverCase({ folder, close }: { folder: string; close: () => void }) {
  const { t } = useWords();
  const actor = useSettings((store) => store.settings.actor);
  const [secret, setSecret] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const open = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      showCase(
        await client.request('case.open-with-recovery', { folder, secret, newPassphrase: passphrase.text, actor }),
      );
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
      width={560}
      title={t('start.recovery.title')}
      okText={t('start.recovery.open')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: secret.trim() === '' || !isUsable(passphrase), loading: busy }}
      onOk={() => void open()}
      onCancel={close}
    >
      <p className="t2" style={{ marginBottom: 12 }}>
        {t('start.recovery.note')}
      </p>
      <Form layout="vertical">
        <Form.Item label={t('start.recovery.folder')}>
          <span className="b">{folder}</span>
        </Form.Item>
        <Form.Item label={t('start.recovery.code')}>
          <Input
            className="mono"
            aria-label={t('start.recovery.code')}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            placeholder={t('start.recovery.codeHint')}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </Form.Item>
        <PassphraseFields label={t('start.recovery.newPassphrase')} value={passphrase} onChange={setPassphrase} />
      </Form>
      {problem && <ProblemNote problem={problem} />}
    </Modal>
  );
}
