import { problemWords, useWords } from '../../app/words.ts';
import { instantText } from '../../parts/show.ts';
import { FileFolder } from './file-list.tsx';
import type { ImportState } from './import-state.ts';
import type { FileState } from './previews.ts';
import type { ImportReport } from './queue.ts';

/** Chosen files of which nothing was to be imported, each with why: none leaves the list without a word. */
export function NotAsked({ state, report }: { state: ImportState; report: ImportReport }) {
  const { t, lang } = useWords();
  const told = new Set(report.files.map(({ file, sha256 }) => `${sha256} ${file}`));
  const left = state.files.filter(({ file, preview }) => !told.has(`${preview?.sha256} ${file.name}`));
  if (left.length === 0 || report.stopped) return null;
  const why = ({ preview }: FileState): string => {
    if (preview?.problem) return problemWords(preview.problem, lang);
    const known = preview?.alreadyImported;
    if (known) return t('import.sheet.already', { at: instantText(known.at), batch: known.batch });
    return t('wizard.done.leftOut');
  };
  return (
    <section className="sec" aria-label={t('wizard.done.notAsked', { count: left.length })}>
      <h3 className="s12 b">{t('wizard.done.notAsked', { count: left.length })}</h3>
      {left.map((each) => (
        <p key={`${each.file.ticket} ${each.file.name}`} className="s12">
          {each.file.name}
          <FileFolder preview={each.preview} /> <span className="tone-mid">{why(each)}</span>
        </p>
      ))}
    </section>
  );
}
