/** 线索 */
export const clues = {
  none: '尚未导入线索台账',
  stops: '没有台账，下列模型无法判断，疑点也不能与举报线索对照：',
  stopsNone: '没有台账，疑点不能与举报线索对照。',
  import: '导入线索台账',
  unread: '本版本不能读取线索台账。举报线索可先写在疑点的处置理由与反证中。',
  toFindings: '去疑点',
  batches: '已导入的线索表',
  list: '线索清单',
  cols: { day: '受理日期', number: '线索编号', about: '被反映人、单位', content: '反映内容', source: '来源' },
  tagNote: '线索的重点领域取自其问题类别，岗位与环节取自被反映的主体',
  noneWithTags: '没有带有这些标签的线索',
  allegation: '线索本身不是证据',
  rows: '{{count, number}} 条',
} as const;
