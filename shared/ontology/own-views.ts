import {
  conferenceRoles,
  conferenceStatuses,
  contractTypes,
  itemKinds,
  procurementTypes,
  visitTypes,
} from '../evidence/choices.ts';
import { expenseTypes } from '../evidence/expense-type.ts';
import type { Bilingual } from '../protocol/parts.ts';

/** What a column holds, which decides how it can be asked about. price: millionths of a yuan. */
export type OwnColumnKind = 'party' | 'money' | 'price' | 'number' | 'day' | 'text' | 'choice' | 'flag';

export interface OwnColumn {
  readonly id: string;
  readonly words: Bilingual;
  readonly kind: OwnColumnKind;
  /** the field of the sheet without which the column says nothing; null where the rows always have it */
  readonly field: string | null;
  readonly choices?: ReadonlyArray<{ readonly id: string; readonly zh: string; readonly en: string }>;
  /** column that is 1 where nothing but a name stands beside the party */
  readonly alone?: string;
}

/** One of the views in which models ask, described for somebody who builds a rule without code. */
export interface OwnView {
  /** name of the view in store/views.sql */
  readonly id: string;
  readonly words: Bilingual;
  readonly note: Bilingual;
  /** the sheet it is made from */
  readonly category: string;
  /** the field whose cell a finding cites */
  readonly cites: string;
  /** the column whose sum is the money of a finding, null where the rows are not money that moved */
  readonly money: string | null;
  /** it says of each row how exact its day is: where only the month is known, no day is */
  readonly precision: boolean;
  readonly columns: readonly OwnColumn[];
}

const column =
  (kind: OwnColumnKind) =>
  (id: string, zh: string, en: string, field: string | null = null, more: Partial<OwnColumn> = {}): OwnColumn => ({
    id,
    words: { zh, en },
    kind,
    field,
    ...more,
  });
const party = column('party');
const money = column('money');
const price = column('price');
const number = column('number');
const day = column('day');
const text = column('text');
const flag = column('flag');
const choice = column('choice');

/** Every view a model of one's own may ask. A view or column that is not in this list cannot be named by one. */
export const ownViews: readonly OwnView[] = [
  {
    id: 'payment',
    words: { zh: '付款（银行与支付账单）', en: 'Payments (bank and wallet)' },
    note: {
      zh: '每笔转账一行，双方都已知；重复记录已合并',
      en: 'One row for each transfer with both sides known; mirrored lines are merged',
    },
    category: 'bank_flow',
    cites: 'amount',
    money: 'fen',
    precision: true,
    columns: [
      party('payer', '付款方', 'Payer', null, { alone: 'payer_alone' }),
      party('payee', '收款方', 'Payee', null, { alone: 'payee_alone' }),
      money('fen', '金额', 'Amount'),
      day('day', '日期', 'Day'),
      text('memo', '摘要、备注', 'Memo', 'summary'),
      flag('cash', '现金', 'Cash', 'cash_flag'),
    ],
  },
  {
    id: 'fee',
    words: { zh: '费用账', en: 'Expense ledger' },
    note: {
      zh: '企业费用明细账的每一行；负数为冲销',
      en: 'Every line of expense ledgers; negative lines are reversals',
    },
    category: 'expense',
    cites: 'amount',
    money: 'fen',
    precision: true,
    columns: [
      party('company', '列支企业', 'Company'),
      party('payee', '收款方', 'Payee', 'payee_name', { alone: 'payee_alone' }),
      party('handler', '经办人', 'Handler', 'handler'),
      money('fen', '金额', 'Amount'),
      day('day', '日期', 'Day'),
      choice('type', '费用类型', 'Type', null, { choices: expenseTypes }),
      text('memo', '科目、摘要', 'Account and memo'),
      text('conference_name', '会议名称', 'Conference', 'conference_name'),
      text('invoice_no', '发票号', 'Invoice number', 'invoice_no'),
      text('product', '产品', 'Product', 'product'),
      text('province', '省份', 'Province', 'province'),
    ],
  },
  {
    id: 'meeting',
    words: { zh: '学术会议', en: 'Conferences' },
    note: { zh: '会议表的每一行，连同最近一次核验结果', en: 'Every conference with the result of its last check' },
    category: 'conference',
    cites: 'name',
    money: null,
    precision: true,
    columns: [
      party('conference', '会议', 'Conference'),
      party('organizer', '主办方', 'Organiser', 'organizer'),
      party('applicant', '申请人', 'Applicant', 'applicant'),
      money('sponsor_fen', '赞助金额', 'Sponsorship', 'sponsor_amount'),
      money('total_fen', '总费用', 'Total cost', 'total_cost'),
      money('meal_fen', '餐费', 'Meals', 'meal_cost'),
      day('start_day', '开始日期', 'First day'),
      number('planned', '计划人数', 'Planned attendance', 'planned_attendance'),
      number('actual', '实到人数', 'Attendance', 'actual_attendance'),
      text('venue', '场地', 'Venue', 'venue'),
      text('city', '城市', 'City', 'city'),
      text('filing_no', '备案号', 'Filing number', 'filing_no'),
      choice('status', '状态', 'Status', 'status', { choices: conferenceStatuses }),
      choice('result', '核验结果', 'Result of the check', null, {
        choices: [
          { id: 'genuine', zh: '真实', en: 'Genuine' },
          { id: 'doubtful', zh: '存疑', en: 'Doubtful' },
          { id: 'sham', zh: '虚假', en: 'Sham' },
          { id: 'unverified', zh: '未核', en: 'Not verified' },
        ],
      }),
    ],
  },
  {
    id: 'attendance',
    words: { zh: '参会与讲课', en: 'Attendance and lectures' },
    note: { zh: '会议人员名单的每一行', en: 'Every line of conference rosters' },
    category: 'conference_person',
    cites: 'name',
    money: 'fee_fen',
    precision: false,
    columns: [
      party('person', '人员', 'Person', null, { alone: 'alone' }),
      party('conference', '会议', 'Conference'),
      party('org', '单位', 'Employer', 'org'),
      money('fee_fen', '费用', 'Fee', 'fee'),
      number('hours', '课时', 'Hours', 'hours'),
      day('day', '日期', 'Day'),
      choice('role', '角色', 'Role', 'role', { choices: conferenceRoles }),
      text('topic', '课题', 'Topic', 'topic'),
      text('dept', '科室', 'Department', 'dept'),
      text('title', '职称、职务', 'Title', 'title'),
      text('city', '城市', 'City', 'city'),
      flag('signed', '已签到', 'Signed in', 'signed'),
    ],
  },
  {
    id: 'purchase',
    words: { zh: '采购订单', en: 'Purchase orders' },
    note: { zh: '未取消、未拒绝的订单行', en: 'Lines of orders that were not cancelled or refused' },
    category: 'purchase',
    cites: 'amount',
    money: 'fen',
    precision: true,
    columns: [
      party('hospital', '医院', 'Hospital'),
      party('supplier', '供应商', 'Supplier', 'supplier'),
      party('product', '品种', 'Product'),
      party('manufacturer', '生产企业', 'Manufacturer', 'manufacturer'),
      party('buyer', '采购经办', 'Buyer', 'buyer'),
      party('approver', '审批人', 'Approver', 'approver'),
      money('fen', '金额', 'Amount'),
      price('price_micro', '单价', 'Unit price', 'unit_price'),
      number('quantity', '数量', 'Quantity'),
      day('day', '日期', 'Day'),
      text('name', '通用名', 'Generic name'),
      text('dept', '科室', 'Department', 'dept'),
      choice('category', '类别', 'Kind', 'category', { choices: itemKinds }),
      choice('procurement_type', '采购方式', 'Procurement', 'procurement_type', { choices: procurementTypes }),
      text('invoice_no', '发票号', 'Invoice number', 'invoice_no'),
    ],
  },
  {
    id: 'bid',
    words: { zh: '投标', en: 'Bids' },
    note: { zh: '一家在一个包的投标一行', en: 'One row for each bidder in each lot' },
    category: 'bid',
    cites: 'bid_amount',
    money: 'award_fen',
    precision: true,
    columns: [
      party('bidder', '投标人', 'Bidder'),
      party('tender', '项目', 'Tender'),
      party('buyer', '招标人', 'Buyer', 'buyer'),
      party('agency', '代理机构', 'Agency', 'agency'),
      party('contact', '联系人', 'Contact', 'contact'),
      money('fen', '报价', 'Bid', 'bid_amount'),
      money('award_fen', '中标金额', 'Award', 'award_amount'),
      money('ceiling_fen', '最高限价', 'Ceiling', 'ceiling'),
      number('rank', '名次', 'Rank', 'rank'),
      day('day', '开标日期', 'Day of opening'),
      flag('winner', '中标', 'Won', 'is_winner'),
      text('lot', '包号', 'Lot', 'lot'),
      text('phone', '电话', 'Phone', 'phone'),
      text('address', '地址', 'Address', 'address'),
      text('ip', 'IP 地址', 'IP address', 'ip'),
      text('file_author', '文件作者', 'Author of the file', 'file_author'),
    ],
  },
  {
    id: 'prescription',
    words: { zh: '处方、开单', en: 'Prescriptions' },
    note: { zh: '处方或开单的每一行', en: 'Every line prescribed or ordered' },
    category: 'prescription',
    cites: 'quantity',
    money: 'fen',
    precision: true,
    columns: [
      party('doctor', '医生', 'Doctor'),
      party('hospital', '医院', 'Hospital', 'hospital'),
      party('product', '品种', 'Product'),
      party('manufacturer', '生产企业', 'Manufacturer', 'manufacturer'),
      money('fen', '金额', 'Amount'),
      number('quantity', '数量', 'Quantity'),
      number('days', '天数', 'Days', 'days'),
      day('day', '日期', 'Day'),
      text('name', '品名', 'Name'),
      text('dept', '科室', 'Department', 'dept'),
      text('patient_no', '患者编号', 'Patient number', 'patient_no'),
      text('diagnosis', '诊断', 'Diagnosis', 'diagnosis'),
      choice('item_kind', '类别', 'Kind', 'item_kind', { choices: itemKinds }),
      choice('visit_type', '就诊类型', 'Visit', 'visit_type', { choices: visitTypes }),
    ],
  },
  {
    id: 'visit',
    words: { zh: '医保结算', en: 'Insurance settlements' },
    note: { zh: '每次结算一行', en: 'One row for each settlement' },
    category: 'visit',
    cites: 'total_fee',
    money: 'fen',
    precision: true,
    columns: [
      party('hospital', '医院', 'Hospital'),
      party('doctor', '医生', 'Doctor', 'doctor'),
      money('fen', '总费用', 'Total'),
      money('fund_fen', '基金支付', 'Paid by the fund', 'fund_pay'),
      money('drug_fen', '药费', 'Drugs', 'drug_fee'),
      money('consumable_fen', '耗材费', 'Consumables', 'consumable_fee'),
      money('test_fen', '检查检验费', 'Tests', 'test_fee'),
      number('los', '住院天数', 'Days in hospital', 'los'),
      day('day', '结算日期', 'Day'),
      text('dept', '科室', 'Department', 'dept'),
      text('patient_no', '患者编号', 'Patient number', 'patient_no'),
      text('diagnosis', '诊断', 'Diagnosis', 'diagnosis'),
      choice('visit_type', '就诊类型', 'Visit', 'visit_type', { choices: visitTypes }),
    ],
  },
  {
    id: 'charge',
    words: { zh: '费用、使用明细', en: 'Charges' },
    note: { zh: '收费明细的每一行', en: 'Every line charged' },
    category: 'visit_item',
    cites: 'amount',
    money: 'fen',
    precision: true,
    columns: [
      party('hospital', '医院', 'Hospital', 'hospital'),
      party('doctor', '医生', 'Doctor', 'doctor'),
      party('product', '品种', 'Product'),
      party('supplier', '供应商', 'Supplier', 'supplier'),
      money('fen', '金额', 'Amount'),
      number('quantity', '数量', 'Quantity'),
      day('day', '日期', 'Day'),
      text('name', '项目', 'Item'),
      text('dept', '科室', 'Department', 'dept'),
      text('patient_no', '患者编号', 'Patient number', 'patient_no'),
      text('visit_no', '就诊号', 'Visit number', 'visit_no'),
      text('udi', '耗材条码', 'UDI', 'udi'),
      text('procedure', '手术', 'Procedure', 'procedure'),
      choice('item_kind', '类别', 'Kind', 'item_kind', { choices: itemKinds }),
    ],
  },
  {
    id: 'invoice',
    words: { zh: '发票', en: 'Invoices' },
    note: { zh: '有效的发票；作废、红冲的不在内', en: 'Invoices that stand; void and reversed ones are out' },
    category: 'invoice',
    cites: 'invoice_no',
    money: 'total_fen',
    precision: true,
    columns: [
      party('seller', '销方', 'Seller'),
      party('buyer', '购方', 'Buyer'),
      party('drawer', '开票人', 'Drawer', 'drawer'),
      money('total_fen', '价税合计', 'Total', 'total'),
      money('fen', '金额', 'Amount'),
      day('day', '开票日期', 'Day'),
      text('invoice_no', '发票号', 'Number'),
      text('goods', '货物、服务', 'Goods', 'goods'),
      text('remark', '备注', 'Remark', 'remark'),
      text('risk_level', '风险等级', 'Risk level', 'risk_level'),
    ],
  },
  {
    id: 'contract',
    words: { zh: '合同', en: 'Contracts' },
    note: { zh: '约定的金额，不是付款', en: 'What was agreed, which is no payment' },
    category: 'contract',
    cites: 'party_b',
    money: null,
    precision: true,
    columns: [
      party('party_a', '甲方', 'Party A'),
      party('party_b', '乙方', 'Party B'),
      money('fen', '合同金额', 'Amount', 'amount'),
      day('day', '签订日期', 'Signed on'),
      choice('type', '类型', 'Type', 'type', { choices: contractTypes }),
      text('name', '名称', 'Name', 'name'),
      text('subject', '标的', 'Subject', 'subject'),
      text('deliverable', '成果', 'Deliverable', 'deliverable'),
      text('approval_no', '批件号', 'Approval number', 'approval_no'),
    ],
  },
  {
    id: 'rep_visit',
    words: { zh: '医药代表活动', en: 'Visits of representatives' },
    note: { zh: '代表活动记录的每一行', en: 'Every line of activity logs' },
    category: 'rep_activity',
    cites: 'rep_name',
    money: 'expense_fen',
    precision: true,
    columns: [
      party('rep', '代表', 'Representative'),
      party('doctor', '医生', 'Doctor', 'doctor'),
      party('hospital', '医院', 'Hospital', 'hospital'),
      party('company', '企业', 'Company', 'company'),
      party('product', '品种', 'Product', 'product'),
      money('expense_fen', '费用', 'Costs', 'expense'),
      day('day', '日期', 'Day'),
      text('dept', '科室', 'Department', 'dept'),
      text('city', '城市', 'City', 'city'),
      text('purpose', '目的', 'Purpose', 'purpose'),
      text('filing_no', '备案号', 'Filing number', 'filing_no'),
      flag('appointed', '有预约', 'By appointment', 'appointed'),
    ],
  },
  {
    id: 'company',
    words: { zh: '企业登记', en: 'Company register' },
    note: { zh: '企业登记信息的每一行', en: 'Every line of the company register' },
    category: 'company',
    cites: 'name',
    money: null,
    precision: false,
    columns: [
      party('company', '企业', 'Company'),
      party('legal_rep', '法定代表人', 'Legal representative', 'legal_rep'),
      party('contact', '联系人', 'Contact', 'contact'),
      number('insured', '参保人数', 'Insured people', 'insured_count'),
      day('founded_day', '成立日期', 'Founded on', 'founded_on'),
      text('address', '地址', 'Address', 'address'),
      text('phone', '电话', 'Phone', 'phone'),
      text('email', '邮箱', 'E-mail', 'email'),
      text('scope', '经营范围', 'Scope', 'scope'),
    ],
  },
  {
    id: 'call',
    words: { zh: '通话', en: 'Calls' },
    note: {
      zh: '每次通话一行；双方话单都有的会各有一行',
      en: 'One row for each call; a call that both sides list stands twice',
    },
    category: 'call_record',
    cites: 'call_at',
    money: null,
    precision: true,
    columns: [
      party('caller', '主叫', 'Caller'),
      party('callee', '被叫', 'Callee'),
      number('seconds', '时长（秒）', 'Seconds', 'duration'),
      day('day', '日期', 'Day'),
      text('location', '地点', 'Place', 'location'),
    ],
  },
];

export const ownViewById: ReadonlyMap<string, OwnView> = new Map(ownViews.map((view) => [view.id, view]));
