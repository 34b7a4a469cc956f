import { ok } from '../../../shared/protocol/problem.ts';
import { modelsOf } from '../models/of-case.ts';
import { answerInCase } from '../request.ts';
import { evidenceReader } from './evidence-reader.ts';
import { lacksOf } from './lacks.ts';

/** What missing data stops: each model that cannot judge as things stand, with what it lacks. */
export default answerInCase('quality.stops', (_, { openCase }) => {
  const evidence = evidenceReader(openCase.store);
  const models = modelsOf(openCase.store);
  const stopped = models.flatMap((model) => {
    const lacks = lacksOf(model, evidence);
    return lacks.length === 0
      ? []
      : [{ model: model.id, title: model.title, lacks: lacks.map(({ id, words }) => ({ id, words })) }];
  });
  return ok({ models: models.length, stopped });
});
