import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { Answered, ProblemNote } from '../../parts/states.tsx';
import { CheckCounters } from './check-counters.tsx';
import { CheckProblems } from './check-problems.tsx';
import { totalRows } from './counts.ts';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { type ImportReport, useQueue } from './queue.ts';

/** 检查: every row tried, every row accounted for, nothing written. The last button writes. */
export function StepCheck({ state }: { state: ImportState }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const obtained = useQueue((queue) => queue.obtained);
  const [writing, setWriting] = useState(false);
  const check = useAnswer('import.check', state.ask, { enabled: state.ask.tickets.length > 0, waits: true });
  const rows = check.data && totalRows(check.data);

  const write = async () => {
    setWriting(true);
    const report = await attempt(() => client.request('import.write', { ...state.ask, obtained }));
    setWriting(false);
    if (report) useQueue.setState({ report, step: 'done' });
  };

  return (
    <>
      {check.isFetching && !check.data ? (
        <div className="grow pad">
          <ProgressBar wide />
        </div>
      ) : (
        <div className="grow col">
          <Answered query={check}>
            {(report) => (
              <>
                <div className="row g0 stretch check-head">
                  <CheckCounters report={report} />
                  <span className="grow" />
                  <div className="well row g12 none" style={{ maxWidth: 380, alignSelf: 'center' }}>
                    <IconInfoCircle size={18} stroke={1.5} color="var(--accent)" className="none" aria-hidden />
                    <span className="s12 t2">{t('import.check.nothingWritten')}</span>
                  </div>
                </div>
                <FileProblems report={report} />
                <CheckProblems report={report} />
              </>
            )}
          </Answered>
        </div>
      )}
      <Foot
        step="check"
        blocked={!rows || rows.imported === 0 || check.isFetching}
        remark={rows && t('import.check.willWrite', { rows: rows.imported, rest: rows.read - rows.imported })}
        next={{ label: t('import.check.write'), run: () => void write(), busy: writing }}
      />
    </>
  );
}

/** Problems of whole files: damaged, unknown, already imported. They do not stop the others. */
function FileProblems({ report }: { report: ImportReport }) {
  const bad = report.files.flatMap(({ file, problems }) => problems.map((problem) => ({ file, problem })));
  if (bad.length === 0) return null;
  return (
    <div className="col g6 none" style={{ padding: '8px 16px', maxHeight: 120, overflow: 'auto' }}>
      {bad.map(({ file, problem }) => (
        <ProblemNote
          key={`${file} ${problem.code} ${problem.at?.sheet ?? ''}`}
          problem={{ ...problem, at: { file, ...problem.at } }}
        />
      ))}
    </div>
  );
}
