/** The guided task of the sample case: what to do, where, and how to know that it worked. */
export const guide = {
  title: '示例任务',
  of: '第 {{n}} 步，共 {{total}} 步',
  go: '去这一步',
  next: '下一步',
  previous: '上一步',
  hide: '收起示例任务',
  show: '示例任务',
  steps: {
    import: {
      title: '看导入的表',
      task: '示例文件已导入。打开一个批次，看读入、导入、问题、重复各多少行，四者之和应等于文件行数。',
    },
    parties: {
      title: '核对主体',
      task: '打开排在最前的主体，看它的每个称呼来自哪个单元格，凭什么与别的称呼归为同一主体。',
    },
    overview: { title: '看总览', task: '涉疑点金额按证据行去重。点金额旁的“占全部资金”，与资金明细的合计相符。' },
    money: { title: '展开资金', task: '在关系图中从药企向下展开，看学术推广费经过谁，到了谁的账户。' },
    findings: { title: '核查疑点', task: '打开高风险疑点，看命中数值与阈值、证据行，填写反证与合理解释，再定状态。' },
    meeting: {
      title: '会议核验',
      task: '打开一场被评为“真实”的会议：正规会议不应被列为疑点。再看一场各要素不符的会议。',
    },
    seal: { title: '封存移送', task: '写出报告，封存案件，记下指纹。再核验刚写出的封存件。' },
  },
} as const;
