import type { Source } from '../../shared/protocol/parts.ts';
import { go } from '../app/store.ts';
import { useWords } from '../app/words.ts';
import { ByHand } from './by-hand.tsx';
import { Corrected } from './corrected.tsx';

/** 来源: accent text with a dotted underline, the same everywhere. Opens the source view at the cell. `short` leaves the file out; `cell` names
 * the cell alone, beside another cell of the same row. */
export function SourceLink({
  source,
  short = false,
  cell = false,
  finding,
}: {
  source: Source;
  short?: boolean;
  cell?: boolean;
  /** the finding whose evidence it is */
  finding?: number;
}) {
  const { t } = useWords();
  const inRow = t('common.source.row', { row: source.row });
  const row = cell ? (source.cell ?? inRow) : inRow;
  const isShort = short || cell;
  const marks = [source.manual ? t('manual.mark') : '', source.corrected === undefined ? '' : t('correct.mark')]
    .filter((mark) => mark !== '')
    .join(' ');
  const where = `${source.file} › ${source.sheet}!${source.cell ?? inRow}`;
  return (
    <button
      type="button"
      className="src parts"
      title={where}
      // begins with what is seen, so that it can be spoken
      aria-label={`${isShort ? row : `${source.file} ${row}`} ${marks === '' ? '' : `${marks} `}${t('common.source.open', { where })}`}
      onClick={(event) => {
        event.stopPropagation();
        go('source', {
          rowId: source.rowId,
          field: source.field,
          ...(finding === undefined ? {} : { finding }),
        });
      }}
    >
      {!isShort && <span className="ell">{source.file}</span>}{' '}
      {/* a long file name gives way, the row number never does */}
      <span className="none">{row}</span>
      {source.manual && <ByHand bare={isShort} />}
      {source.corrected !== undefined && <Corrected original={source.corrected} bare={isShort} />}
    </button>
  );
}
