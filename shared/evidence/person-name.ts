import { looksLikeOrg } from './org-name.ts';
import { isPlaceholderName } from './placeholder.ts';
import { surnameOf } from './surnames.ts';
import { longestValue, tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

const han = /\p{Script=Han}/u;
const middleDot = /(?<=\p{Script=Han})\s*[·•・‧∙⋅.．]\s*(?=\p{Script=Han})/gu;
const bracketNote = /[([【<〔（][^)\]】>〕）]*[)\]】>〕）]/g;
const brackets = /[([【<〔（)\]】>〕）]/g;
const space = /\s+/g;
/** Longest first, so that 副主任医师 does not leave 副主任 behind. */
const honorific =
  /(?:副主任医师|副主任药师|副主任护师|副主任技师|主任医师|主任药师|主任护师|主任技师|主治医师|主治医生|住院医师|副董事长|董事长|总经理|副经理|副教授|副院长|副主任|副处长|副局长|副科长|护士长|主任|教授|院长|医生|医师|药师|护士|大夫|博士|老师|先生|女士|小姐|同志|科长|处长|局长|所长|站长|书记|会长|秘书长|理事长|经理|总)$/;

/**
 * 姓名 in the form in which persons are compared; never shown. 张 三 → 张三, 张三（配偶） → 张三, 李明主任 → 李明,
 * 阿依古丽•买买提 → 阿依古丽·买买提, 張偉 → 张伟, Smith → SMITH. Equal keys are a hint: a name alone never joins persons.
 */
export function personKey(raw: string): string {
  let name = withoutNotes(raw);
  if (han.test(name)) {
    name = name.replace(middleDot, '·').replace(space, '');
    name = withoutHonorifics(toSimplified(name));
  } else name = name.replace(space, ' ');
  return name.toUpperCase();
}

/** A name that stands wholly inside brackets is the name, not a note. */
function withoutNotes(raw: string): string {
  const text = tidy(raw);
  if (text.length > longestValue) return text;
  return text.replace(bracketNote, '').trim() || text.replace(brackets, '').trim();
}

/** 李明主任 → 李明, but 李主任 stays: one character is no name. */
function withoutHonorifics(name: string): string {
  const bare = name.replace(honorific, '');
  return bare === name || [...bare].length < 2 ? name : withoutHonorifics(bare);
}

const maskMark = /[*＊✱●•○■□█×]/;
const maskedLatin = /^\p{Script=Han}x{1,3}$|^x{1,2}\p{Script=Han}$/iu;

/** 张*, *三, 张**, 张×, 李XX: matches another name only together with an account. (张某 is how a document writes a name.) */
export function isMaskedName(raw: string): boolean {
  const name = tidy(raw).replace(middleDot, '·');
  return maskMark.test(name) || maskedLatin.test(name);
}

const chineseName = /^\p{Script=Han}{2,4}$/u;
const dottedName = /^\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12}){1,4}$/u;
/** Words that begin with a surname and are none: what stands in the counterparty column of real statements. */
const notNames = new Set(
  (
    '余额 余额宝 余利宝 房东 房租 房款 房贷 房产 车费 车款 车贷 车险 水费 水电 水电费 电费 金额 金融 费用 高管 高铁 党费 党委 温馨 关联 安全 安装 安装费 安保 包装 方便 方案 全部 全国 全额 通讯 通信 ' +
    '时代 明细 明天 牛奶 支付 支出 支取 支行 边远 白酒 白条 黄金 花店 花呗 马路 石油 石化 万达 阳光 常规 成本 成功 成人 成交 连锁 单位 单据 单笔 项目 项目款 解冻 解约 应付 应收 应急 应付款 应收款 宣传 宣传费 ' +
    '终端 管理 管理费 容量 古玩 居家 居民 文具 文化 文件 文印 广告 广告费 广东 广州 东方 利润 利率 利息 师傅 融资 简介 空调 曾用 沙发 养老 养老金 相关 查询 后台 后勤 红包 游戏 权益 公积金 公共 公用 公司 公益 ' +
    '商户 商品 商店 商城 商务 平台 平安 经费 经理 经营 计划 计提 家属 家庭 国家 国库 国税 国债 地税 工资 门诊 门店 开户 随机 区域 台账 原料 台湾 信用 信用卡 信息 信托 多人 青年 种子 回款 回单 来往 来款 未知 ' +
    '折扣 银行 银联 仓库 仓储 镇江 载体 望京 庆典 智能 亚洲 福利 福利费 年终 年会 年费 伯父 有限 有关 商业 阿姨 代付 代发 代收 代扣 代理 占款 官方 初审 战略 由来 但是 开发 开票 风险 火车 火车票 才能 修理 ' +
    '修理费 尚未 农行 农资 别人 充值 终止 都市 国药 常州 苏州 杭州 温州 郑州 徐州 广西 江西 江苏 安徽 湖南 云南 海南 山东 山西 宁波 宁夏 武汉 成都 长沙 党员 乐园 平账 和平 安心 全家'
  ).split(' '),
);
const notNameEnd = /(?:费|款|税|息|券|卡|账|户|单|票|额|机|店|网)$/;

/**
 * Whether a text reads like the name of a Chinese person: two to four 汉字 with a known surname, or parts joined by a
 * middle dot. Placeholders, organisations and masked names are none. For sorting a column, not for joining persons.
 */
export function looksLikePerson(raw: string): boolean {
  if (isPlaceholderName(raw) !== undefined || isMaskedName(raw)) return false;
  const name = personKey(raw);
  if (dottedName.test(name)) return !looksLikeOrg(name);
  if (!chineseName.test(name) || notNames.has(name)) return false;
  const surname = surnameOf(name);
  const length = [...name].length;
  if (surname === undefined || length === surname.length) return false;
  if (length > 2 && (notNameEnd.test(name) || looksLikeOrg(name))) return false;
  // four characters: 欧阳明远, or two surnames as married women write them: 张王小明
  return length < 4 || surname.length === 2 || surnameOf(name.slice(1, 2)) !== undefined;
}

/** 脱敏 of a name: 张三 → 张某, 张小三 → 张某某, 欧阳明 → 欧阳某, 阿依古丽·买买提 → 阿某某. Nothing to hide stays. */
export function maskName(raw: string): string {
  const name = withoutNotes(raw);
  if (name === '' || isMaskedName(name)) return name;
  if (!han.test(name)) return `${name.slice(0, 1)}***`;
  const shown = surnameOf(toSimplified(name))?.length === 2 ? name.slice(0, 2) : ([...name][0] ?? '');
  const hidden = [...name].length - [...shown].length;
  return shown + '某'.repeat(Math.min(Math.max(hidden, 1), 2));
}
