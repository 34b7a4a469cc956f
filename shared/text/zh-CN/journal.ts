/** What the journal says of each action; params are what the entry holds. The keys are the closed list of actions. */
export const journal = {
  'case.created': '建立案件“{{title}}”',
  'case.opened': '打开案件',
  'case.closed': '关闭案件',
  'case.locked': '锁定案件',
  'case.older-accepted': '接受较旧的案件库：应到第 {{expected}} 条，现有 {{found}} 条；原状另存于 {{aside}}',
  'case.passphrase-changed': '更换口令',
  'case.recovery-sheet': '写出恢复单',
  'import.written': '导入 {{file}}：{{imported}} 行，问题 {{rejected}} 行，批次 {{batch}}',
  'import.undone': '撤销批次 {{batch}}（{{file}}）：{{reason}}',
  'import.rejects-written': '导出批次 {{batch}} 的问题行 {{rows}} 行',
  'detect.run': '运行 {{models}} 个模型：新增 {{added}}，减少 {{gone}}',
  'detect.setting': '模型 {{model}} 的“{{name}}”由 {{before}} 改为 {{after}}：{{reason}}',
  'finding.disposed': '将 {{number}} 改为“{{status}}”：{{reason}}',
  'finding.counter': '填写 {{number}} 的反证与合理解释',
  'report.written': '生成案件汇总 {{file}}（SHA-256 {{sha256}}）',
  'seal.written': '封存 {{file}}（SHA-256 {{sha256}}），用途：{{purpose}}',
  'seal.opened': '由封存件 {{file}} 建立案件，封存方 {{signer}}',
  copy: '复制{{what}}',
} as const;

export type JournalAction = keyof typeof journal;

/** What verification may find wrong with an entry. */
export const journalFlaws = {
  gap: '第 {{seq}} 条之前缺少条目',
  'chain-broken': '第 {{seq}} 条与前一条不相连',
  'payload-changed': '第 {{seq}} 条的内容被改动',
  'entry-changed': '第 {{seq}} 条被改动',
  'anchor-differs': '第 {{seq}} 条与上次关闭时所记不同',
  'anchor-beyond-end': '上次关闭时已有第 {{seq}} 条，现已不存在',
} as const;

/** What was copied; the journal keeps the kind only. */
export const copyKinds = {
  name: '名称',
  identifier: '号码',
  amount: '金额',
  figure: '图',
  hash: '校验值',
  text: '文字',
} as const;
