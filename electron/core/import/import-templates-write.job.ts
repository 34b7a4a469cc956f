import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { TemplateFile } from '../../../shared/protocol/template.requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { keptTemplates } from '../store/import-templates.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.templates-write': {
      payload: { ids: readonly number[] | undefined };
      result: { name: string; templates: number };
    };
  }
}

/** Writes import templates to a file that another case can take. Problem: template.none. */
export default defineJob('import.templates-write', ({ ids }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('import.templates-write needs a target');
  const { store, actor } = job.openCase;
  const templates = keptTemplates(store)
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .map(({ template }) => template);
  if (templates.length === 0) return failed('template.none');
  const content = { format: 'qingyuan-import-templates', version: 1, templates } satisfies TemplateFile;
  job.write(target, Buffer.from(`${JSON.stringify(content, null, 1)}\n`, 'utf8'));
  writeJournal(store, {
    actor,
    at: job.now(),
    action: 'import.templates-written',
    params: { templates: templates.length, file: target.name },
  });
  return ok({ name: target.name, templates: templates.length });
});
