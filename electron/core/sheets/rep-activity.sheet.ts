import { renminbiOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { momentOf } from './moment-of.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';
import { thingMention } from './thing-mention.ts';

const fields = {
  rep_name: {
    type: 'name_person',
    need: 'yes',
    zh: '代表姓名',
    en: 'Rep',
    names: '医药代表|姓名|拜访人|来访人|来访人员|推广人员',
  },
  filing_no: { type: 'code', need: 'no', zh: '备案号', en: 'Filing no', names: '医药代表备案号' },
  company: { type: 'name_org', need: 'no', zh: '所属企业', en: 'Company', names: '公司名称|企业名称|来访单位|单位' },
  visit_at: {
    type: 'datetime',
    need: 'yes',
    zh: '拜访时间',
    en: 'Visit time',
    names: '拜访日期|活动时间|活动日期|来访时间|接待时间|登记时间|日期|时间',
  },
  hospital: { type: 'name_org', need: 'no', zh: '拜访医院', en: 'Hospital', names: '医院|医院名称|拜访单位|活动医院' },
  dept: { type: 'text', need: 'no', zh: '科室', en: 'Department', names: '拜访科室|接待科室' },
  doctor: {
    type: 'name_person',
    need: 'no',
    zh: '拜访对象',
    en: 'Doctor',
    names: '拜访医生|医生姓名|客户姓名|接待人|被访人',
  },
  city: { type: 'text', need: 'no', zh: '城市', en: 'City', names: '地市|签到城市|拜访城市' },
  address: {
    type: 'address',
    need: 'no',
    zh: '签到位置',
    en: 'Check-in address',
    names: '签到地址|定位地址|活动轨迹|地点',
  },
  purpose: { type: 'memo', need: 'no', zh: '目的', en: 'Purpose', names: '拜访目的|来访事由|事由|活动内容|沟通内容' },
  product: { type: 'name_product', need: 'no', zh: '产品', en: 'Product', names: '推广产品|品种|药品名称' },
  expense: { type: 'amount', need: 'no', zh: '费用', en: 'Expense', names: '活动费用|金额|花费' },
  expense_no: { type: 'code', need: 'no', zh: '报销单号', en: 'Expense doc', names: '费用单号' },
  appointed: {
    type: 'bool',
    need: 'no',
    zh: '是否预约备案',
    en: 'Pre-registered (三定两有)',
    names: '是否预约|是否登记备案|预约情况',
  },
} as const;

/** 医药代表活动: one row is one visit, department meeting or tracked activity. What it cost went to nobody in particular. */
export default defineSheet({
  id: 'rep_activity',
  title: { zh: '医药代表活动', en: 'Representative activity log' },
  note: {
    zh: '一行为一次拜访、科室会或轨迹记录。',
    en: 'One row = one visit, department meeting or tracked activity.',
  },
  signature: '拜访日期|拜访医院|拜访对象|拜访目的|签到位置|活动轨迹|拜访医生|拜访时间|接待时间|登记时间',
  fields,
  required: [['rep_name'], ['visit_at']],
  context: ['company', 'hospital'],
  parties: ['rep_name', 'company', 'hospital', 'doctor', 'product'],
  kept: {
    rep_name: 'rep',
    company: 'company',
    hospital: 'hospital',
    doctor: 'doctor',
    product: 'product',
    visit_at: 'day',
    expense: 'expense_fen',
    appointed: 'appointed',
  },
  notSummed: [],
  essential: ['rep_name', 'visit_at'],
  record(values, row) {
    const when = momentOf(undefined, values.visit_at);
    if (!when) return row.reject('value.missing', 'visit_at');
    const rep = mentionOf({ field: 'rep_name', name: values.rep_name, as: 'person', org: values.company });
    if (values.rep_name === undefined || !rep) return row.reject('value.missing', 'rep_name');
    return {
      table: 'rec_rep_activity',
      columns: {
        rep,
        company: mentionOf({ field: 'company', name: values.company, as: 'org' }) ?? null,
        hospital: mentionOf({ field: 'hospital', name: values.hospital, as: 'org' }) ?? null,
        doctor:
          mentionOf({
            field: 'doctor',
            name: values.doctor,
            as: 'person',
            org: values.hospital,
            dept: values.dept,
          }) ?? null,
        product: thingMention({ kind: 'product', name: { field: 'product', value: values.product } }) ?? null,
        day: when.day,
        time: when.time,
        precision: when.precision,
        filing_no: values.filing_no?.toUpperCase() ?? null,
        dept: values.dept ?? null,
        city: values.city ?? null,
        address: values.address ?? null,
        purpose: values.purpose ?? null,
        expense_fen: renminbiOf(values.expense, 'expense', row),
        expense_no: values.expense_no ?? null,
        appointed: values.appointed === undefined ? null : values.appointed ? 1 : 0,
      },
      day: when.day,
      same: sameValues('rep_activity', values),
    };
  },
  examples: [
    {
      says: 'visits of one company with place, doctor and cost; without a time there is no visit, without a rep neither',
      above: [['所属企业：甲制药有限公司']],
      header: ['拜访时间', '代表姓名', '拜访医院', '科室', '拜访对象', '拜访目的', '签到城市', '费用', '是否预约'],
      rows: [
        ['2024-05-06 09:15', '张某某', '某市第一医院', '骨科', '李某某', '科室会', '某市', '1,200', '是'],
        ['2024年5月7日', '张某某', '某市第一医院', '骨科', '', '送样品', '某市', '', '否'],
        ['上周', '张某某', '某市第一医院', '骨科', '', '', '', '80', ''],
        ['2024-05-08', '', '某市第一医院', '', '', '', '', '', ''],
        ['2024-05-06 09:15', '张某某', '某市第一医院', '骨科', '李某某', '科室会', '某市', '1,200', '是'],
        ['', '', '', '', '', '合计', '', '1,280', ''],
      ],
      gives: [
        {
          rep: '张某某',
          company: '甲制药有限公司',
          hospital: '某市第一医院',
          doctor: '李某某',
          day: '2024-05-06',
          time: '09:15:00',
          expense_fen: 120_000,
          appointed: 1,
        },
        { day: '2024-05-07', time: null, doctor: null, expense_fen: null, appointed: 0 },
        { rejected: ['date.unreadable'] },
        { rejected: ['value.missing'] },
        'duplicate',
        'skipped',
      ],
    },
    {
      says: 'the gate book of a hospital: who came from where to see whom',
      above: [['医院名称：某市第一医院']],
      header: ['登记时间', '来访人', '来访单位', '接待科室', '接待人', '来访事由', '推广产品'],
      rows: [['2024/5/6 14:00:00', '王某某', '乙推广有限公司', '药剂科', '赵某某', '新药介绍', '某某片']],
      gives: [
        {
          rep: '王某某',
          company: '乙推广有限公司',
          hospital: '某市第一医院',
          doctor: '赵某某',
          product: '某某片',
          time: '14:00:00',
          purpose: '新药介绍',
        },
      ],
    },
  ],
});
