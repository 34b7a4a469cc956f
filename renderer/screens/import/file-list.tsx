import { IconCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.ts';
import { bytesText, countText, instantText } from '../../parts/show.ts';
import { FailedAnswer, ProblemNote } from '../../parts/states.tsx';
import { FilePassword, isLocked } from './file-password.tsx';
import { FileTable } from './file-table.tsx';
import type { ImportState } from './import-state.ts';
import { type FileState, isUnclear, placeOf } from './previews.ts';
import { removeFile } from './queue.ts';

/** The files of this import: what each is, how much it holds, its digest, and what stands in its way. */
export function FileList({ state }: { state: ImportState }) {
  const { t } = useWords();
  const firstWith = new Map<string, string>();
  for (const { file, preview } of state.files)
    if (preview && preview.sha256 !== '' && !firstWith.has(preview.sha256)) firstWith.set(preview.sha256, file.name);
  return (
    <FileTable
      files={state.files}
      widths={[null, 164, 60, 76, 104, 168, 72]}
      head={
        <tr>
          <th>{t('wizard.files.file')}</th>
          <th>{t('wizard.files.format')}</th>
          <th className="num">{t('wizard.files.sheets')}</th>
          <th className="num">{t('wizard.files.rows')}</th>
          <th>SHA-256</th>
          <th>{t('wizard.files.state')}</th>
          <th>
            <span className="unseen">{t('import.sheet.remove')}</span>
          </th>
        </tr>
      }
      linesOf={(each) => (
        <FileLines each={each} twin={each.preview && firstWith.get(each.preview.sha256)} state={state} />
      )}
    />
  );
}

function FileLines({ each, twin, state }: { each: FileState; twin: string | undefined; state: ImportState }) {
  const { t } = useWords();
  const { file, query, preview } = each;
  const locked = isLocked(each);
  const rows = preview?.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  return (
    <>
      <tr>
        <td title={[preview?.folder, file.name].filter(Boolean).join(' › ')}>
          <span className="b">{file.name}</span>
          <FileFolder preview={preview} />
        </td>
        <td className="t2 s12">
          {[
            bytesText(preview?.bytes ?? file.bytes),
            preview?.format === 'unknown' ? undefined : preview?.format,
            preview?.encoding,
          ]
            .filter(Boolean)
            .join(' · ')}
        </td>
        <td className="num t2">{preview && preview.sheets.length > 0 ? preview.sheets.length : ''}</td>
        <td className="num t2">{rows ? countText(rows) : ''}</td>
        <td className="mono s12 t3" title={preview?.sha256}>
          {preview?.sha256.slice(0, 4)} {preview?.sha256.slice(4, 8)} {preview && preview.sha256 !== '' && '…'}
        </td>
        <td>
          <Verdict each={each} twin={twin} state={state} />
        </td>
        <td>
          <button
            type="button"
            className="link s12"
            aria-label={`${t('import.sheet.remove')} ${file.name}`}
            onClick={() => removeFile(file.ticket)}
          >
            {t('import.sheet.remove')}
          </button>
        </td>
      </tr>
      {query?.isError && (
        <Wide>
          <FailedAnswer error={query.error} retry={() => void query.refetch()} />
        </Wide>
      )}
      {locked && (
        <Wide>
          <FilePassword each={each} files={state.files} />
        </Wide>
      )}
      {preview?.problem && !locked && (
        <Wide>
          <ProblemNote problem={preview.problem} />
        </Wide>
      )}
    </>
  );
}

/** The folder that a file lies in, or the archive and its folders: they tell files of one name apart. */
export function FileFolder({ preview }: { preview: FileState['preview'] }) {
  return preview?.folder ? <span className="t3 s12"> {preview.folder}</span> : null;
}

const Wide = ({ children }: { children: ReactNode }) => (
  <tr>
    <td colSpan={7} className="wide">
      {children}
    </td>
  </tr>
);

function Verdict({ each, twin, state }: { each: FileState; twin: string | undefined; state: ImportState }) {
  const { t } = useWords();
  const { file, preview } = each;
  if (!preview) return <span className="t3 s12">{t('wizard.files.reading')}…</span>;
  if (preview.alreadyImported) {
    const words = t('wizard.files.known', {
      at: instantText(preview.alreadyImported.at).slice(0, 10),
      batch: preview.alreadyImported.batch,
    });
    return (
      <span className="s12 tone-mid ell" title={words}>
        {t('wizard.files.knownShort', preview.alreadyImported)}
        <span className="unseen">{words}</span>
      </span>
    );
  }
  if (isLocked(each))
    return (
      <span className="row g4 s12 tone-mid">
        <IconLock size={14} stroke={1.5} className="none" aria-hidden />
        {t('wizard.files.locked')}
      </span>
    );
  if (preview.problem) return null;
  if (twin !== undefined && twin !== file.name)
    return <span className="s12 tone-mid">{t('wizard.files.twice', { other: twin })}</span>;
  const unclear = preview.sheets.filter((sheet) => isUnclear(state.answers, placeOf(preview, sheet), sheet));
  return (
    <span className="row g6 s12">
      {unclear.length > 0 ? (
        <span className="tone-mid">{t('wizard.files.unclear', { count: unclear.length })}</span>
      ) : (
        <span className="row g4 t2">
          <IconCheck size={14} stroke={2} color="var(--ok)" className="none" aria-hidden />
          {t('wizard.files.ready')}
        </span>
      )}
      {preview.notes.length > 0 && (
        <span className="tone-mid">{t('wizard.files.notes', { count: preview.notes.length })}</span>
      )}
    </span>
  );
}
