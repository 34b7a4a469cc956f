/** 体检: what each check looks at. `{{n}}` is how much was looked at. */
export const doctor = {
  pages: '加密页逐页核验：{{n}} 页',
  database: '数据库结构完整：{{n}} 页',
  schema: '库表、触发器和视图未被改动：{{n}} 项',
  references: '记录间的引用有效：{{n}} 张表',
  evidence: '原始文件与导入时的校验值一致：{{n}} 个',
  journal: '留痕链完整：{{n}} 条',
  'high-water': '留痕不早于上次所见：{{n}} 处',
  clock: '留痕时间没有倒退：{{n}} 条',
  'rows-add-up': '各表行数相加相符：{{n}} 张',
  'rows-counted': '各表行数与实存行相符：{{n}} 行',
  records: '每个导入行恰有一条记录：{{n}} 条',
  sums: '各表金额合计与记录相符：{{n}} 张',
  mirrors: '同一笔转账的两面相符：{{n}} 笔',
  mentions: '每个称谓归于一个主体：{{n}} 个',
  findings: '疑点的证据行仍然有效：{{n}} 项',
  links: '关系图与记录的行数和金额相符：{{n}} 条',
} as const;
