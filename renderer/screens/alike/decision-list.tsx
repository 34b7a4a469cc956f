import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status } from '../../app/status.tsx';
import { actorText, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { countText, instantText } from '../../parts/show.ts';
import { Empty } from '../../parts/states.tsx';
import { Listed } from './listed.tsx';

type Decision = Answer<'parties.decisions'>['rows'][number];

/** What persons decided, the newest first; each can be taken back at any time. */
export function DecisionList() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const list = useBlocks('parties.decisions', {});
  const [chosen, setChosen] = useState<number | null>(null);
  const columns: Column<Decision>[] = [
    { id: 'at', head: t('alike.decisions.at'), width: 150, cell: ({ at }) => instantText(at).slice(0, 16) },
    {
      id: 'by',
      head: t('alike.decisions.by'),
      width: 90,
      cell: ({ actor }) => <span className="ell t2">{actorText(actor)}</span>,
    },
    {
      id: 'verdict',
      head: t('alike.decisions.verdict'),
      width: 90,
      cell: ({ verdict }) => <span className="chip">{t(`joins.verdict.${verdict}`)}</span>,
    },
    {
      id: 'parties',
      head: t('alike.decisions.parties'),
      width: 'minmax(200px, 1.5fr)',
      cell: ({ verdict, nameA, nameB }) => (
        <span className="ell">
          {verdict === 'split' ? t('alike.decisions.ofParty', { a: nameA, b: nameB }) : `${nameA} — ${nameB}`}
        </span>
      ),
    },
    {
      id: 'pairs',
      head: t('alike.decisions.pairs'),
      width: 72,
      end: true,
      cell: ({ pairs }) => countText(pairs),
    },
    {
      id: 'reason',
      head: t('alike.decisions.reason'),
      width: 'minmax(140px, 1fr)',
      cell: ({ reason }) => (
        <span className="ell t2" title={reason}>
          {reason}
        </span>
      ),
    },
    {
      id: 'undo',
      head: t('alike.undo'),
      width: 150,
      cell: ({ decision, undoneAt, undoneBy }) =>
        undoneAt === null ? (
          <Button size="small" onClick={() => void attempt(() => client.request('parties.undo', { decision }))}>
            {t('alike.undo')}
          </Button>
        ) : (
          <span className="t3 s12 ell">
            {t('alike.decisions.undone')} {undoneBy}
          </span>
        ),
    },
  ];
  return (
    <div className="grow">
      <Listed list={list} empty={<Empty title={t('alike.decisions.none')} />}>
        {() => (
          <DataGrid
            label={t('alike.decisions.verdict')}
            columns={columns}
            total={list.total}
            at={list.at}
            keyOf={({ decision }) => decision}
            selected={chosen}
            onSelect={({ decision }) => setChosen(decision)}
            onShown={list.onShown}
          />
        )}
      </Listed>
      <Status>
        <span>{t('common.items', { count: list.total })}</span>
      </Status>
    </div>
  );
}
