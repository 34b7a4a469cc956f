import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { modelsOf } from '../models/of-case.ts';
import { type RunAnswer, runModels } from './run-models.ts';
import type { AskedSettings } from './settings.ts';
import { chooseModels, settingsInForce } from './settings.ts';

declare module '../job.ts' {
  interface Jobs {
    'detect.run': {
      payload: {
        models: readonly string[] | undefined;
        settings: AskedSettings | undefined;
        reason: string;
        everything: boolean;
      };
      result: RunAnswer;
    };
  }
}

export default defineJob('detect.run', (ask, job) => {
  const { store, actor } = job.openCase;
  const models = modelsOf(store);
  const chosen = chooseModels(models, ask.models, ask.settings);
  if (!chosen.ok) return chosen;
  const { settings, changed } = settingsInForce(store, models, ask.settings);
  return ok(
    runModels(store, {
      models: chosen.value,
      settings,
      changed,
      reason: ask.reason,
      everything: ask.everything,
      actor,
      at: job.now(),
      progress: job.progress,
      checkCancelled: job.checkCancelled,
    }),
  );
});
