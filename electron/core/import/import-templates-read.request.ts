import { isDeepStrictEqual } from 'node:util';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { ImportTemplate } from '../../../shared/protocol/template.requests.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { openTicket } from '../open-ticket.ts';
import { answerInCase } from '../request.ts';
import { keptTemplates, saveTemplate } from '../store/import-templates.ts';
import { largestTemplateFile, readTemplateFile } from './read-template-file.ts';

export default answerInCase('import.templates-read', ({ ticket }, core) => {
  const file = core.tickets.find(ticket, ['template'], 'read');
  if (!file) return failed('ticket.unknown');
  const bytes = openTicket(file, largestTemplateFile);
  if (!bytes.ok) return bytes;
  const read = readTemplateFile(bytes.value, file.name);
  if (!read.ok) return read;
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const added: string[] = [];
  const known: string[] = [];
  store.transaction(() => {
    const kept = new Map(keptTemplates(store).map(({ template }) => [template.name, template]));
    for (const template of read.value) {
      if (isDeepStrictEqual(kept.get(template.name), template)) {
        known.push(template.name);
        continue;
      }
      const named = { ...template, name: freeName(template.name, kept) };
      saveTemplate(store, named, at.toISOString(), actor);
      kept.set(named.name, named);
      added.push(named.name);
    }
    if (added.length > 0)
      writeJournal(store, {
        actor,
        at,
        action: 'import.templates-read',
        params: { added: added.length, file: file.name },
      });
  });
  if (added.length > 0) core.changed('templates', 'journal');
  return ok({ added, known });
});

/** 农商行流水 (2) where the name is taken by another template. */
function freeName(name: string, taken: ReadonlyMap<string, ImportTemplate>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name.slice(0, 54)} (${n})`;
  return free;
}
