import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import type { Hit } from '../models/model.ts';
import { modelsOf } from '../models/of-case.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { readFindings } from '../store/read-findings.ts';
import { asModelRun, tryModel } from './run-models.ts';
import { chooseModels, settingsInForce } from './settings.ts';

declare module '../job.ts' {
  interface Jobs {
    'detect.try': { payload: Asked<'detect.try'>; result: Answer<'detect.try'> };
  }
}

type Tried = Answer<'detect.try'>['added'][number];

/** So many of what comes and goes are named; the totals count all. */
const NAMED = 20;

export default defineJob('detect.try', ({ model: id, settings: asked, against }, job) => {
  const { store } = job.openCase;
  const models = modelsOf(store);
  for (const values of [asked, against ?? {}]) {
    const fits = chooseModels(models, [id], { [id]: values });
    if (!fits.ok) return fits;
  }
  const model = models.find((each) => each.id === id)!;
  const { settings } = settingsInForce(store, models);
  const standing = settings.get(id) ?? {};
  const sets = [{ ...standing, ...asked }, ...(against ? [{ ...standing, ...against }] : [])];
  const [trial, other] = tryModel(store, model, sets, { ...job, settings });
  const found = new Map(trial!.hits.map((hit) => [hit.key, triedHit(hit)]));
  const known = standingOf(store, id);
  const before: ReadonlyMap<string, Tried> = other ? new Map(other.hits.map((hit) => [hit.key, triedHit(hit)])) : known;
  const missing = (from: ReadonlyMap<string, Tried>, where: ReadonlyMap<string, Tried>) =>
    [...from].filter(([key]) => !where.has(key)).map(([key, hit]) => known.get(key) ?? hit);
  const added = missing(found, before);
  const gone = missing(before, found);
  return ok({
    run: asModelRun(trial!),
    before: before.size,
    same: found.size - added.length,
    addedTotal: added.length,
    goneTotal: gone.length,
    added: weightiest(added),
    gone: weightiest(gone),
  });
});

const weightiest = (list: readonly Tried[]): Tried[] =>
  list.toSorted((a, b) => b.severity - a.severity || (b.fen ?? 0) - (a.fen ?? 0)).slice(0, NAMED);

const triedHit = ({ severity, params, subjects, fen }: Hit): Tried => ({
  finding: null,
  number: null,
  severity,
  params: { ...params },
  subject: subjects[0]?.name ?? '',
  fen,
});

/** What the last run found, by the key of each matter. */
function standingOf(store: Store, model: string): Map<string, Tried> {
  const keys = prepared<[string], { id: number; key: string }>(
    store,
    'select id, key from finding where model = ? and gone_run is null',
  ).all(model);
  const byId = new Map(readFindings(store).map((finding) => [finding.id, finding]));
  return new Map(
    keys.flatMap(({ id, key }) => {
      const finding = byId.get(id);
      if (!finding) return [];
      const { number, severity, params, subjects, fen } = finding;
      return [[key, { finding: id, number, severity, params: { ...params }, subject: subjects[0]?.name ?? '', fen }]];
    }),
  );
}
