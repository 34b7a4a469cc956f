import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { actorText, inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Money } from '../../parts/money.tsx';
import { Head } from '../../parts/pane.tsx';
import { useSettled } from '../../parts/settled.ts';
import { instantText } from '../../parts/show.ts';
import { Answered, Empty, TooMany } from '../../parts/states.tsx';
import { enterByHand } from './entry-asked.ts';
import { EntryDetail, typedWords } from './entry-detail.tsx';

const kinds = ['record', 'party', 'link'] as const;
const states = ['standing', 'replaced', 'removed'] as const;
const most = 500;

/** 手工录入的清单: everything persons entered, what was changed and taken back included; one entry in detail. */
export function EntriesScreen({ chosen }: { chosen: number | undefined }) {
  const { t } = useWords();
  const [what, setWhat] = useKept<(typeof kinds)[number] | null>('manual.what', null);
  const [state, setState] = useKept<(typeof states)[number] | null>('manual.state', null);
  const [text, setText] = useState('');
  const [selected, setSelected] = useState(chosen);
  const wanted = useSettled(text.trim(), 150);
  const list = useAnswer(
    'manual.list',
    { text: wanted, limit: most, ...(what && { what }), ...(state && { state }) },
    { keep: true },
  );
  const open = useAnswer('manual.list', { entry: selected ?? 1 }, { enabled: selected !== undefined });
  const rows = list.data?.rows ?? [];
  const detail =
    rows.find(({ entry }) => entry === selected) ?? (selected === undefined ? rows[0] : open.data?.rows[0]);
  useShortcuts('here', [{ keys: 'N', label: t('manual.add.record'), run: () => enterByHand({ what: 'record' }) }]);
  return (
    <div className="row g0 stretch full">
      <section className="pane col grow">
        <Head
          tall
          icon={
            <Button size="small" icon={<IconArrowLeft size={15} stroke={1.5} />} onClick={() => go('import', {})}>
              {t('manual.back')}
            </Button>
          }
          title={t('manual.title')}
          sub={list.data && t('manual.sub', { standing: list.data.standing, total: list.data.of })}
          extra={<AddButtons />}
        />
        <div className="row g6 pad-line">
          <Select<string>
            size="small"
            style={{ width: 116 }}
            aria-label={t('manual.cols.what')}
            value={what ?? ''}
            onChange={(value) => setWhat(kinds.find((each) => each === value) ?? null)}
            options={[
              { value: '', label: t('manual.filter.all') },
              ...kinds.map((each) => ({ value: each, label: t(`manual.kinds.${each}`) })),
            ]}
          />
          <Select<string>
            size="small"
            style={{ width: 116 }}
            aria-label={t('manual.cols.state')}
            value={state ?? ''}
            onChange={(value) => setState(states.find((each) => each === value) ?? null)}
            options={[
              { value: '', label: t('manual.filter.allStates') },
              ...states.map((each) => ({ value: each, label: t(`manual.states.${each}`) })),
            ]}
          />
          <Input
            size="small"
            allowClear
            style={{ width: 220 }}
            aria-label={t('manual.filter.search')}
            placeholder={t('manual.filter.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Answered query={list}>
          {(data) => (
            <>
              <div className="grow">
                {data.of === 0 ? (
                  <Empty title={t('manual.none')} note={t('manual.noneNote')} />
                ) : data.rows.length === 0 ? (
                  <Empty title={t('manual.noneFit')} />
                ) : (
                  <EntryGrid rows={data.rows} selected={detail?.entry} select={setSelected} />
                )}
              </div>
              <TooMany shown={data.rows.length} total={data.total} />
            </>
          )}
        </Answered>
      </section>
      <aside className="pane col none" style={{ width: 'min(420px, 34%)' }}>
        <EntryDetail entry={detail} select={setSelected} />
      </aside>
      <Status>
        <span>{t('manual.title')}</span>
        <StatusLine />
        <span>{t('common.nOf', { shown: rows.length, total: list.data?.of ?? 0 })}</span>
      </Status>
    </div>
  );
}

function AddButtons() {
  const { t } = useWords();
  return (
    <span className="row g6 none">
      {(['party', 'link'] as const).map((what) => (
        <Button key={what} size="small" onClick={() => enterByHand({ what })}>
          {t(`manual.add.${what}`)}
        </Button>
      ))}
      <Button
        size="small"
        type="primary"
        icon={<IconPlus size={15} stroke={1.5} />}
        title="N"
        onClick={() => enterByHand({ what: 'record' })}
      >
        {t('manual.add.record')}
      </Button>
    </span>
  );
}

function EntryGrid({
  rows,
  selected,
  select,
}: {
  rows: readonly ManualEntry[];
  selected: number | undefined;
  select: (entry: number) => void;
}) {
  const { t, lang } = useWords();
  const quiet = (entry: ManualEntry) => (entry.state === 'standing' ? '' : ' t3');
  const columns: Column<ManualEntry>[] = [
    {
      id: 'no',
      head: t('manual.cols.no'),
      width: 56,
      end: true,
      cell: ({ entry }) => <span className="t3">{entry}</span>,
    },
    {
      id: 'what',
      head: t('manual.cols.what'),
      width: 104,
      cell: (entry) => (
        <span className={`ell${quiet(entry)}`}>
          {entry.what === 'record' ? inLang(entry.title, lang) : t(`manual.kinds.${entry.what}`)}
        </span>
      ),
    },
    {
      id: 'content',
      head: t('manual.cols.content'),
      width: 'minmax(200px, 2.4fr)',
      cell: (entry) => {
        const words = entry.values.map((each) => typedWords(entry, each, lang)).join(' · ');
        return (
          <span className={entry.state === 'standing' ? 'b ell' : 'ell t3'} title={words}>
            {words}
          </span>
        );
      },
    },
    { id: 'fen', head: t('manual.cols.fen'), width: 96, end: true, cell: ({ fen }) => <Money fen={fen} /> },
    {
      id: 'ground',
      head: t('manual.ground'),
      width: 'minmax(120px, 1fr)',
      cell: (entry) => (
        <span className={`ell${quiet(entry)}`} title={entry.reason}>
          {entry.reason}
        </span>
      ),
    },
    {
      id: 'at',
      head: t('manual.cols.at'),
      width: 136,
      cell: (entry) => <span className={`t2${quiet(entry)}`}>{instantText(entry.at).slice(0, 16)}</span>,
    },
    {
      id: 'actor',
      head: t('manual.cols.actor'),
      width: 68,
      cell: ({ actor }) => <span className="ell t2">{actorText(actor)}</span>,
    },
    {
      id: 'state',
      head: t('manual.cols.state'),
      width: 72,
      cell: ({ state }) => <span className={state === 'standing' ? 't2' : 'chip'}>{t(`manual.states.${state}`)}</span>,
    },
  ];
  return (
    <DataGrid
      label={t('manual.title')}
      columns={columns}
      total={rows.length}
      at={(index) => rows[index]}
      keyOf={({ entry }) => entry}
      selected={selected ?? null}
      onSelect={({ entry }) => select(entry)}
      onOpen={({ rowId }) => rowId !== null && go('source', { rowId })}
    />
  );
}
