import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Checkbox, Select } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { bytesText, countText, instantText } from '../../parts/show.ts';
import { FailedAnswer, ProblemNote } from '../../parts/states.tsx';
import { FileFolder } from './file-list.tsx';
import { FilePassword, isLocked } from './file-password.tsx';
import type { ImportState } from './import-state.ts';
import { type FileState, isSkipped, placeOf, toLookAt } from './previews.ts';
import { isAt, removeFile, type SheetPlace, type SheetPreview, say, show, unsay } from './queue.ts';

/** A file of the queue: one line for a file of one sheet, a head and its sheets for others, or why it cannot come in. */
export function FileRows({ file: each, state }: { file: FileState; state: ImportState }) {
  const { t } = useWords();
  const { file, query, preview } = each;
  const locked = isLocked(each);
  const sheets =
    preview && !preview.problem && !preview.alreadyImported
      ? preview.sheets.map((sheet) => ({ sheet, place: placeOf(preview, sheet) }))
      : [];
  const format = preview?.format === 'unknown' ? undefined : preview?.format;
  const about = [bytesText(preview?.bytes ?? file.bytes), format, preview?.encoding].filter(Boolean).join(' · ');
  const remove = (
    <button
      type="button"
      className="link s12"
      aria-label={`${t('import.sheet.remove')} ${file.name}`}
      onClick={() => removeFile(file.ticket)}
    >
      {t('import.sheet.remove')}
    </button>
  );
  const [only] = sheets;
  if (only && sheets.length === 1) {
    return (
      <SheetRow
        place={only.place}
        sheet={only.sheet}
        state={state}
        title={
          <>
            <b>{file.name}</b>
            <FileFolder preview={preview} /> <span className="t3 s12">{about}</span>
          </>
        }
        remove={remove}
      />
    );
  }
  return (
    <>
      <tr className="file-head" title={preview?.sha256}>
        <td colSpan={6}>
          <span className="b">{file.name}</span>
          <FileFolder preview={preview} /> <span className="t3 s12">{about}</span>
          {!preview && !query?.isError && <span className="t3 s12"> {t('common.loading')}…</span>}
        </td>
        <td>{remove}</td>
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
      {preview?.alreadyImported && (
        <Wide>
          <p className="note mid">
            {t('import.sheet.already', {
              at: instantText(preview.alreadyImported.at),
              batch: preview.alreadyImported.batch,
            })}
          </p>
        </Wide>
      )}
      {sheets.map(({ sheet, place }) => (
        <SheetRow
          key={sheet.idx}
          place={place}
          sheet={sheet}
          state={state}
          title={<span style={{ paddingLeft: 12 }}>{sheet.sheet}</span>}
        />
      ))}
    </>
  );
}

const Wide = ({ children }: { children: ReactNode }) => (
  <tr>
    <td colSpan={7} className="wide">
      {children}
    </td>
  </tr>
);

function SheetRow({
  place,
  sheet,
  state,
  title,
  remove,
}: {
  place: SheetPlace;
  sheet: SheetPreview;
  state: ImportState;
  title: ReactNode;
  remove?: ReactNode;
}) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const skipped = isSkipped(state.answers, place, sheet);
  const first = sheet.candidates.map(({ category }) => category);
  const options = (fields.data?.categories ?? [])
    .map(({ id, title: name }) => ({ value: id, label: inLang(name, lang) }))
    .sort((a, b) => order(first, a.value) - order(first, b.value));
  const selected = state.current !== undefined && isAt(state.current, place);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <tr ref={row} className="pick" aria-selected={selected} onClick={() => show(place)}>
      <td>
        <Checkbox
          aria-label={`${t('import.sheet.include')} ${sheet.sheet}`}
          checked={!skipped}
          disabled={sheet.rows === 0}
          onChange={(event) => say(place, { skip: !event.target.checked })}
        />
      </td>
      <td title={`${place.file} › ${place.sheet}`}>
        <button type="button" className="plain row-name">
          <span className={skipped ? 't3' : undefined}>{title}</span>
        </button>{' '}
        {sheet.hidden && <span className="chip">{t('import.sheet.hidden')}</span>}
      </td>
      <td>
        <Select
          style={{ width: '100%' }}
          size="small"
          aria-label={`${t('import.sheet.category')} ${sheet.sheet}`}
          disabled={skipped}
          value={sheet.category}
          placeholder={t('import.sheet.choose')}
          status={sheet.category === null && !skipped ? 'warning' : ''}
          options={options}
          onChange={(category: string) => {
            unsay(place, 'columns', 'facts', 'directions');
            say(place, { category, skip: false });
          }}
        />
      </td>
      <td className="num">{sheet.category !== null && `${Math.round(sheet.confidence * 100)}%`}</td>
      <td className="num">{countText(sheet.rows)}</td>
      <td>
        <SheetVerdict sheet={sheet} skipped={skipped} />
      </td>
      <td>{remove}</td>
    </tr>
  );
}

function SheetVerdict({ sheet, skipped }: { sheet: SheetPreview; skipped: boolean }) {
  const { t, lang } = useWords();
  const problem = sheet.problems[0];
  const look = toLookAt(sheet).length;
  if (skipped) return <span className="t3 s12">{t('import.sheet.skipped')}</span>;
  if (problem || sheet.category === null) {
    const words = problem ? problemWords(problem, lang) : t('import.sheet.unknown');
    const short: Readonly<Record<string, string>> = {
      'sheet.no-header': t('import.sheet.noHeader'),
      'sheet.missing-columns': t('import.sheet.lacksColumns'),
      'sheet.unrecognised': t('import.sheet.unknown'),
    };
    const brief = problem && short[problem.code];
    return (
      <span className="row g4 s12 tone-mid" title={words}>
        <IconAlertTriangle size={14} stroke={1.5} className="none" aria-hidden />
        <span className="ell">{brief ?? words}</span>
        {brief && <span className="unseen">{words}</span>}
      </span>
    );
  }
  return (
    <span className={look > 0 ? 'row g4 s12 tone-mid' : 'row g4 s12 t2'}>
      {look > 0 ? (
        <IconAlertTriangle size={14} stroke={1.5} className="none" aria-hidden />
      ) : (
        <IconCheck size={14} stroke={2} color="var(--ok)" className="none" aria-hidden />
      )}
      {look > 0 ? t('import.sheet.look', { count: look }) : t('import.sheet.ready')}
    </span>
  );
}

/** Likely categories stand first in the list. */
const order = (first: readonly string[], id: string): number => (first.includes(id) ? first.indexOf(id) : first.length);
