import { IconPlayerPause } from '@tabler/icons-react';
import { Button } from 'antd';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { instantText } from '../../parts/show.ts';
import { addFiles, useQueue } from './queue.ts';

/**
 * 上次未完成的导入: which files are still missing. They are chosen again, because the program keeps no paths; what was answered and where they come from
 * is remembered.
 */
export function UnfinishedQueue() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const query = useAnswer('import.queue', {});
  const isUnderWay = useQueue((now) => now.files.length > 0);
  const queue = query.data?.queue;
  if (!queue || queue.waiting === 0 || isUnderWay) return null;
  const waiting = queue.files.filter(({ state }) => state === 'waiting').map(({ file }) => file);
  const goOn = (folders: boolean) =>
    attempt(async () => {
      const files = await client.chooseFiles('import', { folders });
      const missing = files.filter(({ name }) => waiting.includes(name));
      if (files.length === 0) return;
      useQueue.setState({ answers: queue.answers, wishes: queue.wishes, obtained: queue.obtained });
      addFiles(missing.length > 0 ? missing : files);
    });
  const forget = () =>
    attempt(async () => {
      await client.request('import.queue-discard', { id: queue.id });
      await query.refetch();
    });
  return (
    <section className="note mid row wrap g8 none" style={{ margin: '8px 0 0' }} aria-label={t('wizard.queue.title')}>
      <IconPlayerPause size={16} stroke={1.5} className="none" aria-hidden />
      <span className="grow">
        {t('wizard.queue.unfinished', {
          at: instantText(queue.at).slice(0, 16),
          waiting: queue.waiting,
          total: queue.files.length,
        })}{' '}
        <span className="s12 t2" title={waiting.join('\n')}>
          {waiting.slice(0, 3).join(t('common.listSeparator'))}
          {waiting.length > 3 ? '…' : ''}
        </span>
      </span>
      <Button size="small" onClick={() => void goOn(true)}>
        {t('wizard.files.folder')}
      </Button>
      <Button size="small" type="primary" onClick={() => void goOn(false)}>
        {t('wizard.queue.resume')}
      </Button>
      <button type="button" className="link s12" onClick={() => void forget()}>
        {t('wizard.queue.forget')}
      </button>
    </section>
  );
}
