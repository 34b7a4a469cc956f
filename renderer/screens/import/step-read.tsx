import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Checkbox, Select } from 'antd';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { bytesText, countText, groupsOfFour, instantText } from '../../parts/show.ts';
import { FailedAnswer, Loading, ProblemNote } from '../../parts/states.tsx';
import { AddFiles } from './drop-zone.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { type FileState, isSkipped, toLookAt } from './previews.ts';
import { goTo, isAt, removeFile, type SheetPlace, type SheetPreview, say, show, unsay } from './queue.ts';
import { RawSheet } from './raw-sheet.tsx';

/** What each file and each sheet was recognised as. Sheets can be left out, categories and headers corrected. */
export function StepRead({ state }: { state: ImportState }) {
  const { t } = useWords();
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head title={t('import.read.title')} sub={t('import.read.sub')} extra={<AddFiles />} />
          <div className="grow scroll">
            {state.files.map((file) => (
              <FileBlock key={file.file.ticket} file={file} state={state} />
            ))}
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(460px, 38%)' }}>
          {state.current && <RawSheet sheet={state.current} />}
        </aside>
      </div>
      <Foot
        step="read"
        blocked={state.sheets.length === 0 || state.hasUnknown || state.isReading}
        remark={state.sheets.length === 0 && !state.isReading ? t('import.read.none') : undefined}
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.map')}`, run: () => goTo('map') }}
      />
    </>
  );
}

function FileBlock({ file: { file, query, preview }, state }: { file: FileState; state: ImportState }) {
  const { t } = useWords();
  return (
    <section>
      <div className="file-line">
        <span className="b ell">{file.name}</span>
        <span className="s12 t3 nw">{bytesText(file.bytes)}</span>
        {preview && <span className="s12 t3 nw">{preview.format}</span>}
        {preview?.encoding && (
          <span className="s12 t3 nw">{t('import.sheet.encoding', { encoding: preview.encoding })}</span>
        )}
        {preview && (
          <span className="mono s12 t3 ell" title={preview.sha256}>
            SHA-256 {groupsOfFour(preview.sha256).slice(0, 2).join(' ')} …
          </span>
        )}
        <span className="grow" />
        <button type="button" className="link s12" onClick={() => removeFile(file.ticket)}>
          {t('import.sheet.remove')}
        </button>
      </div>
      {query?.isError && <FailedAnswer error={query.error} retry={() => void query.refetch()} />}
      {!preview && !query?.isError && <Loading />}
      {preview?.problem && (
        <div className="pad">
          <ProblemNote problem={preview.problem} />
        </div>
      )}
      {preview?.alreadyImported && (
        <p className="note mid" style={{ margin: '8px 16px' }}>
          {t('import.sheet.already', {
            at: instantText(preview.alreadyImported.at),
            batch: preview.alreadyImported.batch,
          })}
        </p>
      )}
      {preview && !preview.problem && !preview.alreadyImported && (
        <table className="g mapping">
          <colgroup>
            <col style={{ width: 36 }} />
            <col />
            <col style={{ width: 190 }} />
            <col style={{ width: 58 }} />
            <col style={{ width: 76 }} />
            <col style={{ width: 180 }} />
          </colgroup>
          <thead>
            <tr>
              <th>
                <span className="unseen">{t('import.sheet.include')}</span>
              </th>
              <th>{t('import.sheet.sheet')}</th>
              <th>{t('import.sheet.category')}</th>
              <th>{t('import.sheet.confidence')}</th>
              <th className="num">{t('import.sheet.rows')}</th>
              <th>{t('import.sheet.state')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.sheets.map((sheet) => (
              <SheetLine key={sheet.idx} place={{ file: file.name, sheet: sheet.sheet }} sheet={sheet} state={state} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function SheetLine({ place, sheet, state }: { place: SheetPlace; sheet: SheetPreview; state: ImportState }) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const skipped = isSkipped(state.answers, place, sheet);
  const first = sheet.candidates.map(({ category }) => category);
  const options = (fields.data?.categories ?? [])
    .map(({ id, title }) => ({ value: id, label: inLang(title, lang) }))
    .sort((a, b) => order(first, a.value) - order(first, b.value));
  const selected = state.current !== undefined && isAt(state.current, place);
  return (
    <tr className="pick" aria-selected={selected} onClick={() => show(place)}>
      <td>
        <Checkbox
          aria-label={`${t('import.sheet.include')} ${sheet.sheet}`}
          checked={!skipped}
          disabled={sheet.rows === 0}
          onChange={(event) => say(place, { skip: !event.target.checked })}
        />
      </td>
      <td title={sheet.sheet}>
        <span className={skipped ? 't3' : 'b'}>{sheet.sheet}</span>{' '}
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
    return (
      <span className="row g4 s12 tone-mid" title={words}>
        <IconAlertTriangle size={14} stroke={1.5} className="none" aria-hidden />
        <span className="ell">{words}</span>
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
