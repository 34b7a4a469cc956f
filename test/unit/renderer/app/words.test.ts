import i18next from 'i18next';
import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: '', style: { setProperty: () => undefined } }, title: '' });
const { actorText, journalWords, problemWords, speak, startWords } = await import('../../../../renderer/app/words.ts');

test('a problem is one sentence with what was read, in the language of the window', () => {
  const problem = { code: 'amount.unreadable', seen: '贰万?' };
  expect(problemWords(problem, 'zh-CN')).toContain('“贰万?”');
  expect(problemWords(problem, 'en')).toContain('“贰万?”');
});

test('a code that this version does not know is shown as it is, not hidden', () => {
  expect(problemWords({ code: 'future.code' }, 'zh-CN')).toBe('future.code');
  expect(journalWords('future.action', {}, 'en')).toBe('future.action');
});

test('English changes the word with the number, Chinese does not', () => {
  startWords('zh-CN');
  expect(i18next.t('common.rows', { count: 1 })).toBe('1 行');
  expect(i18next.t('common.rows', { count: 12_480 })).toBe('12,480 行');
  speak('en');
  expect(i18next.t('common.rows', { count: 1 })).toBe('1 row');
  expect(i18next.t('common.rows', { count: 12_480 })).toBe('12,480 rows');
  expect(i18next.t('graph.label', { rows: 1, amount: 'CNY 5.00' })).toBe('1 row\nCNY 5.00');
  expect(i18next.t('routes.cycleLayer', { name: '甲', hops: 1 })).toBe('Circle of 甲 (1 hop)');
  expect(i18next.t('graph.status.whole', { parties: 1, rows: 12_480, amount: '—' })).toBe(
    'Whole case: 1 entity, 12,480 rows, —',
  );
});

test('who gave no name is called so in the language of the window', () => {
  speak('zh-CN');
  expect(actorText('未署名')).toBe('未署名');
  speak('en');
  expect(actorText('未署名')).toBe('no name given');
  expect(actorText('周某')).toBe('周某');
});

test('the journal keeps the codes of a decision and reads them as words', () => {
  const decided = { number: 'YD-2026-000007', status: 'excluded', reason: 'checked-compliant' };
  expect(journalWords('finding.disposed', decided, 'zh-CN')).toBe('将 YD-2026-000007 改为“排除”：已核实合规');
  expect(journalWords('finding.disposed', { ...decided, reason: '合同与发票相符' }, 'zh-CN')).toContain(
    '合同与发票相符',
  );
});
