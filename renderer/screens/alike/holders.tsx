import type { SharedAttribute } from '../../../shared/protocol/relations.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Mark } from '../../parts/mark.tsx';
import { Head } from '../../parts/pane.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { Listed } from './listed.tsx';

type Holder = Answer<'relations.holders'>['rows'][number];
const lineHeight = (): number => 44;

/** Everybody who has a value, each with the first cell that shows it, and what it links or why it links nobody. */
export function Holders({ value, guard }: { value: SharedAttribute; guard: Answer<'relations.shared'>['guard'] }) {
  const { t } = useWords();
  const list = useBlocks('relations.holders', { attribute: value.attribute });
  const columns: Column<Holder>[] = [
    {
      id: 'party',
      head: t('relations.shared.cols.parties'),
      width: 'minmax(160px, 1fr)',
      cell: ({ party }) => (
        <span className="col clip" title={party.identity}>
          <span className="row g6 clip">
            <Mark drawnAs={party.drawnAs} size={16} />
            <button type="button" className="link ell" onClick={() => go('party', { id: party.id })}>
              {party.name}
            </button>
          </span>
          <span className="t3 s12 ell">{party.identity}</span>
        </span>
      ),
    },
    {
      id: 'source',
      head: t('relations.shared.cols.source'),
      width: 208,
      cell: ({ source }) => <SourceLink source={source} />,
    },
  ];
  return (
    <>
      <Head tall title={value.value} sub={t('relations.shared.holders', { count: value.total })} />
      <div className="sec col g4 s12 t2">
        <span>{t('relations.shared.people', { people: value.people, organisations: value.organisations })}</span>
        {value.aside !== null && <span className="note mid">{t(`relations.shared.why.${value.aside}`, guard)}</span>}
        {value.aside === null && list.first && <Linked pairs={list.first.pairs} />}
      </div>
      <div className="grow">
        <Listed list={list} empty={null}>
          {() => (
            <DataGrid
              label={value.value}
              columns={columns}
              total={list.total}
              at={list.at}
              keyOf={({ party }) => party.id}
              heightOf={lineHeight}
              onOpen={({ party }) => go('party', { id: party.id })}
              onShown={list.onShown}
            />
          )}
        </Listed>
      </div>
    </>
  );
}

function Linked({ pairs }: { pairs: Answer<'relations.holders'>['pairs'] }) {
  const { t } = useWords();
  const rest = pairs.all - pairs.drawn - pairs.rejected;
  return (
    <>
      <span>{t('relations.shared.why.drawn', pairs)}</span>
      {rest > 0 && <span>{t('relations.shared.why.rest', { count: rest })}</span>}
    </>
  );
}
