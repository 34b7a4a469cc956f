import { IconFileImport } from '@tabler/icons-react';
import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { addFiles } from './queue.ts';

/** Where files come in: dropped, or chosen in the dialog of the shell. What comes back are tickets. */
export function DropZone({ done }: { done?: () => void }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = async (from: () => ReturnType<typeof client.chooseFiles>) => {
    setBusy(true);
    const files = await attempt(from);
    setBusy(false);
    if (!files || files.length === 0) return;
    addFiles(files);
    done?.();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length > 0) void take(() => client.takeFiles('import', dropped));
  };
  const drops = client.canTakeDroppedFiles
    ? {
        onDrop,
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
      }
    : {};
  return (
    <section className={over ? 'drop over' : 'drop'} aria-label={t('import.drop.title')} {...drops}>
      <IconFileImport size={20} stroke={1.5} color="var(--text3)" className="none" aria-hidden />
      <div className="grow">
        <div className="b">{t(client.canTakeDroppedFiles ? 'import.drop.title' : 'import.drop.titleNoDrop')}</div>
        <div className="s12 t2">{busy ? t('import.drop.reading') : t('import.drop.note')}</div>
      </div>
      <Button type="primary" loading={busy} onClick={() => void take(() => client.chooseFiles('import'))}>
        {t('import.drop.choose')}
      </Button>
    </section>
  );
}

/** A button that adds further files to the queue. */
export function AddFiles() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const add = () =>
    attempt(async () => {
      addFiles(await client.chooseFiles('import'));
    });
  return (
    <Button size="small" onClick={() => void add()}>
      {t('import.drop.more')}
    </Button>
  );
}
