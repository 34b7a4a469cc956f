import type { WordsLike } from '../words.ts';
import type { recovery as zh } from '../zh-CN/recovery.ts';

export const recovery = {
  title: 'Qingyuan: recovery sheet of a case',
  which: 'Case folder: {{folder}}\r\nCase id: {{case}}\r\nWritten on: {{day}}',
  isKey:
    'This code is the key of the case; no passphrase is needed. Whoever holds it and the case folder can read everything.',
  keep: 'Print it, seal it in an envelope and lock it away; then delete the file and empty the bin.',
  use: 'When the passphrase is forgotten or the key file is lost: Open case › With a recovery sheet, type the eight groups, choose a new passphrase.',
  letters:
    'Digits 0–9 and capital letters without I, L, O and U. What looks like O is zero; what looks like I or L is one.',
  without:
    'Without this program: the store is a SQLCipher 4 database; build/recover-case.py and this code turn it into a plain SQLite file.',
} as const satisfies WordsLike<typeof zh>;
