import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { CreateCase } from './create-case.tsx';
import { OpenCase } from './open-case.tsx';
import { SampleCase } from './sample-case.tsx';

/** 开始: the last case with its passphrase beside it, the sample case, and a new case in one column. */
export function StartScreen() {
  const { t } = useWords();
  const cases = useAnswer('case.list', {});
  const actor = useSettings((store) => store.settings.actor);
  const [busy, setBusy] = useState(false);
  return (
    <div className="start">
      <main className="start-left">
        <div className="row g12">
          <div className="brand-seal large" aria-hidden="true">
            清
          </div>
          <div>
            <h1 className="s20 b">{t('common.app')}</h1>
            <p className="t2">{t('start.subtitle')}</p>
          </div>
        </div>
        <OpenCase cases={cases} />
        <SampleCase busy={busy} setBusy={setBusy} />
        {busy && <ProgressBar wide />}
        <span className="grow" />
        <Facts />
      </main>
      <section className="start-right" aria-label={t('start.create.title')}>
        <CreateCase />
      </section>
      <footer className="statusbar start-foot">
        <span>{t('frame.offline')}</span>
        <i className="bar-line" aria-hidden="true" />
        <span>{t('start.facts.cases', { count: cases.data?.cases.length ?? 0 })}</span>
        <span className="grow" />
        <span>{actor === '' ? t('start.facts.here') : `${t('start.facts.here')} · ${actor}`}</span>
      </footer>
    </div>
  );
}

/** What was just read about this program: version, attempts to connect, the cipher of the store. */
function Facts() {
  const { t } = useWords();
  const info = useAnswer('app.info', {});
  if (!info.data) return null;
  const { version, offline, cipher } = info.data;
  return (
    <div className="row s12 t3 g16 wrap">
      <span className="row g4">
        <IconRosetteDiscountCheck size={15} stroke={1.5} color="var(--ok)" aria-hidden />
        {t('start.facts.version', { version })}
      </span>
      <span>
        {offline.attempts === 0 ? t('start.facts.offline') : t('start.facts.attempted', { count: offline.attempts })}
      </span>
      <span>{t('start.facts.cipher', { cipher })}</span>
    </div>
  );
}
