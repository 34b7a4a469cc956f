import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import type { ProblemRow } from './problem-columns.ts';

/** Both rows side by side, column by column: what makes them equal, and where they are written differently. */
export function RepeatedRow({ row, isWritten }: { row: ProblemRow; isWritten: boolean }) {
  const { t } = useWords();
  const { repeats } = row;
  if (!repeats) return null;
  const isOpenable = isWritten || repeats.inCase;
  return (
    <>
      <Head
        title={t('checking.sideBySide')}
        sub={t(repeats.inCase ? 'checking.inBatch' : 'checking.inThis', { batch: repeats.batch })}
        extra={
          isOpenable && (
            <button type="button" className="src s12" onClick={() => go('source', { rowId: repeats.rowId })}>
              {t('checking.openSource')}
            </button>
          )
        }
      />
      <div className="sec">
        <table className="pair">
          <colgroup>
            <col style={{ width: 76 }} />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('import.check.column')}</th>
              <th scope="col" title={row.file}>
                {t('common.source.row', { row: row.row })}
              </th>
              <th scope="col" title={repeats.file}>
                {t('common.source.row', { row: repeats.row })}
              </th>
            </tr>
          </thead>
          <tbody>
            {repeats.sameColumns.map(({ header, here, there, same }, index) => (
              <tr key={`${header} ${String(index)}`} className={same ? undefined : 'differs'}>
                <th scope="row">{header}</th>
                <td title={here}>{here}</td>
                <td title={there ?? ''}>{there ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
