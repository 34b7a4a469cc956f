import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { problemWords, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Empty, FailedAnswer, Loading } from '../../parts/states.tsx';

type ProblemRow = Answer<'import.problems'>['rows'][number];

/** The problem rows of a batch, each with its cell; Enter opens it in its sheet. */
export function BatchProblems({ batch }: { batch: number }) {
  const { t, lang } = useWords();
  const [selected, setSelected] = useState<string>();
  const list = useBlocks('import.problems', { batch });
  const open = (row: ProblemRow) => go('source', { rowId: row.rowId, field: row.field });
  const keyOf = (row: ProblemRow) => `${row.rowId}-${row.column}-${row.code}`;
  if (list.isError) return <FailedAnswer error={list.error} retry={list.refetch} />;
  if (list.isLoading) return <Loading />;
  if (list.total === 0) return <Empty title={t('import.batches.noProblems')} />;
  const columns: Column<ProblemRow>[] = [
    {
      id: 'result',
      head: t('import.check.result'),
      width: 108,
      cell: (row) => (
        <span className={row.rejects ? 'chip high' : 'chip mid'}>
          {t(row.rejects ? 'import.check.rejects' : 'import.check.warning')}
        </span>
      ),
    },
    {
      id: 'where',
      head: t('import.check.where'),
      width: 88,
      cell: (row) => (
        <button type="button" className="src" title={`${row.file} › ${row.sheet}`} onClick={() => open(row)}>
          {row.cell ?? t('common.source.row', { row: row.row })}
        </button>
      ),
    },
    {
      id: 'reason',
      head: t('import.check.reason'),
      width: 'minmax(160px, 1fr)',
      cell: (row) => {
        const words = problemWords(row, lang);
        return (
          <span className="ell" title={words}>
            {row.column && <span className="t3">{row.column} </span>}
            {words}
          </span>
        );
      },
    },
  ];
  return (
    <DataGrid
      label={t('import.batches.problems')}
      columns={columns}
      total={list.total}
      at={list.at}
      onShown={list.onShown}
      keyOf={keyOf}
      selected={selected ?? null}
      onSelect={(row) => setSelected(keyOf(row))}
      onOpen={open}
    />
  );
}
