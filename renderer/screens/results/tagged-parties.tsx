import { useState } from 'react';
import type { TagId } from '../../../shared/ontology/tags.ts';
import type { PartyRow } from '../../../shared/protocol/parties.requests.ts';
import { Status } from '../../app/status.tsx';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { countText } from '../../parts/show.ts';
import { Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { TagChips } from '../../parts/tag-filter.tsx';

/** 主体清单: every party that carries the tags, those that most rows name first. */
export function TaggedParties({ tags }: { tags: readonly TagId[] }) {
  const { t } = useWords();
  const list = useBlocks('parties.list', { tags: [...tags], sort: 'rows' });
  const [chosen, setChosen] = useState<number | null>(null);
  const columns: Column<PartyRow>[] = [
    {
      id: 'party',
      head: t('graph.cols.party'),
      width: 'minmax(180px, 1.2fr)',
      cell: (row) => (
        <>
          <button type="button" className="plain clip" onClick={() => go('party', { id: row.id })}>
            <Entity drawnAs={row.drawnAs}>{row.name}</Entity>
          </button>
          {row.byHand && <ByHand bare />}
        </>
      ),
    },
    {
      id: 'identity',
      head: t('overview.top.identity'),
      width: 'minmax(160px, 1fr)',
      cell: ({ identity }) => (
        <span className="t2 ell" title={identity}>
          {identity}
        </span>
      ),
    },
    {
      id: 'tags',
      head: t('tags.filter'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => (
        <span className="row g4 clip">
          <TagChips held={row.tags} />
        </span>
      ),
    },
    { id: 'in', head: t('graph.cols.in'), width: 130, end: true, cell: ({ inFen }) => <Money fen={inFen} /> },
    { id: 'out', head: t('graph.cols.out'), width: 130, end: true, cell: ({ outFen }) => <Money fen={outFen} /> },
    {
      id: 'findings',
      head: t('graph.cols.findings'),
      width: 70,
      end: true,
      cell: ({ findings }) => (findings > 0 ? countText(findings) : ''),
    },
  ];
  return (
    <>
      <div className="grow">
        {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
        {!list.isError && list.first === undefined && <Loading />}
        {list.first?.total === 0 && <Empty title={t('tags.nobody')} />}
        {list.total > 0 && (
          <DataGrid
            label={t('tags.list')}
            columns={columns}
            total={list.total}
            at={list.at}
            keyOf={({ id }) => id}
            onShown={list.onShown}
            selected={chosen}
            onSelect={({ id }) => setChosen(id)}
            onOpen={({ id }) => go('party', { id })}
          />
        )}
      </div>
      <Status>
        {list.first && <span>{t('tags.parties', { shown: list.first.total, total: list.first.all })}</span>}
      </Status>
    </>
  );
}
