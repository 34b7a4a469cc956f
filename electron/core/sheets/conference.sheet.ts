import { conferenceMention } from './conference-mention.ts';
import { renminbiOf } from './currency-of.ts';
import { type MentionDraft, mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // unique per source
  conference_no: {
    type: 'code',
    need: 'no',
    zh: '会议编号',
    en: 'Conference no',
    names: '会议ID|活动编号|序号|编号|项目编号|event id',
  },
  // >=4 chars
  name: {
    type: 'text',
    need: 'yes',
    zh: '会议名称',
    en: 'Name',
    names:
      '学术会议名称|活动名称|会议主题|会议全称|名称|项目名称|学术活动名称|会议|title|conference name|meeting name|event name',
  },
  // national, provincial, hospital, department(科室会), round_table, online, satellite, cme
  type: {
    type: 'enum_conf',
    need: 'no',
    zh: '会议类型',
    en: 'Type',
    names: '会议级别|会议形式|活动类型|级别|类别|形式|type',
  },
  // Required for legitimacy test E1
  organizer: {
    type: 'name_org_list',
    need: 'cond',
    zh: '主办方',
    en: 'Organizer',
    names: '主办单位|主办|举办单位|组织单位|主办机构|发起单位|organizer|host',
  },
  // Split on 、,;/
  co_organizer: {
    type: 'name_org_list',
    need: 'no',
    zh: '承办/协办方',
    en: 'Co-organizer',
    names: '承办单位|承办方|协办单位|协办方|执行单位|会务公司|会务服务商|承办|co-organizer',
  },
  // Split on 、,;/
  sponsor: {
    type: 'name_org_list',
    need: 'no',
    zh: '赞助方',
    en: 'Sponsor',
    names: '赞助单位|赞助商|支持单位|支持企业|冠名单位|赞助企业|资助方|sponsor',
  },
  // >=0
  sponsor_amount: {
    type: 'amount',
    need: 'no',
    zh: '赞助金额',
    en: 'Sponsorship',
    names: '赞助费|赞助费用|支持金额|资助金额|赞助款|sponsorship amount',
  },
  start_date: {
    type: 'date_range',
    need: 'yes',
    zh: '开始日期',
    en: 'Start',
    names:
      '开始时间|起始日期|会议日期|会议时间|举办时间|举办日期|召开时间|召开日期|日期|时间|会期|起止日期|起止时间|start|date',
  },
  // >= start; duration <= 10 days
  end_date: { type: 'date', need: 'no', zh: '结束日期', en: 'End', names: '结束时间|截止日期|end' },
  // E3
  venue: {
    type: 'address',
    need: 'cond',
    zh: '会议地点',
    en: 'Venue',
    names: '地点|举办地点|召开地点|会场|场地|酒店|会议酒店|举办地|会议场所|venue|location',
  },
  province: { type: 'text', need: 'no', zh: '省份', en: 'Province', names: '省|举办省份|province' },
  // Derive from venue if absent
  city: { type: 'text', need: 'no', zh: '城市', en: 'City', names: '市|举办城市|会议城市|city' },
  // >=0
  planned_attendance: {
    type: 'integer',
    need: 'no',
    zh: '计划人数',
    en: 'Planned attendance',
    names: '预计人数|拟参会人数|申报人数|计划参会人数',
  },
  // 0..50000
  actual_attendance: {
    type: 'integer',
    need: 'no',
    zh: '参会人数',
    en: 'Attendance',
    names: '实际参会人数|实际人数|实到人数|参会人员数|到会人数|签到人数|人数|参加人数|会议规模|attendance|attendees',
  },
  // E5: text >= 20 chars or attachment name
  agenda: {
    type: 'memo',
    need: 'no',
    zh: '会议议程',
    en: 'Agenda',
    names: '议程|日程|会议日程|会议内容|主要内容|agenda',
  },
  // E2; national CME item e.g. 2024-03-05-012 (国) is free text
  filing_no: {
    type: 'code',
    need: 'no',
    zh: '备案号',
    en: 'Filing / CME no',
    names: '备案编号|批准文号|批文号|继教项目编号|继续教育项目编号|项目批准号|立项号|会议备案号|filing no|CME no',
  },
  // <= start_date expected
  filing_date: {
    type: 'date',
    need: 'no',
    zh: '备案日期',
    en: 'Filing date',
    names: '批准日期|申报日期|报备日期|备案时间',
  },
  budget: { type: 'amount', need: 'no', zh: '会议预算', en: 'Budget', names: '预算|预算金额|申请金额|计划费用' },
  total_cost: {
    type: 'amount',
    need: 'no',
    zh: '会议总费用',
    en: 'Total cost',
    names: '总费用|会议费用|费用合计|实际费用|费用总额|决算金额|cost',
  },
  venue_cost: { type: 'amount', need: 'no', zh: '场地费', en: 'Venue cost', names: '会场费|场租|会议室租金' },
  speaker_fee_total: {
    type: 'amount',
    need: 'no',
    zh: '讲课费合计',
    en: 'Speaker fees',
    names: '讲课费|劳务费|专家费|专家劳务费|授课费',
  },
  meal_cost: { type: 'amount', need: 'no', zh: '餐饮住宿费', en: 'Meals/lodging', names: '餐费|餐饮费|住宿费|食宿费' },
  product: { type: 'name_product', need: 'no', zh: '推广产品', en: 'Product', names: '产品|涉及产品|品种' },
  applicant: {
    type: 'name_person',
    need: 'no',
    zh: '申请人',
    en: 'Applicant (rep)',
    names: '负责人|会议负责人|联系人|医药代表|经办人|会议主席',
  },
  // held, cancelled, postponed, planned
  status: {
    type: 'enum_status',
    need: 'no',
    zh: '会议状态',
    en: 'Status',
    names: '状态|是否召开|召开情况|执行状态|status',
  },
  // photos / sign-in / invoices present
  evidence_files: {
    type: 'memo',
    need: 'no',
    zh: '佐证材料',
    en: 'Evidence files',
    names: '附件|会议照片|签到表|会议通知|材料清单|照片',
  },
  remark: { type: 'memo', need: 'no', zh: '备注', en: 'Remark', names: '说明|remark' },
} as const;

/** 学术会议: one row is one conference, department meeting or round table. */
export default defineSheet({
  id: 'conference',
  title: { zh: '学术会议', en: 'Academic conference' },
  note: {
    zh: '一行为一场学术会议、科室会或圆桌会。',
    en: 'One row = one conference, department meeting or round table.',
  },
  signature:
    '会议名称|主办方|主办单位|承办单位|赞助方|赞助单位|参会人数|会议地点|会议议程|会议主题|学术会议名称|举办地点|协办单位',
  fields,
  required: [['name'], ['start_date']],
  context: ['organizer'],
  parties: ['name', 'organizer', 'co_organizer', 'sponsor', 'applicant'],
  kept: {
    name: 'name',
    type: 'type',
    organizer: 'organizer',
    applicant: 'applicant',
    start_date: 'start_day',
    end_date: 'end_day',
    filing_date: 'filing_day',
    sponsor_amount: 'sponsor_fen',
    budget: 'budget_fen',
    total_cost: 'total_fen',
    venue_cost: 'venue_fen',
    speaker_fee_total: 'speaker_fen',
    meal_cost: 'meal_fen',
    planned_attendance: 'planned_attendance',
    actual_attendance: 'actual_attendance',
    status: 'status',
  },
  notSummed: [],
  essential: ['name', 'start_date'],
  record(values, row) {
    const { name, start_date: dates } = values;
    if (name === undefined) return row.reject('value.missing', 'name');
    if (!dates) return row.reject('value.missing', 'start_date');
    const conference = conferenceMention({ no: values.conference_no, name, day: dates.start, field: 'name' });
    if (!conference) return row.reject('value.missing', 'name');
    const organizers = (values.organizer ?? [])
      .map((each) => org('organizer', each))
      .filter((each) => each !== undefined);
    const applicant = mentionOf({ field: 'applicant', name: values.applicant, as: 'person' });
    const lists = [
      ...organizers.slice(1),
      ...(values.co_organizer ?? []).map((each) => org('co_organizer', each)),
      ...(values.sponsor ?? []).map((each) => org('sponsor', each)),
    ].filter((each) => each !== undefined);
    const end = values.end_date?.day ?? (dates.end === dates.start ? null : dates.end);
    return {
      table: 'rec_conference',
      columns: {
        conference,
        conference_no: values.conference_no ?? null,
        name,
        type: values.type ?? null,
        organizer: organizers[0] ?? null,
        sponsor_fen: renminbiOf(values.sponsor_amount, 'sponsor_amount', row),
        start_day: dates.start,
        end_day: end,
        precision: dates.precision === 'month' ? 'month' : 'day',
        venue: values.venue ?? null,
        province: values.province ?? null,
        city: values.city ?? null,
        planned_attendance: values.planned_attendance ?? null,
        actual_attendance: values.actual_attendance ?? null,
        agenda: values.agenda ?? null,
        filing_no: values.filing_no ?? null,
        filing_day: values.filing_date?.day ?? null,
        budget_fen: renminbiOf(values.budget, 'budget', row),
        total_fen: renminbiOf(values.total_cost, 'total_cost', row),
        venue_fen: renminbiOf(values.venue_cost, 'venue_cost', row),
        speaker_fen: renminbiOf(values.speaker_fee_total, 'speaker_fee_total', row),
        meal_fen: renminbiOf(values.meal_cost, 'meal_cost', row),
        product: values.product ?? null,
        applicant: applicant ?? null,
        status: values.status ?? null,
        evidence_files: values.evidence_files ?? null,
        remark: values.remark ?? null,
      },
      lists,
      day: dates.start,
      same: sameValues('conference', values),
    };
  },
  examples: [
    {
      says: 'days in one cell, several sponsors in one cell, a number or name and day as the key of the meeting',
      header: [
        '会议编号',
        '会议名称',
        '会议类型',
        '主办方',
        '赞助方',
        '赞助金额（万元）',
        '会议时间',
        '会议地点',
        '参会人数',
        '会议状态',
      ],
      rows: [
        [
          'HY2024001',
          '2024年骨科学术年会',
          '省级',
          '某省医学会',
          '甲药业有限公司、乙药业有限公司',
          '12.5',
          '2024年5月6日-8日',
          '某酒店',
          '120人',
          '已召开',
        ],
        ['', '骨科沙龙', '圆桌', '某省医学会', '', '', '2024.6.1', '某酒店', '很多', ''],
        ['HY2024003', '无日期会议', '科室会', '某医院', '', '', '待定', '', '', ''],
        ['以下无正文', '', '', '', '', '', '', '', '', ''],
      ],
      gives: [
        {
          conference: '2024年骨科学术年会',
          conference_no: 'HY2024001',
          type: 'provincial',
          organizer: '某省医学会',
          sponsor_fen: 12_500_000,
          start_day: '2024-05-06',
          end_day: '2024-05-08',
          actual_attendance: 120,
          status: 'held',
        },
        { conference_no: null, type: 'round_table', start_day: '2024-06-01', end_day: null, actual_attendance: null },
        { rejected: ['date.unreadable'] },
        'skipped',
      ],
    },
  ],
});

const org = (field: string, name: string): MentionDraft | undefined => mentionOf({ field, name, as: 'org' });
