import { useState } from 'react';
import type { TagId } from '../../../shared/ontology/tags.ts';
import type { LeadRow } from '../../../shared/protocol/leads.requests.ts';
import { Status } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Head } from '../../parts/pane.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { ChosenTags, TagChips, TagFilter } from '../../parts/tag-filter.tsx';

const noTags: readonly TagId[] = [];

/** 线索清单: the newest first, filtered by the tags that findings and parties have. */
export function LeadList() {
  const { t } = useWords();
  const [tags, setTags] = useKept<readonly TagId[]>('clues.tags', noTags);
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useBlocks('leads.list', { tags: [...tags] });
  const columns: Column<LeadRow>[] = [
    { id: 'day', head: t('clues.cols.day'), width: 96, cell: ({ day }) => <span className="mono">{day}</span> },
    {
      id: 'number',
      head: t('clues.cols.number'),
      width: 150,
      cell: ({ number }) => (
        <span className="ell" title={number}>
          {number}
        </span>
      ),
    },
    {
      id: 'about',
      head: t('clues.cols.about'),
      width: 'minmax(160px, 1fr)',
      cell: ({ subject, subjectOrg, position }) => (
        <span className="row g6 clip">
          {[subject, subjectOrg].map(
            (party) =>
              party && (
                <button
                  key={party.id}
                  type="button"
                  className="link ell"
                  title={party.name}
                  onClick={() => go('party', { id: party.id })}
                >
                  {party.name}
                </button>
              ),
          )}
          <span className="t3 ell">{position}</span>
        </span>
      ),
    },
    {
      id: 'content',
      head: t('clues.cols.content'),
      width: 'minmax(180px, 1.6fr)',
      cell: ({ content }) => (
        <span className="ell" title={content}>
          {content}
        </span>
      ),
    },
    {
      id: 'tags',
      head: t('tags.filter'),
      width: 'minmax(150px, 1fr)',
      cell: (lead) => (
        <span className="row g4 clip">
          <TagChips held={lead.tags} />
        </span>
      ),
    },
    { id: 'place', head: t('clues.cols.source'), width: 76, cell: ({ place }) => <SourceLink source={place} short /> },
  ];
  return (
    <>
      <Head
        tall
        title={t('clues.list')}
        sub={list.first && t('common.nOf', { shown: list.first.total, total: list.first.all })}
        extra={
          <span className="row g4">
            <ChosenTags wanted={tags} change={setTags} />
            <TagFilter wanted={tags} change={setTags} counts={list.first?.byTag} note={t('clues.tagNote')} />
          </span>
        }
      />
      <div className="grow">
        {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
        {!list.isError && list.first === undefined && <Loading />}
        {list.first?.total === 0 && <Empty title={t('clues.noneWithTags')} />}
        {list.total > 0 && (
          <DataGrid
            label={t('clues.list')}
            columns={columns}
            total={list.total}
            at={list.at}
            keyOf={({ row }) => row}
            selected={chosen}
            onSelect={({ row }) => setChosen(row)}
            onOpen={({ row }) => go('source', { rowId: row })}
            onShown={list.onShown}
          />
        )}
      </div>
      <Status>
        <span>{t('clues.allegation')}</span>
      </Status>
    </>
  );
}
