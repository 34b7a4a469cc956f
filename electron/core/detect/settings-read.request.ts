import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { modelById, models } from '../models/index.ts';
import { openTicket } from '../open-ticket.ts';
import { answerInCase } from '../request.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { writeSetting } from '../store/model-settings.ts';
import { chooseModels, settingsInForce } from './settings.ts';
import { type FiledSetting, largestSettingsFile, readSettingsFile } from './settings-file.ts';

type Offered = Answer<'detect.settings-read'>['offered'][number];

/** Reads thresholds from another case; with a reason they are put in force. Models are not run: the next run says what they change. */
export default answerInCase('detect.settings-read', async ({ ticket, reason }, core) => {
  const file = core.tickets.find(ticket, ['settings'], 'read');
  if (!file) return failed('ticket.unknown');
  const bytes = openTicket(file, largestSettingsFile);
  if (!bytes.ok) return bytes;
  const read = readSettingsFile(bytes.value, file.name);
  if (!read.ok) return read;
  const { signer, settings } = read.value;
  const known = settings.filter(({ model }) => modelById.has(model));
  const unknown = [...new Set(settings.map(({ model }) => model).filter((model) => !modelById.has(model)))];
  const fits = chooseModels(models, undefined, byModel(known));
  if (!fits.ok) return fits;
  const { store, actor } = core.openCase;
  const keys = await ownKeys(core.shell.profile);
  const inForce = settingsInForce(store, models).settings;
  const offered = known.flatMap(({ model, name, value, reason: why }): Offered[] => {
    const before = inForce.get(model)?.[name];
    const definition = modelById.get(model);
    const setting = definition?.settings.find((each) => each.name === name);
    if (!definition || !setting || before === undefined || before === value) return [];
    return [{ model, title: definition.title, name, label: setting.label, before, after: value, reason: why }];
  });
  const at = core.shell.now();
  if (reason !== undefined && offered.length > 0) {
    store.transaction(() => {
      for (const { model, name, before, after, reason: there } of offered) {
        const why = there === '' ? reason : `${reason}（${there}）`;
        writeSetting(store, { model, name, value: after, reason: why, at: at.toISOString(), actor });
        writeJournal(store, {
          actor,
          at,
          action: 'detect.setting',
          params: { model, name, before, after, reason: why },
        });
      }
      writeJournal(store, {
        actor,
        at,
        action: 'detect.settings-read',
        params: { settings: offered.length, file: file.name, fingerprint: signer.fingerprint },
      });
    });
    core.changed('findings', 'journal');
  }
  return ok({
    file: file.name,
    signer: { ...signer, own: signer.fingerprint === keys.fingerprint },
    unknown,
    offered,
    applied: reason === undefined ? 0 : offered.length,
  });
});

const byModel = (settings: readonly FiledSetting[]): Record<string, Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(settings, ({ model }) => model)].map(([model, list]) => [
      model,
      Object.fromEntries(list.map(({ name, value }) => [name, value])),
    ]),
  );
