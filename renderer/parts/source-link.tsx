import type { Source } from '../../shared/protocol/parts.ts';
import { go } from '../app/store.ts';
import { useWords } from '../app/words.ts';

/** 来源: accent text with a dotted underline, the same everywhere. Opens the source view at the cell. */
export function SourceLink({ source, short = false }: { source: Source; short?: boolean }) {
  const { t } = useWords();
  const row = t('common.source.row', { row: source.row });
  const where = `${source.file} › ${source.sheet}!${source.cell ?? row}`;
  return (
    <button
      type="button"
      className="src"
      title={where}
      aria-label={t('common.source.open', { where })}
      onClick={(event) => {
        event.stopPropagation();
        go('source', { rowId: source.rowId, field: source.field });
      }}
    >
      {short ? row : `${source.file} ${row}`}
    </button>
  );
}
