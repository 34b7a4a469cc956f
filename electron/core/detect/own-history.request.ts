import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readOwnVersions } from '../store/own-models.ts';
import { ownVersionAnswer } from './own-version.ts';

export default answerInCase('own.history', ({ model }, { openCase: { store } }) => {
  const versions = readOwnVersions(store, model);
  return versions.length === 0
    ? failed('own-model.not-found', { params: { id: model } })
    : ok({ versions: versions.map(ownVersionAnswer) });
});
