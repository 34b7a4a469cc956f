/** 线索 */
export const clues = {
  none: '尚未导入线索台账',
  stops: '没有台账，下列模型无法判断，疑点也不能与举报线索对照：',
  stopsNone: '没有台账，疑点不能与举报线索对照。',
  import: '导入线索台账',
  unread: '本版本不能读取线索台账。举报线索可先写在疑点的处置理由与反证中。',
  toFindings: '去疑点',
  batches: '已导入的线索表',
  rows: '{{count, number}} 条',
} as const;
