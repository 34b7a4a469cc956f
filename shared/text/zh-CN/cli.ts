/** What the command line says. Usage lines are shown as they stand; sentences take `{{params}}`. */
export const cli = {
  intro: '清源：医药领域腐败问题调查工作台（命令行）\n用法：qy 命令 … [--json] [--lang zh|en] [--actor NAME]\n命令：',
  help: '每个命令的说明：qy 命令 --help',
  unknownCommand: '没有名为“{{name}}”的命令。',
  missing: '缺少 {{what}}。',
  notFit: '{{option}} 应为 {{fits}}，写的是“{{seen}}”。',
  unknownOption: '不认识的选项或多余的参数：{{what}}',
  passphrasePrompt: '口令：',
  new: 'qy new CASE --passphrase-file F [--title T --number N --unit U] [--recovery-sheet OUT]\n建立加密案件（CASE 为案件文件夹，如 案件.qycase）。',
  import:
    'qy import CASE FILE|FOLDER… [--as CATEGORY] [--answers A.json] [--file-password-file F] [--dry-run] --passphrase-file F\n导入电子表格；不写 --as 时逐表识别。--dry-run 只试算，不写入。A.json：{"sheets":[{"file","sha256"?(同名文件中的一个),"sheet","category"?,"headerRow"?(0=没有表头),"columns"?,"template"?,"saveTemplate"?,"unit"?,"directions"?,…}],"files":[{"file","encoding"?,"delimiter"?}],"obtained":{"unit"?,"how"?,"on"?,"document"?}}。--file-password-file：表格的打开口令，压缩包和文件夹里的表格也用它，只用于读取。',
  templates:
    'qy templates CASE list | export OUT.qytemplate.json [--name N]… | import FILE | empty CATEGORY OUT.xlsx --passphrase-file F\n导入模板：列出、导出、取用；empty 写出一类表的空表。',
  templateLine: '{{name}}　{{category}}　对应 {{mapped}} / {{headers}} 列　{{at}}',
  templateKnown: '{{name}}（已有）',
  imports: 'qy imports CASE --passphrase-file F\n列出导入批次。',
  'undo-import': 'qy undo-import CASE BATCH [--reason R] --passphrase-file F\n撤销一个批次，原始文件仍保留。',
  'add-record':
    'qy add-record CASE --as CATEGORY --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\n手工录入一条记录；V.json 为 {字段: 文字}，R 为依据。--dry-run 只看如何读，不写入。',
  'add-party':
    'qy add-party CASE --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\n手工录入一个主体：kind、name、id_no、account、phone、number、org、dept、aliases、note。',
  'add-link':
    'qy add-link CASE FROM TO --values V.json --reason R [--replace ENTRY] [--dry-run] --passphrase-file F\n手工录入两个主体之间的关系：kind、certainty、day、day_to、amount、text。',
  'remove-entry': 'qy remove-entry CASE ENTRY --reason R --passphrase-file F\n撤回一条手工录入；内容与理由仍留存。',
  entries: 'qy entries CASE --passphrase-file F\n列出手工录入的条目，已改和已撤回的也在内。',
  problems:
    'qy problems CASE [--batch N] [--kind rejected|warning|duplicate|left-out|corrected] [--code C] --passphrase-file F\n列出要看的行：原因、单元格、唯一读法、与哪一行重复。id 供 correct 使用。',
  correct:
    'qy correct CASE ROW COLUMN=VALUE… --reason R | ROW --skip|--read --reason R | --undo CORRECTION… --reason R，均须 --passphrase-file F\n更正一行的单元格（如 E4 所在列写 E=12,000.00元）、略过或重读拒收行、撤回更正。原单元格不变。',
  duplicates:
    'qy duplicates CASE [--batch N] [--import ROW… | --all | --leave-out ROW…] [--reason R] --passphrase-file F\n重复行与其所重复的行并列；可仍要导入，或改回不导入。',
  rejects:
    'qy rejects CASE BATCH OUT.xlsx --passphrase-file F\n导出拒收行与原因；改正后重新导入该文件，即更正原来的行。',
  quality:
    'qy quality CASE --passphrase-file F\n数据类别与月份、各表质量分、各账户余额链与缺口、因缺数据无法判断的模型。',
  parties: 'qy parties CASE [--tag T …] --passphrase-file F\n列出主体及其证件、称谓、标签与出处；--tag 按标签筛选。',
  party: 'qy party CASE ID --passphrase-file F\n一个主体的档案。',
  suggestions:
    'qy suggestions CASE [--reason R] [--least 0.6] [--unsure] [--limit N] --passphrase-file F\n疑似同一主体，附分数与理由。',
  decide:
    'qy decide CASE A B same|different|unsure [--reason R] --passphrase-file F\nqy decide CASE all VERDICT --reason-class R [--least 0.6] [--reason R] 对一类理由整批认定。',
  decisions: 'qy decisions CASE --passphrase-file F\n列出认定，已撤回的也在内。',
  'undo-decision': 'qy undo-decision CASE DECISION --passphrase-file F\n撤回一次认定；整批认定一并撤回。',
  clashes: 'qy clashes CASE account|name --passphrase-file F\n同一账号多个户名，或同名而号码不同：列出主体与出处。',
  relations:
    'qy relations CASE [--party ID] [--state open|confirmed|rejected] --passphrase-file F\n推断关系：共用的电话、地址、IP、设备及认定。',
  'decide-relation':
    'qy decide-relation CASE KIND A B confirmed|rejected --reason R --passphrase-file F\n认定推断关系属实，或排除；可撤回。',
  'undo-relation': 'qy undo-relation CASE DECISION --passphrase-file F\n撤回对推断关系的认定。',
  shared: 'qy shared CASE [all|drawn|aside] --passphrase-file F\n共用信息及其持有者；aside 为共用过多、不成关系的。',
  views:
    'qy views CASE [--compare A --with B] --passphrase-file F\n列出保存的关系图视图，或比较两个视图（--with 省略时与现在的数字比较）。',
  notes:
    'qy notes CASE ID [--write TEXT | --change N --text TEXT | --remove N | --restore N] --passphrase-file F\n主体的备注。',
  'merge-parties': 'qy merge-parties CASE A B --reason R --passphrase-file F\n合并两个主体，可撤回。',
  'split-party':
    'qy split-party CASE ID MENTION… --reason R --passphrase-file F\n从主体中拆出若干称谓（编号见 qy party），可撤回。',
  suggestionLine: '{{score}}  #{{a}} {{nameA}} — #{{b}} {{nameB}}  {{reasons}}',
  decided: '第 {{decision}} 号认定：{{pairs}} 对',
  decidedApart: '其中 {{apart}} 对因各有校验相符的号码仍为两个主体',
  decisionLine:
    '{{decision}}  {{at}}  {{actor}}  {{verdict}}  {{pairs}} 对  {{nameA}} — {{nameB}}  {{reason}}{{undone}}',
  decisionUndone: '（已撤回 {{at}}）',
  splitInto: '第 {{decision}} 号认定：拆出为主体 {{parties}}，原主体为 #{{party}}',
  search:
    'qy search CASE TEXT [--tag T …] --passphrase-file F\n搜索名称、号码、金额（>10万）与单元格；有 --tag 时只列主体与疑点。',
  detect:
    'qy detect CASE [--model ID]… [--settings S.json] [--all] --passphrase-file F\n运行预警模型，给出运行情况与疑点。所读数据未变的模型沿用上次结果；--all 全部重新计算。',
  tags: 'qy tags CASE PARTY --passphrase-file F\n一个主体的标签（手工与推得）及任职经历。',
  'tag-party':
    'qy tag-party CASE PARTY --tag T --reason R [--post P --org O --from D --to D] --passphrase-file F\n给主体标注标签。',
  'change-tag':
    'qy change-tag CASE TAG end|reopen|remove|restore --reason R [--day D] --passphrase-file F\n截止、删除标签，或撤回。',
  leads: 'qy leads CASE [--tag T …] --passphrase-file F\n线索，可按标签筛选。',
  unknownTag: '没有标签 {{tag}}。可用：{{tags}}',
  tagAdded: '已标注“{{words}}”，第 {{id}} 号',
  tagChanged: '第 {{id}} 号标签已更改',
  tagGiven: '第 {{id}} 号 {{words}}（手工）{{post}} {{state}}：{{reason}}',
  tagRemoved: '已删除',
  findings: 'qy findings CASE [--tag T …] --passphrase-file F\n疑点清单；--tag 按标签筛选，可多次。',
  dispose:
    'qy dispose CASE FINDING open|checking|confirmed|excluded|doubtful --reason R [--counter TEXT] [--code CODE] [--silent-until DAY] --passphrase-file F\n改变疑点的状态；排除时 --silent-until 使同主体同模型在该日前不再提示。',
  assign:
    'qy assign CASE FINDING… [--to NAME] [--due DAY] [--reason R] --passphrase-file F\n指派疑点；不写 --to 即收回。',
  'make-finding':
    'qy make-finding CASE --title T --reason R --row ROW[:FIELD]… --about PARTY… [--risk high|medium|low] --passphrase-file F\n人工建立疑点。',
  'add-evidence':
    'qy add-evidence CASE FINDING --reason R --row ROW[:FIELD]… --passphrase-file F\n为疑点加入行：人工疑点记为证据，模型疑点记为参考。',
  'remove-finding': 'qy remove-finding CASE FINDING [--restore] --passphrase-file F\n撤回人工疑点，或恢复。',
  findingMade: '{{number}}：证据 {{count}} 行',
  findingAdded: '{{number}}：加入 {{count}} 行',
  review: 'qy review CASE FINDING agree|disagree [--reason R] --passphrase-file F\n复核他人作出的“属实”或“排除”。',
  'undo-dispose': 'qy undo-dispose CASE FINDING --passphrase-file F\n撤销自己最后一次处置。',
  runs: 'qy runs CASE --passphrase-file F\n历次运行：新增、减少、证据变化及其原因。',
  silences: 'qy silences CASE --passphrase-file F\n“不再提示”清单。',
  'end-silence': 'qy end-silence CASE SILENCE --reason R --passphrase-file F\n恢复提示。',
  try: 'qy try CASE MODEL --set NAME=NUMBER … --passphrase-file F\n试算：换阈值后会多出和减少哪些疑点，不保存。',
  thresholds:
    'qy thresholds CASE write OUT.json | read FILE.json [--reason R] --passphrase-file F\n写出本案阈值（签名），或查看、采用他案的；写了 --reason 才采用。',
  metrics:
    'qy metrics CASE [--over money|all] [--sort METRIC] [--limit N] --passphrase-file F\n网络指标：净流入、流入、流出（分）、度、介数、接近度、特征向量、PageRank、k-核、社群、连通分量、强连通分量；sources 小于 parties 时介数、接近度为抽样估计。',
  'own-models':
    'qy own-models CASE [try FILE.json | save FILE.json [--model ID] | on ID | off ID | delete ID | history ID] [--reason R] --passphrase-file F\n自建模型：不写动作时列出；try 试算不保存；save、on、off、delete 要写 --reason，各成一版。',
  ownTried: '{{status}}：命中 {{findings}} / 共 {{examined}} 组（试算，未保存）',
  ownUnreadable: '“{{path}}”不是自建模型的定义（{{at}}）。格式见 own-models --json 列出的 definition。',
  boards: 'qy boards CASE [BOARD] --passphrase-file F\n比较：不写 BOARD 时列出有哪些；否则列出每一行（金额为分）。',
  triedLine: '命中 {{findings}}，现有 {{before}}，+{{added}} −{{gone}}（试算，未保存）',
  thresholdsWritten: '{{name}}：{{settings}} 项，签名 {{fingerprint}}',
  thresholdsRead: '签名有效：{{name}} {{fingerprint}}；采用 {{applied}} 项',
  assigned: '{{count}} 项：{{name}}',
  runsLine: '{{id}}  {{at}}  {{actor}}  模型 {{models}}  +{{added}} −{{gone}} 变化 {{changed}}  {{why}}',
  silenceLine: '{{id}} {{state}} {{model}}  {{name}}  至 {{until}}  依据 {{number}} {{actor}}  未列出 {{findings}}',
  risk: 'qy risk CASE --passphrase-file F\n主体按风险分排列，列出分数构成。',
  riskParts: '（前 {{shown}} / 共 {{total}} 项）',
  trace:
    'qy trace CASE [PARTY…] [--account A]… [--row ROW]… [--pair PAYER:PAYEE]… [--direction down|up|both] [--layers 1–7] [--method fifo|pro-rata|balance-first] [--from DAY] [--to DAY] [--min-row FEN] [--min-total FEN] [--min-share PERCENT] [--within DAYS] [--stop corporate|abroad|normal]… [--limit N] [--save NAME [--note N] [--report]] --passphrase-file F\n资金追踪：每层到达的金额、未追到的金额与原因、各跳（金额为分）。不写 --stop 时止于已知正常；--stop none 不设。现金与支付机构总是停止。',
  graph:
    'qy graph CASE neighbours PARTY [--limit N] | path FROM TO [--max-hops N] [--direction along|against] [--order strict|tolerant] [--max-gap DAYS] | connect PARTY PARTY… [--max-hops N] | cycles [PARTY…] [--ordered] [--min-length N] [--max-length N] [--window DAYS] [--tolerance T] [--with-hubs] | common PARTY PARTY… [--at-least K] | trace PARTY… | metrics  [--kind K]… [--min-fen N] [--since D] [--until D] [--exclude-hubs] --passphrase-file F\n关系图的提问：对手、路径、连接网络、回流、共同对手；trace、metrics 与同名命令相同。',
  pathWithout: '若放宽 {{what}}：{{count}} 条',
  gap: '情报缺口：{{names}}；不设条件时最近 {{hops}} 跳',
  gapApart: '情报缺口：{{names}}；全案 8 跳内没有联系',
  cutOff: '未查完：{{of}} 个起点中查完 {{tried}} 个',
  'export-graph':
    'qy export-graph CASE OUT --format graphml|gexf|csv-nodes|csv-edges|ftm [--mask internal|partner|public] [--purpose P] --passphrase-file F\n把全案关系图写成数据文件；图片由窗口导出。',
  report:
    'qy report CASE OUT.xlsx [--dossier ID] [--mask internal|partner|public] [--purpose P] --passphrase-file F\n生成 Excel 案件汇总；--dossier 时为一个主体的档案（编号见 qy parties、qy search）。',
  seal: 'qy seal CASE OUT.qyseal (--to age1…|--to-passphrase-file F) [--profile full|shared] [--purpose P] [--no-report] --passphrase-file F\n制作封存件。',
  identity: 'qy identity\n本机签名指纹与收件地址：他人封存给本机时写 --to 此地址。',
  verify:
    'qy verify FILE [--seal-passphrase-file F|--identity-file F]\n核验封存件，不写入任何内容。未写钥匙时用本机钥匙，再试 --passphrase-file。',
  'open-sealed':
    'qy open-sealed FILE NEWCASE [--seal-passphrase-file F|--identity-file F] --passphrase-file F\n由封存件建立新案件；--passphrase-file 是新案件的口令。',
  journal: 'qy journal CASE list|verify --passphrase-file F\n留痕清单与核验。',
  doctor: 'qy doctor CASE --passphrase-file F\n检查案件库的完整性。',
  sample:
    'qy sample OUTDIR [--seed N] [--size S|M|L] [--scope core|all] [--noise 0..1]\n写出虚构的示例表格与真值文件。',
  demo: 'qy demo OUTDIR [--size S|M]\n无人值守走完全程：生成、建案、导入、检测、报告、封存、核验。',
  serve: 'qy serve\n启动本机回环页面（即 npm start 在没有 Electron 时所用）。',
  created: '已建立案件 {{folder}}',
  recoveryWritten: '恢复单已写入 {{file}}。它就是钥匙，请立即打印并封存，然后删除文件。',
  fileLine: '{{file}}  SHA-256 {{sha256}}',
  fileIn: '{{file}}（{{where}}）',
  noteLine: '  提示：{{note}}',
  sheetLine:
    '  {{sheet}}  {{title}}（{{category}}）  读 {{read}} = 导入 {{imported}} + 拒收 {{rejected}} + 重复 {{duplicate}} + 略过 {{skipped}}（镜像 {{mirrored}}）',
  problemLine: '    第 {{row}} 行 {{column}}：{{message}}',
  moreProblems: '    显示 {{shown}} / 共 {{total}} 个问题（--json 给出全部）',
  batchLine: '{{id}}  {{at}}  {{state}}  {{file}}  {{rows}} 行',
  badValues: '“{{file}}”不是 {字段: 文字} 的 JSON。',
  entered: '已录入第 {{entry}} 条（行 {{row}}）',
  entryRemoved: '已撤回第 {{entry}} 条',
  entryLine: '{{entry}}  {{at}}  {{actor}}  {{state}}  {{kind}}  {{values}}  依据：{{reason}}',
  rowLine: '{{id}}  {{file}} 第 {{row}} 行  {{kind}}  {{message}}',
  repeatsLine: '与 {{file}} 第 {{row}} 行相同。',
  duplicateLine: '{{id}}  {{file}} 第 {{row}} 行  {{state}}  = {{other}} 第 {{otherRow}} 行',
  correctedLine: '{{file}} 第 {{row}} 行：{{before}} → {{state}}',
  rejectsLine: '已写出 {{file}}，{{rows}} 行',
  qualityLine: '{{what}}  {{rows}} 行  {{files}} 个文件  缺 {{missing}} 个月',
  scoreLine: '{{score}}  {{file}}  {{sheet}}',
  accountsLine: '{{total}} 个账户，断点 {{breaks}}，缺口 {{gaps}}',
  stopsLine: '因缺数据无法判断的模型 {{n}} / {{total}}',
  undoReason: '命令行撤销，未写理由',
  undone: '已撤销批次 {{batch}}：{{rows}} 行',
  runLine: '{{model}}  {{status}}  检查 {{examined}}  疑点 {{findings}}  {{ms}} ms  {{missing}}',
  runStands:
    '{{model}}  {{status}}  检查 {{examined}}  疑点 {{findings}}  数据未变，沿用第 {{run}} 次运行  {{missing}}',
  findingLine: '{{number}}  严重度 {{severity}}  {{status}}  {{summary}}',
  findingByHand: '    证据中有 {{rows}} 行为手工录入',
  shownOf: '显示 {{shown}} / 共 {{total}}',
  chartWritten:
    '{{file}}，{{parties}} / 共 {{allParties}} 个主体，{{links}} / 共 {{allLinks}} 条关系，SHA-256 {{sha256}}',
  reportWritten: '案件汇总 {{file}}，SHA-256 {{sha256}}',
  dossierWritten: '主体档案 {{file}}，SHA-256 {{sha256}}',
  sealed: '封存件 {{file}}，SHA-256 {{sha256}}，签名人 {{fingerprint}}',
  verified: '封存件未被改动。封存方 {{name}}，指纹 {{fingerprint}}，封存于 {{at}}',
  identityLine: '{{name}}\n签名指纹 {{fingerprint}}\n{{publicKey}}\n收件地址 {{recipient}}',
  openedSealed: '已由封存件建立案件 {{folder}}',
  chainOk: '留痕完整：{{entries}} 条，末条 {{hash}}',
  chainBad: '留痕不完整：{{what}}',
  demoGenerate: '1 生成示例表格：{{files}} 个文件，{{dir}}',
  demoCreate: '2 建立加密案件：{{folder}}',
  demoImport: '3 导入：读 {{read}} 行 = 导入 {{imported}} + 拒收 {{rejected}} + 重复 {{duplicate}} + 略过 {{skipped}}',
  demoDetect: '4 检测：{{models}} 个模型运行，{{cannot}} 个无法判断，疑点 {{findings}} 项，涉及 {{amount}}',
  demoReport: '5 Excel 案件汇总：{{file}}',
  demoSeal: '6 封存：{{file}}',
  demoVerify: '7 核验：封存件未被改动，含 {{members}} 个成员',
  demoSeconds: '全程 {{seconds}} 秒。口令文件：{{file}}',
} as const;
