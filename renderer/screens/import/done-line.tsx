import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { countText } from '../../parts/show.ts';
import { ProblemNote } from '../../parts/states.tsx';
import { totalRepaired, totalRows } from './counts.ts';
import type { ImportReport } from './queue.ts';

/** What became of one file: its batch and rows, the templates kept, the file of rejected rows, and undoing. */
export function DoneLine({
  file,
  isUndone,
  see,
  undo,
}: {
  file: ImportReport['files'][number];
  isUndone: boolean;
  see: (batch: number) => void;
  undo: (batch: number) => void;
}) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const rows = totalRows({ files: [file] });
  const { batch } = file;
  const repaired = totalRepaired({ files: [file] });
  const saved = file.sheets.flatMap(({ savedTemplate }) => savedTemplate ?? []);
  const used = [...new Set(file.sheets.flatMap(({ template }) => template ?? []))];
  const writeRejects = (id: number) =>
    attempt(async () => {
      const target = await client.chooseTarget('rejects', `${file.file.replace(/\.\w+$/, '')}_问题行.xlsx`);
      if (!target) return;
      const written = await client.request('import.write-rejects', { batch: id, target: target.ticket, lang });
      client.collect(target.ticket, written.name);
      say(t('import.batches.rejectsWritten', written));
    });
  return (
    <>
      <tr>
        <td className="b">
          {batch === null ? (
            <span className="tone-mid">{t('import.done.notWritten')}</span>
          ) : (
            t('import.batches.detail', { batch })
          )}
        </td>
        <td title={[file.folder, file.file].filter(Boolean).join(' › ')}>
          {file.file}
          {file.folder && <span className="t3 s12"> {file.folder}</span>}
          {used.map((name) => (
            <span key={name} className="s12 t3">
              {' '}
              {t('wizard.done.usedTemplate', { name })}
            </span>
          ))}
          {repaired && <span className="s12 tone-ok"> {t('checking.repaired', repaired)}</span>}
          {saved.map((name) => (
            <span key={name} className="s12 tone-ok">
              {' '}
              {t('wizard.done.template', { name })}
            </span>
          ))}
        </td>
        <td className="num b">{countText(rows.imported)}</td>
        <td className={rows.rejected > 0 ? 'num tone-high' : 'num t3'}>{countText(rows.rejected)}</td>
        <td className="num t2">{countText(rows.duplicate)}</td>
        <td className="num t2">{countText(rows.skipped)}</td>
        <td>
          {batch !== null && (
            <span className="row g8">
              <button type="button" className="link" onClick={() => see(batch)}>
                {t('import.done.see')}
              </button>
              {rows.rejected > 0 && (
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('wizard.done.rejects')} ${t('wizard.done.rejectsOf', { batch })}`}
                  onClick={() => void writeRejects(batch)}
                >
                  {t('wizard.done.rejects')}
                </button>
              )}
              {isUndone && <span className="tone-mid">{t('import.batches.states.undone')}</span>}
              <button
                type="button"
                className="link"
                hidden={isUndone}
                aria-label={`${t('wizard.done.undo')} ${t('import.batches.detail', { batch })}`}
                onClick={() => undo(batch)}
              >
                {t('wizard.done.undo')}
              </button>
            </span>
          )}
        </td>
      </tr>
      {file.problems.map((problem) => (
        <tr key={`${problem.code} ${problem.at?.sheet ?? ''}`}>
          <td colSpan={7} className="wide">
            <ProblemNote problem={problem} />
          </td>
        </tr>
      ))}
    </>
  );
}
