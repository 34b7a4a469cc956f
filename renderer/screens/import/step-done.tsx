import { IconCheck } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { countText } from '../../parts/show.ts';
import { ProblemNote } from '../../parts/states.tsx';
import { totalRows } from './counts.ts';
import { discard, type ImportReport, useQueue } from './queue.ts';

/** What has been written, batch by batch, and the way on: models and findings. */
export function StepDone() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const report = useQueue((queue) => queue.report);
  const [busy, setBusy] = useState(false);
  if (!report) return null;
  const run = async () => {
    setBusy(true);
    const done = await attempt(() => client.request('detect.run', {}));
    setBusy(false);
    if (!done) return;
    discard();
    go('findings', {});
  };
  const leave = (deed: () => void) => () => {
    discard();
    deed();
  };
  return (
    <>
      <div className="row wrap g12 check-head">
        <h2 className="row s16 b">
          <IconCheck size={20} stroke={2} color="var(--ok)" aria-hidden />
          {t('import.done.title')}
        </h2>
        <span className="t2">{t('import.done.rows', totalRows(report))}</span>
        <span className="grow" />
        <Button onClick={discard}>{t('import.done.again')}</Button>
        <Button onClick={leave(() => go('graph', {}))}>{t('import.done.graph')}</Button>
        <Button type="primary" loading={busy} onClick={() => void run()}>
          {t('import.done.run')}
        </Button>
      </div>
      {busy && (
        <div className="pad none">
          <ProgressBar wide />
        </div>
      )}
      <div className="grow scroll">
        <table className="g loose">
          <colgroup>
            <col style={{ width: 84 }} />
            <col />
            <col style={{ width: 90 }} />
            <col style={{ width: 90 }} />
            <col style={{ width: 90 }} />
            <col style={{ width: 90 }} />
            <col style={{ width: 90 }} />
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
              <FileLine
                key={`${file.sha256} ${file.file}`}
                file={file}
                see={(batch) => leave(() => go('import', { batch }))()}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FileLine({ file, see }: { file: ImportReport['files'][number]; see: (batch: number) => void }) {
  const { t } = useWords();
  const rows = totalRows({ files: [file] });
  const { batch } = file;
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
        <td title={file.file}>{file.file}</td>
        <td className="num b">{countText(rows.imported)}</td>
        <td className={rows.rejected > 0 ? 'num tone-high' : 'num t3'}>{countText(rows.rejected)}</td>
        <td className="num t2">{countText(rows.duplicate)}</td>
        <td className="num t2">{countText(rows.skipped)}</td>
        <td>
          {batch !== null && (
            <button type="button" className="link" onClick={() => see(batch)}>
              {t('import.done.see')}
            </button>
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
