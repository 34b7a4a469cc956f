import { IconCheck } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { ProblemNote } from '../../parts/states.tsx';
import { totalRows } from './counts.ts';
import { discard, useQueue } from './queue.ts';

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
    <div className="grow scroll">
      <div className="import-done">
        <h2 className="row s16 b">
          <IconCheck size={20} stroke={2} color="var(--ok)" aria-hidden />
          {t('import.done.title')}
        </h2>
        {report.files.map((file) => {
          const rows = totalRows({ files: [file] });
          return (
            <div key={file.sha256} className="boxed" style={{ padding: '10px 14px' }}>
              {file.batch === null ? (
                <span className="b">
                  {file.file} <span className="tone-mid">{t('import.done.notWritten')}</span>
                </span>
              ) : (
                <div className="row between">
                  <span className="b ell">{t('import.done.line', { batch: file.batch, file: file.file })}</span>
                  <button
                    type="button"
                    className="link"
                    onClick={leave(() => go('import', { batch: file.batch ?? 0 }))}
                  >
                    {t('import.done.see')}
                  </button>
                </div>
              )}
              {file.batch !== null && <p className="t2">{t('import.done.rows', rows)}</p>}
              {file.problems.map((problem) => (
                <ProblemNote key={`${problem.code} ${problem.at?.sheet ?? ''}`} problem={problem} />
              ))}
            </div>
          );
        })}
        {busy && <ProgressBar wide />}
        <div className="row">
          <Button type="primary" loading={busy} onClick={() => void run()}>
            {t('import.done.run')}
          </Button>
          <Button onClick={leave(() => go('graph', {}))}>{t('import.done.graph')}</Button>
          <Button onClick={discard}>{t('import.done.again')}</Button>
        </div>
      </div>
    </div>
  );
}
