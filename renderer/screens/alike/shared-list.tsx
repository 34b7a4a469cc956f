import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { attributeKinds } from '../../../shared/protocol/relation-kinds.ts';
import type { SharedAttribute } from '../../../shared/protocol/relations.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status } from '../../app/status.tsx';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useSettled } from '../../parts/settled.ts';
import { countText } from '../../parts/show.ts';
import { Empty } from '../../parts/states.tsx';
import { Holders } from './holders.tsx';
import { Listed } from './listed.tsx';

const which = ['all', 'drawn', 'aside'] as const;
interface Filter {
  readonly which: (typeof which)[number];
  readonly kind?: SharedAttribute['kind'];
}
const everything: Filter = { which: 'all' };

/** 共用信息: phones, rooms, IP addresses and devices that several parties have, those too that link nobody; each with its holders and their cells. */
export function SharedList() {
  const { t } = useWords();
  const [filter, setFilter] = useKept<Filter>('alike.shared', everything);
  const [text, setText] = useState('');
  const list = useBlocks('relations.shared', { ...filter, text: useSettled(text.trim(), 200) });
  const [chosen, setChosen] = useState(0);
  const value = list.at(Math.min(chosen, Math.max(0, list.total - 1)));
  const narrow = (next: Filter) => {
    setFilter(next);
    setChosen(0);
  };
  const counts = list.first;
  const ofWhich = { all: counts?.all, drawn: counts && counts.all - counts.aside, aside: counts?.aside };
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 6, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <Segmented
            size="small"
            aria-label={t('relations.shared.which.label')}
            value={filter.which}
            onChange={(of) => narrow({ ...filter, which: of })}
            options={which.map((of) => ({
              value: of,
              label: t(`relations.shared.which.${of}`, { count: ofWhich[of] ?? 0 }),
            }))}
          />
          <Select
            size="small"
            style={{ width: 132 }}
            aria-label={t('relations.shared.cols.kind')}
            value={filter.kind ?? 'any'}
            onChange={(of) => {
              const kind = attributeKinds.find((each) => each === of);
              narrow({ which: filter.which, ...(kind && { kind }) });
            }}
            options={[
              { value: 'any', label: t('relations.shared.anyKind') },
              ...attributeKinds.map((kind) => ({
                value: kind,
                label: `${t(`relations.shared.kinds.${kind}`)} ${countText(counts?.kinds[kind] ?? 0)}`,
              })),
            ]}
          />
          <Input
            size="small"
            allowClear
            className="none"
            style={{ width: 160 }}
            aria-label={t('relations.shared.filter')}
            placeholder={t('relations.shared.filter')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
            }}
          />
          <span className="t3 s12 ell">{t('relations.shared.note')}</span>
        </div>
        <div className="grow">
          <Listed list={list} empty={<Empty title={t('relations.shared.none')} />}>
            {() => <Values list={list} chosen={value?.attribute ?? null} choose={setChosen} />}
          </Listed>
        </div>
      </section>
      <aside
        className="pane col none"
        style={{ width: 'min(560px, 42%)' }}
        aria-label={t('relations.shared.cols.parties')}
      >
        {value && counts && <Holders key={value.attribute} value={value} guard={counts.guard} />}
      </aside>
      <Status>{counts && <span>{t('common.nOf', { shown: list.total, total: counts.all })}</span>}</Status>
    </div>
  );
}

function Values({
  list: { total, at, onShown },
  chosen,
  choose,
}: {
  list: {
    total: number;
    at(index: number): Answer<'relations.shared'>['rows'][number] | undefined;
    onShown(first: number, last: number): void;
  };
  chosen: number | null;
  choose: (index: number) => void;
}) {
  const { t } = useWords();
  const columns: Column<SharedAttribute>[] = [
    {
      id: 'kind',
      head: t('relations.shared.cols.kind'),
      width: 76,
      cell: ({ kind }) => <span className="t2">{t(`relations.shared.kinds.${kind}`)}</span>,
    },
    {
      id: 'value',
      head: t('relations.shared.cols.value'),
      width: 'minmax(180px, 1.4fr)',
      cell: ({ kind, value }) => (
        <span className={kind === 'address' || kind === 'building' ? 'ell' : 'mono ell'} title={value}>
          {value}
        </span>
      ),
    },
    {
      id: 'people',
      head: t('relations.shared.cols.people'),
      width: 64,
      end: true,
      cell: ({ people }) => countText(people),
    },
    {
      id: 'organisations',
      head: t('relations.shared.cols.organisations'),
      width: 64,
      end: true,
      cell: ({ organisations }) => countText(organisations),
    },
    {
      id: 'linked',
      head: t('relations.shared.cols.linked'),
      width: 112,
      cell: ({ aside }) =>
        aside === null ? (
          <span className="t3">{t('relations.shared.linked.yes')}</span>
        ) : (
          <span className="chip mid">{t(`relations.shared.linked.${aside}`)}</span>
        ),
    },
    {
      id: 'parties',
      head: t('relations.shared.cols.parties'),
      width: 'minmax(150px, 1fr)',
      cell: ({ parties, total: all }) => (
        <span className="ell t2" title={parties.map(({ name }) => name).join('\n')}>
          {parties.map(({ name }) => name).join(t('common.listSeparator'))}
          {parties.length < all && ` ${t('relations.shared.more', { count: all })}`}
        </span>
      ),
    },
  ];
  return (
    <DataGrid
      label={t('relations.shared.label')}
      columns={columns}
      total={total}
      at={at}
      keyOf={({ attribute }) => attribute}
      selected={chosen}
      onSelect={(_, index) => choose(index)}
      onShown={onShown}
    />
  );
}
