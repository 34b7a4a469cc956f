import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** One change of a threshold in this case; the latest of a name is in force. */
export interface SettingChange {
  readonly model: string;
  readonly name: string;
  readonly value: number;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export type Setter = Pick<SettingChange, 'actor' | 'at' | 'reason'>;

/** Model → name → value, as people set them in this case. What nobody set is not in here. */
export function readSettings(store: Store): Map<string, Map<string, number>> {
  const rows = prepared<[], { model: string; name: string; value: string }>(
    store,
    'select model, name, value from model_setting order by id',
  ).all();
  const settings = new Map<string, Map<string, number>>();
  for (const { model, name, value } of rows) {
    const known = settings.get(model) ?? new Map<string, number>();
    settings.set(model, known);
    known.set(name, Number(value));
  }
  return settings;
}

/** Of each threshold that people set in this case the latest change, by model and name. */
export function readSettingChanges(store: Store): SettingChange[] {
  return prepared<[], Omit<SettingChange, 'value'> & { value: string }>(
    store,
    `select model, name, value, reason, at, actor from model_setting s
     where id = (select max(id) from model_setting o where o.model = s.model and o.name = s.name) order by model, name`,
  )
    .all()
    .map((change) => ({ ...change, value: Number(change.value) }));
}

/** Who set the thresholds of a model that were in force at a moment, when and why, by name. What nobody had set is not in here. */
export function readSetters(store: Store, model: string, at: string): Record<string, Setter> {
  const rows = prepared<[{ model: string; at: string }], Setter & { name: string }>(
    store,
    `select name, actor, at, reason from model_setting s where model = @model
       and id = (select max(id) from model_setting o where o.model = s.model and o.name = s.name and o.at <= @at)`,
  ).all({ model, at });
  return Object.fromEntries(rows.map(({ name, ...setter }) => [name, setter]));
}

/** Adds a change; nothing is overwritten, so that every run can be explained later. */
export function writeSetting(store: Store, change: SettingChange): void {
  prepared<[string, string, string, string, string, string]>(
    store,
    'insert into model_setting(model, name, value, reason, at, actor) values (?, ?, ?, ?, ?, ?)',
  ).run(change.model, change.name, String(change.value), change.reason, change.at, change.actor);
}
