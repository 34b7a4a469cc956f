import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { AddFiles } from './drop-zone.tsx';
import { FileRows } from './file-rows.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { goTo } from './queue.ts';
import { RawSheet } from './raw-sheet.tsx';

/** What each file and each sheet was recognised as. Sheets can be left out, categories and headers corrected. */
export function StepRead({ state }: { state: ImportState }) {
  const { t } = useWords();
  const read = state.files.filter(({ preview }) => preview !== undefined).length;
  const remark =
    read < state.files.length
      ? t('import.read.reading', { done: read, total: state.files.length })
      : state.sheets.length === 0 && t('import.read.none');
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head title={t('import.read.title')} sub={t('import.read.sub')} extra={<AddFiles />} />
          <div className="grow scroll">
            <table className="g loose">
              <colgroup>
                <col style={{ width: 36 }} />
                <col />
                <col style={{ width: 176 }} />
                <col style={{ width: 56 }} />
                <col style={{ width: 72 }} />
                <col style={{ width: 168 }} />
                <col style={{ width: 56 }} />
              </colgroup>
              <thead>
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
              </thead>
              {state.files.map((file) => (
                <FileRows key={file.file.ticket} file={file} state={state} />
              ))}
            </table>
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(460px, 38%)' }}>
          {state.current && <RawSheet sheet={state.current} />}
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
