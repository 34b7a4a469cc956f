import { saysNothing, tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

/**
 * What stands in a name column without naming anybody: nothing at all (also the bank's own booking accounts), cash,
 * an institution that only passes payments on, or "the holder himself".
 */
export type Placeholder = 'none' | 'cash' | 'payment-institution' | 'holder';

const words: Readonly<Record<Placeholder, string>> = {
  none:
    '待报解 待报解预算收入 待划转 待清算 待结算 暂收款 暂挂 挂账 过渡户 内部户 内部账户 应付利息 应付利息支出 利息 结息 利息支出 利息收入 活期利息 手续费 工本费 年费 短信费 ' +
    '应解汇款 汇出汇款 其他应付款 其他应收款 批量代付 批量代收 代发工资 测试 未知户名 匿名 匿名用户 对方 收款人 付款人 客户 不明 待查 待核实 保密 其他 其它 null',
  cash: '现金 现钞 库存现金 柜台现金 现金存入 现金支取 现金存款 现金取款 现存 现取 现金存 现金取 atm atm取款 atm存款 atm取现 atm机 自助取款 自助存款 柜面现金 cash',
  'payment-institution':
    '支付宝 财付通 微信 微信支付 微信转账 微信红包 微信零钱 零钱 零钱通 零钱提现 余额宝 银联 中国银联 银联在线 银联商务 网联 网联清算 云闪付 快捷支付 网银在线 京东支付 京东钱包 美团支付 抖音支付 拉卡拉 快钱 易宝支付 汇付天下 ' +
    '通联支付 连连支付 翼支付 和包支付 沃支付 壹钱包 平安付 百付宝 度小满支付 易付宝 苏宁支付 宝付 随行付 银盛支付 富友支付 杉德支付 首信易支付 联动优势 盛付通 合利宝 新生支付 paypal alipay tenpay wechat wechatpay unionpay',
  holder: '本人 自己 本方 本户 户主 户主本人 持卡人 持卡人本人 账户本人 同名账户 本人账户 self holder',
};

const byWord = new Map(
  (Object.entries(words) as [Placeholder, string][]).flatMap(([kind, list]) =>
    list.split(' ').map((word) => [word, kind] as const),
  ),
);
// 支付宝(中国)网络技术有限公司 · 财付通支付科技有限公司客户备付金 · 中国银联股份有限公司 · 网联清算有限公司
const institution =
  /^(?:支付宝\(?(?:中国|杭州)\)?(?:网络|信息)技术|支付宝支付科技|财付通支付科技|中国银联|银联商务|银联数据|网联清算|网银在线\(?(?:北京)?\)?(?:科技|商务服务)|拉卡拉支付|快钱支付清算信息|易宝支付|汇付数据|上海汇付|通联支付网络|连连银通|天翼电子商务|平安付科技|北京度小满支付|南京苏宁易付宝|宝付网络|银盛支付|富友支付|美团支付|北京钱袋宝)[^-]*?(?:公司|服务)(?:[^公-]{2,4}分公司)?(?:-?(?:客户)?备付金.*)?$/;
const reserve = /-?(?:客户)?备付金(?:账户|存管)?$/;
// 应付个人活期储蓄存款利息 · 待清算辖内往来资金 · 活期储蓄利息: accounts of the bank's own books
const bankBooks =
  /^(?:应付|应收|暂收|暂挂|待清算|待结算|待划转|其他应[付收]).{0,14}(?:利息|款项?|户|账|收入|资金)$|^(?:个人|单位)?(?:活期|定期|储蓄|存款){1,3}(?:结息|利息)$/;
const decoration = /[\s"'“”「」。]/g;
const through =
  /^(?:支付宝|财付通|微信支付|微信转账|微信|银联|云闪付|京东支付|美团支付|抖音支付|快捷支付)\s*(?:[-—_:]|转账给|付款给)\s*(.+)$/;

/** What a name stands for when it is no name; undefined: it names somebody. */
export function isPlaceholderName(raw: string): Placeholder | undefined {
  const text = tidy(raw);
  if (saysNothing(text)) return 'none';
  const word = toSimplified(text.replace(decoration, '')).toLowerCase();
  if (word === '' || onlyMarks.test(word)) return 'none';
  const known = byWord.get(word) ?? byWord.get(word.replace(reserve, ''));
  if (known !== undefined) return known;
  if (bankBooks.test(word)) return 'none';
  return institution.test(word) ? 'payment-institution' : undefined;
}

const onlyMarks = /^[\p{P}\p{S}]+$/u;

/** 财付通-某某超市 → 某某超市: the name that stands behind a payment institution. undefined: none does. */
export function behindInstitution(raw: string): string | undefined {
  const behind = through.exec(tidy(raw))?.[1]?.trim();
  return behind === undefined || isPlaceholderName(behind) !== undefined ? undefined : behind;
}
