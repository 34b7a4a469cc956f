import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readOwnModels } from '../store/own-models.ts';
import { ownVersionAnswer } from './own-version.ts';

export default answerInCase('own.list', (_, { openCase: { store } }) =>
  ok({ models: readOwnModels(store).map(ownVersionAnswer) }),
);
