import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings, writeSettings } from '../../../../../electron/core/settings/settings-file.ts';
import { defaultSettings } from '../../../../../shared/protocol/default-settings.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'qy-settings-'));
});
afterEach(() => rmSync(profile, { recursive: true }));

test('a profile without settings has the defaults', () => {
  expect(readSettings(profile)).toEqual(defaultSettings);
});

test('a change keeps what it does not name, also in a profile folder that does not exist yet', () => {
  const fresh = join(profile, 'new');
  writeSettings(fresh, { lang: 'en' });
  expect(writeSettings(fresh, { idleMinutes: 3 })).toEqual({ ...defaultSettings, lang: 'en', idleMinutes: 3 });
  expect(readSettings(fresh)).toEqual({ ...defaultSettings, lang: 'en', idleMinutes: 3 });
  expect(readdirSync(fresh)).toEqual(['settings.json']);
});

test('damaged settings do not keep the window from opening', () => {
  for (const text of ['{', '[]', '{"lang":"fr"}', '{"idleMinutes":0}', 'null']) {
    writeFileSync(join(profile, 'settings.json'), text);
    expect(readSettings(profile)).toEqual(defaultSettings);
  }
});
