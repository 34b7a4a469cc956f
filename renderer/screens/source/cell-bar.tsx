import type { ReactNode } from 'react';
import { useWords } from '../../app/words.ts';
import { readOf, type SourceView } from './source-rows.ts';

const types = ['text', 'number', 'date', 'bool', 'error', 'empty'] as const;

/** The cell as in a spreadsheet's own bar: its address, what the file stores, what it shows, and what was read from it. */
export function CellBar({ view, children }: { view: SourceView; children: ReactNode }) {
  const { t } = useWords();
  const { cell } = view;
  const read = readOf(view);
  const type = types.find((each) => each === cell?.type);
  return (
    <div className="cell-bar">
      <span className="mono b address">{cell?.address ?? t('source.status.row', { row: view.row })}</span>
      {cell && (
        <span className="row clip" style={{ userSelect: 'text' }}>
          <span className="t3 s12 none">
            {t('source.raw')} {type ? t(`source.types.${type}`) : cell.type}
          </span>
          <span className="mono ell" title={cell.raw}>
            {cell.raw === '' ? t('common.empty') : cell.raw}
          </span>
          {cell.formula && <span className="chip">{t('source.formula')}</span>}
          {cell.shown !== cell.raw && (
            <span className="t3 s12 ell">
              {t('source.shown')} <span className="t2">{cell.shown}</span>
            </span>
          )}
          <span className="t3 s12 ell">
            {read === null ? (
              <span className="tone-mid">{t('source.notRead')}</span>
            ) : (
              <>
                {t('source.read')} <span className="b t2">{read}</span>
              </>
            )}
          </span>
        </span>
      )}
      <span className="grow" />
      {children}
    </div>
  );
}
