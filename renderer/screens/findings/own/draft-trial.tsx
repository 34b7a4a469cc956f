import { useEffect, useRef, useState } from 'react';
import { sentence } from '../../../../shared/evidence/sentence.ts';
import { ownFaults } from '../../../../shared/ontology/own-model.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import { useApp } from '../../../app/store.ts';
import { useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAsk } from '../../../parts/ask.ts';
import { Money } from '../../../parts/money.tsx';
import { ProgressBar } from '../../../parts/progress.tsx';
import { useLacks } from '../outcome.tsx';
import { type Draft, forTrial } from './draft.ts';

/** A form that is still being filled in asks for nothing. */
const PAUSE_MS = 700;

/** 试算 beside the form: how many groups are hit, and the most striking of them, once the form rests. */
export function DraftTrial({ draft }: { draft: Draft }) {
  const { t, lang } = useWords();
  const lacks = useLacks();
  const { trial, isTrying } = useDraftTrial(draft);
  if (isTrying)
    return (
      <div className="col g6" role="status">
        <span className="s12 t3">{t('own.trying')}</span>
        <ProgressBar narrow />
      </div>
    );
  if (!trial) return <span className="s12 t3">{t('own.trialWaits')}</span>;
  const { run, summary, hits } = trial;
  const said = lacks(run);
  return (
    <div className="col g6">
      <span role="status" className={run.status === 'ran' ? 'b' : 'tone-mid'}>
        {run.status === 'ran'
          ? t('own.hits', { count: run.findings, examined: run.examined })
          : t(`findings.models.state.${run.status}`)}
      </span>
      {said.map((words) => (
        <span key={words} className="s12 t2">
          {words}
        </span>
      ))}
      {hits.length > 0 && (
        <>
          <span className="s12 t3">{t('own.shown', { count: hits.length, total: run.findings })}</span>
          <ol className="lines s12">
            {hits.map(({ subject, params, fen, rows }) => {
              const words = sentence(summary, params, lang);
              return (
                <li key={`${subject} ${words}`}>
                  <span className="col">
                    <span>{words}</span>
                    <span className="t3">
                      {t('own.rows', { count: rows })} {fen !== null && <Money fen={fen} />}
                    </span>
                  </span>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </div>
  );
}

/** Asked once the form rests and holds together, one at a time, and never while another job runs. */
function useDraftTrial(draft: Draft): { trial: Answer<'own.try'> | null; isTrying: boolean } {
  const { attempt } = useAsk();
  const deed = useRef(attempt);
  deed.current = attempt;
  const isBusy = useApp((app) => app.job !== null);
  const [answered, setAnswered] = useState<{ key: string; trial: Answer<'own.try'> | null } | null>(null);
  const wanted = forTrial(draft);
  const { name: _, explanation: __, innocent: ___, ...asked } = wanted;
  const key = ownFaults(wanted).length > 0 ? null : JSON.stringify(asked);
  const latest = useRef(wanted);
  latest.current = wanted;
  const asking = useRef(false);
  const [, again] = useState(0);
  useEffect(() => {
    if (key === null || isBusy || asking.current || answered?.key === key) return;
    const wait = setTimeout(async () => {
      asking.current = true;
      const trial = await deed.current(() => client.request('own.try', { definition: latest.current }));
      asking.current = false;
      // a trial that was cancelled is not begun again until something changes
      setAnswered({ key, trial: trial ?? null });
      again((n) => n + 1);
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  }, [key, isBusy, answered]);
  const isAnswered = key !== null && answered?.key === key;
  return { trial: isAnswered ? answered.trial : null, isTrying: key !== null && !isAnswered };
}
