import { IconAlertTriangle, IconCheck, IconDatabaseOff, IconFilterOff } from '@tabler/icons-react';
import { Button } from 'antd';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Empty } from '../../parts/states.tsx';
import { RunModels } from './run-models.tsx';

/** Why the list is empty, and the way on: no data, models not run, nothing found, an empty tab, or everything filtered away. */
export function NothingFound({
  all,
  tab,
  clear,
  showModels,
}: {
  all: number;
  /** the tab that is empty without any further condition; null where conditions leave the findings out */
  tab: string | null;
  clear: () => void;
  showModels: () => void;
}) {
  const { t } = useWords();
  const overview = useAnswer('overview.read', {});
  const models = useAnswer('detect.models', {});
  const lastRun = models.data?.lastRun ?? null;
  const icon = { size: 20, stroke: 1.5, color: 'var(--text3)', 'aria-hidden': true } as const;
  if (all > 0) {
    return (
      <Empty
        centre
        icon={tab === null ? <IconFilterOff {...icon} /> : <IconCheck {...icon} />}
        title={tab === null ? t('findings.none') : t('findings.noneInTab', { tab })}
        note={t(tab === null ? 'findings.noneNote' : 'findings.noneInTabNote', { count: all })}
        action={<Button onClick={clear}>{t(tab === null ? 'findings.filter.clear' : 'findings.seeAll')}</Button>}
      />
    );
  }
  if (overview.data?.files === 0) {
    return (
      <Empty
        centre
        icon={<IconDatabaseOff {...icon} />}
        title={t('findings.noData')}
        note={t('findings.noDataNote')}
        action={
          <Button type="primary" onClick={() => go('import', {})}>
            {t('findings.import')}
          </Button>
        }
      />
    );
  }
  if (!lastRun) {
    return (
      <Empty
        centre
        icon={<IconAlertTriangle {...icon} />}
        title={t('findings.notRun')}
        note={t('findings.notRunNote')}
        action={<RunModels primary />}
      />
    );
  }
  const blind = lastRun.models.filter(({ status }) => status !== 'ran').length;
  return (
    <Empty
      centre
      icon={<IconCheck {...icon} />}
      title={t('findings.noneFound')}
      note={blind > 0 ? t('findings.noneFoundNote', { count: blind }) : t('findings.noneFoundAll')}
      action={blind > 0 && <Button onClick={showModels}>{t('findings.seeBlind')}</Button>}
    />
  );
}
