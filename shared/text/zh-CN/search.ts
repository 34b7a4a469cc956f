/** What the search box adds to its list. */
export const search = {
  loading: '正在查找',
  open: 'Enter 打开',
  graph: 'Shift Enter 在图中看',
  source: 'Ctrl Enter 看来源',
  walk: '↑↓ 选择',
  cells: '单元格：已查 {{searched, number}} / 共 {{of, number}} 行，先查最近导入的',
} as const;
