import type { WordsLike } from '../words.ts';
import type { audit as zh } from '../zh-CN/audit.ts';

export const audit: WordsLike<typeof zh> = {
  title: 'Audit journal',
  sub: 'append-only, each entry chained to the one before by its hash',
  filter: 'Filter by content',
  action: 'Action',
  allActions: 'All actions',
  seq: 'No.',
  at: 'When',
  actor: 'Who',
  what: 'What',
  hash: 'Hash of the entry',
  verify: 'Verify the chain',
  verifying: 'Verifying',
  good: '{{entries, number}} entries are chained without a gap and unchanged. Last entry: {{seq, number}}',
  bad: '{{count, number}} places of the chain do not match',
  bad_one: 'One place of the chain does not match',
  none: 'No entry matches',
  copyHead: 'Copy the last hash',
  detail: 'Entry {{seq, number}}',
  params: 'What the entry holds',
  pick: 'Choose an entry to see all of it',
};
