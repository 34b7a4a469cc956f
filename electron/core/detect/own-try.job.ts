import { ownFaults } from '../../../shared/ontology/own-model.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { modelsOf } from '../models/of-case.ts';
import { ownAsModel } from '../models/own/own-as-model.ts';
import { faultOf } from './own-fault.ts';
import { asModelRun, tryModel } from './run-models.ts';
import { settingsInForce } from './settings.ts';

declare module '../job.ts' {
  interface Jobs {
    'own.try': { payload: Asked<'own.try'>; result: Answer<'own.try'> };
  }
}

/** So many hits are named; the count says of how many. */
const NAMED = 20;

/** 试算 of a definition that is not kept: the store stays as it was. */
export default defineJob('own.try', ({ definition }, job) => {
  const [fault] = ownFaults(definition);
  if (fault) return faultOf(fault);
  const { store, actor } = job.openCase;
  const at = job.now().toISOString();
  const model = ownAsModel({ model: 'own-trial', version: 1, state: 'on', definition, reason: '', at, actor });
  const { settings } = settingsInForce(store, modelsOf(store));
  const usual = Object.fromEntries(model.settings.map(({ name, default: value }) => [name, value]));
  const [trial] = tryModel(store, model, [usual], { ...job, settings });
  const hits = trial!.hits.toSorted((a, b) => (b.fen ?? 0) - (a.fen ?? 0) || b.rows.length - a.rows.length);
  return ok({
    run: asModelRun(trial!),
    summary: model.summary,
    hits: hits.slice(0, NAMED).map(({ subjects, params, fen, rows }) => ({
      subject: subjects[0]?.name ?? '',
      params: { ...params },
      fen,
      rows: rows.filter(({ role }) => role === 'evidence').length,
    })),
  });
});
