import { warnIfBefore } from './check-dates.ts';
import { clueMention } from './clue-mention.ts';
import { renminbiOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // unique per source
  clue_no: {
    type: 'code',
    need: 'no',
    zh: '线索编号',
    en: 'Clue no',
    names: '信访编号|举报编号|编号|受理编号|件号|工单编号|clue no',
  },
  // 12388 纪检监察, 12320 卫生热线, 12315 市场监管, 12345, 12393 医保, 12336/other, 巡视巡察, 审计移送, 网络, 来信来访, 智能预警
  source: {
    type: 'enum_clue',
    need: 'yes',
    zh: '线索来源',
    en: 'Source',
    names: '来源|举报渠道|受理渠道|来源渠道|举报平台|source',
  },
  received_on: {
    type: 'date',
    need: 'yes',
    zh: '受理日期',
    en: 'Received',
    names: '受理时间|收件日期|举报日期|登记日期|来件日期|date',
  },
  subject_name: {
    type: 'name_any',
    need: 'no',
    zh: '被反映人',
    en: 'Subject person',
    names: '被举报人|被反映人姓名|反映对象|举报对象|涉及人员|涉案人员',
  },
  subject_org: {
    type: 'name_org',
    need: 'no',
    zh: '被反映单位',
    en: 'Subject organisation',
    names: '被举报单位|涉及单位|单位|所在单位|医院|企业名称',
  },
  subject_position: { type: 'text', need: 'no', zh: '被反映人职务', en: 'Position', names: '职务|单位及职务' },
  content: {
    type: 'memo',
    need: 'yes',
    zh: '反映内容',
    en: 'Content',
    names: '举报内容|问题描述|主要问题|线索内容|内容|摘要|反映主要问题',
  },
  // six focus areas
  category: { type: 'enum_area', need: 'no', zh: '问题类别', en: 'Category', names: '问题类型|线索类别|类别|违纪类型' },
  amount: { type: 'amount', need: 'no', zh: '涉及金额', en: 'Amount', names: '涉案金额|金额' },
  // SENSITIVE: hidden by default, never exported
  informant: { type: 'name_person', need: 'no', zh: '举报人', en: 'Informant', names: '反映人|信访人|来电人' },
  is_named: { type: 'bool', need: 'no', zh: '是否实名', en: 'Named', names: '实名举报' },
  handler: { type: 'text', need: 'no', zh: '承办人', en: 'Handler', names: '承办部门|承办单位|办理人|经办部门' },
  // registered, accepted, preliminary, filed(立案), closed, dismissed, transferred
  status: {
    type: 'enum_clue_status',
    need: 'no',
    zh: '办理状态',
    en: 'Status',
    names: '状态|处置方式|处置状态|办理情况|核查状态|处理结果',
  },
  // >= received
  closed_on: { type: 'date', need: 'no', zh: '办结日期', en: 'Closed', names: '办结时间|结案日期' },
  duplicate_of: { type: 'code', need: 'no', zh: '重复件', en: 'Duplicate of', names: '重复件编号|关联线索|重复信访' },
} as const;

/** 线索: one row is one tip as it was received. It is no evidence by itself, and whoever gave it is never shown unasked. */
export default defineSheet({
  id: 'clue',
  title: { zh: '线索', en: 'Leads' },
  note: {
    zh: '一行为一件收到的线索。线索本身不是证据；举报人默认不显示、不导出。',
    en: 'One row = one tip received. It is never evidence by itself; informants are hidden and not exported.',
  },
  signature: '线索编号|线索来源|受理日期|举报人|被举报人|被反映人|举报内容|办理状态|信访编号|受理时间',
  fields,
  required: [['source'], ['received_on'], ['content']],
  context: ['source'],
  parties: ['clue_no', 'subject_name', 'subject_org'],
  kept: {
    clue_no: 'clue',
    subject_name: 'subject',
    subject_org: 'subject_org',
    source: 'source',
    received_on: 'day',
    category: 'category',
    amount: 'fen',
    is_named: 'is_named',
    status: 'status',
    closed_on: 'closed_day',
  },
  // what a tip says of money is a claim
  notSummed: ['amount'],
  looksBack: true,
  essential: ['clue_no', 'received_on', 'content'],
  record(values, row) {
    const { received_on: received, closed_on: closed, content } = values;
    if (!received) return row.reject('value.missing', 'received_on');
    if (content === undefined) return row.reject('value.missing', 'content');
    if (values.source === undefined && !row.unread('source')) return row.reject('value.missing', 'source');
    const source = row.shown('source').trim();
    const clue = clueMention({ no: values.clue_no, source, day: received.day, content });
    if (values.clue_no !== undefined && row.saidOtherwise(`${source} ${values.clue_no}`, content) !== undefined)
      row.warn('number.of-two', 'clue_no');
    warnIfBefore(closed, received, 'closed_on', row);
    return {
      table: 'rec_clue',
      columns: {
        clue,
        subject:
          mentionOf({ field: 'subject_name', name: values.subject_name, as: 'any', org: values.subject_org }) ?? null,
        subject_org: mentionOf({ field: 'subject_org', name: values.subject_org, as: 'org' }) ?? null,
        day: received.day,
        precision: received.precision === 'month' ? 'month' : 'day',
        clue_no: values.clue_no ?? null,
        source: values.source ?? null,
        source_text: source,
        subject_position: values.subject_position ?? null,
        content,
        category: values.category ?? null,
        fen: renminbiOf(values.amount, 'amount', row),
        is_named: values.is_named === undefined ? null : values.is_named ? 1 : 0,
        handler: values.handler ?? null,
        status: values.status ?? null,
        closed_day: closed?.day ?? null,
        duplicate_of: values.duplicate_of ?? null,
      },
      day: received.day,
      same: sameValues('clue', values),
    };
  },
  examples: [
    {
      says: 'leads with source, subject and what became of them; the same number for another lead and an end before the beginning are Problems',
      header: [
        '线索编号',
        '线索来源',
        '受理日期',
        '被反映人',
        '被反映单位',
        '反映内容',
        '问题类别',
        '涉案金额（万元）',
        '举报人',
        '是否实名',
        '办理状态',
        '办结日期',
      ],
      rows: [
        [
          'XS-2024-001',
          '12388举报',
          '2024-03-04',
          '张某某',
          '某市第一医院',
          '收受药企回扣',
          '带金销售',
          '12.5',
          '钱某某',
          '是',
          '已立案',
          '',
        ],
        [
          'XS-2024-001',
          '12388举报',
          '2024-03-05',
          '',
          '甲药业有限公司',
          '虚开会议费发票',
          '企业购销',
          '',
          '',
          '否',
          '办结',
          '2024-01-01',
        ],
        ['XS-2024-003', '路人', '2024年3月', '李某某', '', '高价采购', '', '', '', '', '正在研究', ''],
        ['XS-2024-004', '来信', '', '王某某', '', '收红包', '', '', '', '', '', ''],
        ['XS-2024-005', '来信', '2024-03-06', '王某某', '', '', '', '', '', '', '', ''],
        ['XS-2024-006', '', '2024-03-06', '王某某', '', '收红包', '', '', '', '', '', ''],
        ['XS-2024-003', '路人', '2024年3月', '李某某', '', '高价采购', '', '', '', '', '正在研究', ''],
      ],
      gives: [
        {
          clue: 'XS-2024-001',
          subject: '张某某',
          subject_org: '某市第一医院',
          source: 'discipline',
          day: '2024-03-04',
          category: 'key_posts',
          fen: 12_500_000,
          is_named: 1,
          status: 'case_filed',
        },
        {
          subject: null,
          subject_org: '甲药业有限公司',
          category: 'trade_misconduct',
          status: 'concluded',
          closed_day: '2024-01-01',
        },
        { clue: 'XS-2024-003', source: null, source_text: '路人', day: '2024-03-01', precision: 'month', status: null },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'a list of one channel named above it; leads that only have line numbers are told apart by day and words',
      above: [['举报渠道：12345政务服务热线']],
      header: ['编号', '登记日期', '举报对象', '问题描述', '承办部门', '处置状态'],
      rows: [
        ['1', '2024-05-06', '张某某', '索要好处费', '监督检查室', '已转办'],
        ['2', '2024-05-06', '张某某', '多次索要好处费', '监督检查室', '初步核实'],
      ],
      gives: [
        { clue: '索要好处费', source: 'city_line', handler: '监督检查室', status: 'transferred' },
        { clue: '多次索要好处费', status: 'preliminary' },
      ],
    },
  ],
});
