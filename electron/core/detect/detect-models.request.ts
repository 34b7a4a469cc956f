import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { byHand } from '../models/by-hand.ts';
import { models } from '../models/index.ts';
import { ownModels } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { reviewStates } from '../store/reviews.ts';
import { readLastRuns } from '../store/write-run.ts';
import { wordsOf } from './model-words.ts';
import { asModelRun } from './run-models.ts';
import { settingsInForce } from './settings.ts';

/** Every model with its words and the values in force, and how each fared when it was last asked. */
export default answerInCase('detect.models', (_, { openCase }) => {
  const all = [...models, ...ownModels(openCase.store)];
  const { settings } = settingsInForce(openCase.store, all);
  const runs = readLastRuns(openCase.store);
  const last = runs.toSorted((a, b) => b.run - a.run)[0];
  return ok({
    models: all.map((model) => wordsOf(model, settings.get(model.id) ?? {})),
    byHand: wordsOf(byHand, {}),
    lastRun: last
      ? { id: last.run, at: last.at, models: runs.map(({ run: _run, at: _at, ...outcome }) => asModelRun(outcome)) }
      : null,
    dispositions: dispositionsByModel(openCase.store),
  });
});

/** 查实率: what became of everything that each model ever found, whether or not the last run found it again. */
function dispositionsByModel(store: Store): Answer<'detect.models'>['dispositions'] {
  const reviews = reviewStates(store);
  const byModel = Map.groupBy(
    prepared<[], { id: number; model: string; status: string }>(store, 'select id, model, status from finding').all(),
    ({ model }) => model,
  );
  return Object.fromEntries(
    [...byModel].map(([model, list]) => {
      const of = (status: string) => list.filter((each) => each.status === status);
      return [
        model,
        {
          found: list.length,
          confirmed: of('confirmed').length,
          reviewed: of('confirmed').filter(({ id }) => reviews.get(id) === 'agreed').length,
          excluded: of('excluded').length,
          doubtful: of('doubtful').length,
          undecided: of('open').length + of('checking').length,
        },
      ];
    }),
  );
}
