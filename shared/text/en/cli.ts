import type { cli as zh } from '../zh-CN/cli.ts';

export const cli: Readonly<Record<keyof typeof zh, string>> = {
  intro:
    'Qingyuan: a workbench for investigating corruption in medicine (command line)\nUsage: qy COMMAND … [--json] [--lang zh|en]\nCommands:',
  help: 'Help for one command: qy COMMAND --help',
  unknownCommand: 'There is no command “{{name}}”.',
  missing: '{{what}} is missing.',
  unknownOption: 'Unknown option or superfluous argument: {{what}}',
  passphrasePrompt: 'Passphrase: ',
  new: 'qy new CASE --passphrase-file F [--title T --number N --unit U] [--recovery-sheet OUT]\nCreates an encrypted case (CASE is its folder, e.g. matter.qycase).',
  import:
    'qy import CASE FILE|FOLDER… [--as CATEGORY] [--answers A.json] [--dry-run] --passphrase-file F\nImports spreadsheets; without --as each sheet is recognised by itself. --dry-run writes nothing.',
  imports: 'qy imports CASE --passphrase-file F\nLists the import batches.',
  'undo-import':
    'qy undo-import CASE BATCH [--reason R] --passphrase-file F\nTakes a batch back; the original file stays.',
  parties: 'qy parties CASE --passphrase-file F\nParties with identifiers and mentions.',
  party: 'qy party CASE ID --passphrase-file F\nThe dossier of one party.',
  search: 'qy search CASE TEXT --passphrase-file F\nNames, identifiers, amounts (>10万) and cells.',
  detect:
    'qy detect CASE [--model ID]… [--settings S.json] --passphrase-file F\nRuns the warning models; answers runs and findings.',
  findings: 'qy findings CASE --passphrase-file F\nThe list of findings.',
  dispose:
    'qy dispose CASE FINDING open|checking|confirmed|excluded|doubtful --reason R [--counter TEXT] [--code CODE] --passphrase-file F\nChanges the status of a finding.',
  risk: 'qy risk CASE --passphrase-file F\nParties by risk score with the parts of the score.',
  graph:
    'qy graph CASE neighbours PARTY [--limit N] | path FROM TO [--max-hops N] --passphrase-file F\nWhat the graph screen asks.',
  report:
    'qy report CASE OUT.xlsx [--mask internal|partner|public] [--purpose P] --passphrase-file F\nWrites the Excel case summary.',
  seal: 'qy seal CASE OUT.qyseal (--to age1…|--to-passphrase-file F) [--profile full|shared] [--purpose P] [--no-report] --passphrase-file F\nMakes a sealed case file.',
  identity: 'qy identity\nThis machine’s signing fingerprint and address: others seal for it with --to that address.',
  verify:
    'qy verify FILE [--seal-passphrase-file F|--identity-file F]\nVerifies a sealed case file; writes nothing. Without a key this machine’s own is tried, then --passphrase-file.',
  'open-sealed':
    'qy open-sealed FILE NEWCASE [--seal-passphrase-file F|--identity-file F] --passphrase-file F\nMakes a new case from a sealed file; --passphrase-file is that of the new case.',
  journal: 'qy journal CASE list|verify --passphrase-file F\nThe audit trail and its verification.',
  doctor: 'qy doctor CASE --passphrase-file F\nChecks the integrity of the case store.',
  sample: 'qy sample OUTDIR [--seed N] [--size S|M]\nWrites the fictitious sample spreadsheets with their truth file.',
  demo: 'qy demo OUTDIR [--size S|M]\nThe whole thread unattended: generate, create, import, detect, report, seal, verify.',
  serve: 'qy serve\nStarts the loopback page (what npm start uses without Electron).',
  created: 'Created the case {{folder}}',
  recoveryWritten: 'The recovery sheet is in {{file}}. It IS the key: print it, put it under seal, delete the file.',
  fileLine: '{{file}}  SHA-256 {{sha256}}',
  sheetLine:
    '  {{sheet}}  {{category}}  read {{read}} = imported {{imported}} + rejected {{rejected}} + duplicate {{duplicate}} + skipped {{skipped}} (mirrored {{mirrored}})',
  problemLine: '    row {{row}} {{column}}: {{message}}',
  moreProblems: '    {{shown}} of {{total}} problems shown (--json gives all)',
  batchLine: '{{id}}  {{at}}  {{state}}  {{file}}  {{rows}} rows',
  undoReason: 'Undone from the command line, no reason given',
  undone: 'Undid batch {{batch}}: {{rows}} rows',
  runLine: '{{model}}  {{status}}  examined {{examined}}  findings {{findings}}  {{ms}} ms  {{missing}}',
  findingLine: '{{number}}  severity {{severity}}  {{status}}  {{summary}}',
  shownOf: '{{shown}} of {{total}}',
  reportWritten: 'Case summary {{file}}, SHA-256 {{sha256}}',
  sealed: 'Sealed file {{file}}, SHA-256 {{sha256}}, signed by {{fingerprint}}',
  verified: 'The sealed file is unchanged. Sealed by {{name}}, fingerprint {{fingerprint}}, at {{at}}',
  identityLine: '{{name}}\nsigning fingerprint {{fingerprint}}\n{{publicKey}}\naddress {{recipient}}',
  openedSealed: 'Made the case {{folder}} from the sealed file',
  chainOk: 'The journal is whole: {{entries}} entries, head {{hash}}',
  chainBad: 'The journal is not whole: {{what}}',
  demoGenerate: '1 generated the sample spreadsheets: {{files}} files, {{dir}}',
  demoCreate: '2 created the encrypted case: {{folder}}',
  demoImport:
    '3 imported: read {{read}} rows = imported {{imported}} + rejected {{rejected}} + duplicate {{duplicate}} + skipped {{skipped}}',
  demoDetect: '4 detected: {{models}} models ran, {{cannot}} could not judge, {{findings}} findings over {{amount}}',
  demoReport: '5 Excel case summary: {{file}}',
  demoSeal: '6 sealed: {{file}}',
  demoVerify: '7 verified: the sealed file is unchanged and holds {{members}} members',
  demoSeconds: '{{seconds}} s in all. Passphrase file: {{file}}',
};
