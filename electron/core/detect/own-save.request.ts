import { randomBytes } from 'node:crypto';
import { ownFaults } from '../../../shared/ontology/own-model.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { models } from '../models/index.ts';
import { answerInCase } from '../request.ts';
import { readOwnModels, writeOwnVersion } from '../store/own-models.ts';
import { faultOf } from './own-fault.ts';

/** Keeps a definition as a version of its own. Two models of one name would not be told apart in a list of findings. */
export default answerInCase('own.save', ({ model, definition, reason }, core) => {
  const [fault] = ownFaults(definition);
  if (fault) return faultOf(fault);
  const { store, actor } = core.openCase;
  const own = readOwnModels(store);
  const before = own.find((each) => each.model === model);
  if (model !== undefined && (!before || before.state === 'deleted'))
    return failed('own-model.not-found', { params: { id: model } });
  const name = definition.name.trim();
  const isTaken =
    own.some((each) => each.state !== 'deleted' && each.model !== model && each.definition.name.trim() === name) ||
    models.some(({ title }) => title.zh === name || title.en === name);
  if (isTaken) return failed('own-model.name-taken', { params: { name } });
  const at = core.shell.now();
  const id = model ?? `own-${randomBytes(6).toString('hex')}`;
  const version = (before?.version ?? 0) + 1;
  store.transaction(() => {
    writeOwnVersion(store, { model: id, version, state: 'on', definition, reason, at: at.toISOString(), actor });
    writeJournal(store, { actor, at, action: 'own.saved', params: { name, model: id, version, reason } });
  });
  core.changed('findings', 'journal');
  return ok({ model: id, version });
});
