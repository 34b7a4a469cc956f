import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The native part of SQLite lies outside of the archive whose integrity Electron checks, so main compares it with these digests
 * before it starts the core. Key: platform-arch, as in the names of the files. A test compares them with the installed package.
 */
export const nativeHashes: Readonly<Record<string, string>> = {
  'darwin-arm64': 'e220712cd3af9dd575fe4ac7973d5dbfbad3d22760b772a48f1eee977517ef5b',
  'darwin-x64': '4434dfa929e9b83fdc1ea34ee8739e764fcf09af8559ab039082b7b673b18805',
  'linux-arm64': 'e5c2b6bd85726bc53a4b8767d4bbb8be82feaad46b45b9c82c885cb02d54e7d0',
  'linux-x64': '3607ea18911c931085eaa896eb831260d549e9bcef2dd6e8896b5bb7a41ec6a8',
  'win32-arm64': '95ff36ee761a846fc4d0fae7eed209b47b21c8d41f5528f40d7beb5f30e62666',
  'win32-x64': 'd4f29082cde7efd5c1e85e794ba532efeef4f2f968c58cc54fe97c2095270262',
};

/** Where it lies: in a package outside of the archive, because a system can load it only from a real file. */
export function nativeFile(appPath: string, platform: string): string {
  const folder = appPath.replace(/app\.asar$/, 'app.asar.unpacked');
  return join(folder, 'node_modules/better-sqlite3/prebuilds', `${platform}.node`);
}

/** Is the native file the one this program was built with? `platform` is e.g. linux-x64. */
export function nativeIsOurs(file: string, platform: string): boolean {
  const known = nativeHashes[platform];
  return (
    known !== undefined && existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === known
  );
}
