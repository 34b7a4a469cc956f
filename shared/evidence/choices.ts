import { failed, ok, type Read } from '../protocol/problem.ts';
import type { CellOrEmpty } from './cell.ts';
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
