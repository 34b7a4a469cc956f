import type { CaseInfo } from '../../app/store.ts';

/** A file name that says which case and when, without its title: names of files are read by others. CX-2026-0017_20260306 */
export function fileStem(info: CaseInfo | undefined, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('');
  const number = info?.number || info?.folder.replace(/\.qycase$/, '') || 'case';
  return `${number.replaceAll(/[\\/:*?"<>|\s]+/g, '-')}_${day}`;
}
