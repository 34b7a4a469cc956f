import { IconCheck, IconPlayerPause } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { go, useApp } from '../../app/store.ts';
import { problemWords, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { totalRows } from './counts.ts';
import { DoneLine } from './done-line.tsx';
import type { ImportState } from './import-state.ts';
import { ModelsToRun } from './models-to-run.tsx';
import { NotAsked } from './not-asked.tsx';
import { discard, goOnWith, type ImportReport, useQueue } from './queue.ts';
import { UndoBatch } from './undo-batch.tsx';

/** 结果: what has been written, batch by batch, what the case holds now, and the way on: models and findings. */
export function StepDone({ state }: { state: ImportState }) {
  const { t, lang } = useWords();
  const report = useQueue((queue) => queue.report);
  const isBusy = useApp((app) => app.job !== null);
  const batches = useAnswer('import.batches', {});
  const [undoing, setUndoing] = useState<number | null>(null);
  if (!report) return null;
  const left = report.stopped ? notWritten(state, report) : [];
  const leave = (deed: () => void) => () => {
    discard();
    deed();
  };
  const batch = batches.data?.batches.find(({ id }) => id === undoing);
  return (
    <>
      <div className="row wrap g12 check-head">
        <h2 className="row s16 b">
          {report.stopped ? (
            <IconPlayerPause size={20} stroke={1.5} color="var(--mid)" aria-hidden />
          ) : (
            <IconCheck size={20} stroke={2} color="var(--ok)" aria-hidden />
          )}
          {t(report.stopped ? 'wizard.done.stopped' : 'import.done.title')}
        </h2>
        <span className="t2">{t('import.done.rows', totalRows(report))}</span>
        {report.totals && (
          <span className="t2">
            {t('wizard.done.figures')}
            {t('common.colon')}
            {t('wizard.done.parties', { count: report.totals.parties })}
            {t('common.comma')}
            {t('wizard.done.links', { count: report.totals.links })}
          </span>
        )}
        <span className="grow" />
        <Button onClick={discard}>{t('import.done.again')}</Button>
        <Button onClick={leave(() => go('graph', {}))}>{t('import.done.graph')}</Button>
      </div>
      {report.stopped && (
        <div className="pad none">
          <div className="note mid row wrap g8" role="status">
            <span className="grow">{problemWords(report.stopped, lang)}</span>
            {left.length > 0 && (
              <Button type="primary" size="small" onClick={() => goOnWith(left)}>
                {t('wizard.done.goOn', { count: left.length })}
              </Button>
            )}
          </div>
        </div>
      )}
      {isBusy && (
        <div className="pad none">
          <ProgressBar wide />
        </div>
      )}
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <div className="grow scroll">
            <table className="g loose">
              <colgroup>
                <col style={{ width: 84 }} />
                <col />
                <col style={{ width: 84 }} />
                <col style={{ width: 96 }} />
                <col style={{ width: 84 }} />
                <col style={{ width: 76 }} />
                <col style={{ width: 312 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('import.batches.no')}</th>
                  <th>{t('import.batches.file')}</th>
                  <th className="num">{t('import.batches.imported')}</th>
                  <th className="num">{t('import.check.counters.rejected')}</th>
                  <th className="num">{t('import.check.counters.duplicate')}</th>
                  <th className="num">{t('import.check.counters.skipped')}</th>
                  <th>
                    <span className="unseen">{t('import.done.see')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.files.map((file) => (
                  <DoneLine
                    key={`${file.sha256} ${file.file}`}
                    file={file}
                    isUndone={
                      batches.data?.batches.some(({ id, state }) => id === file.batch && state === 'undone') ?? false
                    }
                    see={(id) => leave(() => go('import', { batch: id }))()}
                    undo={setUndoing}
                  />
                ))}
              </tbody>
            </table>
            <NotAsked state={state} report={report} />
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(340px, 30%)' }}>
          <ModelsToRun />
        </aside>
      </div>
      {batch && <UndoBatch batch={batch} close={() => setUndoing(null)} />}
    </>
  );
}

/** Tickets of files that could come in and have not: an archive is one ticket, and it is gone through again. */
function notWritten({ files }: ImportState, report: ImportReport): string[] {
  const written = new Set(report.files.flatMap(({ batch, sha256 }) => (batch === null ? [] : [sha256])));
  const left = files.filter(
    ({ preview }) => preview && !preview.problem && !preview.alreadyImported && !written.has(preview.sha256),
  );
  return [...new Set(left.map(({ file }) => file.ticket))];
}
