import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { useKept } from '../../app/store.ts';
import { actorText, inLang, journalActions, journalWords, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Head } from '../../parts/pane.tsx';
import { countText, groupsOfFour, instantText } from '../../parts/show.ts';
import { Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { useModels } from '../findings/models.ts';

type Entry = Answer<'journal.list'>['rows'][number];

/** 审计日志: every entry, the newest first, and the check of the chain that holds them together. */
export function JournalScreen() {
  const { t, lang } = useWords();
  const { attempt, copy } = useAsk();
  const named = useNamed();
  const [text, setText] = useKept('journal.text', '');
  const [action, setAction] = useKept<string | null>('journal.action', null);
  const [selected, setSelected] = useState<Entry>();
  const [check, setCheck] = useState<Answer<'journal.verify'> | 'running'>();
  const list = useBlocks('journal.list', { text, ...(action === null ? {} : { action }) });

  const verify = async () => {
    setCheck('running');
    setCheck(await attempt(() => client.request('journal.verify', {})));
  };
  const columns: Column<Entry>[] = [
    {
      id: 'seq',
      head: t('audit.seq'),
      width: 72,
      end: true,
      cell: (entry) => <span className="t3">{countText(entry.seq)}</span>,
    },
    {
      id: 'at',
      head: t('audit.at'),
      width: 160,
      cell: (entry) => <span className="mono">{instantText(entry.at)}</span>,
    },
    {
      id: 'actor',
      head: t('audit.actor'),
      width: 110,
      cell: (entry) => <span className="ell">{actorText(entry.actor)}</span>,
    },
    {
      id: 'what',
      head: t('audit.what'),
      width: 'minmax(240px, 1fr)',
      cell: (entry) => <span className="ell">{journalWords(entry.action, named(entry.params), lang)}</span>,
    },
    {
      id: 'hash',
      head: t('audit.hash'),
      width: 170,
      cell: (entry) => <span className="mono t3 s12">{shortHash(entry.hash)}</span>,
    },
  ];

  return (
    <div className="row g0 stretch full">
      <section className="pane col grow">
        <Head
          tall
          title={t('audit.title')}
          sub={t('audit.sub')}
          extra={<Check check={check} run={() => void verify()} />}
        />
        <div className="tool" style={{ gap: 8, padding: '0 12px' }}>
          <Input
            size="small"
            allowClear
            aria-label={t('audit.filter')}
            placeholder={t('audit.filter')}
            style={{ width: 220 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            size="small"
            allowClear
            aria-label={t('audit.action')}
            placeholder={t('audit.allActions')}
            style={{ width: 220 }}
            value={action}
            onChange={(next: string | undefined) => setAction(next ?? null)}
            options={journalActions().map((value) => ({
              value,
              label: journalWords(value, {}, lang).replaceAll(/\{\{\w+\}\}/g, '…'),
            }))}
          />
        </div>
        <div className="grow">
          {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
          {list.isLoading && <Loading />}
          {list.first && list.total === 0 && <Empty title={t('audit.none')} />}
          {list.total > 0 && (
            <DataGrid
              label={t('audit.title')}
              columns={columns}
              total={list.total}
              at={list.at}
              onShown={list.onShown}
              keyOf={(entry) => entry.seq}
              selected={selected?.seq ?? null}
              onSelect={(entry) => setSelected(entry)}
            />
          )}
        </div>
      </section>
      <aside className="pane col none" style={{ width: 340 }}>
        {selected ? (
          <Detail entry={selected} />
        ) : (
          <p className="t3" style={{ padding: 14 }}>
            {t('audit.pick')}
          </p>
        )}
      </aside>
      <Status>
        <span>{t('common.items', { count: list.total })}</span>
        <StatusLine />
        <span>{t('audit.sub')}</span>
        <span className="grow" />
        {check !== undefined && check !== 'running' && (
          <button type="button" className="link" onClick={() => void copy('hash', check.head.hash)}>
            {t('audit.copyHead')}
          </button>
        )}
      </Status>
    </div>
  );
}

function Check({ check, run }: { check: Answer<'journal.verify'> | 'running' | undefined; run: () => void }) {
  const { t } = useWords();
  return (
    <>
      {check !== undefined && check !== 'running' && (
        <span className={check.ok ? 'chip ok' : 'chip high'} role="status">
          {check.ok ? <IconCheck size={14} stroke={2.2} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
          {check.ok
            ? t('audit.good', { entries: check.entries, seq: check.head.seq })
            : t('audit.bad', { count: check.bad.length })}
        </span>
      )}
      <Button loading={check === 'running'} onClick={run}>
        {t('audit.verify')}
      </Button>
    </>
  );
}

/** What an entry says of a model and of one of its settings, by the names they bear on the screens; the entry itself keeps their ids. */
function useNamed(): (params: Entry['params']) => Entry['params'] {
  const { known } = useModels();
  const { lang } = useWords();
  return (params) => {
    const model = known.get(String(params.model));
    // a model of the case's own is called by its name already
    if (!model || inLang(model.title, lang) === params.name) return params;
    const setting = model.settings.find(({ name }) => name === params.name);
    return {
      ...params,
      model: `“${inLang(model.title, lang)}”`,
      ...(setting ? { name: inLang(setting.label, lang) } : {}),
    };
  };
}

function Detail({ entry }: { entry: Entry }) {
  const { t, lang } = useWords();
  const named = useNamed();
  return (
    <>
      <Head tall title={t('audit.detail', { seq: entry.seq })} />
      <div className="sec pre">{journalWords(entry.action, named(entry.params), lang)}</div>
      <div className="sec">
        <dl className="kv">
          <dt>{t('audit.at')}</dt>
          <dd className="mono">{instantText(entry.at)}</dd>
          <dt>{t('audit.actor')}</dt>
          <dd>{actorText(entry.actor)}</dd>
          <dt>{t('audit.action')}</dt>
          <dd className="mono">{entry.action}</dd>
        </dl>
      </div>
      <div className="sec">
        <h3 className="h3">{t('audit.params')}</h3>
        <dl className="kv" style={{ marginTop: 4 }}>
          {Object.entries(entry.params).map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt className="mono">{name}</dt>
              <dd className="pre">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="sec">
        <h3 className="h3">{t('audit.hash')}</h3>
        <p className="mono s12 t2" style={{ overflowWrap: 'anywhere' }}>
          {groupsOfFour(entry.hash).join(' ')}
        </p>
      </div>
    </>
  );
}

const shortHash = (hash: string): string => {
  const groups = groupsOfFour(hash);
  return groups.length <= 4 ? groups.join(' ') : `${groups.slice(0, 2).join(' ')} … ${groups.at(-1)}`;
};
