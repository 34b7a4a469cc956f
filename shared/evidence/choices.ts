import { failed, ok, type Read } from '../protocol/problem.ts';
import type { CellOrEmpty } from './cell.ts';
import { peopleChoices } from './people-choices.ts';
import { saysNothing, seenIn, tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

/** One value of a list, with the words that show it and the words that mean it in a sheet. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly zh: string;
  readonly en: string;
  readonly says: RegExp;
}

/** 会议类型. A format (线上, 卫星会) goes before the level, because it decides what evidence a meeting can leave. */
export const conferenceTypes = [
  { id: 'satellite', zh: '卫星会', en: 'Satellite symposium', says: /卫星/ },
  { id: 'online', zh: '线上会议', en: 'Online meeting', says: /线上|网络|视频|直播|远程|云会议|online|webinar/ },
  { id: 'round_table', zh: '圆桌会', en: 'Round table', says: /圆桌|沙龙|专家讨论会|round.?table/ },
  { id: 'department', zh: '科室会', en: 'Department meeting', says: /科室|科会|院内会|department/ },
  { id: 'cme', zh: '继续教育', en: 'Continuing education', says: /继续(?:医学)?教育|继教|培训|学习班|cme/ },
  { id: 'national', zh: '全国性会议', en: 'National conference', says: /全国|国家级|国际|national/ },
  { id: 'provincial', zh: '省级会议', en: 'Provincial conference', says: /省|区域|大区|自治区|provincial|regional/ },
  { id: 'hospital', zh: '院级会议', en: 'Hospital conference', says: /院级|医院|市级|城市会|hospital/ },
] as const satisfies readonly Choice[];

/** 会议状态. 未召开 is kept apart: it may have been cancelled, postponed or still be planned. */
export const conferenceStatuses = [
  { id: 'cancelled', zh: '已取消', en: 'Cancelled', says: /取消|撤销|终止|作废|cancel/ },
  { id: 'postponed', zh: '已延期', en: 'Postponed', says: /延期|推迟|改期|暂缓|postpone/ },
  { id: 'not_held', zh: '未召开', en: 'Not held', says: /^(?:否|0|n|no)$|未(?:召开|举办|举行|执行|开展)|没有召开/ },
  { id: 'planned', zh: '计划中', en: 'Planned', says: /计划|拟|待(?:召开|举办|举行|执行)|筹备|申请中|审批中|planned/ },
  {
    id: 'held',
    zh: '已召开',
    en: 'Held',
    says: /^(?:是|1|y|yes|正常)$|已(?:召开|举办|举行|执行|开展|完成|结束)|召开|举办|完成|结束|结项|held|completed/,
  },
] as const satisfies readonly Choice[];

/** 参会角色. Who both speaks and presides is a speaker: the fee is for speaking. */
export const conferenceRoles = [
  {
    id: 'speaker',
    zh: '讲者',
    en: 'Speaker',
    says: /讲者|讲师|讲课|授课|主讲|演讲|报告人|讲座|课程专家|speaker|lecturer/,
  },
  { id: 'chair', zh: '主席/主持', en: 'Chair', says: /主席|主持|大会主委|召集人|chair|moderator/ },
  { id: 'discussant', zh: '讨论/点评', en: 'Discussant', says: /讨论|点评|嘉宾|评委|discussant|panel/ },
  {
    id: 'staff',
    zh: '工作人员',
    en: 'Staff',
    says: /工作人员|会务|志愿者|组委会|服务人员|企业代表|医药代表|staff|organi[sz]er/,
  },
  {
    id: 'attendee',
    zh: '参会者',
    en: 'Attendee',
    says: /参会|参加|听众|学员|与会|代表|观众|听课|attendee|participant|delegate/,
  },
] as const satisfies readonly Choice[];

/** 经营状态. */
export const companyStatuses = [
  {
    id: 'closed',
    zh: '已注销或吊销',
    en: 'Closed',
    says: /注销|吊销|撤销|清算|停业|歇业|解散|除名|迁出|closed|dissolved|revoked/,
  },
  { id: 'active', zh: '存续', en: 'Active', says: /存续|在业|在营|开业|迁入|在册|正常|active|existing/ },
] as const satisfies readonly Choice[];

/** 企业角色 in the trade of medicines and devices. */
export const companyRoles = [
  { id: 'mah', zh: '上市许可持有人', en: 'Marketing authorisation holder', says: /上市许可|持有人|mah/ },
  { id: 'cso', zh: '推广服务商', en: 'Contract sales organisation', says: /推广|营销服务|市场服务|cso/ },
  { id: 'conference_agency', zh: '会务公司', en: 'Conference agency', says: /会务|会展|会议服务|pco/ },
  { id: 'society', zh: '学会/协会', en: 'Society', says: /学会|协会|基金会|社会团体|society/ },
  { id: 'hospital', zh: '医疗机构', en: 'Hospital', says: /医院|医疗机构|hospital/ },
  { id: 'manufacturer', zh: '生产企业', en: 'Manufacturer', says: /生产|制造|厂家|厂商|manufacturer/ },
  {
    id: 'distributor',
    zh: '经销/配送企业',
    en: 'Distributor',
    says: /经销|配送|经营|代理|流通|批发|供应商|distributor/,
  },
  { id: 'other', zh: '其他', en: 'Other', says: /^(?:其他|其它|other)$/ },
] as const satisfies readonly Choice[];

/** 类别 of what is bought, prescribed or charged. 是否高值 answers 是 or 否; 耗材 alone says of neither value. */
export const itemKinds = [
  {
    id: 'lcv_consumable',
    zh: '低值耗材',
    en: 'Low-value consumable',
    says: /低值|普通(?:耗材|卫生材料)|非高值|^(?:否|0|n|no)$|lcv/,
  },
  { id: 'hcv_consumable', zh: '高值耗材', en: 'High-value consumable', says: /高值|植入|介入|^(?:是|1|y|yes)$|hcv/ },
  { id: 'tcm', zh: '中药', en: 'Chinese medicine', says: /中药|中成药|中草药|饮片|颗粒剂|tcm/ },
  { id: 'reagent', zh: '试剂', en: 'Reagent', says: /试剂|诊断剂|质控品|校准品|reagent/ },
  { id: 'imaging', zh: '影像检查', en: 'Imaging', says: /影像|放射|超声|ct|核磁|磁共振|mri|x线|imaging/ },
  { id: 'procedure', zh: '手术与治疗', en: 'Procedure', says: /手术|治疗|操作|麻醉|procedure|surgery/ },
  { id: 'test', zh: '检查检验', en: 'Test', says: /检验|化验|检查|病理|lab|test/ },
  { id: 'drug', zh: '药品', en: 'Drug', says: /药|生物制品|疫苗|注射剂|drug|medicine/ },
  { id: 'consumable', zh: '耗材', en: 'Consumable', says: /耗材|卫生材料|材料|敷料|consumable/ },
  { id: 'device', zh: '器械设备', en: 'Device', says: /器械|设备|仪器|device|equipment/ },
  { id: 'service', zh: '服务', en: 'Service', says: /服务|床位|护理|诊查|诊疗|挂号|维保|service/ },
] as const satisfies readonly Choice[];

/** 采购方式. 集采 is kept apart: its prices are compared only with each other. */
export const procurementTypes = [
  { id: 'other_procurement', zh: '其他方式', en: 'Other', says: /^(?:其他|其它|other)$|非集采|非带量|^(?:否|0|n|no)$/ },
  {
    id: 'vbp',
    zh: '集中带量采购',
    en: 'Volume-based procurement',
    says: /集采|带量|集中采购|国采|省采|联盟|^(?:是|1|y|yes)$|vbp/,
  },
  { id: 'single_source', zh: '单一来源', en: 'Single source', says: /单一来源|独家|single/ },
  { id: 'negotiation', zh: '谈判与磋商', en: 'Negotiation', says: /谈判|磋商|议价|negotiat/ },
  { id: 'inquiry', zh: '询价', en: 'Request for quotations', says: /询价|比价|比选|竞价|quotation|inquiry/ },
  { id: 'tender', zh: '招标', en: 'Tender', says: /招标|tender/ },
  { id: 'filed', zh: '备案采购', en: 'Filed purchase', says: /备案|临时|应急|filed/ },
  { id: 'platform', zh: '挂网采购', en: 'Platform listing', says: /挂网|平台|网上|直接|阳光|platform/ },
] as const satisfies readonly Choice[];

/** 订单状态. What was cancelled or refused is kept and left out of every sum. */
export const orderStatuses = [
  { id: 'cancelled', zh: '已取消', en: 'Cancelled', says: /取消|撤销|作废|终止|关闭|cancel/ },
  { id: 'refused', zh: '已拒绝', en: 'Refused', says: /拒绝|拒收|驳回|不同意|未通过|无法|不予|reject|refus/ },
  { id: 'returned', zh: '已退货', en: 'Returned', says: /退货|退回|return/ },
  {
    id: 'received',
    zh: '已收货',
    en: 'Received',
    says: /收货|入库|验收|到货|完成|结算|已付款|received|delivered|complete/,
  },
  {
    id: 'ordered',
    zh: '已下单',
    en: 'Ordered',
    says: /下单|确认|配送|发货|审核|审批|待|提交|订|正常|ordered|confirmed|pending/,
  },
] as const satisfies readonly Choice[];

/** 就诊类型. */
export const visitTypes = [
  { id: 'emergency', zh: '急诊', en: 'Emergency', says: /急诊|emergency/ },
  { id: 'inpatient', zh: '住院', en: 'Inpatient', says: /住院|出院|日间|病房|inpatient/ },
  { id: 'outpatient', zh: '门诊', en: 'Outpatient', says: /门诊|门慢|门特|慢病|普通|药店|体检|outpatient|clinic/ },
] as const satisfies readonly Choice[];

/** 发票状态. 作废 never was; 红冲 was taken back by a red invoice. */
export const invoiceStatuses = [
  { id: 'void', zh: '作废', en: 'Void', says: /作废|^(?:是|1|y|yes)$|void/ },
  { id: 'red', zh: '红冲', en: 'Reversed by a red invoice', says: /红|冲|负数|red/ },
  { id: 'normal', zh: '正常', en: 'Normal', says: /正常|蓝|有效|^(?:否|0|n|no)$|normal|valid/ },
] as const satisfies readonly Choice[];

/** 合同类型. */
export const contractTypes = [
  { id: 'equipment_placement', zh: '设备投放', en: 'Equipment placement', says: /投放|租赁|赠送设备|联动|placement/ },
  { id: 'speaker_agreement', zh: '讲者协议', en: 'Speaker agreement', says: /讲者|讲课|授课|讲座|speaker/ },
  { id: 'sponsorship_agreement', zh: '赞助协议', en: 'Sponsorship agreement', says: /赞助|冠名|支持|sponsor/ },
  { id: 'donation_agreement', zh: '捐赠协议', en: 'Donation agreement', says: /捐|资助|donat/ },
  {
    id: 'clinical_research',
    zh: '临床研究',
    en: 'Clinical research',
    says: /临床|研究|课题|试验|真实世界|research|trial/,
  },
  { id: 'promotion_service', zh: '推广服务', en: 'Promotion service', says: /推广|市场|营销|学术|会务|会议|promotion/ },
  { id: 'consulting_agreement', zh: '咨询服务', en: 'Consulting', says: /咨询|顾问|技术服务|信息服务|consult/ },
  {
    id: 'supply',
    zh: '购销与配送',
    en: 'Supply',
    says: /购销|采购|供货|供应|销售|买卖|配送|经销|代理|supply|purchase|sale/,
  },
  { id: 'other', zh: '其他', en: 'Other', says: /^(?:其他|其它|other)$|合同|协议/ },
] as const satisfies readonly Choice[];

/** Every list, so that a stored choice can be shown in words whatever its field. Ids that two lists share say the same in both. */
export const choiceLists: ReadonlyArray<readonly Choice[]> = [
  conferenceTypes,
  conferenceStatuses,
  conferenceRoles,
  companyStatuses,
  companyRoles,
  itemKinds,
  procurementTypes,
  orderStatuses,
  visitTypes,
  invoiceStatuses,
  contractTypes,
  ...peopleChoices,
];

/**
 * Reads a choice by its words; the first choice that matches wins. null: empty. Problem: choice.unreadable, and the text
 * is kept; a person is asked once what it means.
 */
export function readChoice<Id extends string>(choices: readonly Choice<Id>[], cell: CellOrEmpty): Read<Id | null> {
  if (cell === null) return ok(null);
  const word = toSimplified(tidy(String(cell.raw)))
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const choice = choices.find(({ id, says }) => id === word || says.test(word));
  if (choice) return ok(choice.id);
  return saysNothing(word) ? ok(null) : failed('choice.unreadable', { seen: seenIn(cell) });
}
