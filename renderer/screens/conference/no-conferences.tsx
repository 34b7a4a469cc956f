import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Empty } from '../../parts/states.tsx';
import { RunModels } from '../findings/run-models.tsx';

/** Why no conference is listed. */
export function NoConferences({ total }: { total: number }) {
  const { t } = useWords();
  const models = useAnswer('detect.models', {});
  const overview = useAnswer('overview.read', {});
  const imported = overview.data?.coverage.find(({ category }) => category === 'conference')?.rows ?? 0;
  if (total > 0) return <Empty title={t('conference.none')} note={t('conference.noneNote', { count: total })} />;
  if (imported > 0 && models.data && !models.data.lastRun) {
    return <Empty title={t('conference.notRun')} note={t('conference.notRunNote')} action={<RunModels />} />;
  }
  return <Empty title={t('conference.noData')} note={t('conference.noDataNote')} />;
}
