import { useEffect, useRef } from 'react';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Mark } from '../../parts/mark.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { useModels } from '../findings/models.ts';
import { type Hit, type HitKind, openerFor } from './hits.ts';
import { Marked, marksOfTitle, Why } from './marked.tsx';

interface Hits {
  readonly total: number;
  at(index: number): Hit | undefined;
  onShown?(first: number, last: number): void;
}

const lineHeight = (): number => 32;

/** All results of one kind; arrow keys walk, Enter opens, with Shift in the graph, with Ctrl at the source. */
export function HitGrid({ kind, hits }: { kind: HitKind; hits: Hits }) {
  const { t } = useWords();
  const columns = useColumns(kind);
  const [chosen, setChosen] = useKept<number | null>(`results.at.${kind}`, null);
  const grid = useRef<HTMLDivElement>(null);
  // whoever came here with the keyboard goes on with it
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) grid.current?.focus();
  }, []);
  const keys = new Map<Hit, number>();
  const at = (index: number): Hit | undefined => {
    const hit = hits.at(index);
    if (hit) keys.set(hit, index);
    return hit;
  };
  return (
    <DataGrid<Hit>
      ref={grid}
      label={t(`frame.search.kinds.${kind}`)}
      columns={columns}
      total={hits.total}
      at={at}
      {...(hits.onShown && { onShown: hits.onShown })}
      heightOf={lineHeight}
      keyOf={(hit) => keys.get(hit) ?? -1}
      selected={chosen}
      onSelect={(_, index) => setChosen(index)}
      onOpen={(hit, _, event) => openerFor(event)(hit)}
    />
  );
}

function useColumns(kind: HitKind): Column<Hit>[] {
  const { t } = useWords();
  const { titleOf } = useModels();
  const isBooking = kind === 'amount' || kind === 'day';
  const hasSource = isBooking || kind === 'text';
  const columns: (Column<Hit> | false)[] = [
    {
      id: 'hit',
      head: t('search.cols.hit'),
      width: 'minmax(200px, 1.3fr)',
      cell: ({ drawnAs, title, matched }) => (
        <span className="row g6 clip" title={title}>
          {drawnAs && <Mark drawnAs={drawnAs} size={16} />}
          <span className="ell b">
            <Marked text={title} marks={marksOfTitle(title, matched)} />
          </span>
        </span>
      ),
    },
    !isBooking && {
      id: 'why',
      head: t('search.cols.why'),
      width: 'minmax(160px, 1fr)',
      cell: ({ title, matched }) => <WhyCell title={title} matched={matched} />,
    },
    {
      id: 'detail',
      head: t('search.cols.detail'),
      width: 'minmax(160px, 1.2fr)',
      cell: (hit) => (
        <span className="ell t2" title={hit.detail}>
          {hit.kind === 'finding' ? titleOf(hit.detail) : hit.detail}
        </span>
      ),
    },
    isBooking && {
      id: 'fen',
      head: t('search.cols.fen'),
      width: 140,
      end: true,
      cell: ({ fen }) => <span className="b num">{fen === null ? '' : exactYuan(asFen(fen))}</span>,
    },
    hasSource && {
      id: 'source',
      head: t('search.cols.source'),
      width: 'minmax(200px, 0.9fr)',
      cell: ({ source }) => source && <SourceLink source={source} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Why it was found: 名称, or what else holds the words. */
function WhyCell({ title, matched }: Pick<Hit, 'title' | 'matched'>) {
  const { t } = useWords();
  const inTitle = matched.filter(({ text, by }) => text === title && by !== 'sound' && by !== 'cell');
  return (
    <span className="row g6 clip">
      {inTitle.length > 0 && <span className="t3 s12">{t(`search.why.${inTitle[0]!.by}`)}</span>}
      <Why title={title} matched={matched} />
    </span>
  );
}
