import { IconInfoCircle } from '@tabler/icons-react';
import type { FileNote } from '../../../shared/protocol/import.requests.ts';
import { useWords } from '../../app/words.ts';

/** What a file holds that is never run or followed, and what it hides: said, and read like everything else. */
export function FileNotes({ notes }: { notes: readonly FileNote[] }) {
  const { t } = useWords();
  if (notes.length === 0) return null;
  return (
    <ul className="sec none file-notes" aria-label={t('wizard.notes.title')}>
      {notes.map(({ code, sheet, count, names }) => (
        <li key={`${code} ${sheet ?? ''}`} className="row g6 top s12 t2">
          <IconInfoCircle size={14} stroke={1.5} color="var(--mid)" className="none" aria-hidden />
          {t(`wizard.notes.${code}`, { sheet: sheet ?? '', count, names: names.join(t('common.listSeparator')) })}
        </li>
      ))}
    </ul>
  );
}
