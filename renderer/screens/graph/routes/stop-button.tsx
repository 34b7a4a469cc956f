import { Button } from 'antd';
import { useApp } from '../../../app/store.ts';
import { useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { Meter } from '../../../parts/pane.tsx';

/** A search under way: how far it is, and a way to end it. */
export function StopButton() {
  const { t } = useWords();
  const job = useApp((app) => app.job);
  return (
    <div className="row g8" role="status">
      <span className="t2 s12">{t('routes.finding')}</span>
      {job && job.total > 0 && <Meter share={job.done / job.total} />}
      <span className="grow" />
      {job && (
        <Button size="small" onClick={() => void client.request('job.cancel', {})}>
          {t('routes.stop')}
        </Button>
      )}
    </div>
  );
}
