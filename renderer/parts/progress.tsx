import { Button } from 'antd';
import { useApp } from '../app/store.ts';
import { useWords, wordTable } from '../app/words.ts';
import { client } from '../client/client.ts';
import { Meter } from './pane.tsx';
import { countText } from './show.ts';

/** The running job: step, count, speed, time left, and a cancel that leaves nothing behind. Nothing while no job runs. */
export function ProgressBar({ wide = false, narrow = false }: { wide?: boolean; narrow?: boolean }) {
  const { t, lang } = useWords();
  const job = useApp((app) => app.job);
  if (!job) return null;
  const share = job.total > 0 ? job.done / job.total : 0;
  const steps: Readonly<Record<string, string>> = wordTable(lang).frame.jobSteps;
  const figures = [
    job.paused ? t('wizard.queue.paused') : (steps[job.step] ?? null),
    job.file ? t('wizard.queue.file', { n: job.file.n, total: job.file.of }) : null,
    job.total > 0 ? `${countText(job.done)} / ${countText(job.total)}` : countText(job.done),
    job.perSecond && !job.paused ? t('common.job.rate', { n: Math.round(job.perSecond) }) : null,
    job.left === null || job.paused ? null : t('common.job.left', { seconds: Math.ceil(job.left) }),
  ].filter((part) => part !== null);
  const cancel = (
    <Button size="small" onClick={() => void client.request('job.cancel', {})}>
      {t(job.job === 'import.write' ? 'common.job.stop' : 'common.job.cancel')}
    </Button>
  );
  if (!wide) {
    return (
      <span className={narrow ? 'job narrow' : 'job'} role="status">
        <span className="ell">{jobTitle(t, job.job)}</span>
        <Meter share={share} />
        <span className="mono">{figures.slice(0, 2).join(' ')}</span>
        <button type="button" className="link s12" onClick={() => void client.request('job.cancel', {})}>
          {t('common.cancel')}
        </button>
      </span>
    );
  }
  return (
    <div className="well col" style={{ gap: 6, padding: 14 }} role="status">
      <span className="b">{jobTitle(t, job.job)}</span>
      <span className="t2 s12">{figures.join(t('common.comma'))}</span>
      <Meter share={share} />
      {job.file && (
        <span className="s12 t3 ell" title={job.file.name}>
          {job.file.name}
        </span>
      )}
      <span className="row g6">
        <Button size="small" onClick={() => void client.request(job.paused ? 'job.resume' : 'job.pause', {})}>
          {t(job.paused ? 'wizard.queue.goOn' : 'wizard.queue.pause')}
        </Button>
        {cancel}
      </span>
    </div>
  );
}

const knownJobs = [
  'import.write',
  'import.preview',
  'import.check',
  'import.values',
  'import.parties',
  'import.undo',
  'import.correct',
  'import.uncorrect',
  'import.decide',
  'manual.write',
  'manual.remove',
  'detect.run',
  'detect.try',
  'own.try',
  'boards.read',
  'report.write',
  'party.write',
  'seal.write',
  'seal.open',
  'case.open-sample',
  'metrics.read',
] as const;

function jobTitle(t: ReturnType<typeof useWords>['t'], job: string): string {
  const known = knownJobs.find((name) => name === job);
  return known ? t(`frame.jobs.${jobKey(known)}`) : t('common.job.running');
}

const jobKey = (job: (typeof knownJobs)[number]) =>
  (
    ({
      'import.write': 'importWrite',
      'import.preview': 'importPreview',
      'import.check': 'importCheck',
      'import.values': 'importValues',
      'import.parties': 'importParties',
      'import.undo': 'importUndo',
      'import.correct': 'importCorrect',
      'import.uncorrect': 'importCorrect',
      'import.decide': 'importCorrect',
      'manual.write': 'manualWrite',
      'manual.remove': 'manualRemove',
      'detect.run': 'detectRun',
      'detect.try': 'detectTry',
      'own.try': 'detectTry',
      'boards.read': 'boards',
      'report.write': 'reportWrite',
      'party.write': 'reportWrite',
      'seal.write': 'sealWrite',
      'seal.open': 'sealOpen',
      'case.open-sample': 'openSample',
      'metrics.read': 'graphMetrics',
    }) as const
  )[job];
