import { createHash } from 'node:crypto';
import { normHeader } from '../../../shared/evidence/text.ts';
import { type ImportTemplate, importTemplate, type SavedTemplate } from '../../../shared/protocol/template.requests.ts';
import type { Store } from './connect.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly category: string;
  readonly body: string;
  readonly at: string;
  readonly actor: string;
}

const select = 'select id, name, category, body, saved_at as at, saved_by as actor from import_template order by name';

/** A template as the case keeps it. */
export interface KeptTemplate {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly template: ImportTemplate;
}

/** 导入模板 of the case, by name. */
export const keptTemplates = ({ db }: Store): KeptTemplate[] =>
  db
    .prepare<[], Row>(select)
    .all()
    .map(({ id, at, actor, body }) => ({ id, at, actor, template: importTemplate.parse(JSON.parse(body)) }));

export const describeTemplate = ({ id, at, actor, template }: KeptTemplate): SavedTemplate => ({
  id,
  name: template.name,
  category: template.category,
  headers: template.columns.length,
  mapped: template.columns.filter(({ field }) => field !== null).length,
  at,
  actor,
});

/** Headers in the form in which they are compared, whatever their order. */
const fingerprintOf = (template: ImportTemplate): string =>
  createHash('sha256')
    .update(JSON.stringify(template.columns.map(({ header }) => normHeader(header)).sort()))
    .digest('hex');

/** Saves a template under its name; what was saved under it before is replaced. */
export function saveTemplate({ db }: Store, template: ImportTemplate, at: string, actor: string): void {
  db.prepare(
    `insert into import_template(name, category, fingerprint, body, saved_at, saved_by) values (@name, @category, @fingerprint, @body, @at, @actor)
     on conflict(name) do update set category = @category, fingerprint = @fingerprint, body = @body, saved_at = @at, saved_by = @actor`,
  ).run({
    name: template.name,
    category: template.category,
    fingerprint: fingerprintOf(template),
    body: JSON.stringify(template),
    at,
    actor,
  });
}

/** Takes a template out of the case; undefined: there is none with this id. */
export const removeTemplate = ({ db }: Store, id: number): { name: string } | undefined =>
  db.prepare<[number], { name: string }>('delete from import_template where id = ? returning name').get(id);
