import { create } from 'zustand';
import { defaultSettings } from '../../shared/protocol/default-settings.ts';
import type { Settings } from '../../shared/protocol/settings.requests.ts';
import { client } from '../client/client.ts';
import { applyPalette, type Mode } from '../styles/tokens.ts';
import { speak } from './words.ts';

interface SettingsStore {
  readonly settings: Settings;
  readonly mode: Mode;
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const modeOf = (theme: Settings['theme']): Mode =>
  theme === 'system' ? (prefersDark.matches ? 'dark' : 'light') : theme;

/** The person's settings, and the light or dark that follows from them. */
export const useSettings = create<SettingsStore>()(() => ({
  settings: defaultSettings,
  mode: modeOf(defaultSettings.theme),
}));

/** Reads the settings before the first paint and follows the system's light and dark from then on. */
export async function startSettings(): Promise<void> {
  prefersDark.addEventListener('change', () => show(useSettings.getState().settings));
  show(await client.request('settings.read', {}).catch(() => defaultSettings));
}

/** Changes settings at once; the core keeps them in the profile. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  show({ ...useSettings.getState().settings, ...change });
  show(await client.request('settings.write', change));
}

function show(settings: Settings): void {
  const mode = modeOf(settings.theme);
  applyPalette(mode);
  speak(settings.lang);
  useSettings.setState({ settings, mode });
}
