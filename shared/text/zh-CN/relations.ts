/** 推断关系: what two parties share, a guess until a person says otherwise; and 备注. */
export const relations = {
  state: { open: '推断', confirmed: '属实', rejected: '已排除' },
  title: {
    open: '由共用信息推断，尚未证实',
    confirmed: '有人认定属实',
    rejected: '有人认定不成立，图上不画',
  },
  hint: '由共用信息推断，请核实',
  said: '{{actor}}：{{reason}}',
  confirm: '属实',
  reject: '排除',
  undo: '撤回认定',
  reason: '依据',
  ask: { confirmed: '认定“{{a}}”与“{{b}}”的关系属实', rejected: '排除“{{a}}”与“{{b}}”的关系' },
} as const;

export const notes = {
  title: '备注',
  add: '写备注',
  none: '没有备注',
  save: '保存',
  change: '修改',
  remove: '删除',
  restore: '恢复',
  text: '备注内容',
  removed: '已删除',
  earlier: '修改过 {{count, number}} 次',
} as const;
