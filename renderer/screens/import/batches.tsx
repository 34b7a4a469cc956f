import { Button } from 'antd';
import { useState } from 'react';
import { Status, StatusLine } from '../../app/status.tsx';
import { go } from '../../app/store.ts';
import { actorText, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Head } from '../../parts/pane.tsx';
import { countText, instantText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { type Batch, rowsOf } from './batch.ts';
import { BatchDetail } from './batch-detail.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportViews } from './import-views.tsx';

/** Every batch of the case, the newest first; one of them in detail. */
export function Batches({ chosen }: { chosen: number | undefined }) {
  const { t } = useWords();
  const batches = useAnswer('import.batches', {});
  const [selected, setSelected] = useState(chosen);
  return (
    <div className="row g0 stretch full">
      <section className="pane col grow">
        <ImportViews here="batches" />
        <div style={{ padding: '12px 16px', borderBottom: '1px solid var(--line)' }}>
          <DropZone done={() => go('import', {})} />
        </div>
        <Answered query={batches}>
          {({ batches: all }) => (
            <>
              <Head
                title={t('import.batches.title')}
                sub={all.length > 0 && t('import.batches.sub', { count: all.length })}
                extra={
                  <span className="row g6">
                    {all.length > 0 && (
                      <Button size="small" onClick={() => go('alike', {})}>
                        {t('alike.open')}
                      </Button>
                    )}
                    <Button size="small" onClick={() => go('import', { entries: true })}>
                      {t('manual.open')}
                    </Button>
                  </span>
                }
              />
              <div className="grow">
                {all.length === 0 ? (
                  <Empty title={t('import.batches.none')} note={t('import.batches.noneNote')} />
                ) : (
                  <BatchGrid all={all} selected={selected ?? all[0]?.id} select={setSelected} />
                )}
              </div>
            </>
          )}
        </Answered>
      </section>
      <aside className="pane col none" style={{ width: 'min(520px, 40%)' }}>
        {batches.data && (
          <BatchDetail
            batch={batches.data.batches.find(({ id }) => id === (selected ?? batches.data.batches[0]?.id))}
          />
        )}
      </aside>
      <Status>
        <span>{t('common.items', { count: batches.data?.batches.length ?? 0 })}</span>
        <StatusLine />
        <span>
          {t('common.rows', {
            count: (batches.data?.batches ?? [])
              .filter(({ state }) => state === 'written')
              .reduce((sum, batch) => sum + rowsOf(batch, 'imported'), 0),
          })}
        </span>
      </Status>
    </div>
  );
}

function BatchGrid({
  all,
  selected,
  select,
}: {
  all: readonly Batch[];
  selected: number | undefined;
  select: (id: number) => void;
}) {
  const { t } = useWords();
  const columns: Column<Batch>[] = [
    {
      id: 'no',
      head: t('import.batches.no'),
      width: 60,
      end: true,
      cell: (batch) => <span className="t3">{batch.id}</span>,
    },
    {
      id: 'file',
      head: t('import.batches.file'),
      width: 'minmax(160px, 1fr)',
      cell: ({ state, file, folder }) => (
        <span className="ell" title={[folder, file].filter(Boolean).join(' › ')}>
          <span className={state === 'written' ? 'b' : 't3'}>{file}</span>
          {folder && <span className="s12 t3"> {folder}</span>}
        </span>
      ),
    },
    {
      id: 'at',
      head: t('import.batches.at'),
      width: 150,
      cell: (batch) => <span className="t2">{instantText(batch.at).slice(0, 16)}</span>,
    },
    {
      id: 'actor',
      head: t('import.batches.actor'),
      width: 84,
      cell: (batch) => <span className="ell t2">{actorText(batch.actor)}</span>,
    },
    {
      id: 'imported',
      head: t('import.batches.imported'),
      width: 90,
      end: true,
      cell: (batch) => countText(rowsOf(batch, 'imported')),
    },
    {
      id: 'trouble',
      head: t('import.batches.trouble'),
      width: 104,
      end: true,
      cell: (batch) => {
        const rejected = rowsOf(batch, 'rejected');
        return <span className={rejected > 0 ? 'tone-mid' : 't3'}>{countText(rejected)}</span>;
      },
    },
    {
      id: 'state',
      head: t('import.batches.state'),
      width: 84,
      cell: (batch) => (
        <span className={batch.state === 'written' ? 't2' : 'chip'}>{t(`import.batches.states.${batch.state}`)}</span>
      ),
    },
  ];
  return (
    <DataGrid
      label={t('import.batches.title')}
      columns={columns}
      total={all.length}
      at={(index) => all[index]}
      keyOf={(batch) => batch.id}
      selected={selected ?? null}
      onSelect={(batch) => select(batch.id)}
    />
  );
}
