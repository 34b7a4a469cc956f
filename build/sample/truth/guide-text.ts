import { groupedYuan } from '../plain/fen.ts';
import type { GuideStep } from './guide.ts';

/** The steps with their answers as Markdown, amounts in yuan. */
export function guideText(steps: readonly GuideStep[]): string {
  return steps
    .map(({ step, zh, answer }) => {
      const parts = Object.entries(answer).map(([name, value]) => `${words[name] ?? name}：${said(name, value)}`);
      return `${step}. ${zh}\n   ${parts.join('；')}`;
    })
    .join('\n');
}

const words: Readonly<Record<string, string>> = {
  files: '文件',
  sheets: '工作表',
  read: '读入',
  imported: '导入',
  rejected: '拒绝',
  duplicate: '重复',
  skipped: '跳过',
  unreadableCells: '读不出的单元格',
  unreadable: '例如',
  name: '名称',
  writtenAs: '其他写法',
  mentions: '出现次数',
  payer: '付款方',
  payees: '收款方',
  payments: '付款笔数',
  paidFen: '金额（元）',
  conferences: '会议',
  costFen: '费用（元）',
  path: '路径',
  makerToPromotionFen: '付给推广公司（元）',
  promotionToPeopleFen: '转给个人（元）',
  people: '个人',
  chiefReceivedFen: '骨科主任收到（元）',
  equipmentHead: '设备科科长',
  companies: '付款企业',
  companiesPaidFen: '付款合计（元）',
  sponsor: '赞助企业',
  society: '学会',
  sponsoredFen: '会议赞助费（元）',
  dividedAmong: '分给人数',
  dividedFen: '分给个人（元）',
  roundTrip: '回流',
  leftFen: '转出（元）',
  cameBackFen: '转回（元）',
  innocent: '不应提示',
};

function said(name: string, value: string | number | readonly string[]): string {
  if (Array.isArray(value)) return value.join(name === 'path' || name === 'roundTrip' ? ' → ' : '、');
  return name.endsWith('Fen') ? groupedYuan(Number(value)) : String(value);
}
