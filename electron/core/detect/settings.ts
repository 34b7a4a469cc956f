import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import type { Model } from '../models/model.ts';
import type { Store } from '../store/connect.ts';
import { readSettings } from '../store/model-settings.ts';

/** Model → name → value. */
export type SettingsByModel = ReadonlyMap<string, Readonly<Record<string, number>>>;
export type AskedSettings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A value that differs from what was in force. */
export interface Changed {
  readonly model: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What is in force: the models' own values, what people set in this case, and on top what is asked for now. */
export function settingsInForce(
  store: Store,
  models: readonly Model[],
  asked: AskedSettings = {},
): { settings: SettingsByModel; changed: Changed[] } {
  const kept = readSettings(store);
  const changed: Changed[] = [];
  const settings = new Map(
    models.map((model) => {
      const own = model.settings.map(({ name, default: value }) => {
        const before = kept.get(model.id)?.get(name) ?? value;
        const after = asked[model.id]?.[name] ?? before;
        if (after !== before) changed.push({ model: model.id, name, before, after });
        return [name, after] as const;
      });
      return [model.id, Object.fromEntries(own)] as const;
    }),
  );
  return { settings, changed };
}

/** Problem model.not-found, setting.unknown or setting.out-of-range; else the models asked for, all when none is named. */
export function chooseModels(
  models: readonly Model[],
  names: readonly string[] | undefined,
  asked: AskedSettings = {},
): Read<readonly Model[]> {
  const byId = new Map(models.map((model) => [model.id, model]));
  for (const name of [...(names ?? []), ...Object.keys(asked)])
    if (!byId.has(name)) return failed('model.not-found', { params: { id: name } });
  for (const [id, values] of Object.entries(asked)) {
    for (const [name, value] of Object.entries(values)) {
      const setting = byId.get(id)?.settings.find((each) => each.name === name);
      if (!setting) return failed('setting.unknown', { params: { model: id, name } });
      if (!(value >= setting.min && value <= setting.max))
        return failed('setting.out-of-range', {
          params: { name: setting.label.zh, value, min: setting.min, max: setting.max },
        });
    }
  }
  return ok(names && names.length > 0 ? models.filter(({ id }) => names.includes(id)) : models);
}
