import { Button, Modal } from 'antd';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAsk } from '../../parts/ask.ts';
import { writeRecoverySheet } from '../settings/recovery-sheet.ts';

/** Right after a case was made: the recovery sheet, while there is nothing to lose yet. */
export function RecoveryOffer() {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [offered, setOffered] = useKept('recovery-sheet.offer', false);
  const write = () =>
    attempt(async () => {
      const name = await writeRecoverySheet();
      if (name === null) return;
      setOffered(false);
      say(t('start.recoverySheet.written', { name }));
    });
  return (
    <Modal
      open={offered}
      centered
      width={480}
      title={t('start.recoverySheet.title')}
      onCancel={() => setOffered(false)}
      footer={[
        <Button key="later" onClick={() => setOffered(false)}>
          {t('start.recoverySheet.later')}
        </Button>,
        <Button key="write" type="primary" onClick={() => void write()}>
          {t('start.recoverySheet.write')}
        </Button>,
      ]}
    >
      <p className="t2">{t('start.recoverySheet.note')}</p>
    </Modal>
  );
}
