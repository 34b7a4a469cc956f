import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import type { Model } from '../models/model.ts';

/** What a person reads of a model, with the values that are in force in this case. */
export const wordsOf = (model: Model, settings: Readonly<Record<string, number>>): ModelWords => ({
  id: model.id,
  version: model.version,
  group: model.group,
  family: model.family,
  title: model.title,
  question: model.question,
  summary: model.summary,
  basis: model.basis.map((each) => ({ ...each })),
  needs: model.needs.map(({ category, fields }) => ({ category, fields: [...fields] })),
  settings: model.settings.map((setting) => ({ ...setting, value: settings[setting.name] ?? setting.default })),
  innocent: [...model.innocent],
  blindSpots: [...model.blindSpots],
  ...(model.own ? { own: { ...model.own } } : {}),
});

/** Words for a finding of a model that this program no longer has: its id has to do. */
export const unknownModel = (id: string, version: number): ModelWords => ({
  id,
  version,
  group: '',
  family: '',
  title: { zh: id, en: id },
  question: { zh: '', en: '' },
  summary: { zh: id, en: id },
  basis: [],
  needs: [],
  settings: [],
  innocent: [],
  blindSpots: [],
});
