import type { cli as zh } from '../zh-CN/cli.ts';

export const cli: Readonly<Record<keyof typeof zh, string>> = {
  intro:
    'Qingyuan: a workbench for investigating corruption in medicine (command line)\nUsage: qy COMMAND … [--json] [--lang zh|en] [--actor NAME]\nCommands:',
  help: 'Help for one command: qy COMMAND --help',
  unknownCommand: 'There is no command “{{name}}”.',
  missing: '{{what}} is missing.',
  notFit: '{{option}} takes {{fits}}; it reads “{{seen}}”.',
  unknownOption: 'Unknown option or superfluous argument: {{what}}',
  passphrasePrompt: 'Passphrase: ',
  new: 'qy new CASE --passphrase-file F [--title T --number N --unit U] [--recovery-sheet OUT]\nCreates an encrypted case (CASE is its folder, e.g. matter.qycase).',
  import:
    'qy import CASE FILE|FOLDER… [--as CATEGORY] [--answers A.json] [--file-password-file F] [--dry-run] --passphrase-file F\nImports spreadsheets; without --as each sheet is recognised by itself. --dry-run writes nothing. A.json: {"sheets":[{"file","sha256"?(one of several of that name),"sheet","category"?,"headerRow"? (0 = no header),"columns"?,"template"?,"saveTemplate"?,"unit"?,"directions"?,…}],"files":[{"file","encoding"?,"delimiter"?}],"obtained":{"unit"?,"how"?,"on"?,"document"?}}. --file-password-file: password of locked spreadsheets, also of those in a zip or folder; used for reading only.',
  templates:
    'qy templates CASE list | export OUT.qytemplate.json [--name N]… | import FILE | empty CATEGORY OUT.xlsx --passphrase-file F\nImport templates: list, export, take; empty writes an empty workbook for a category.',
  templateLine: '{{name}}  {{category}}  {{mapped}} / {{headers}} columns mapped  {{at}}',
  templateKnown: '{{name}} (known)',
  imports: 'qy imports CASE --passphrase-file F\nLists the import batches.',
  'undo-import':
    'qy undo-import CASE BATCH [--reason R] --passphrase-file F\nTakes a batch back; the original file stays.',
  'add-record':
    'qy add-record CASE --as CATEGORY --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\nEnters one record by hand; V.json is {field: text}, R its ground. --dry-run says how it reads and writes nothing.',
  'add-party':
    'qy add-party CASE --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\nEnters one party by hand: kind, name, id_no, account, phone, number, org, dept, aliases, note.',
  'add-link':
    'qy add-link CASE FROM TO --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\nEnters a link between two parties by hand: kind, certainty, day, day_to, amount, text.',
  'remove-entry':
    'qy remove-entry CASE ENTRY --reason R --passphrase-file F\nTakes an entry back; what it said and why stays.',
  entries: 'qy entries CASE --passphrase-file F\nLists what was entered by hand, changed and removed entries included.',
  problems:
    'qy problems CASE [--batch N] [--kind rejected|warning|duplicate|left-out|corrected] [--code C] --passphrase-file F\nRows to look at: why, which cell, the one plausible reading, the row it repeats. id is what correct takes.',
  correct:
    'qy correct CASE ROW COLUMN=VALUE… --reason R | ROW --skip|--read --reason R | --undo CORRECTION… --reason R, each with --passphrase-file F\nCorrects cells of a row (E=12,000.00元 for column E), skips or reads again a rejected row, takes corrections back. The cell of the file stays.',
  duplicates:
    'qy duplicates CASE [--batch N] [--import ROW… | --all | --leave-out ROW…] [--reason R] --passphrase-file F\nRepetitions beside the rows they repeat; imports them all the same, or leaves them out again.',
  rejects:
    'qy rejects CASE BATCH OUT.xlsx --passphrase-file F\nWrites the rejected rows with their reasons; the repaired file, imported, corrects the rows it came from.',
  quality:
    'qy quality CASE --passphrase-file F\nCategories by month, the quality of each sheet, balance chains and gaps of each account, models that cannot judge.',
  parties:
    'qy parties CASE [--tag T …] --passphrase-file F\nParties with identifiers, mentions and tags; --tag filters by tag.',
  party: 'qy party CASE ID --passphrase-file F\nThe dossier of one party.',
  suggestions:
    'qy suggestions CASE [--reason R] [--least 0.6] [--unsure] [--limit N] --passphrase-file F\nPairs of parties that may be one, with score and reasons.',
  decide:
    'qy decide CASE A B same|different|unsure [--reason R] --passphrase-file F\nqy decide CASE all VERDICT --reason-class R [--least 0.6] [--reason R] decides all pairs of one class of reason.',
  decisions: 'qy decisions CASE --passphrase-file F\nThe decisions, those taken back among them.',
  'undo-decision':
    'qy undo-decision CASE DECISION --passphrase-file F\nTakes a decision back, with all made in one go with it.',
  clashes:
    'qy clashes CASE account|name --passphrase-file F\nOne account under several names, or one name with several valid numbers, with the parties.',
  relations:
    'qy relations CASE [--party ID] [--state open|confirmed|rejected] --passphrase-file F\nInferred relations: shared phones, addresses, IP addresses and devices, with what was decided.',
  'decide-relation':
    'qy decide-relation CASE KIND A B confirmed|rejected --reason R --passphrase-file F\nConfirms or rejects an inferred relation; can be taken back.',
  'undo-relation': 'qy undo-relation CASE DECISION --passphrase-file F\nTakes back a decision on an inferred relation.',
  shared:
    'qy shared CASE [all|drawn|aside] --passphrase-file F\nShared values and who has them; aside: shared by too many to link anybody.',
  views:
    'qy views CASE [--compare A --with B] --passphrase-file F\nSaved views of the chart, or what two of them differ in (without --with: from the figures of now).',
  notes:
    'qy notes CASE ID [--write TEXT | --change N --text TEXT | --remove N | --restore N] --passphrase-file F\nNotes on a party.',
  'merge-parties':
    'qy merge-parties CASE A B --reason R --passphrase-file F\nMakes two parties one; can be taken back.',
  'split-party':
    'qy split-party CASE ID MENTION… --reason R --passphrase-file F\nTakes mentions (numbers as in qy party) out of a party; can be taken back.',
  suggestionLine: '{{score}}  #{{a}} {{nameA}} — #{{b}} {{nameB}}  {{reasons}}',
  decided: 'Decision {{decision}}: {{pairs}} pairs',
  decidedApart: '{{apart}} of them stay two parties, because each has a valid number of its own',
  decisionLine:
    '{{decision}}  {{at}}  {{actor}}  {{verdict}}  {{pairs}} pairs  {{nameA}} — {{nameB}}  {{reason}}{{undone}}',
  decisionUndone: ' (taken back {{at}})',
  splitInto: 'Decision {{decision}}: taken out as party {{parties}}; the rest is #{{party}}',
  search:
    'qy search CASE TEXT [--tag T …] --passphrase-file F\nNames, identifiers, amounts (>10万) and cells; with --tag only parties and findings.',
  detect:
    'qy detect CASE [--model ID]… [--settings S.json] [--all] --passphrase-file F\nRuns the warning models; answers runs and findings. What nothing has changed for stands as it was; --all asks every model.',
  tags: 'qy tags CASE PARTY --passphrase-file F\nTags of a party, by hand and derived, and the posts it held.',
  'tag-party':
    'qy tag-party CASE PARTY --tag T --reason R [--post P --org O --from D --to D] --passphrase-file F\nGives a party a tag.',
  'change-tag':
    'qy change-tag CASE TAG end|reopen|remove|restore --reason R [--day D] --passphrase-file F\nEnds or removes a tag, or takes that back.',
  leads: 'qy leads CASE [--tag T …] --passphrase-file F\nLeads, filtered by tag if wanted.',
  unknownTag: 'There is no tag {{tag}}. Known: {{tags}}',
  tagAdded: 'Tagged as "{{words}}", no. {{id}}',
  tagChanged: 'Tag no. {{id}} changed',
  tagGiven: 'No. {{id}} {{words}} (by hand) {{post}} {{state}}: {{reason}}',
  tagRemoved: 'removed',
  findings:
    'qy findings CASE [--tag T …] --passphrase-file F\nThe list of findings; --tag filters by tag, several times if wanted.',
  dispose:
    'qy dispose CASE FINDING open|checking|confirmed|excluded|doubtful --reason R [--counter TEXT] [--code CODE] [--silent-until DAY] --passphrase-file F\nChanges the status of a finding; with excluded, --silent-until keeps the model silent about the subject until that day.',
  assign:
    'qy assign CASE FINDING… [--to NAME] [--due DAY] [--reason R] --passphrase-file F\nAssigns findings; without --to takes them back.',
  'make-finding':
    'qy make-finding CASE --title T --reason R --row ROW[:FIELD]… --about PARTY… [--risk high|medium|low] --passphrase-file F\nMakes a finding by hand.',
  'add-evidence':
    'qy add-evidence CASE FINDING --reason R --row ROW[:FIELD]… --passphrase-file F\nAdds rows to a finding: evidence of one made by hand, context of one that a model found.',
  'remove-finding':
    'qy remove-finding CASE FINDING [--restore] --passphrase-file F\nTakes a finding made by hand back, or brings it back.',
  findingMade: '{{number}}: {{count}} rows of evidence',
  findingAdded: '{{number}}: {{count}} rows added',
  review:
    'qy review CASE FINDING agree|disagree [--reason R] --passphrase-file F\nReviews “confirmed” or “excluded” that another person decided.',
  'undo-dispose': 'qy undo-dispose CASE FINDING --passphrase-file F\nUndoes one’s own last decision.',
  runs: 'qy runs CASE --passphrase-file F\nThe runs: what each added, lost and changed, and why.',
  silences: 'qy silences CASE --passphrase-file F\nWhat is not prompted again.',
  'end-silence': 'qy end-silence CASE SILENCE --reason R --passphrase-file F\nPrompts again.',
  try: 'qy try CASE MODEL --set NAME=NUMBER … --passphrase-file F\nA trial: which findings other thresholds would add and drop. Nothing is kept.',
  thresholds:
    'qy thresholds CASE write OUT.json | read FILE.json [--reason R] --passphrase-file F\nWrites the thresholds of this case, signed; or shows those of another case, and with --reason takes them.',
  metrics:
    'qy metrics CASE [--over money|all] [--sort METRIC] [--limit N] --passphrase-file F\nNetwork measures: net inflow, in, out (fen), degree, betweenness, closeness, eigenvector, PageRank, k-core, community, component, strong component; where sources is less than parties, betweenness and closeness are estimates.',
  'own-models':
    'qy own-models CASE [try FILE.json | save FILE.json [--model ID] | on ID | off ID | delete ID | history ID] [--reason R] --passphrase-file F\nModels of one’s own: lists them; try finds and keeps nothing; save, on, off and delete need --reason, and each makes a version.',
  ownTried: '{{status}}: {{findings}} hits of {{examined}} groups (a trial, nothing was kept)',
  ownUnreadable: '“{{path}}” is no definition of a model ({{at}}). own-models --json prints definitions to go by.',
  boards: 'qy boards CASE [BOARD] --passphrase-file F\nBoards: which there are, or every line of one (amounts in fen).',
  triedLine: '{{findings}} found, {{before}} now, +{{added}} −{{gone}} (a trial, not kept)',
  thresholdsWritten: '{{name}}: {{settings}} settings, signed by {{fingerprint}}',
  thresholdsRead: 'The signature holds: {{name}} {{fingerprint}}; {{applied}} taken',
  assigned: '{{count}} findings: {{name}}',
  runsLine: '{{id}}  {{at}}  {{actor}}  models {{models}}  +{{added}} −{{gone}} changed {{changed}}  {{why}}',
  silenceLine:
    '{{id}} {{state}} {{model}}  {{name}}  until {{until}}  ground {{number}} {{actor}}  not listed {{findings}}',
  risk: 'qy risk CASE --passphrase-file F\nParties by risk score with the parts of the score.',
  riskParts: '({{shown}} of {{total}})',
  trace:
    'qy trace CASE [PARTY…] [--account A]… [--row ROW]… [--pair PAYER:PAYEE]… [--direction down|up|both] [--layers 1–7] [--method fifo|pro-rata|balance-first] [--from DAY] [--to DAY] [--min-row FEN] [--min-total FEN] [--min-share PERCENT] [--within DAYS] [--stop corporate|abroad|normal]… [--limit N] [--save NAME [--note N] [--report]] --passphrase-file F\nWhere money went or came from: what reached each layer, what was not traced and why, and every hop (fen). Without --stop it ends at what is known to be normal; --stop none sets none. Cash and payment institutions always end it.',
  graph:
    'qy graph CASE neighbours PARTY [--limit N] | path FROM TO [--max-hops N] [--direction along|against] [--order strict|tolerant] [--max-gap DAYS] | connect PARTY PARTY… [--max-hops N] | cycles [PARTY…] [--ordered] [--min-length N] [--max-length N] [--window DAYS] [--tolerance T] [--with-hubs] | common PARTY PARTY… [--at-least K] | trace PARTY… | metrics  [--kind K]… [--min-fen N] [--since D] [--until D] [--exclude-hubs] --passphrase-file F\nQuestions of the graph: neighbours, paths, connecting network, circles of money, common counterparties; trace and metrics as the commands of these names.',
  pathWithout: 'without {{what}}: {{count}}',
  gap: 'gap: {{names}}; without conditions the nearest is {{hops}} hops away',
  gapApart: 'gap: {{names}}; no connection within 8 hops',
  cutOff: 'cut off: {{tried}} of {{of}} beginnings searched to the end',
  'export-graph':
    'qy export-graph CASE OUT --format graphml|gexf|csv-nodes|csv-edges|ftm [--mask internal|partner|public] [--purpose P] --passphrase-file F\nWrites the whole graph of the case as data; pictures are exported from the window.',
  report:
    'qy report CASE OUT.xlsx [--dossier ID] [--mask internal|partner|public] [--purpose P] --passphrase-file F\nWrites the Excel case summary; with --dossier the dossier of one party (numbers as in qy parties and qy search).',
  seal: 'qy seal CASE OUT.qyseal (--to age1…|--to-passphrase-file F) [--profile full|shared] [--purpose P] [--no-report] --passphrase-file F\nMakes a sealed case file.',
  identity: 'qy identity\nThis machine’s signing fingerprint and address: others seal for it with --to that address.',
  verify:
    'qy verify FILE [--seal-passphrase-file F|--identity-file F]\nVerifies a sealed case file; writes nothing. Without a key this machine’s own is tried, then --passphrase-file.',
  'open-sealed':
    'qy open-sealed FILE NEWCASE [--seal-passphrase-file F|--identity-file F] --passphrase-file F\nMakes a new case from a sealed file; --passphrase-file is that of the new case.',
  journal: 'qy journal CASE list|verify --passphrase-file F\nThe audit trail and its verification.',
  doctor: 'qy doctor CASE --passphrase-file F\nChecks the integrity of the case store.',
  sample:
    'qy sample OUTDIR [--seed N] [--size S|M|L] [--scope core|all] [--noise 0..1]\nWrites the fictitious sample spreadsheets with their truth file.',
  demo: 'qy demo OUTDIR [--size S|M]\nThe whole thread unattended: generate, create, import, detect, report, seal, verify.',
  serve: 'qy serve\nStarts the loopback page (what npm start uses without Electron).',
  created: 'Created the case {{folder}}',
  recoveryWritten: 'The recovery sheet is in {{file}}. It IS the key: print it, put it under seal, delete the file.',
  fileLine: '{{file}}  SHA-256 {{sha256}}',
  fileIn: '{{file}} (in {{where}})',
  noteLine: '  Note: {{note}}',
  sheetLine:
    '  {{sheet}}  {{title}} ({{category}})  read {{read}} = imported {{imported}} + rejected {{rejected}} + duplicate {{duplicate}} + skipped {{skipped}} (mirrored {{mirrored}})',
  problemLine: '    row {{row}} {{column}}: {{message}}',
  moreProblems: '    {{shown}} of {{total}} problems shown (--json gives all)',
  batchLine: '{{id}}  {{at}}  {{state}}  {{file}}  {{rows}} rows',
  badValues: '“{{file}}” is no JSON of {field: text}.',
  entered: 'Entered as entry {{entry}} (row {{row}})',
  entryRemoved: 'Entry {{entry}} taken back',
  entryLine: '{{entry}}  {{at}}  {{actor}}  {{state}}  {{kind}}  {{values}}  ground: {{reason}}',
  rowLine: '{{id}}  {{file}} row {{row}}  {{kind}}  {{message}}',
  repeatsLine: 'Same as row {{row}} of {{file}}.',
  duplicateLine: '{{id}}  {{file}} row {{row}}  {{state}}  = {{other}} row {{otherRow}}',
  correctedLine: '{{file}} row {{row}}: {{before}} → {{state}}',
  rejectsLine: 'Wrote {{file}}, {{rows}} rows',
  qualityLine: '{{what}}  {{rows}} rows  {{files}} files  {{missing}} months missing',
  scoreLine: '{{score}}  {{file}}  {{sheet}}',
  accountsLine: '{{total}} accounts, {{breaks}} breaks, {{gaps}} gaps',
  stopsLine: '{{n}} of {{total}} models cannot judge for lack of data',
  undoReason: 'Undone from the command line, no reason given',
  undone: 'Undid batch {{batch}}: {{rows}} rows',
  runLine: '{{model}}  {{status}}  examined {{examined}}  findings {{findings}}  {{ms}} ms  {{missing}}',
  runStands:
    '{{model}}  {{status}}  examined {{examined}}  findings {{findings}}  nothing changed since run {{run}}  {{missing}}',
  findingLine: '{{number}}  severity {{severity}}  {{status}}  {{summary}}',
  findingByHand: '    Rows of the evidence entered by hand: {{rows}}',
  shownOf: '{{shown}} of {{total}}',
  chartWritten: '{{file}}, {{parties}} of {{allParties}} entities, {{links}} of {{allLinks}} links, SHA-256 {{sha256}}',
  reportWritten: 'Case summary {{file}}, SHA-256 {{sha256}}',
  dossierWritten: 'Dossier {{file}}, SHA-256 {{sha256}}',
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
