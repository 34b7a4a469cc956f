import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { modelById } from '../models/index.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { readSettingChanges } from '../store/model-settings.ts';
import { writeSettingsFile } from './settings-file.ts';

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
    version: modelById.get(model)?.version ?? 0,
    name,
    value,
    reason,
  }));
  if (settings.length === 0) return failed('settings-file.none');
  const keys = await ownKeys(profileFolder);
  job.write(target, writeSettingsFile(settings, keys, job.now()));
  writeJournal(store, {
    actor,
    at: job.now(),
    action: 'detect.settings-written',
    params: { settings: settings.length, file: target.name },
  });
  return ok({ name: target.name, settings: settings.length, fingerprint: keys.fingerprint });
});
