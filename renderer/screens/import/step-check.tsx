import { IconInfoCircle } from '@tabler/icons-react';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { Answered, ProblemNote } from '../../parts/states.tsx';
import { CheckAccounts } from './check-accounts.tsx';
import { CheckCounters } from './check-counters.tsx';
import { totalRepaired, totalRows } from './counts.ts';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { ProblemWork } from './problem-work.tsx';
import { goTo, type ImportReport } from './queue.ts';
import { beforeImport } from './treatment.ts';

/** 检查: every row tried, every row accounted for, nothing written. */
export function StepCheck({ state }: { state: ImportState }) {
  const { t } = useWords();
  const check = useAnswer(
    'import.check',
    { ...state.ask, keep: true },
    { enabled: state.ask.tickets.length > 0, waits: true, keep: true },
  );
  const rows = check.data && totalRows(check.data);
  const repaired = check.data && totalRepaired(check.data);
  const toWrite = (rows?.imported ?? 0) + (repaired?.imported ?? 0);

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
                {report.check !== null && (
                  <ProblemWork
                    scope={{ check: report.check }}
                    treatment={beforeImport}
                    foot={<CheckAccounts accounts={report.accounts} total={report.accountsTotal} />}
                  />
                )}
              </>
            )}
          </Answered>
        </div>
      )}
      <Foot
        step="check"
        blocked={toWrite === 0 || check.isFetching}
        remark={
          rows &&
          t('import.check.willWrite', { rows: toWrite, rest: rows.read - rows.imported - (repaired?.imported ?? 0) })
        }
        next={{
          label: `${t('common.next')}${t('common.colon')}${t('import.steps.parties')}`,
          run: () => goTo('parties'),
        }}
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
