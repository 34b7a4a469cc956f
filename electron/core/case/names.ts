import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a case folder holds. Everything with content is ciphertext; what is visible is the folder's own name and the sizes. */
export const caseFiles = {
  store: 'case.db',
  passphraseSlot: 'key.passphrase.age',
  unitSlot: 'key.unit.age',
  lock: 'case.lock',
} as const;

export const caseSuffix = '.qycase';

/** The fictitious sample case has a fixed name, so that the list can mark it without opening it. */
export const sampleFolder = `示例案件${caseSuffix}`;

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// separators, wildcards, control characters and characters that turn the reading direction
const forbidden = /[/\\:*?"<>|\p{Cc}\p{Cf}]/u;

/** Whether a name can be one folder, and nothing but one folder, on every system. */
export function isFolderName(name: string): boolean {
  const base = name.endsWith(caseSuffix) ? name.slice(0, -caseSuffix.length) : name;
  if (base === '' || base.length > 80 || base !== base.trim()) return false;
  return !forbidden.test(base) && !/^\.|\.$/.test(base) && !reserved.test(base.split('.')[0] ?? '');
}

export const withSuffix = (name: string): string => (name.endsWith(caseSuffix) ? name : `${name}${caseSuffix}`);

/**
 * 案件-2026-001.qycase: the year and the next free number of this folder. It is all that a directory listing shows, so nothing of the
 * title, the number or the unit goes into it; a person may rename the folder to whatever may be visible.
 */
export function nextFolderName(cases: string, year: number): string {
  const taken = new Set(existsSync(cases) ? readdirSync(cases) : []);
  for (let n = 1; ; n++) {
    const name = `案件-${year}-${String(n).padStart(3, '0')}${caseSuffix}`;
    if (!taken.has(name)) return name;
  }
}

/** The case folders of a folder: those that hold a store. */
export function caseFoldersIn(cases: string): string[] {
  if (!existsSync(cases)) return [];
  return readdirSync(cases).filter(
    (name) => name.endsWith(caseSuffix) && existsSync(join(cases, name, caseFiles.store)),
  );
}
