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
  'manual.added': '手工录入{{what}}第 {{entry}} 条：{{reason}}',
  'manual.changed': '手工录入第 {{before}} 条（{{what}}）改为第 {{entry}} 条：{{reason}}',
  'manual.removed': '撤回手工录入第 {{entry}} 条（{{what}}）：{{reason}}',
  'manual.restored': '恢复手工录入第 {{before}} 条（{{what}}），记为第 {{entry}} 条：{{reason}}',
  'import.corrected': '更正 {{file}} 第 {{row}} 行等 {{rows}} 行 {{cells}} 格：{{reason}}',
  'import.corrected-filled':
    '更正 {{file}} 第 {{row}} 行等 {{rows}} 行 {{cells}} 格，另有 {{followed}} 行随之重读：{{reason}}',
  'import.uncorrected': '撤回 {{file}} 第 {{row}} 行等 {{cells}} 处更正：{{reason}}',
  'import.uncorrected-filled':
    '撤回 {{file}} 第 {{row}} 行等 {{cells}} 处更正，另有 {{followed}} 行随之重读：{{reason}}',
  'import.decided': '{{file}} 第 {{row}} 行等 {{rows}} 行改为“{{what}}”：{{reason}}',
  'source.revealed': '查看 {{file}} 的受保护单元格 {{cell}}',
  'import.rejects-written': '导出批次 {{batch}} 的问题行 {{rows}} 行',
  'import.template-saved': '保存导入模板“{{name}}”',
  'import.templates-written': '导出导入模板 {{templates}} 个',
  'import.templates-read': '从 {{file}} 取得导入模板 {{added}} 个',
  'import.template-removed': '删除导入模板“{{name}}”',
  'detect.run': '运行 {{models}} 个模型：新增 {{added}}，减少 {{gone}}',
  'detect.setting': '模型 {{model}} 的“{{name}}”由 {{before}} 改为 {{after}}：{{reason}}',
  'parties.decided': '认定 {{pairs}} 对主体“{{verdict}}”（{{a}}、{{b}}）：{{reason}}',
  'parties.merged': '合并主体 {{a}}、{{b}}：{{reason}}',
  'parties.split': '从主体 {{name}} 拆出 {{mentions}} / 共 {{of}} 种称谓：{{reason}}',
  'parties.undone': '撤回认定第 {{decision}} 号（{{pairs}} 对，{{a}}、{{b}}）',
  'tags.added': '给主体 {{name}} 标注“{{tag}}”（第 {{entry}} 号）{{post}}：{{reason}}',
  'tags.changed': '主体 {{name}} 的标签“{{tag}}”（第 {{entry}} 号）{{change}}：{{reason}}',
  'relation.decided': '认定 {{a}}、{{b}} 的推断关系“{{verdict}}”（共用 {{values}} 项，第 {{decision}} 号）：{{reason}}',
  'relation.undone': '撤回推断关系的认定第 {{decision}} 号（{{verdict}}，{{a}}、{{b}}）',
  'note.written': '为主体“{{name}}”写备注第 {{note}} 条：{{text}}',
  'note.changed': '备注第 {{note}} 条（{{name}}）由“{{before}}”改为：{{text}}',
  'note.removed': '删除备注第 {{note}} 条（{{name}}）：{{text}}',
  'note.restored': '恢复备注第 {{note}} 条（{{name}}）：{{text}}',
  'finding.disposed': '将 {{number}} 改为“{{status}}”：{{reason}}',
  'finding.counter': '填写 {{number}} 的反证与合理解释',
  'party.written': '导出主体档案“{{name}}” {{file}}（SHA-256 {{sha256}}）',
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

/** What was copied, entered by hand or decided of a row; the journal keeps the code. */
export const journalObjects = {
  name: '名称',
  identifier: '号码',
  amount: '金额',
  figure: '图',
  hash: '校验值',
  record: '记录',
  party: '主体',
  link: '关系',
  text: '文字',
  import: '仍导入',
  'leave-out': '作重复处理',
  skip: '跳过',
  read: '重新读入',
} as const;
