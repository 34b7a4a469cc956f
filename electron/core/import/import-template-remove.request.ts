import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { removeTemplate } from '../store/import-templates.ts';

export default answerInCase('import.template-remove', ({ id }, core) => {
  const { store, actor } = core.openCase;
  const removed = store.transaction(() => {
    const gone = removeTemplate(store, id);
    if (gone) {
      const at = core.shell.now();
      writeJournal(store, { actor, at, action: 'import.template-removed', params: { name: gone.name } });
    }
    return gone;
  });
  if (!removed) return failed('template.not-found', { params: { name: String(id) } });
  core.changed('templates', 'journal');
  return ok({ name: removed.name });
});
