import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where this user's own files live: the profile (signing key, high-water marks, list of cases) and the folder of cases.
 * QY_PROFILE and QY_CASES override them (tests, portable use from a USB stick).
 */
export function userFolders(env: NodeJS.ProcessEnv = process.env): { profile: string; cases: string } {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (env.APPDATA ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (env.XDG_DATA_HOME ?? join(home, '.local', 'share'));
  const profile = env.QY_PROFILE ?? join(base, 'qingyuan');
  return { profile, cases: env.QY_CASES ?? join(profile, 'cases') };
}
