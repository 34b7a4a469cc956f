import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import type { SheetState } from './previews.ts';
import { say, unsay } from './queue.ts';

/** The first rows as they stand in the file. The header row is marked; another one can be chosen by its number. */
export function RawSheet({ sheet, marked }: { sheet: SheetState; marked?: number | undefined }) {
  const { t } = useWords();
  const { preview } = sheet;
  const width = Math.max(0, ...preview.head.map(({ cells }) => cells.length));
  const isHeader = (n: number) =>
    preview.headerRow !== null && n >= preview.headerRow && n < preview.headerRow + preview.headerRows;
  return (
    <>
      <Head
        title={t('import.read.raw')}
        sub={
          preview.headerRow === null
            ? t('import.read.rawNoHeader')
            : preview.headerRow === 0
              ? t('wizard.read.headerNone')
              : t('import.read.rawHeader', { row: preview.headerRow })
        }
      />
      <div className="grow scroll">
        <table className="g raw">
          <thead>
            <tr>
              <th>
                <span className="unseen">{t('import.check.row')}</span>
              </th>
              {Array.from({ length: width }, (_, column) => (
                <th key={column}>{columnName(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.head.map(({ n, cells }) => (
              <tr key={n} aria-selected={n === marked} className={isHeader(n) ? 'is-header' : undefined}>
                <td>
                  <button
                    type="button"
                    className="plain t3"
                    aria-pressed={isHeader(n)}
                    onClick={() => {
                      unsay(sheet, 'columns', 'template');
                      say(sheet, { headerRow: n });
                    }}
                  >
                    {n}
                  </button>
                </td>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column} title={cells[column]}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** 0 → A, 27 → AB */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
