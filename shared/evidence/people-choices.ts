import type { Choice } from './choices.ts';

/** 性别, also by the numbers of the national code. */
export const genders = [
  { id: 'male', zh: '男', en: 'Male', says: /^(?:男性?|1|m|male)$/ },
  { id: 'female', zh: '女', en: 'Female', says: /^(?:女性?|2|f|female)$/ },
] as const satisfies readonly Choice[];

/** 股东类型: a person or a body. */
export const holderTypes = [
  { id: 'natural', zh: '自然人', en: 'Natural person', says: /自然人|个人|natural|individual/ },
  {
    id: 'legal',
    zh: '法人或其他组织',
    en: 'Legal person or body',
    says: /法人|企业|公司|机构|合伙|基金|组织|国有|集体|legal|corporate/,
  },
] as const satisfies readonly Choice[];

/** 单位性质 and 机构类别. 医疗保障局 is no hospital, and 事业单位 may be either. */
export const employerKinds = [
  { id: 'insurer', zh: '医保/保险机构', en: 'Insurance body', says: /医保|医疗保障|保险|insur/ },
  {
    id: 'society',
    zh: '学会/协会',
    en: 'Society',
    says: /学会|协会|社会团体|社团|基金会|社会组织|民办非企业|society|association/,
  },
  {
    id: 'regulator',
    zh: '行政机关',
    en: 'Authority',
    says: /行政|机关|监管|监督|委员会|政府|纪检|[局厅委]$|regulator|authority/,
  },
  {
    id: 'medical_institution',
    zh: '医疗卫生机构',
    en: 'Medical institution',
    says: /医院|医疗|卫生|诊所|门诊|妇幼|疾控|急救|血站|hospital|clinic/,
  },
  { id: 'enterprise', zh: '企业', en: 'Company', says: /企业|公司|药店|company/ },
  { id: 'other', zh: '其他', en: 'Other', says: /^(?:其他|其它|other)$|事业单位|学校|高校/ },
] as const satisfies readonly Choice[];

/** 与本人关系. Kin by marriage and distant kin go before the words they contain: 岳父 is no father, 表弟 no brother. */
export const kinRelations = [
  {
    id: 'associate',
    zh: '特定关系人',
    en: 'Close associate',
    says: /特定|情人|情妇|情夫|朋友|同学|司机|秘书|战友|老乡|密切|同居|男友|女友|associate|friend/,
  },
  {
    id: 'in_law',
    zh: '姻亲',
    en: 'In-law',
    says: /岳|公公|婆婆|公婆|婿|媳|姻|亲家|嫂|弟妹|[姐妹姑姨]夫|姑父|姨父|连襟|妯娌|[大小][舅姨姑叔]子|舅哥|配偶的?[父母兄弟姐妹]|in.?law/,
  },
  {
    id: 'spouse',
    zh: '配偶',
    en: 'Spouse',
    says: /配偶|妻|丈夫|^夫$|夫妻|夫人|爱人|老婆|老公|spouse|wife|husband/,
  },
  {
    id: 'other_kin',
    zh: '其他亲属',
    en: 'Other relative',
    says: /侄|甥|孙|堂|表|叔|伯|姑|舅|姨|祖|爷|奶|外公|外婆|姥|父子|父女|母子|母女|^亲[属戚]$|其他亲|旁系|cousin|uncle|aunt|nephew|niece/,
  },
  {
    id: 'child',
    zh: '子女',
    en: 'Child',
    says: /儿子?$|女儿|子女|[长次三幺独养继][子女]|^[子女]$|child|daughter|^son$/,
  },
  { id: 'parent', zh: '父母', en: 'Parent', says: /父|母|爸|妈|parent|father|mother/ },
  { id: 'sibling', zh: '兄弟姐妹', en: 'Sibling', says: /兄|弟|姐|姊|妹|哥|sibling|brother|sister/ },
] as const satisfies readonly Choice[];

/** 备案状态 of a medical representative. */
export const repStatuses = [
  {
    id: 'deregistered',
    zh: '备案已注销',
    en: 'Filing cancelled',
    says: /注销|撤销|取消|终止|停用|离职|无效|删除|^(?:否|0|n|no)$|cancel/,
  },
  { id: 'expired', zh: '备案已过期', en: 'Filing expired', says: /过期|到期|失效|逾期|expired/ },
  {
    id: 'in_force',
    zh: '备案有效',
    en: 'In force',
    says: /有效|正常|(?<![未无])备案|在册|在职|生效|^(?:是|1|y|yes)$|active|valid/,
  },
] as const satisfies readonly Choice[];

/** 线索来源: the channel by which a lead came. */
export const clueSources = [
  { id: 'alert', zh: '智能预警', en: 'Automatic alert', says: /预警|智能|模型|大数据|alert/ },
  { id: 'inspection', zh: '巡视巡察', en: 'Inspection', says: /巡视|巡察|督查|督导|inspection/ },
  { id: 'audit', zh: '审计移送', en: 'Audit', says: /审计|audit/ },
  { id: 'insurance_line', zh: '12393 医保热线', en: '12393 insurance line', says: /12393|医保|医疗保障/ },
  { id: 'health_line', zh: '12320 卫生热线', en: '12320 health line', says: /12320|卫健|卫生/ },
  { id: 'market_line', zh: '12315 市场监管', en: '12315 market line', says: /12315|市监|市场监管|工商/ },
  { id: 'city_line', zh: '12345 政务热线', en: '12345 city line', says: /12345|政务|市长/ },
  {
    id: 'discipline',
    zh: '12388 纪检监察',
    en: '12388 discipline line',
    says: /12388|纪检|纪委|监委|监察|discipline/,
  },
  { id: 'letter', zh: '来信来访', en: 'Letter or visit', says: /来信|来访|信访|信件|走访|当面|接访|letter|visit/ },
  {
    id: 'network',
    zh: '网络举报',
    en: 'Online report',
    says: /网络|互联网|网上|网站|微信|微博|邮箱|邮件|网民|舆情|online|web/,
  },
  {
    id: 'other_source',
    zh: '其他来源',
    en: 'Other source',
    says: /其他|其它|移送|移交|转办|交办|电话|热线|12336|自查|other|phone/,
  },
] as const satisfies readonly Choice[];

/** 问题类别: the six areas of the campaign of 2023. */
export const focusAreas = [
  {
    id: 'abuse_of_power',
    zh: '行政管理部门以权寻租',
    en: 'Abuse of administrative power',
    says: /寻租|行政|审批|监管|权力|公职/,
  },
  {
    id: 'insurance_fund',
    zh: '医保基金',
    en: 'Insurance fund',
    says: /医保|基金|骗保|欺诈|套取|insurance/,
  },
  {
    id: 'society_profit',
    zh: '社会组织牟利',
    en: 'Profiteering by societies',
    says: /社会组织|学会|协会|捐赠|学术会议|赞助|society/,
  },
  {
    id: 'key_posts',
    zh: '关键少数与带金销售',
    en: 'Key posts and paid sales',
    says: /关键少数|关键岗位|带金|回扣|受贿|行贿|索贿|院长|采购|招标|招投标|统方|kickback|bribe/,
  },
  {
    id: 'trade_misconduct',
    zh: '企业购销不法行为',
    en: 'Misconduct in trade',
    says: /购销|企业|虚开|发票|虚高|围标|串标|商业贿赂|推广费|垄断/,
  },
  {
    id: 'nine_rules',
    zh: '违反九项准则',
    en: 'Breach of the nine rules',
    says: /九项|准则|红包|医德|作风|收受|大处方|过度|医务人员/,
  },
  { id: 'other', zh: '其他', en: 'Other', says: /^(?:其他|其它|other)$|其他问题/ },
] as const satisfies readonly Choice[];

/** 产业链环节: the five links of the chain that the campaign follows, 生产、流通、销售、使用、报销. */
export const chainLinks = [
  { id: 'production', zh: '生产', en: 'Production', says: /生产/ },
  { id: 'distribution', zh: '流通', en: 'Distribution', says: /流通|供应|配送/ },
  { id: 'sale', zh: '销售', en: 'Sale', says: /销售|推广/ },
  { id: 'use', zh: '使用', en: 'Use', says: /使用|临床/ },
  { id: 'reimbursement', zh: '报销', en: 'Reimbursement', says: /报销|医保支付/ },
] as const satisfies readonly Choice[];

/** 办理状态 of a lead. 立案 after 初核, and what ends it before both. */
export const clueStatuses = [
  {
    id: 'dismissed',
    zh: '不予受理或不实',
    en: 'Dismissed',
    says: /不予|不受理|不实|失实|了结|查否|不属实|诬告|暂存|dismiss/,
  },
  { id: 'transferred', zh: '已移送转办', en: 'Transferred', says: /移送|移交|转办|转送|交办|transfer/ },
  { id: 'concluded', zh: '已办结', en: 'Closed', says: /(?<!未)办结|结案|完结|完成|结束|属实|处分|closed|concluded/ },
  { id: 'case_filed', zh: '立案', en: 'Case opened', says: /立案|审查调查|留置|filed/ },
  {
    id: 'preliminary',
    zh: '初核',
    en: 'Preliminary inquiry',
    says: /初核|初步核实|核查|调查|谈话|函询|办理中|在办|preliminary/,
  },
  { id: 'accepted', zh: '已受理', en: 'Accepted', says: /受理|分办|accepted/ },
  { id: 'registered', zh: '已登记', en: 'Registered', says: /登记|收件|待办|待处理|未办|registered|pending/ },
] as const satisfies readonly Choice[];

/** The lists about people, institutions and leads. */
export const peopleChoices: ReadonlyArray<readonly Choice[]> = [
  genders,
  holderTypes,
  employerKinds,
  kinRelations,
  repStatuses,
  clueSources,
  focusAreas,
  clueStatuses,
];
