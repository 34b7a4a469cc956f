import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useApp } from '../../app/store.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';

export type Trial = Answer<'detect.try'>;
export type Values = Readonly<Record<string, number>>;

/** A slider that is still being moved asks for nothing. */
const PAUSE_MS = 500;

/** A job that began this moment is no fault: the trial is made when it has ended. */
function onceFree(error: unknown): undefined {
  if (problemOf(error)?.code !== 'job.running') throw error;
}

/**
 * 试算: what the model would find with these values, beside what stands; asked once the values rest, one at a time, and never while another job
 * runs. null: nothing differs.
 */
export function useTrial(model: string, values: Values | null): { trial: Trial | null; isTrying: boolean } {
  const { attempt } = useAsk();
  const deed = useRef(attempt);
  deed.current = attempt;
  const isBusy = useApp((app) => app.job !== null);
  const [answered, setAnswered] = useState<{ key: string; trial: Trial } | null>(null);
  const key = values === null ? null : JSON.stringify([model, values]);
  const asking = useRef(false);
  const [, again] = useState(0);
  useEffect(() => {
    if (key === null || isBusy || asking.current || answered?.key === key) return;
    const wait = setTimeout(async () => {
      const [id, settings] = JSON.parse(key) as [string, Record<string, number>];
      asking.current = true;
      const trial = await deed.current(() => client.request('detect.try', { model: id, settings }).catch(onceFree));
      asking.current = false;
      if (trial) setAnswered({ key, trial });
      // values that were moved meanwhile are asked about now
      again((n) => n + 1);
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  }, [key, isBusy, answered]);
  const trial = key !== null && answered?.key === key ? answered.trial : null;
  return { trial, isTrying: key !== null && trial === null };
}
