import { tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

/** 费用类型, with the words that name it on screen and the words that tell it in a ledger. First match wins. */
export const expenseTypes = [
  {
    id: 'lecture',
    zh: '讲课费',
    en: 'Lecture fee',
    says: /讲课费|授课费|课酬|讲者费|劳务.*(?:讲|授)课|专家费|lecture|speaker fee/i,
  },
  {
    id: 'conference',
    zh: '会议费',
    en: 'Conference',
    says: /会议费|会务费|年会|论坛|研讨会|沙龙|科室会|病例讨论|城市会|卫星会|conference|symposium/i,
  },
  {
    id: 'academic_promo',
    zh: '学术推广费',
    en: 'Academic promotion',
    says: /学术推广|学术活动|学术交流|推广服务|市场推广|产品推广|推广费|promotion/i,
  },
  { id: 'sponsorship', zh: '赞助费', en: 'Sponsorship', says: /赞助|冠名|支持费|展位费|sponsor/i },
  { id: 'consulting', zh: '咨询费', en: 'Consulting', says: /咨询费|顾问费|技术服务费|信息服务费|consult/i },
  {
    id: 'research',
    zh: '研究费',
    en: 'Research',
    says: /临床试验|临床观察|研究费|课题费|真实世界|\bIIT\b|clinical trial|research fee/i,
  },
  { id: 'market_survey', zh: '市场调研费', en: 'Market survey', says: /调研费|问卷|数据收集|survey/i },
  { id: 'donation', zh: '捐赠', en: 'Donation', says: /捐赠|捐款|资助|donation/i },
  { id: 'travel', zh: '差旅费', en: 'Travel', says: /差旅|机票|住宿|交通|travel|accommodation/i },
  {
    id: 'reception',
    zh: '招待与礼品',
    en: 'Hospitality and gifts',
    says: /招待|餐费|礼品|购物卡|加油卡|烟酒|hospitality|gift/i,
  },
  { id: 'labour', zh: '劳务费', en: 'Labour fee', says: /劳务费|劳务报酬|兼职|labou?r fee/i },
] as const;

/** The words stand in the first lines; a paragraph is not searched to its end. */
const longestText = 1_000;

export type ExpenseType = (typeof expenseTypes)[number]['id'];

/**
 * The type of an expense from its texts in order of authority (account, stated type, summary …): the first text that says
 * any type decides, and in that text the first type of the list. undefined: no text says.
 */
export function expenseTypeOf(texts: readonly string[]): ExpenseType | undefined {
  for (const raw of texts) {
    const text = toSimplified(tidy(raw.slice(0, longestText)));
    const type = text === '' ? undefined : expenseTypes.find(({ says }) => says.test(text));
    if (type) return type.id;
  }
  return undefined;
}
