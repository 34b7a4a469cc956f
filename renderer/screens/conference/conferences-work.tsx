import { Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useRoom } from '../../parts/room.ts';
import { useSettled } from '../../parts/settled.ts';
import { countText } from '../../parts/show.ts';
import { Answered, Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { ConferenceDetail } from './conference-detail.tsx';
import { NoConferences } from './no-conferences.tsx';
import { type Result, ResultChip, results } from './result.tsx';

type Listed = Answer<'conferences.list'>['rows'][number];
const listWidth = { narrow: 264, normal: 300, wide: 380 } as const;

/** 会议核验: every conference with its result, and the check of the one that is selected. */
export function ConferencesWork({ opened }: { opened?: number }) {
  const { t } = useWords();
  const room = useRoom();
  const [result, setResult] = useKept<Result | 'all'>('conferences.result', 'all');
  const [text, setText] = useKept('conferences.text', '');
  const [kept, setKept] = useKept<number | null>('conferences.chosen', null);
  const [picked, setPicked] = useState(opened ?? null);
  const settled = useSettled(text);
  const list = useBlocks('conferences.list', { text: settled, ...(result === 'all' ? {} : { result }) });
  const whole = useAnswer('conferences.list', { limit: 1 });
  const chosen = picked ?? kept ?? list.at(0)?.rowId ?? null;
  const choose = (rowId: number) => {
    setPicked(rowId);
    setKept(rowId);
  };
  const read = useAnswer('conference.read', { rowId: chosen ?? 1 }, { enabled: chosen !== null, keep: true });
  const lineOf = () => Array.from({ length: list.total }, (_, n) => n).find((n) => list.at(n)?.rowId === chosen);
  const move = (step: number) => () => {
    const next = list.at((lineOf() ?? -1) + step);
    if (next) choose(next.rowId);
  };
  useShortcuts('here', [
    { keys: 'J', label: t('conference.keys.next'), run: move(1) },
    { keys: 'K', label: t('conference.keys.previous'), run: move(-1) },
    {
      keys: 'G',
      label: t('conference.keys.graph'),
      run: () => read.data && go('graph', { party: read.data.conference.id }),
    },
    {
      keys: 'O',
      label: t('conference.keys.open'),
      run: () => read.data && go('source', { rowId: read.data.source.rowId, field: read.data.source.field }),
    },
  ]);
  const columns: Column<Listed>[] = [
    {
      id: 'name',
      head: t('conference.cols.name'),
      width: 'minmax(80px, 1fr)',
      cell: ({ name }) => (
        <span className="ell" title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'day',
      head: t('conference.cols.day'),
      width: 88,
      cell: ({ day }) => <span className="mono t2 s12">{day}</span>,
    },
    {
      id: 'result',
      head: t('conference.cols.result'),
      width: 92,
      cell: (listed) => <ResultChip result={listed.result} />,
    },
  ];
  const byResult = whole.data?.byResult ?? {};
  const total = Object.values(byResult).reduce((sum, count) => sum + count, 0);
  return (
    <div className="row g0 stretch grow">
      <aside className="pane col none" style={{ width: listWidth[room] }} aria-label={t('conference.list')}>
        <div className="sec col" style={{ gap: 6, padding: '6px 12px' }}>
          <Input
            size="small"
            allowClear
            aria-label={t('conference.filter')}
            placeholder={t('conference.filter')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Segmented
            block
            size="small"
            aria-label={t('conference.cols.result')}
            value={result}
            onChange={setResult}
            options={[
              { value: 'all' as const, label: t('conference.all') },
              ...results.map((value) => ({
                value,
                label: (
                  <span title={t(`conference.results.${value}`)}>
                    {t(`conference.results.${value}`)} {countText(byResult[value] ?? 0)}
                  </span>
                ),
              })),
            ]}
          />
        </div>
        <div className="grow">
          {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
          {list.isLoading && <Loading />}
          {list.first && list.total === 0 && <NoConferences total={total} />}
          {list.total > 0 && (
            <DataGrid
              label={t('conference.title')}
              columns={columns}
              total={list.total}
              at={list.at}
              onShown={list.onShown}
              keyOf={({ rowId }) => rowId}
              selected={chosen}
              selectedAt={lineOf()}
              onSelect={({ rowId }) => choose(rowId)}
              onOpen={({ source }) => go('source', { rowId: source.rowId, field: source.field })}
            />
          )}
        </div>
      </aside>
      {chosen === null ? (
        <section className="pane grow">{list.first && <Empty title={t('conference.pick')} />}</section>
      ) : (
        <Answered query={read}>{(check) => <ConferenceDetail check={check} />}</Answered>
      )}
      <Status>
        <span>
          {t('conference.state.of')} <b>{countText(total)}</b>
        </span>
        <StatusLine />
        <span>
          {results.map((each) => `${t(`conference.results.${each}`)} ${countText(byResult[each] ?? 0)}`).join(' · ')}
        </span>
        <span className="grow" />
        <span>{t('conference.state.keys')}</span>
      </Status>
    </div>
  );
}
