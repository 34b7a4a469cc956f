import type { WordsLike } from '../words.ts';
import type { JournalAction, journalFlaws as zhFlaws, copyKinds as zhKinds } from '../zh-CN/journal.ts';

export const journal: Readonly<Record<JournalAction, string>> = {
  'case.created': 'Created the case “{{title}}”',
  'case.opened': 'Opened the case',
  'case.closed': 'Closed the case',
  'case.locked': 'Locked the case',
  'case.older-accepted':
    'Accepted an older store: entry {{expected}} expected, {{found}} found; what was there is kept in {{aside}}',
  'case.passphrase-changed': 'Changed the passphrase',
  'case.recovery-sheet': 'Wrote the recovery sheet',
  'import.written': 'Imported {{file}}: {{imported}} rows, {{rejected}} with problems, batch {{batch}}',
  'import.undone': 'Undid batch {{batch}} ({{file}}): {{reason}}',
  'import.rejects-written': 'Exported {{rows}} rejected rows of batch {{batch}}',
  'detect.run': 'Ran {{models}} models: {{added}} new, {{gone}} gone',
  'detect.setting': 'Changed “{{name}}” of model {{model}} from {{before}} to {{after}}: {{reason}}',
  'finding.disposed': 'Set {{number}} to “{{status}}”: {{reason}}',
  'finding.counter': 'Recorded counter-evidence for {{number}}',
  'report.written': 'Wrote the case summary {{file}} (SHA-256 {{sha256}})',
  'seal.written': 'Sealed {{file}} (SHA-256 {{sha256}}) for: {{purpose}}',
  'seal.opened': 'Made this case from the sealed file {{file}} of {{signer}}',
  copy: 'Copied {{what}}',
};

export const journalFlaws: WordsLike<typeof zhFlaws> = {
  gap: 'Entries are missing before entry {{seq}}',
  'chain-broken': 'Entry {{seq}} does not follow the one before it',
  'payload-changed': 'The content of entry {{seq}} was changed',
  'entry-changed': 'Entry {{seq}} was changed',
  'anchor-differs': 'Entry {{seq}} differs from what was noted when the case was last closed',
  'anchor-beyond-end': 'Entry {{seq}} was there when the case was last closed, and is gone',
};

export const copyKinds: WordsLike<typeof zhKinds> = {
  name: 'a name',
  identifier: 'a number',
  amount: 'an amount',
  figure: 'a figure',
  hash: 'a digest',
  text: 'a text',
};
