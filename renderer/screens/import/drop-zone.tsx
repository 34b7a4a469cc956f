import { IconFileImport } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { droppedFiles } from './dropped-files.ts';
import { addFiles } from './queue.ts';
import { UnfinishedQueue } from './unfinished-queue.tsx';
import { useWindowDrop } from './window-drop.ts';

/** Where files come in: dropped, or chosen in the dialog of the shell, one by one or a folder at once. What comes back are tickets. */
export function DropZone({ done }: { done?: () => void }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [busy, setBusy] = useState(false);
  const take = async (from: () => ReturnType<typeof client.chooseFiles>) => {
    setBusy(true);
    const files = await attempt(from);
    setBusy(false);
    if (!files || files.length === 0) return;
    addFiles(files);
    done?.();
  };
  const { over } = useWindowDrop(client.canTakeDroppedFiles && !busy, (transfer) => {
    // asked for at once: the browser forgets what was dropped when this event is over
    const dropped = droppedFiles(transfer);
    void take(async () => client.takeFiles('import', await dropped));
  });
  return (
    <>
      <section className={over ? 'drop over' : 'drop'} aria-label={t('import.drop.title')}>
        <IconFileImport size={20} stroke={1.5} color="var(--text3)" className="none" aria-hidden />
        <div className="grow">
          <div className="b">
            {t(
              over ? 'import.drop.letGo' : client.canTakeDroppedFiles ? 'import.drop.title' : 'import.drop.titleNoDrop',
            )}
          </div>
          <div className="s12 t2">{busy ? t('import.drop.reading') : t('import.drop.note')}</div>
        </div>
        <Button disabled={busy} onClick={() => void take(() => client.chooseFiles('import', { folders: true }))}>
          {t('wizard.files.folder')}
        </Button>
        <Button type="primary" loading={busy} onClick={() => void take(() => client.chooseFiles('import'))}>
          {t('import.drop.choose')}
        </Button>
      </section>
      <UnfinishedQueue />
    </>
  );
}
