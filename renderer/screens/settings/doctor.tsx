import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { fill } from '../../../shared/plain/fill.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { currentLang, useWords, wordTable } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { countText } from '../../parts/show.ts';

/** What a check looked at; a check that this version has no words for is shown by its id. */
const wordsOf = (id: string, n: string): string => {
  const words: Readonly<Record<string, string>> = wordTable(currentLang()).doctor;
  return fill(words[id] ?? id, { n });
};

/** 体检: the case checks itself, line by line. */
export function Doctor() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [result, setResult] = useState<Answer<'doctor'> | 'running'>();
  const run = async () => {
    setResult('running');
    setResult(await attempt(() => client.request('doctor', {})));
  };
  const done = result !== 'running' ? result : undefined;
  const bad = done?.checks.filter(({ ok }) => !ok).length ?? 0;
  return (
    <>
      <Head
        tall
        title={t('settings.doctor')}
        extra={
          <Button size="small" loading={result === 'running'} onClick={() => void run()}>
            {t('settings.runDoctor')}
          </Button>
        }
      />
      <div className="sec">
        <p className="s12 t3">{t('settings.doctorNote')}</p>
        {done && (
          <div className="col g4" style={{ marginTop: 8 }} role="status">
            <span className={bad === 0 ? 'chip ok' : 'chip high'} style={{ width: 'fit-content' }}>
              {bad === 0
                ? t('settings.doctorGood', { count: done.checks.length })
                : t('settings.doctorBad', { count: bad })}
            </span>
            {done.checks.map((check) => (
              <div key={check.id} className="row" style={{ minHeight: 24 }}>
                {check.ok ? (
                  <IconCheck size={14} stroke={2} color="var(--ok)" className="none" aria-hidden />
                ) : (
                  <IconAlertTriangle size={14} stroke={1.5} color="var(--high)" className="none" aria-hidden />
                )}
                <span className="ell" title={check.detail}>
                  {wordsOf(check.id, countText(check.n))}
                  {check.detail && <span className={check.ok ? 't3' : 'tone-high'}> {check.detail}</span>}
                </span>
              </div>
            ))}
          </div>
        )}
      </div>
    </>
  );
}
