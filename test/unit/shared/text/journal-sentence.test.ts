import { expect, it } from 'vitest';
import { en } from '../../../../shared/text/en/index.ts';
import { journalSentence } from '../../../../shared/text/journal-sentence.ts';
import { zh } from '../../../../shared/text/zh-CN/index.ts';

it('names what was entered by hand, decided or copied in words, in both languages', () => {
  const entered = { what: 'record', entry: 1200, reason: '询问笔录' };
  expect(journalSentence(zh, 'manual.added', entered)).toBe('手工录入记录第 1,200 条：询问笔录');
  expect(journalSentence(en, 'manual.added', entered)).toBe('Entered a record by hand as entry 1,200: 询问笔录');
  const decided = { file: 'a.csv', row: 3, rows: 1, what: 'leave-out', reason: '重复' };
  expect(journalSentence(zh, 'import.decided', decided)).not.toContain('leave-out');
  expect(journalSentence(zh, 'copy', { what: 'amount' })).toBe('复制金额');
});

it('shows an action it does not know by its code', () => {
  expect(journalSentence(zh, 'later.action', {})).toBe('later.action');
});
