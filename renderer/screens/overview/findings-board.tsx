import { Segmented } from 'antd';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { ByStatus } from './by-status.tsx';
import { ByTag } from './by-tag.tsx';
import type { OverviewData } from './data.ts';

const views = ['status', 'area', 'link', 'post'] as const;

/** All findings in one of four ways: how far they are checked, and which area, link of the chain or post they concern. */
export function FindingsBoard({ data }: { data: OverviewData }) {
  const { t } = useWords();
  const [view, setView] = useKept<(typeof views)[number]>('overview.board', 'status');
  return (
    <>
      <Head
        title={t('overview.board.title')}
        extra={
          <Segmented
            size="small"
            aria-label={t('overview.board.title')}
            value={view}
            onChange={setView}
            options={views.map((value) => ({ value, label: t(`overview.board.${value}`) }))}
          />
        }
      />
      {view === 'status' ? <ByStatus data={data} /> : <ByTag data={data} group={view} />}
    </>
  );
}
