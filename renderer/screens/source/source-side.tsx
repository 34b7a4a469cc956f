import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { go } from '../../app/store.ts';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { Corrected } from '../../parts/corrected.tsx';
import { useFieldNames } from '../../parts/field-names.ts';
import { OriginLines } from '../../parts/origin-lines.tsx';
import { Head } from '../../parts/pane.tsx';
import { bytesText, groupsOfFour, instantText } from '../../parts/show.ts';
import { correctCell } from '../correct/correct-asked.ts';
import { RowCorrections } from '../correct/row-corrections.tsx';
import { useModels } from '../findings/models.ts';
import { SourceEntry } from '../manual/source-entry.tsx';
import { readOf, type SourceView } from './source-rows.ts';

/** 这个数从哪里来: the value, its place, what was read from the row, the fingerprint of the file, and who cites the row. */
export function SourceSide({ view, rowId, width }: { view: SourceView; rowId: number; width: number }) {
  const { t } = useWords();
  const state = view.rows.find((row) => row.rowId === rowId)?.state;
  const canCorrect = !view.manual && (state === 'imported' || state === 'rejected');
  return (
    <aside className="pane col none" style={{ width }} aria-label={t('source.why')}>
      <Head title={t(view.cell ? 'source.why' : 'source.whyRow')} />
      <div className="grow scroll">
        <Figure view={view} />
        {view.manual && <SourceEntry entry={view.manual} />}
        <Place view={view} />
        <RowCorrections
          rowId={rowId}
          correct={canCorrect ? () => correctCell({ rowId, field: fieldOf(view) }) : null}
        />
        <Values view={view} />
        <Hash view={view} />
        <Cited view={view} />
        <Same view={view} />
      </div>
    </aside>
  );
}

/** The field of the marked cell, or none: then the dialog asks which. */
const fieldOf = ({ marked, columns }: SourceView): string | null =>
  columns.find(({ index }) => index === marked)?.field ?? null;

const Part = ({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) => (
  <div className="sec">
    <div className="row between" style={{ marginBottom: 4 }}>
      <h3 className="h3">{title}</h3>
      {extra}
    </div>
    {children}
  </div>
);

/** What was read, large; beside it that it equals what the file shows, or what stands in the way. */
function Figure({ view }: { view: SourceView }) {
  const { cell, row, rows, sheetId } = view;
  const read = readOf(view);
  const { t, lang } = useWords();
  const here = rows.find(({ n }) => n === row);
  const correction = view.corrections.find(({ column }) => column === view.marked);
  if (!cell && !here?.problems.length) return null;
  return (
    <div className="sec" style={{ userSelect: 'text' }}>
      {cell && <div className="s20 b ell">{read ?? cell.shown}</div>}
      {cell && read !== null && (
        <div className="row g4 s12 t2">
          {!correction && <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />}
          {t('source.raw')} <span className="mono ell">{cell.raw}</span>
        </div>
      )}
      {correction && (
        <div className="row g6 s12 t2">
          <Corrected original={correction.original} />
          {t('correct.was')} <s className="mono ell">{correction.original}</s>
        </div>
      )}
      {here?.problems.map(({ column, code }) => (
        <div key={`${sheetId} ${column} ${code}`} className="note mid s12" style={{ marginTop: 6 }}>
          {problemWords({ code, seen: column === null ? '' : (here.cells[column] ?? '') }, lang)}
        </div>
      ))}
    </div>
  );
}

const states = ['title', 'header', 'imported', 'rejected', 'duplicate', 'skipped'] as const;
const skips = ['header', 'total', 'page', 'note'] as const;

function Place({ view }: { view: SourceView }) {
  const { t, lang } = useWords();
  const nameOf = useFieldNames();
  const row = view.rows.find(({ n }) => n === view.row);
  const state = states.find((each) => each === row?.state);
  const skip = skips.find((each) => each === row?.why);
  return (
    <div className="sec">
      <dl className="kv">
        <dt>{t('source.place')}</dt>
        <dd className="mono">
          {view.sheet}!{view.cell?.address ?? view.row}
        </dd>
        {state && (
          <>
            <dt>{t('source.state')}</dt>
            <dd>
              {t(`source.states.${state}`)}
              {skip && (
                <span className="t3">
                  {t('common.colon')}
                  {t(`source.skipped.${skip}`)}
                </span>
              )}
            </dd>
          </>
        )}
        <dt>{t('source.category')}</dt>
        <dd>{view.manual ? inLang(view.manual.title, lang) : nameOf(view.category)}</dd>
        <dt>{t('source.batch')}</dt>
        <dd>
          <button type="button" className="src" onClick={() => go('import', { batch: view.batch })}>
            {t('source.batchLine', { batch: view.batch, at: instantText(view.batchAt).slice(0, 16) })}
          </button>
        </dd>
        <OriginLines obtained={view.obtained} />
        <dt>{t('source.taken')}</dt>
        <dd>{t('source.takenLine', { by: view.takenBy, at: instantText(view.takenAt).slice(0, 16) })}</dd>
        <dt>{t('source.size')}</dt>
        <dd>{bytesText(view.bytes)}</dd>
      </dl>
    </div>
  );
}

/** Every value read from the row, with its cell or the place outside the table that says it for the whole sheet. */
function Values({ view }: { view: SourceView }) {
  const { t, lang } = useWords();
  const { values } = view;
  if (values.length === 0) return null;
  return (
    <Part title={t('source.values')}>
      <dl className="kv values">
        {values.map(({ field, label, shown, en, cell, from }) => (
          <div key={`${field} ${cell}`} style={{ display: 'contents' }}>
            <dt className="s12">{inLang(label, lang)}</dt>
            <dd className="row g6" title={from === null ? undefined : t('source.fromTitle', { where: from })}>
              {cell !== null && shown === WITHHELD ? (
                <Protected view={view} address={cell} />
              ) : (
                <span className="grow values-text">{lang === 'en' ? (en ?? shown) : shown}</span>
              )}
              <span className="mono t3 s12 none">{cell ?? from}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** What the core puts in the place of a cell that names whoever must not be known. */
const WITHHELD = '••••';

/** A protected value: shown only after somebody asked, which the journal records. */
function Protected({ view, address }: { view: SourceView; address: string }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [text, setText] = useState<string | null>(null);
  const column = view.columns.find(({ name }) => address === `${name}${view.row}`)?.index;
  const rowId = view.rows.find(({ n }) => n === view.row)?.rowId;
  if (text !== null || column === undefined || rowId === undefined)
    return <span className="grow values-text">{text ?? WITHHELD}</span>;
  const reveal = async () => {
    const answer = await attempt(() => client.request('source.reveal', { rowId, column }));
    if (answer) setText(answer.text);
  };
  return (
    <span className="grow row g6">
      <span className="t3">{t('source.withheld')}</span>
      <button type="button" className="link s12" onClick={() => void reveal()}>
        {t('source.reveal')}
      </button>
    </span>
  );
}

function Hash({ view: { sha256 } }: { view: SourceView }) {
  const { t } = useWords();
  const { copy } = useAsk();
  return (
    <Part
      title={t('source.hash')}
      extra={
        <button type="button" className="link s12" onClick={() => void copy('hash', sha256)}>
          {t('source.copyHash')}
        </button>
      }
    >
      <div className="fingerprint s12 t2" style={{ userSelect: 'text' }}>
        {groupsOfFour(sha256).map((group, index) => (
          <span key={`${group} ${String(index)}`}>{group}</span>
        ))}
      </div>
    </Part>
  );
}

function Cited({ view: { citedBy } }: { view: SourceView }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  return (
    <Part title={t('source.cited')}>
      <div className="col" style={{ gap: 4, alignItems: 'flex-start' }}>
        {citedBy.length === 0 && <span className="t3 s12">{t('source.citedNone')}</span>}
        {citedBy.map(({ finding, number, model, role }) => {
          const words = (['evidence', 'explained', 'counter', 'context'] as const).find((each) => each === role);
          return (
            <span key={`${finding} ${role}`} className="row g6" style={{ maxWidth: '100%' }}>
              <button type="button" className="src" onClick={() => go('findings', { finding })}>
                {number} {titleOf(model)}
              </button>
              {words && <span className="t3 s12 none">{t(`source.roles.${words}`)}</span>}
            </span>
          );
        })}
      </div>
    </Part>
  );
}

function Same({ view: { duplicates } }: { view: SourceView }) {
  const { t } = useWords();
  if (duplicates.length === 0) return null;
  return (
    <Part title={t('source.same')}>
      <div className="col" style={{ gap: 4, alignItems: 'flex-start' }}>
        {duplicates.map(({ rowId, file, sheet, row, how }) => (
          <span key={rowId} className="col" style={{ maxWidth: '100%', alignItems: 'flex-start' }}>
            <button
              type="button"
              className="src parts"
              title={`${file} › ${sheet}`}
              onClick={() => go('source', { rowId })}
            >
              <span className="ell">{file}</span>
              <span className="none">{t('common.source.row', { row })}</span>
            </button>
            <span className="t3 s12">{t(how === 'mirror' ? 'source.mirrorOf' : 'source.duplicateOf')}</span>
          </span>
        ))}
      </div>
    </Part>
  );
}
