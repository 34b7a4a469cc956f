import type { RefObject } from 'react';
import { useWords } from '../../app/words.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Mark } from '../../parts/mark.tsx';
import { keyOf, type Suggestion, scoreText, type Verdict } from './pairs.ts';

export interface PairRows {
  readonly total: number;
  at(index: number): Suggestion | undefined;
  onShown(first: number, last: number): void;
}

/** The pairs, likeliest first; one that was decided stays, marked, until the list is read anew. */
export function PairList({
  rows,
  chosen,
  verdictOf,
  onChoose,
  onOpen,
  grid,
}: {
  rows: PairRows;
  chosen: number;
  verdictOf: (pair: Suggestion) => Verdict | undefined;
  onChoose: (index: number) => void;
  onOpen: (pair: Suggestion) => void;
  grid: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useWords();
  const side = (which: 'a' | 'b'): Column<Suggestion> => ({
    id: which,
    head: t(`alike.cols.${which}`),
    width: 'minmax(140px, 1fr)',
    cell: (pair) => (
      <span className="row g6 grow clip" title={`${pair[which].name}\n${pair[which].identity}`}>
        <Mark drawnAs={pair[which].drawnAs} size={16} />
        <span className={verdictOf(pair) ? 'ell t3 none' : 'ell b none'} style={{ maxWidth: '74%' }}>
          {pair[which].name}
        </span>
        <span className="ell t3 s12">{pair[which].identity}</span>
      </span>
    ),
  });
  const columns: Column<Suggestion>[] = [
    {
      id: 'score',
      head: t('alike.cols.score'),
      width: 56,
      end: true,
      cell: ({ score }) => scoreText(score),
    },
    side('a'),
    side('b'),
    {
      id: 'reasons',
      head: t('alike.cols.reasons'),
      width: 'minmax(150px, 1fr)',
      cell: (pair) => {
        const verdict = verdictOf(pair);
        const words = pair.reasons.map((reason) => t(`joins.alike.${reason}`)).join(t('common.listSeparator'));
        return verdict ? (
          <span className="chip">
            {t(`alike.verdict.${verdict}`)} · {t('alike.queued')}
          </span>
        ) : (
          <span className="ell t2" title={words}>
            {words}
          </span>
        );
      },
    },
  ];
  const pair = rows.at(chosen);
  return (
    <DataGrid
      ref={grid}
      label={t('alike.list')}
      columns={columns}
      total={rows.total}
      at={rows.at}
      keyOf={keyOf}
      selected={pair ? keyOf(pair) : null}
      selectedAt={chosen}
      onSelect={(_, index) => onChoose(index)}
      onOpen={onOpen}
      onShown={rows.onShown}
    />
  );
}
