import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { linkKind } from '../../../shared/ontology/index.ts';
import { relationStates } from '../../../shared/protocol/relation-kinds.ts';
import type { Relation } from '../../../shared/protocol/relations.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Mark } from '../../parts/mark.tsx';
import { Head } from '../../parts/pane.tsx';
import { RelationMark, RelationVerdict } from '../../parts/relation-verdict.tsx';
import { useSettled } from '../../parts/settled.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { Empty } from '../../parts/states.tsx';
import { Listed } from './listed.tsx';

type State = 'all' | Relation['state'];
const states: readonly State[] = ['all', ...relationStates];

const keyOf = ({ kind, a, b }: Relation): string => `${kind}:${a.id}:${b.id}`;

/** 推断关系: what parties share two by two, guessed, confirmed or rejected; any word on it is given here and taken back here. */
export function RelationList() {
  const { t } = useWords();
  const [state, setState] = useKept<State>('alike.relations', 'all');
  const [text, setText] = useState('');
  const list = useBlocks('relations.list', {
    text: useSettled(text.trim(), 200),
    ...(state === 'all' ? {} : { state }),
  });
  const [chosen, setChosen] = useState(0);
  const relation = list.at(Math.min(chosen, Math.max(0, list.total - 1)));
  const counts = list.first?.states;
  const all = counts === undefined ? 0 : counts.open + counts.confirmed + counts.rejected;
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 6, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <Segmented
            size="small"
            aria-label={t('relations.states.label')}
            value={state}
            onChange={(of) => {
              setState(of);
              setChosen(0);
            }}
            options={states.map((of) => ({
              value: of,
              label:
                of === 'all'
                  ? t('relations.all', { count: all })
                  : t(`relations.states.${of}`, { count: counts?.[of] ?? 0 }),
            }))}
          />
          <Input
            size="small"
            allowClear
            className="none"
            style={{ width: 160 }}
            aria-label={t('relations.filter')}
            placeholder={t('relations.filter')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
            }}
          />
          <span className="t3 s12 ell" title={t('relations.note')}>
            {t('relations.note')}
          </span>
        </div>
        <div className="grow">
          <Listed
            list={list}
            empty={<Empty title={t(state === 'rejected' ? 'relations.noneRejected' : 'relations.none')} />}
          >
            {() => <Relations list={list} chosen={relation ? keyOf(relation) : null} choose={setChosen} />}
          </Listed>
        </div>
      </section>
      <aside className="pane col none" style={{ width: 'min(560px, 42%)' }} aria-label={t('relations.values')}>
        {relation && <RelationSide key={keyOf(relation)} relation={relation} />}
      </aside>
      <Status>{list.first && <span>{t('common.nOf', { shown: list.total, total: all })}</span>}</Status>
    </div>
  );
}

function Relations({
  list: { total, at, onShown },
  chosen,
  choose,
}: {
  list: {
    total: number;
    at(index: number): Answer<'relations.list'>['rows'][number] | undefined;
    onShown(first: number, last: number): void;
  };
  chosen: string | null;
  choose: (index: number) => void;
}) {
  const { t, lang } = useWords();
  const side = (which: 'a' | 'b'): Column<Relation> => ({
    id: which,
    head: t(`relations.cols.${which}`),
    width: 'minmax(130px, 1fr)',
    cell: ({ [which]: { name, drawnAs } }) => (
      <span className="row g6 clip" title={name}>
        <Mark drawnAs={drawnAs} size={16} />
        <span className="ell">{name}</span>
      </span>
    ),
  });
  const columns: Column<Relation>[] = [
    {
      id: 'kind',
      head: t('relations.cols.kind'),
      width: 112,
      cell: ({ kind }) => <span className="ell">{inLang(linkKind(kind)?.words ?? { zh: kind, en: kind }, lang)}</span>,
    },
    side('a'),
    side('b'),
    { id: 'state', head: t('relations.cols.state'), width: 92, cell: ({ state }) => <RelationMark state={state} /> },
    {
      id: 'values',
      head: t('relations.cols.values'),
      width: 'minmax(130px, 1fr)',
      cell: ({ values }) => {
        const text = values.map(({ value }) => value).join(t('common.listSeparator'));
        return (
          <span className="ell t2" title={text}>
            {text}
          </span>
        );
      },
    },
  ];
  return (
    <DataGrid
      label={t('relations.list')}
      columns={columns}
      total={total}
      at={at}
      keyOf={keyOf}
      selected={chosen}
      onSelect={(_, index) => choose(index)}
      onShown={onShown}
    />
  );
}

/** One relation: both sides with every cell that shows what they share, and the word on it. */
function RelationSide({ relation }: { relation: Relation }) {
  const { t, lang } = useWords();
  const { kind, a, b, values } = relation;
  return (
    <>
      <Head tall title={inLang(linkKind(kind)?.words ?? { zh: kind, en: kind }, lang)} />
      <div className="sec">
        <RelationVerdict kind={kind} a={a.id} b={b.id} />
      </div>
      <div className="grow scroll pad col g12" style={{ minHeight: 0 }}>
        <div className="pair-grid">
          <span />
          <End end={a} />
          <End end={b} />
        </div>
        <section className="col g4">
          <h3 className="s12 t3">{t('relations.values')}</h3>
          {values.map((value) => (
            <div key={value.attribute} className="pair-grid line">
              <span className="t3 s12 wrap-any">
                {t(`relations.shared.kinds.${value.kind}`)} {value.value}
              </span>
              <Cells sources={value.a} />
              <Cells sources={value.b} />
            </div>
          ))}
        </section>
      </div>
    </>
  );
}

function End({ end }: { end: Relation['a'] }) {
  return (
    <span className="row g6 clip">
      <Mark drawnAs={end.drawnAs} size={16} />
      <button type="button" className="link ell" onClick={() => go('party', { id: end.id })}>
        {end.name}
      </button>
    </span>
  );
}

const Cells = ({ sources }: { sources: Relation['values'][number]['a'] }) => (
  <span className="col" style={{ minWidth: 0 }}>
    {sources.map((source) => (
      <SourceLink key={`${source.rowId} ${source.field}`} source={source} />
    ))}
  </span>
);
