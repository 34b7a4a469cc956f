import { ok } from '../../../shared/protocol/problem.ts';
import { models } from '../models/index.ts';
import { answerInCase } from '../request.ts';
import { readLastRuns } from '../store/write-run.ts';
import { wordsOf } from './model-words.ts';
import { asModelRun } from './run-models.ts';
import { settingsInForce } from './settings.ts';

/** Every model with its words and the values in force, and how each fared when it was last asked. */
export default answerInCase('detect.models', (_, { openCase }) => {
  const { settings } = settingsInForce(openCase.store, models);
  const runs = readLastRuns(openCase.store);
  const last = runs.toSorted((a, b) => b.run - a.run)[0];
  return ok({
    models: models.map((model) => wordsOf(model, settings.get(model.id) ?? {})),
    lastRun: last
      ? { id: last.run, at: last.at, models: runs.map(({ run: _run, at: _at, ...outcome }) => asModelRun(outcome)) }
      : null,
  });
});
