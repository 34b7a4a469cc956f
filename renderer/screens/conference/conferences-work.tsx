import { Input } from 'antd';
import { useState } from 'react';
import { conferenceTypes } from '../../../shared/evidence/choices.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useRoom } from '../../parts/room.ts';
import { useSettled } from '../../parts/settled.ts';
import { countText } from '../../parts/show.ts';
import { Answered, Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { spanText } from '../findings/span.ts';
import { ConferenceDetail } from './conference-detail.tsx';
import { NoConferences } from './no-conferences.tsx';
import { type Result, ResultChip, results } from './result.tsx';

type Listed = Answer<'conferences.list'>['rows'][number];
const listWidth = { narrow: 304, normal: 320, wide: 400 } as const;

/** 会议核验: every conference with its result, and the check of the one that is selected. */
export function ConferencesWork({ opened }: { opened?: number }) {
  const { t, lang } = useWords();
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
      cell: (listed) => <NameAndDay listed={listed} />,
    },
    {
      id: 'result',
      head: t('conference.cols.result'),
      width: lang === 'en' ? 108 : 68,
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
          <span className="row g4 wrap" role="group" aria-label={t('conference.cols.result')}>
            <ResultFilter
              label={t('conference.all')}
              count={total}
              on={result === 'all'}
              pick={() => setResult('all')}
            />
            {results.map((each) => (
              <ResultFilter
                key={each}
                label={t(`conference.results.${each}`)}
                count={byResult[each] ?? 0}
                on={result === each}
                pick={() => setResult(each)}
              />
            ))}
          </span>
        </div>
        <div className="grow">
          {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
          {list.isLoading && <Loading />}
          {list.first && list.total === 0 && <NoConferences total={total} />}
          {list.total > 0 && (
            <DataGrid
              label={t('conference.title')}
              columns={columns}
              heightOf={lineHeight}
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

const lineHeight = (): number => 44;

function NameAndDay({ listed: { name, day, endDay, city, type } }: { listed: Listed }) {
  const { lang } = useWords();
  const kind = conferenceTypes.find(({ id }) => id === type);
  const facts = [city, kind && inLang(kind, lang)].filter(Boolean).join(' · ');
  return (
    <span className="conference-line" title={name}>
      <span className="ell">{name}</span>
      <span className="ell s12 t3">
        <span className="mono">{spanText(day, endDay ?? day)}</span>
        {facts && ` · ${facts}`}
      </span>
    </span>
  );
}

function ResultFilter({ label, count, on, pick }: { label: string; count: number; on: boolean; pick: () => void }) {
  return (
    <button type="button" className={on ? 'chip on' : 'chip'} aria-pressed={on} onClick={pick}>
      {label} {countText(count)}
    </button>
  );
}
