import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../shared/protocol/default-settings.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import { type Settings, settings } from '../../../shared/protocol/settings.requests.ts';
import { writeWhole } from '../store/whole-file.ts';

type SettingsChange = Asked<'settings.write'>;

const fileOf = (profile: string): string => join(profile, 'settings.json');

/**
 * The settings of this profile. A value that cannot be read falls back to its default: nothing here is evidence, and a window
 * that does not open because of a damaged preference would be worse.
 */
export function readSettings(profile: string): Settings {
  const stored = settings
    .partial()
    .catch({})
    .parse(readJson(fileOf(profile)));
  return settings.parse({ ...defaultSettings, ...stored });
}

/** Keeps what the change names; the file is replaced as a whole, so it is never half written. */
export function writeSettings(profile: string, change: SettingsChange): Settings {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next = settings.parse({ ...readSettings(profile), ...named });
  mkdirSync(profile, { recursive: true });
  writeWhole(fileOf(profile), `${JSON.stringify(next, null, 2)}\n`);
  return next;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing || cause instanceof SyntaxError) return {};
    throw new Error('while reading the settings', { cause });
  }
}
