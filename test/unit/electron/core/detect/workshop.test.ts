import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../../../electron/core/detect/settings-file.ts';
import { booked, meeting } from '../../../../../electron/core/models/example-rows.ts';
import { ownKeys } from '../../../../../electron/core/sign/own-keys.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { caseOf } from '../../../../make/detect-in.ts';

const profile = mkdtempSync(join(tmpdir(), 'qy-workshop-'));
afterAll(() => rmSync(profile, { recursive: true, force: true }));

const model = 'academic-fee-no-conference';
const payees = ['澄溪博禾推广服务有限公司', '澄溪云桥推广服务有限公司', '澄溪合禾推广服务有限公司'];
const amounts = ['180000.00', '260000.00', '90000.00'];

/** Three fees without a conference: 18, 26 and 9 万元. */
async function detected() {
  const store = caseOf({
    conference: [meeting('云澜骨科春季论坛', '2024-04-12'), meeting('云澜骨科秋季论坛', '2024-10-18')],
    expense: payees.map((payee, n) => booked('启衡药业有限公司', payee, amounts[n]!, `2024-07-1${n}`)),
  });
  const core = detectCore(store, '甲', profile);
  await core.ask('detect.run', { models: [model] });
  return { store, core };
}

test('a trial says what would come and go, is what a run with these values finds, and keeps nothing', async () => {
  const { store, core } = await detected();
  const before = store.db.serialize();
  const tried = await core.ask('detect.try', { model, settings: { min_amount: 100_000 } });
  expect(tried).toMatchObject({ before: 3, same: 2, addedTotal: 0, goneTotal: 1, run: { status: 'ran', findings: 2 } });
  expect(tried.gone).toMatchObject([{ fen: 9_000_000, number: expect.stringMatching(/^YD-/) }]);
  expect(Buffer.compare(store.db.serialize(), before)).toBe(0);
  const run = await core.ask('detect.run', {
    models: [model],
    settings: { [model]: { min_amount: 100_000 } },
    reason: '试过',
  });
  expect(run).toMatchObject({ added: 0, gone: 1, kept: 2 });
  const back = await core.ask('detect.try', { model, settings: { min_amount: 1000 } });
  expect(back).toMatchObject({ before: 2, same: 2, addedTotal: 1, goneTotal: 0 });
  expect(back.added).toMatchObject([{ fen: 9_000_000, number: null }]);
});

test('two sets of values are compared with each other', async () => {
  const { core } = await detected();
  const compared = await core.ask('detect.try', {
    model,
    settings: { min_amount: 200_000 },
    against: { min_amount: 100_000 },
  });
  expect(compared).toMatchObject({ before: 2, same: 1, goneTotal: 1, addedTotal: 0, run: { findings: 1 } });
});

test('a trial with a value that the model does not allow is refused', async () => {
  const { core } = await detected();
  expect(await core.refused('detect.try', { model: 'none', settings: {} })).toBe('model.not-found');
  expect(await core.refused('detect.try', { model, settings: { depth: 1 } })).toBe('setting.unknown');
  expect(await core.refused('detect.try', { model, settings: { min_amount: -1 } })).toBe('setting.out-of-range');
});

test('thresholds go to another case in a signed file, are seen before they are taken, and carry both reasons', async () => {
  const { core } = await detected();
  const target = { id: 'out', purpose: 'settings', direction: 'write' as const, name: '阈值.json', folder: '' };
  core.tickets.add({ ...target, path: join(profile, 'unused.json') });
  expect(await core.refused('detect.settings-write', { target: 'out' })).toBe('settings-file.none');
  await core.ask('detect.run', { models: [model], settings: { [model]: { min_amount: 100_000 } }, reason: '只看大额' });
  const { fingerprint, settings } = await core.ask('detect.settings-write', { target: 'out' });
  expect(settings).toBe(1);
  const bytes = core.written.get('out')!;

  const other = (await detected()).core;
  const ticket = { id: 'in', purpose: 'settings', direction: 'read' as const, name: '阈值.json', folder: '', bytes };
  other.tickets.add(ticket);
  const offer = await other.ask('detect.settings-read', { ticket: 'in' });
  expect(offer).toMatchObject({
    applied: 0,
    signer: { fingerprint, own: true },
    offered: [{ model, name: 'min_amount', unit: { zh: '元' }, before: 1000, after: 100_000, reason: '只看大额' }],
  });
  const inForce = async () =>
    (await other.ask('detect.models', {})).models
      .find(({ id }) => id === model)
      ?.settings.find(({ name }) => name === 'min_amount')?.value;
  expect(await inForce()).toBe(1000);
  expect(await other.ask('detect.settings-read', { ticket: 'in', reason: '全市统一' })).toMatchObject({ applied: 1 });
  expect(await inForce()).toBe(100_000);
  expect(await other.ask('detect.settings-read', { ticket: 'in' })).toMatchObject({ offered: [] });
});

test('a file of settings that was altered, signed by another key than it says, or made for something else is refused', async () => {
  const keys = await ownKeys(profile);
  const settings = [{ model, version: 2, name: 'min_amount', value: 5, reason: '' }];
  const bytes = writeSettingsFile({ settings, own: [] }, keys, new Date(0));
  expect(readSettingsFile(bytes, 'a.json')).toMatchObject({ ok: true, value: { settings } });
  const codeOf = (text: string) => {
    const read = readSettingsFile(Buffer.from(text), 'a.json');
    return read.ok ? 'read' : read.problem.code;
  };
  const text = bytes.toString();
  expect(codeOf(text.replace('\\"value\\":5', '\\"value\\":6'))).toBe('settings-file.altered');
  const stranger = { ...keys, fingerprint: 'SHA256:somebody-else' };
  expect(codeOf(writeSettingsFile({ settings, own: [] }, stranger, new Date(0)).toString())).toBe(
    'settings-file.altered',
  );
  expect(codeOf('{"format":"qingyuan-import-templates"}')).toBe('settings-file.unreadable');
  expect(codeOf('[['.repeat(100_000))).toBe('settings-file.unreadable');
  expect(codeOf(text.slice(0, -20))).toBe('settings-file.unreadable');
});

test('models of one’s own go to another case in the same file, bear who made them there and why, and a hostile one is left out', async () => {
  const definition = {
    view: 'payment',
    where: { join: 'all' as const, items: [], groups: [] },
    groups: [{ column: 'payee' }],
    measures: [{ kind: 'count' as const, relation: '>=' as const, threshold: 2 }],
    severity: 2 as const,
    name: '多笔付款',
    explanation: '同一收款方两笔以上',
    innocent: ['分期付款'],
  };
  const first = detectCore(caseOf({}), '甲', profile);
  const { model: id } = await first.ask('own.save', { definition, reason: '线索' });
  const file = { purpose: 'settings', name: '设置.json', folder: '' } as const;
  first.tickets.add({ ...file, id: 'out', direction: 'write', path: join(profile, 'unused.json') });
  expect(await first.ask('detect.settings-write', { target: 'out' })).toMatchObject({ settings: 0, own: 1 });

  const second = detectCore(caseOf({}), '乙', profile);
  second.tickets.add({ ...file, id: 'in', direction: 'read', bytes: first.written.get('out')! });
  expect(await second.ask('detect.settings-read', { ticket: 'in' })).toMatchObject({
    applied: 0,
    own: [{ model: id, name: '多笔付款', known: false, reason: '线索' }],
  });
  expect(await second.ask('own.list', {})).toEqual({ models: [] });
  expect(await second.ask('detect.settings-read', { ticket: 'in', reason: '两案并查' })).toMatchObject({ applied: 1 });
  const { models } = await second.ask('own.list', {});
  expect(models).toMatchObject([{ model: id, version: 1, state: 'on', actor: '乙', definition }]);
  expect(models[0]!.reason).toContain('两案并查');
  expect(models[0]!.reason).toContain('线索');
  expect(await second.ask('detect.settings-read', { ticket: 'in', reason: '再读' })).toMatchObject({
    own: [],
    applied: 0,
  });

  const hostile = {
    model: 'own-00000001',
    definition: { ...definition, view: 'payment v; --', name: '坏' },
    reason: '',
  };
  const bytes = writeSettingsFile({ settings: [], own: [hostile] }, await ownKeys(profile), new Date(0));
  second.tickets.add({ ...file, id: 'bad', direction: 'read', bytes });
  expect(await second.ask('detect.settings-read', { ticket: 'bad', reason: '读' })).toMatchObject({
    own: [],
    unknown: ['坏'],
    applied: 0,
  });
});
