import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { modelOf } from '../models/of-case.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { readSettingChanges } from '../store/model-settings.ts';
import { readOwnModels } from '../store/own-models.ts';
import { type FiledOwnModel, writeSettingsFile } from './settings-file.ts';

declare module '../job.ts' {
  interface Jobs {
    'detect.settings-write': { payload: { profileFolder: string }; result: Answer<'detect.settings-write'> };
  }
}

/** What people set in this case, the latest of each threshold, signed. */
export default defineJob('detect.settings-write', async ({ profileFolder }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('detect.settings-write needs a target');
  const { store, actor } = job.openCase;
  const settings = readSettingChanges(store).map(({ model, name, value, reason }) => ({
    model,
    version: modelOf(store, model)?.version ?? 0,
    name,
    value,
    reason,
  }));
  const own = readOwnModels(store)
    .filter(({ state }) => state !== 'deleted')
    .map(({ model, definition, reason }) => ({ model, definition, reason }));
  if (settings.length + own.length === 0) return failed('settings-file.none');
  const keys = await ownKeys(profileFolder);
  job.write(target, writeSettingsFile({ settings, own: own as FiledOwnModel[] }, keys, job.now()));
  writeJournal(store, {
    actor,
    at: job.now(),
    action: 'detect.settings-written',
    params: { settings: settings.length, own: own.length, file: target.name },
  });
  return ok({ name: target.name, settings: settings.length, own: own.length, fingerprint: keys.fingerprint });
});
