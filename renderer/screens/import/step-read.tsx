import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { FileNotes } from './file-notes.tsx';
import { FileRows } from './file-rows.tsx';
import { FileTable } from './file-table.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { goTo, show } from './queue.ts';
import { RawSheet } from './raw-sheet.tsx';
import { ReadOptions } from './read-options.tsx';
import { SheetQuestion } from './sheet-question.tsx';

/** 读取方式: what each sheet was recognised as and how its file is read; the question about a sheet that could be several things. */
export function StepRead({ state }: { state: ImportState }) {
  const { t } = useWords();
  const read = state.files.filter(({ preview }) => preview !== undefined).length;
  const unknown = state.sheets.filter(({ preview }) => preview.category === null);
  const [open] = unknown;
  const { current } = state;
  const shown = state.files.findIndex(
    ({ preview }) => preview?.file === current?.file && preview?.sha256 === current?.sha256,
  );
  const file = state.files[shown]?.preview;
  const remark =
    read < state.files.length
      ? t('import.read.reading', { done: read, total: state.files.length })
      : state.sheets.length === 0
        ? t('import.read.none')
        : unknown.length > 0 && (
            <button type="button" className="link s12 tone-mid" onClick={() => open && show(open)}>
              {t('wizard.files.unclear', { count: unknown.length })}
            </button>
          );
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head title={t('import.read.title')} sub={t('import.read.sub')} />
          <FileTable
            files={state.files}
            widths={[36, null, 176, 72, 72, 144, 72]}
            shown={shown}
            head={
              <tr>
                <th>
                  <span className="unseen">{t('import.sheet.include')}</span>
                </th>
                <th>{t('import.sheet.fileAndSheet')}</th>
                <th>{t('import.sheet.category')}</th>
                <th>{t('import.sheet.confidence')}</th>
                <th className="num">{t('import.sheet.rows')}</th>
                <th>{t('import.sheet.state')}</th>
                <th>
                  <span className="unseen">{t('import.sheet.remove')}</span>
                </th>
              </tr>
            }
            linesOf={(each) => <FileRows file={each} state={state} />}
          />
        </section>
        <aside className="pane col none" style={{ width: 'min(520px, 42%)' }}>
          {current && file && (
            <>
              {current.preview.category === null && <SheetQuestion sheet={current} />}
              <Head title={t('wizard.read.options')} sub={`${current.file} › ${current.sheet}`} />
              <ReadOptions key={`${current.file}/${current.sheet}`} sheet={current} file={file} state={state} />
              <FileNotes notes={file.notes.filter(({ sheet }) => sheet === null || sheet === current.sheet)} />
              <RawSheet sheet={current} />
            </>
          )}
        </aside>
      </div>
      <Foot
        step="read"
        blocked={state.sheets.length === 0 || state.hasUnknown || state.isReading}
        remark={remark}
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.map')}`, run: () => goTo('map') }}
      />
    </>
  );
}
