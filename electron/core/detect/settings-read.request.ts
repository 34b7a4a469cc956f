import { isDeepStrictEqual } from 'node:util';
import { type OwnDefinition, ownFaults } from '../../../shared/ontology/own-model.ts';
import { definitionWords } from '../../../shared/ontology/own-words.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { modelOf, modelsOf } from '../models/of-case.ts';
import { openTicket } from '../open-ticket.ts';
import { answerInCase } from '../request.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { writeSetting } from '../store/model-settings.ts';
import { readOwnModels, writeOwnVersion } from '../store/own-models.ts';
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
  const { store, actor } = core.openCase;
  const models = modelsOf(store);
  const { signer, settings, own: filed } = read.value;
  // thresholds of own models hold for one version of one case; here they come with the definition
  const shared = settings.filter(({ model }) => !filed.some((each) => each.model === model));
  const known = shared.filter(({ model }) => models.some(({ id }) => id === model));
  const unsound = filed.filter(({ definition }) => ownFaults(definition).length > 0);
  const unknown = [
    ...new Set(shared.map(({ model }) => model).filter((model) => !models.some(({ id }) => id === model))),
    ...unsound.map(({ definition }) => definition.name),
  ];
  const fits = chooseModels(models, undefined, byModel(known));
  if (!fits.ok) return fits;
  const keys = await ownKeys(core.shell.profile);
  const inForce = settingsInForce(store, models).settings;
  const offered = known.flatMap(({ model, name, value, reason: why }): Offered[] => {
    const before = inForce.get(model)?.[name];
    const definition = modelOf(store, model);
    const setting = definition?.settings.find((each) => each.name === name);
    if (!definition || !setting || before === undefined || before === value) return [];
    const { label, unit } = setting;
    return [{ model, title: definition.title, name, label, unit, before, after: value, reason: why }];
  });
  const latest = new Map(readOwnModels(store).map((each) => [each.model, each]));
  const newer = filed.filter(
    (each) => !unsound.includes(each) && !isSame(latest.get(each.model)?.definition, each.definition),
  );
  const at = core.shell.now();
  if (reason !== undefined && offered.length + newer.length > 0) {
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
      for (const { model, definition, reason: there } of newer) {
        const version = (latest.get(model)?.version ?? 0) + 1;
        const why = `${reason}（${signer.name}${there === '' ? '' : `：${there}`}）`;
        const state = 'on' as const;
        writeOwnVersion(store, { model, version, state, definition, reason: why, at: at.toISOString(), actor });
        writeJournal(store, {
          actor,
          at,
          action: 'own.saved',
          params: { name: definition.name, model, version, reason: why },
        });
      }
      writeJournal(store, {
        actor,
        at,
        action: 'detect.settings-read',
        params: { settings: offered.length, own: newer.length, file: file.name, fingerprint: signer.fingerprint },
      });
    });
    core.changed('findings', 'journal');
  }
  return ok({
    file: file.name,
    signer: { ...signer, own: signer.fingerprint === keys.fingerprint },
    unknown,
    offered,
    own: newer.map(({ model, definition, reason: there }) => ({
      model,
      name: definition.name,
      words: definitionWords(definition),
      known: latest.has(model),
      reason: there,
    })),
    applied: reason === undefined ? 0 : offered.length + newer.length,
  });
});

/** Whether two definitions say the same, whatever the order of their keys. */
const isSame = (a: OwnDefinition | undefined, b: OwnDefinition): boolean => a !== undefined && isDeepStrictEqual(a, b);

const byModel = (settings: readonly FiledSetting[]): Record<string, Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(settings, ({ model }) => model)].map(([model, list]) => [
      model,
      Object.fromEntries(list.map(({ name, value }) => [name, value])),
    ]),
  );
