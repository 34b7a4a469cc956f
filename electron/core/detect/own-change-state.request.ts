import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { readOwnModels, writeOwnVersion } from '../store/own-models.ts';

/** Nothing is erased: switched off and deleted are further versions, and what the model found keeps its words. */
export default answerInCase('own.change-state', ({ model, state, reason }, core) => {
  const { store, actor } = core.openCase;
  const before = readOwnModels(store).find((each) => each.model === model);
  if (!before || before.state === 'deleted') return failed('own-model.not-found', { params: { id: model } });
  const at = core.shell.now();
  const version = before.version + 1;
  store.transaction(() => {
    writeOwnVersion(store, { ...before, version, state, reason, at: at.toISOString(), actor });
    writeJournal(store, {
      actor,
      at,
      action: 'own.state',
      params: { name: before.definition.name, model, state, reason },
    });
  });
  core.changed('findings', 'journal');
  return ok({ model, version });
});
