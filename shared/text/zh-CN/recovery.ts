/** What is printed on the recovery sheet. */
export const recovery = {
  title: '清源 案件恢复单',
  which: '案件文件夹：{{folder}}\r\n案件编码：{{case}}\r\n写出日期：{{day}}',
  isKey: '此码就是案件的钥匙，不需要口令。持有此单和案件文件夹的人可以读取全部内容。',
  keep: '打印后装入信封密封，交本单位保密柜保管；随即删除电子文件并清空回收站。',
  use: '口令遗忘或钥匙文件丢失时：打开清源 › 打开案件 › 用恢复单打开，输入八组字符，设置新口令。',
  letters: '字符为 0–9 和大写字母，不含 I、L、O、U。看似 O 的是数字 0，看似 I 或 L 的是数字 1。',
  without: '没有清源程序时：案件库是 SQLCipher 4 数据库，用 build/recover-case.py 和此码可还原为普通 SQLite 文件。',
} as const;
