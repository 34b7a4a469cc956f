import { conferenceMention } from './conference-mention.ts';
import { renminbiOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { clockText } from './moment-of.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // conference_no or conference_name
  conference_no: { type: 'code', need: 'cond', zh: '会议编号', en: 'Conference no', names: '会议ID|活动编号' },
  // fuzzy join, threshold shown to user
  conference_name: {
    type: 'text',
    need: 'cond',
    zh: '会议名称',
    en: 'Conference name',
    names: '活动名称|会议主题|学术会议名称|会议',
  },
  conference_date: {
    type: 'date_range',
    need: 'no',
    zh: '会议日期',
    en: 'Date',
    names: '会议时间|日期|讲课日期|授课日期|召开日期|讲课时间',
  },
  name: {
    type: 'name_person',
    need: 'yes',
    zh: '姓名',
    en: 'Name',
    names:
      '讲者|讲者姓名|参会人员|参会人|专家姓名|专家|授课专家|授课人|讲课人|人员姓名|签到人|嘉宾|speaker|name|attendee',
  },
  id_no: { type: 'id_card', need: 'no', zh: '身份证号', en: 'ID', names: '身份证号码|证件号码|证件号|身份证' },
  phone: { type: 'phone', need: 'no', zh: '手机号', en: 'Phone', names: '手机|联系电话|电话|手机号码|联系方式' },
  org: {
    type: 'name_org',
    need: 'no',
    zh: '单位',
    en: 'Employer',
    names: '工作单位|所在单位|医院|单位名称|所在医院|医院名称',
  },
  dept: { type: 'text', need: 'no', zh: '科室', en: 'Department', names: '所在科室|部门' },
  title: { type: 'text', need: 'no', zh: '职称', en: 'Title', names: '技术职称|专业技术职务|职务|职称/职务|title' },
  // speaker, chair, discussant, attendee, staff; default attendee unless topic/fee present
  role: { type: 'enum_role', need: 'no', zh: '角色', en: 'Role', names: '身份|参会身份|类型|人员类型|任务|role' },
  topic: {
    type: 'text',
    need: 'no',
    zh: '讲课题目',
    en: 'Topic',
    names: '课题|课题名称|授课题目|讲题|演讲题目|题目|主题|讲课内容|topic',
  },
  session_start: {
    type: 'datetime',
    need: 'no',
    zh: '讲课开始',
    en: 'Session start',
    names: '开始时间|讲课开始时间|授课开始时间',
  },
  session_end: {
    type: 'datetime',
    need: 'no',
    zh: '讲课结束',
    en: 'Session end',
    names: '结束时间|讲课结束时间|授课结束时间',
  },
  // 0<h<=8 per half-day<=4
  hours: { type: 'number', need: 'no', zh: '学时', en: 'Hours', names: '课时|讲课时长|时长|课时数|讲课课时' },
  // >=0
  fee: {
    type: 'amount',
    need: 'no',
    zh: '讲课费',
    en: 'Fee (net)',
    names: '劳务费|金额|课酬|授课费|专家费|讲课费(税后)|讲课费（税后）|实发金额|费用|fee',
  },
  // gross>=net
  fee_gross: {
    type: 'amount',
    need: 'no',
    zh: '税前讲课费',
    en: 'Fee (gross)',
    names: '税前金额|应发金额|讲课费(税前)',
  },
  account_no: { type: 'account_no', need: 'no', zh: '收款账号', en: 'Account', names: '银行卡号|账号|卡号|银行账号' },
  bank: { type: 'text', need: 'no', zh: '开户行', en: 'Bank', names: '开户银行' },
  signed: { type: 'bool', need: 'no', zh: '是否签到', en: 'Signed in', names: '签到|签名|签字|签到情况' },
  signed_at: { type: 'datetime', need: 'no', zh: '签到时间', en: 'Sign-in time', names: '到会时间|报到时间' },
  city: { type: 'text', need: 'no', zh: '城市', en: 'City', names: '地点|会议地点|会议城市' },
} as const;

/** 会议讲者/参会人员: one row is one person at one conference. */
export default defineSheet({
  id: 'conference_person',
  title: { zh: '会议讲者/参会人员', en: 'Conference speakers & attendees' },
  note: { zh: '一行为一人参加一场会议：讲者、主持、参会、工作人员。', en: 'One row = one person at one conference.' },
  signature: '讲者|讲者姓名|讲课题目|课题|授课题目|签到|签到时间|参会人员|讲课费|角色|授课专家|课酬|职称',
  fields,
  required: [['name'], ['conference_no', 'conference_name']],
  context: ['conference_no', 'conference_name', 'conference_date'],
  parties: ['name', 'org', 'conference_name', 'conference_no'],
  kept: {
    name: 'person',
    org: 'org',
    conference_name: 'conference',
    conference_date: 'conference_day',
    role: 'role',
    fee: 'fee_fen',
    fee_gross: 'fee_gross_fen',
    signed: 'signed',
    signed_at: 'signed_at',
    session_start: 'session_start',
    session_end: 'session_end',
    hours: 'hours',
  },
  notSummed: [],
  essential: ['name'],
  record(values, row) {
    const day = values.conference_date?.start ?? null;
    const person = mentionOf({
      field: 'name',
      name: values.name,
      as: 'person',
      id: ['id_no', values.id_no],
      account: ['account_no', values.account_no],
      phone: ['phone', values.phone],
      org: values.org,
      dept: values.dept,
    });
    if (values.name === undefined || !person || person.kind === 'account') return row.reject('value.missing', 'name');
    const conference = conferenceMention({
      no: values.conference_no,
      name: values.conference_name,
      day,
      field: values.conference_name === undefined ? 'conference_no' : 'conference_name',
    });
    const org = mentionOf({ field: 'org', name: values.org, as: 'org' });
    const speaks = values.topic !== undefined || values.fee !== undefined || values.fee_gross !== undefined;
    return {
      table: 'rec_conference_person',
      columns: {
        conference: conference ?? null,
        person,
        org: org ?? null,
        conference_day: day,
        dept: values.dept ?? null,
        title: values.title ?? null,
        role: values.role ?? (speaks ? 'speaker' : 'attendee'),
        topic: values.topic ?? null,
        session_start: clockText(values.session_start),
        session_end: clockText(values.session_end),
        hours: values.hours ?? null,
        fee_fen: renminbiOf(values.fee, 'fee', row),
        fee_gross_fen: renminbiOf(values.fee_gross, 'fee_gross', row),
        signed: values.signed === undefined ? null : values.signed ? 1 : 0,
        signed_at: clockText(values.signed_at),
        city: values.city ?? null,
      },
      day,
      same: sameValues('conference_person', values),
    };
  },
  examples: [
    {
      says: 'the meeting stands above the table; a topic or fee makes a speaker of whom no role says otherwise',
      above: [['会议名称：2024年骨科学术年会', '会议编号：HY2024001', '会议日期：2024年5月6日-8日']],
      header: ['姓名', '单位', '科室', '职称', '角色', '讲课题目', '讲课费(税后)', '是否签到', '手机号'],
      rows: [
        ['张某某教授', '某市第一医院', '骨科', '主任医师', '', '关节置换', '2,000', '√', '19900001234'],
        ['李某某', '某市第一医院', '骨科', '主治医师', '参会', '', '', '未签到', ''],
        ['', '某市第一医院', '骨科', '', '', '', '500', '', ''],
      ],
      gives: [
        {
          conference: '2024年骨科学术年会',
          person: '张某某教授',
          org: '某市第一医院',
          conference_day: '2024-05-06',
          role: 'speaker',
          fee_fen: 200_000,
          signed: 1,
          dept: '骨科',
        },
        { person: '李某某', role: 'attendee', fee_fen: null, signed: 0 },
        { rejected: ['value.missing'] },
      ],
    },
  ],
});
