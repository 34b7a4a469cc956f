import { longestValue, tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

const openBracket = /[【〔[{<《]/g;
const closeBracket = /[】〕\]}>》]/g;
const englishForm =
  /[\s,]*\b(?:CO\.?,?\s*LTD|CO\.?,?\s*LIMITED|COMPANY LIMITED|LIMITED|LTD|INC|CORP|CORPORATION|LLC|GMBH|COMPANY|CO)\.?$/;

/** One spelling of brackets, spaces, script and case. */
function unified(raw: string): string {
  const text = toSimplified(tidy(raw)).replace(openBracket, '(').replace(closeBracket, ')').toUpperCase();
  return /\p{Script=Han}/u.test(text) ? text.replace(/\s+/g, '') : text.replace(/\s+/g, ' ').trim();
}

/** Every parent ends in a word like these; what follows it is the branch. */
const parentWord =
  '公司|集团|银行|信用社|医院|卫生院|保健院|大学|学院|中心|事务所|研究院|研究所|药业|制药|医药|科技|生物|器械|药房|药店|诊所|协会|学会|基金会';
const branchWord =
  '分公司|分院|院区|分部|办事处|代表处|联络处|营业部|分行|支行|分理处|储蓄所|营业所|分店|分所|分中心|分厂|分校|门店|经营部';
const branchForm = new RegExp(`^(.*(?:${parentWord})(?:\\([^)]*\\))?)\\(?([^()]{0,30}?(?:${branchWord}))\\)?$`);

/** The organisation a branch belongs to, and which branch it is. */
export interface Branch {
  /** `orgKey` of the organisation it belongs to */
  readonly parent: string;
  readonly branch: string;
}

/**
 * 分支机构: 辉禾药业有限公司南京分公司 → { parent: 辉禾药业, branch: 南京分公司 }. Branches are entities of their own, linked
 * to the parent. undefined: no branch, or the parent is not named.
 */
export function branchOf(raw: string): Branch | undefined {
  const name = unified(raw);
  const [, parent, branch] = name.length > longestValue ? [] : (branchForm.exec(name) ?? []);
  return parent === undefined || branch === undefined ? undefined : { parent: withoutForm(parent), branch };
}

/**
 * 单位名称 in the form in which organisations are compared; never shown. The legal form goes, brackets go but their text
 * stays (辉禾(中国)有限公司 = 辉禾中国有限公司), a branch keeps its words: 辉禾药业#南京分公司. 集团 stays, because a group and
 * its member of the same name are two companies.
 */
export function orgKey(raw: string): string {
  const branch = branchOf(raw);
  return branch ? `${branch.parent}#${branch.branch}` : withoutForm(unified(raw));
}

const legalForm =
  /(?:股份有限公司|有限责任公司|有限公司|\((?:有限合伙|普通合伙|特殊普通合伙|个体工商户|个人独资|有限责任|股份)\)|总公司|公司)$/;

function withoutForm(name: string): string {
  if (name.length > longestValue) return name;
  let rest = name;
  for (;;) {
    const next = rest.replace(legalForm, '').replace(englishForm, '');
    if (next === rest || next.length < 2) break;
    rest = next;
  }
  return rest.replace(/[()]/g, '').replace(/[.,]/g, '');
}

/** 单位类别, as far as a name tells. */
export type OrgFamily = 'hospital' | 'department' | 'association' | 'company' | 'government' | 'school';

const familyWords: readonly (readonly [OrgFamily, RegExp])[] = [
  [
    'hospital',
    /医院|卫生院|卫生服务中心|卫生服务站|卫生所|医务室|诊所|门诊部|保健院|疗养院|急救中心|体检中心|血液中心|妇产中心|医疗中心|HOSPITAL|CLINIC/g,
  ],
  [
    'department',
    /(?:内|外|妇产|儿|骨|眼|皮肤|耳鼻喉|口腔|麻醉|药剂|检验|放射|影像|病理|超声|康复|急诊|肿瘤|神经|心血管|呼吸|消化|肾|血液|感染|中医|医务|护理|设备|采购|信息|财务|总务|院感|医保)[^,]{0,4}(?:科|部|处|室|病区)|科室|病区|手术室|药房部|教研室|DEPARTMENT/g,
  ],
  [
    'association',
    /学会|协会|基金会|研究会|促进会|联合会|商会|联盟|分会|专业委员会|学组|理事会|SOCIETY|ASSOCIATION|FOUNDATION/g,
  ],
  [
    'company',
    /公司|集团|药业|制药|(?:药|器械|机械|试剂|化工|制品)厂|经营部|工作室|事务所|合伙企业|合伙|商行|商店|药房|药店|旅行社|酒店|宾馆|会议中心|会展中心|服务部|贸易行|企业|银行|支行|分行|LTD|LIMITED|INC\b|CORP|COMPANY|GMBH|LLC/g,
  ],
  [
    'government',
    /人民政府|政府|(?:卫生|健康|医保|医疗保障|市场监督管理|药品监督管理|监督管理|财政|税务|公安|审计|民政|人社|人力资源和社会保障|发展和改革)(?:委员会|委|局|厅|总局|分局)|卫健委|卫计委|发改委|纪委|监委|监察委员会|纪律检查委员会|法院|检察院|疾病预防控制中心|疾控中心|采购中心|公共资源交易中心|管理办公室|街道办事处|BUREAU/g,
  ],
  ['school', /大学|学院|学校|中学|小学|幼儿园|党校|UNIVERSITY|COLLEGE|SCHOOL/g],
];

/**
 * The family of an organisation by the word that stands last: 某大学附属医院 is a hospital, 某医院心内科 a department,
 * 某医院管理有限公司 a company, 某医学会心血管分会 an association. undefined: no word tells.
 */
export function orgFamily(raw: string): OrgFamily | undefined {
  const name = unified(raw);
  let family: OrgFamily | undefined;
  let furthest = 0;
  for (const [candidate, words] of familyWords) {
    for (const found of name.matchAll(words)) {
      const end = found.index + found[0].length;
      if (end <= furthest) continue;
      furthest = end;
      family = candidate;
    }
  }
  return family;
}

const orgWord =
  /公司|医院|中心|学会|协会|大学|学院|药业|制药|集团|事务所|经营部|工作室|银行|支行|分行|信用社|诊所|卫生院|卫生室|卫生服务站|保健院|门诊部|研究院|研究所|研究会|基金会|委员会|促进会|联合会|商会|学校|中学|小学|幼儿园|合作社|商行|超市|酒店|宾馆|饭店|餐厅|旅行社|药店|药房|合伙|企业|医药|科技|器械|政府|法院|检察院|办事处|营业部|代表处|财政局|税务局|卫健委|医保局|村委会|居委会|工会|俱乐部|出版社|杂志社|编辑部|科室|批发部|服务部|门市部|服务站|加油站/;
const orgEnd = /^\p{Script=Han}{3,}(?:局|厅|厂|店|处|所|站|社|馆|署|部|院)$/u;
const orgEnglish =
  /\b(?:CO|LTD|INC|LIMITED|CORP|CORPORATION|LLC|GMBH|COMPANY|HOSPITAL|CLINIC|UNIVERSITY|COLLEGE|SCHOOL|GROUP|BANK|SOCIETY|ASSOCIATION|FOUNDATION|INSTITUTE|PHARMA\w*)\b/;

/** A short name without a legal form, and accounts that serve a purpose: 嘉达医疗用品, 万家购物广场, 代发工资户. */
const shortName = /^\p{Script=Han}{5,}$/u;
const trade =
  /医疗|医械|器械|用品|商贸|贸易|配送|骨科|植入|耗材|试剂|生物|诊断|咨询|营销|策划|推广|传媒|广告|物业|装饰|装修|物流|供应链|实业|工程|建筑|健康|管理|服务|会展|会务|信息|电子|网络|文化|材料|设备|仪器|控股|投资|理财|保险|代理|购物|广场|商场|市场|食品|餐饮|酒楼|家具|服饰|汽车|运输|租赁|贷款|还款|申购|赎回|基金|代发|工资|备付|清算|专户$|账户$/;

/** Whether a text reads like the name of an organisation. For sorting a column, not for joining anything. */
export function looksLikeOrg(raw: string): boolean {
  const name = unified(raw);
  return orgWord.test(name) || orgEnglish.test(name) || orgEnd.test(name) || (shortName.test(name) && trade.test(name));
}
