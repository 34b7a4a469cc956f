import { Input } from 'antd';
import { useState } from 'react';
import type { Clash } from '../../../shared/protocol/alike.requests.ts';
import { Status } from '../../app/status.tsx';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Mark } from '../../parts/mark.tsx';
import { Head } from '../../parts/pane.tsx';
import { useSettled } from '../../parts/settled.ts';
import { countText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { Empty } from '../../parts/states.tsx';
import { Listed } from './listed.tsx';

/** The same-name guard: one account with several holders, or one name with several numbers, each party with its rows. */
export function ClashList({ kind }: { kind: 'account' | 'name' }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const list = useBlocks('parties.clashes', { kind, text: useSettled(text.trim(), 200) });
  const [chosen, setChosen] = useState(0);
  const clash = list.at(Math.min(chosen, Math.max(0, list.total - 1)));
  const columns: Column<Clash>[] = [
    {
      id: 'value',
      head: t(`alike.clash.value.${kind}`),
      width: 'minmax(160px, 1fr)',
      cell: ({ value }) => <span className={kind === 'account' ? 'mono ell' : 'b ell'}>{value}</span>,
    },
    {
      id: 'total',
      head: t('alike.clash.count'),
      width: 110,
      end: true,
      cell: ({ total }) => t('alike.clash.parties', { count: total }),
    },
    {
      id: 'names',
      head: t('alike.clash.party'),
      width: 'minmax(200px, 2fr)',
      cell: ({ parties }) => (
        <span className="ell t2">
          {parties
            .map(({ party }) => (kind === 'account' ? party.name : party.identity || party.name))
            .join(t('common.listSeparator'))}
        </span>
      ),
    },
  ];
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 6, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <Input
            size="small"
            allowClear
            style={{ width: 200 }}
            aria-label={t('alike.clash.filter')}
            placeholder={t('alike.clash.filter')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="t3 s12 ell">{t(`alike.clash.${kind}Note`)}</span>
        </div>
        <div className="grow">
          <Listed list={list} empty={<Empty title={t('alike.clash.none')} />}>
            {() => (
              <DataGrid
                label={t(`alike.clash.${kind}`)}
                columns={columns}
                total={list.total}
                at={list.at}
                keyOf={({ value }) => value}
                selected={clash?.value ?? null}
                onSelect={(_, index) => setChosen(index)}
                onShown={list.onShown}
              />
            )}
          </Listed>
        </div>
      </section>
      <aside className="pane col none" style={{ width: 'min(560px, 42%)' }} aria-label={t(`alike.clash.${kind}`)}>
        {clash && <ClashSide clash={clash} />}
      </aside>
      <Status>
        <span>{t('common.items', { count: list.total })}</span>
      </Status>
    </div>
  );
}

function ClashSide({ clash }: { clash: Clash }) {
  const { t } = useWords();
  return (
    <>
      <Head tall title={clash.value} sub={t('alike.clash.parties', { count: clash.total })} />
      <div className="grow scroll">
        <table className="g loose">
          <colgroup>
            <col />
            <col style={{ width: 56 }} />
            <col style={{ width: 176 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('alike.clash.party')}</th>
              <th scope="col" className="num">
                {t('alike.clash.seen')}
              </th>
              <th scope="col">{t('alike.clash.source')}</th>
            </tr>
          </thead>
          <tbody>
            {clash.parties.map(({ party, rows, source }) => (
              <tr key={party.id}>
                <td>
                  <span className="row g6">
                    <Mark drawnAs={party.drawnAs} size={16} />
                    <button type="button" className="link" onClick={() => go('party', { id: party.id })}>
                      {party.name}
                    </button>
                  </span>
                  <span className="t3 s12" title={party.identity}>
                    {party.identity}
                  </span>
                </td>
                <td className="num">{countText(rows)}</td>
                <td>{source && <SourceLink source={source} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {clash.parties.length < clash.total && (
          <div className="s12 t3 pad">{t('alike.clash.more', { shown: clash.parties.length, total: clash.total })}</div>
        )}
      </div>
    </>
  );
}
