/** 关系图上的操作：菜单、工具栏、快捷键。 */
export const deeds = {
  groups: {
    explore: '展开',
    analyse: '分析',
    open: '打开',
    select: '选择',
    sight: '显示',
    arrange: '布局',
    enter: '录入',
    keep: '保存',
    history: '历史',
    look: '视图',
  },
} as const;
