import type { WordsLike } from '../words.ts';
import type { JournalAction, journalFlaws as zhFlaws, journalObjects as zhObjects } from '../zh-CN/journal.ts';

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
  'manual.added': 'Entered {{what}} by hand as entry {{entry}}: {{reason}}',
  'manual.changed': 'Entry {{before}} ({{what}}) changed, now entry {{entry}}: {{reason}}',
  'manual.removed': 'Entry {{entry}} ({{what}}) taken back: {{reason}}',
  'manual.restored': 'Entry {{before}} ({{what}}) restored as entry {{entry}}: {{reason}}',
  'import.corrected': 'Corrected {{cells}} cells in {{rows}} rows, first row {{row}} of {{file}}: {{reason}}',
  'import.corrected-filled':
    'Corrected {{cells}} cells in {{rows}} rows, first row {{row}} of {{file}}; {{followed}} other rows read again with them: {{reason}}',
  'import.uncorrected': 'Took back {{cells}} corrections, first in row {{row}} of {{file}}: {{reason}}',
  'import.uncorrected-filled':
    'Took back {{cells}} corrections, first in row {{row}} of {{file}}; {{followed}} other rows read again with them: {{reason}}',
  'import.decided': '{{rows}} rows, first row {{row}} of {{file}}, set to "{{what}}": {{reason}}',
  'source.revealed': 'Looked at the protected cell {{cell}} of {{file}}',
  'import.rejects-written': 'Exported {{rows}} rejected rows of batch {{batch}}',
  'import.template-saved': 'Saved the import template “{{name}}”',
  'import.templates-written': 'Exported {{templates}} import templates',
  'import.templates-read': 'Took {{added}} import templates from {{file}}',
  'import.template-removed': 'Removed the import template “{{name}}”',
  'detect.run': 'Ran {{models}} models: {{added}} new, {{gone}} gone',
  'detect.setting': 'Changed “{{name}}” of model {{model}} from {{before}} to {{after}}: {{reason}}',
  'detect.settings-written': 'Wrote {{settings}} thresholds and {{own}} own models to {{file}}',
  'detect.settings-read':
    'Took {{settings}} thresholds and {{own}} own models from {{file}}, signed by {{fingerprint}}',
  'own.saved': 'Version {{version}} of the own model “{{name}}” ({{model}}): {{reason}}',
  'own.state': 'Own model “{{name}}” ({{model}}) is now {{state}}: {{reason}}',
  'parties.decided': '{{pairs}} pairs of parties said to be “{{verdict}}” ({{a}}, {{b}}): {{reason}}',
  'parties.merged': 'Parties {{a}} and {{b}} merged: {{reason}}',
  'parties.split': '{{mentions}} of {{of}} mentions taken out of {{name}}: {{reason}}',
  'parties.undone': 'Decision {{decision}} taken back ({{pairs}} pairs, {{a}}, {{b}})',
  'tags.added': 'Tagged {{name}} as "{{tag}}" (no. {{entry}}) {{post}}: {{reason}}',
  'tags.changed': 'Tag "{{tag}}" of {{name}} (no. {{entry}}) {{change}}: {{reason}}',
  'relation.decided':
    'Inferred relation of {{a}} and {{b}}: “{{verdict}}” ({{values}} shared, decision {{decision}}): {{reason}}',
  'relation.undone': 'Took back decision {{decision}} on an inferred relation ({{verdict}}, {{a}} and {{b}})',
  'note.written': 'Wrote note {{note}} on “{{name}}”: {{text}}',
  'note.changed': 'Changed note {{note}} on “{{name}}” from “{{before}}” to: {{text}}',
  'note.removed': 'Removed note {{note}} on “{{name}}”: {{text}}',
  'note.restored': 'Restored note {{note}} on “{{name}}”: {{text}}',
  'finding.disposed': 'Set {{number}} to “{{status}}”: {{reason}}',
  'finding.assigned': 'Assigned {{count}} findings ({{numbers}}) to {{assignee}}, due {{due}}: {{reason}}',
  'finding.given-back': 'Took {{count}} findings ({{numbers}}) back: {{reason}}',
  'finding.reviewed': 'Reviewed “{{status}}” of {{number}}, verdict “{{verdict}}”: {{reason}}',
  'finding.undone': 'Undid the decision about {{number}}, back to “{{status}}”',
  'finding.suppressed':
    'After ruling out {{number}}, findings of model {{model}} about “{{name}}” are not prompted before {{until}}',
  'suppression.ended': 'Prompts again for model {{model}} about “{{name}}”: {{reason}}',
  'finding.counter': 'Recorded counter-evidence for {{number}}',
  'chart.written':
    'Exported the chart to {{file}} ({{format}}, {{parties}} entities, {{links}} links, mask {{mask}}, SHA-256 {{sha256}})',
  'party.written': 'Exported the dossier of “{{name}}” to {{file}} (SHA-256 {{sha256}})',
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

export const journalObjects: WordsLike<typeof zhObjects> = {
  name: 'a name',
  identifier: 'a number',
  amount: 'an amount',
  figure: 'a figure',
  hash: 'a digest',
  record: 'a record',
  party: 'a party',
  link: 'a link',
  text: 'a text',
  import: 'imported after all',
  'leave-out': 'left out as a repetition',
  skip: 'skipped',
  read: 'read again',
};
