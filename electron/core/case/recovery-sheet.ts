import { fill } from '../../../shared/plain/fill.ts';
import { recovery as en } from '../../../shared/text/en/recovery.ts';
import { recovery as zh } from '../../../shared/text/zh-CN/recovery.ts';
import { makeRecoveryCode } from './recovery-code.ts';

/**
 * 恢复单: one page of plain text to print and lock away, in Chinese and English. It names the case by folder and id only; with the code
 * on it, anybody who holds a copy of the case can read it. UTF-8 with a byte order mark, so that every text editor shows the Chinese.
 */
export function recoverySheet(of: { key: Buffer; caseId: string; folder: string; at: Date }): Buffer {
  const groups = makeRecoveryCode(of.key).split('-');
  const code = [groups.slice(0, 4), groups.slice(4)].map(
    (row, i) => `    ${row.map((group, j) => `${i * 4 + j + 1}) ${group}`).join('    ')}`,
  );
  const params = { folder: of.folder, case: of.caseId, day: localDay(of.at) };
  const page = [zh, en].map((words) =>
    [
      words.title,
      '',
      fill(words.which, params),
      '',
      ...code,
      '',
      words.isKey,
      words.keep,
      words.use,
      words.letters,
      words.without,
    ].join('\r\n'),
  );
  return Buffer.from(`\ufeff${page.join(`\r\n\r\n${'-'.repeat(72)}\r\n\r\n`)}\r\n`, 'utf8');
}

/** The day on the wall of whoever prints it. */
const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
