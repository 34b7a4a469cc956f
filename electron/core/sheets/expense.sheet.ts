import { expenseTypeOf } from '../../../shared/evidence/expense-type.ts';
import { conferenceMention } from './conference-mention.ts';
import { currencyOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // From sheet/file name if absent
  company: {
    type: 'name_org',
    need: 'cond',
    zh: '费用单位',
    en: 'Paying company',
    names: '公司|公司名称|单位名称|费用承担单位|付款单位|付款公司|核算主体|账套|法人主体|支付单位|company|entity',
  },
  expense_date: {
    type: 'date',
    need: 'yes',
    zh: '费用日期',
    en: 'Date',
    names: '日期|发生日期|业务日期|报销日期|记账日期|凭证日期|制单日期|入账日期|支付日期|付款日期|date|posting date',
  },
  // company+period+voucher forms key
  voucher_no: {
    type: 'code',
    need: 'no',
    zh: '凭证号',
    en: 'Voucher no',
    names: '凭证字号|凭证编号|记账凭证号|单据编号|报销单号|单号|申请单号|付款单号|voucher no',
  },
  account_code: {
    type: 'code',
    need: 'no',
    zh: '科目编码',
    en: 'Account code',
    names: '科目代码|会计科目编码|account code',
  },
  // Maps to expense_type by dictionary (销售费用-学术推广费 …)
  account_name: {
    type: 'text',
    need: 'no',
    zh: '会计科目',
    en: 'Account',
    names: '科目|科目名称|总账科目|明细科目|一级科目|二级科目|account',
  },
  // Dictionary: academic_promo, conference, lecture, consulting, sponsorship, donation, research, travel, reception, gift, marketing_survey, other
  expense_type: {
    type: 'enum_expense',
    need: 'cond',
    zh: '费用类型',
    en: 'Expense type',
    names:
      '费用类别|费用项目|费用名称|费用科目|支出类型|报销类型|推广项目|活动类型|业务类型|学术推广费|会议费|讲课费|咨询费|劳务费|市场推广费|服务费类型|expense type|category',
  },
  // !=0; negative = reversal (红字)
  amount: {
    type: 'amount',
    need: 'yes',
    zh: '金额',
    en: 'Amount',
    names:
      '金额(元)|费用金额|报销金额|支付金额|付款金额|借方金额|本币金额|发生额|含税金额|价税合计|实付金额|税前金额|amount',
  },
  // Default CNY; a line in another currency is kept and not added
  currency: { type: 'enum_ccy', need: 'no', zh: '币种', en: 'Currency', names: '币别|货币|currency|ccy' },
  tax_amount: { type: 'amount', need: 'no', zh: '税额', en: 'Tax', names: '代扣个税|个人所得税|个税|tax' },
  // Person or company; required for personal-fee models
  payee_name: {
    type: 'name_any',
    need: 'cond',
    zh: '收款人',
    en: 'Payee',
    names:
      '收款方|收款单位|收款户名|受款人|领款人|讲者|讲者姓名|讲课人|专家姓名|专家|服务对象|供应商|供应商名称|往来单位|对方单位|客商|客户姓名|医生姓名|payee|vendor|speaker',
  },
  payee_id_no: {
    type: 'id_any',
    need: 'no',
    zh: '收款人证件号',
    en: 'Payee ID',
    names: '身份证号|证件号码|收款人身份证号|专家身份证号|统一社会信用代码|纳税人识别号',
  },
  payee_account: {
    type: 'account_no',
    need: 'no',
    zh: '收款账号',
    en: 'Payee account',
    names: '银行账号|银行卡号|卡号|收款人账号|账号',
  },
  payee_bank: { type: 'text', need: 'no', zh: '收款银行', en: 'Payee bank', names: '开户行|开户银行' },
  payee_org: {
    type: 'name_org',
    need: 'no',
    zh: '收款人单位',
    en: 'Payee employer',
    names: '专家单位|工作单位|所在医院|医院|单位|医院名称|讲者单位',
  },
  payee_dept: { type: 'text', need: 'no', zh: '收款人科室', en: 'Payee department', names: '科室|所在科室|部门' },
  handler: {
    type: 'name_person',
    need: 'no',
    zh: '经办人',
    en: 'Handler / rep',
    names: '报销人|申请人|业务员|医药代表|代表|销售代表|推广人员|制单人|制单',
  },
  approver: { type: 'name_person', need: 'no', zh: '审批人', en: 'Approver', names: '审核人|复核人|批准人' },
  // Join key to conference sheet (fuzzy)
  conference_name: {
    type: 'text',
    need: 'no',
    zh: '会议/活动名称',
    en: 'Conference',
    names: '会议名称|活动名称|学术会议名称|项目名称|会议主题|活动主题|项目|event|meeting',
  },
  conference_no: { type: 'code', need: 'no', zh: '会议编号', en: 'Conference no', names: '活动编号|会议ID|备案号' },
  product: {
    type: 'name_product',
    need: 'no',
    zh: '涉及产品',
    en: 'Product',
    names: '产品|品种|药品|药品名称|产品名称|推广产品|推广品种',
  },
  province: { type: 'text', need: 'no', zh: '地区', en: 'Region', names: '省份|大区|区域|城市|办事处' },
  invoice_no: { type: 'invoice_no', need: 'no', zh: '发票号码', en: 'Invoice no', names: '发票号|发票编号' },
  summary: {
    type: 'memo',
    need: 'no',
    zh: '摘要',
    en: 'Summary',
    names: '事由|费用说明|说明|备注|用途|内容|description|memo',
  },
} as const;

/** 费用明细账: one row is one line of a company's ledger of expenses; a negative amount takes an earlier line back (红字). */
export default defineSheet({
  id: 'expense',
  title: { zh: '费用明细账', en: 'Company expense ledger' },
  note: {
    zh: '药企、推广公司、学协会的费用明细或报销明细：学术推广费、会议费、讲课费、咨询费、劳务费等。',
    en: 'Sub-ledger or reimbursement lines of a pharma company, CSO or society.',
  },
  signature:
    '费用类型|费用科目|费用类别|报销人|报销单号|学术推广费|会议费|讲课费|凭证字号|凭证号|科目名称|会计科目|费用项目|受款人',
  fields,
  required: [['expense_date'], ['amount']],
  context: ['company', 'currency'],
  parties: ['company', 'payee_name', 'payee_org', 'handler', 'approver', 'conference_name'],
  kept: {
    company: 'company',
    payee_name: 'payee',
    payee_org: 'payee_org',
    handler: 'handler',
    approver: 'approver',
    conference_name: 'conference',
    expense_date: 'day',
    amount: 'fen',
    currency: 'currency',
    tax_amount: 'tax_fen',
    expense_type: 'expense_type',
  },
  notSummed: [],
  essential: ['expense_date', 'amount'],
  record(values, row) {
    const { expense_date: date, amount } = values;
    if (!date) return row.reject('value.missing', 'expense_date');
    if (!amount) return row.reject('value.missing', 'amount');
    const company = mentionOf({ field: 'company', name: values.company, as: 'org' });
    const payee = mentionOf({
      field: 'payee_name',
      name: values.payee_name,
      as: 'any',
      id: ['payee_id_no', values.payee_id_no],
      account: ['payee_account', values.payee_account],
      org: values.payee_org,
      dept: values.payee_dept,
    });
    const payeeOrg = mentionOf({ field: 'payee_org', name: values.payee_org, as: 'org' });
    const handler = mentionOf({ field: 'handler', name: values.handler, as: 'person', org: values.company });
    const approver = mentionOf({ field: 'approver', name: values.approver, as: 'person', org: values.company });
    const conference = conferenceMention({
      no: values.conference_no,
      name: values.conference_name,
      day: null,
      field: values.conference_name === undefined ? 'conference_no' : 'conference_name',
    });
    const words = [values.expense_type, values.account_name, values.summary].filter((each) => each !== undefined);
    return {
      table: 'rec_expense',
      columns: {
        company: company ?? null,
        payee: payee ?? null,
        payee_org: payeeOrg ?? null,
        handler: handler ?? null,
        approver: approver ?? null,
        conference: conference ?? null,
        day: date.day,
        precision: date.precision === 'month' ? 'month' : 'day',
        fen: amount.fen,
        currency: currencyOf(amount, 'amount', values.currency, row),
        tax_fen: values.tax_amount?.fen ?? null,
        expense_type: expenseTypeOf(words) ?? null,
        type_text: values.expense_type ?? null,
        account_name: values.account_name ?? null,
        voucher_no: values.voucher_no ?? null,
        conference_name: values.conference_name ?? null,
        conference_no: values.conference_no ?? null,
        product: values.product ?? null,
        province: values.province ?? null,
        invoice_no: values.invoice_no ?? null,
        summary: values.summary ?? null,
        payee_dept: values.payee_dept ?? null,
      },
      day: date.day,
      same: sameValues('expense', values),
    };
  },
  examples: [
    {
      says: 'a line of a ledger has its type from its own words, a red line is negative, a monthly total is no line',
      above: [['甲药业有限公司费用明细账'], ['单位：元']],
      header: [
        '凭证日期',
        '凭证号',
        '会计科目',
        '费用类型',
        '金额',
        '收款人',
        '身份证号',
        '收款人单位',
        '会议名称',
        '摘要',
      ],
      rows: [
        [
          '2024年7月15日',
          '记-12',
          '销售费用',
          '学术推广费',
          '20,000.00',
          '张某某',
          '',
          '某市第一医院',
          '骨科学术研讨会',
          '讲课',
        ],
        ['2024年7月16日', '记-13', '销售费用-会议费', '', '(300.00)', '乙会务有限公司', '', '', '', '冲回'],
        ['2024年7月', '记-14', '销售费用', '办公费', '1', '', '', '', '', ''],
        ['2024年7月31日', '', '', '', '19,701.00', '', '', '', '', '本月合计'],
        ['昨天', '记-15', '销售费用', '差旅费', '8', '李某某', '', '', '', ''],
      ],
      gives: [
        {
          company: '甲药业有限公司',
          payee: '张某某',
          payee_org: '某市第一医院',
          conference: '骨科学术研讨会',
          day: '2024-07-15',
          fen: 2_000_000,
          expense_type: 'academic_promo',
          voucher_no: '记-12',
        },
        { fen: -30_000, expense_type: 'conference', payee: '乙会务有限公司' },
        { day: '2024-07-01', precision: 'month', expense_type: null, payee: null },
        'skipped',
        { rejected: ['date.unreadable'] },
      ],
    },
    {
      says: 'two equal lines with line numbers of their own are two lines; without them the second is the first again',
      header: ['序号', '公司', '日期', '费用类型', '金额', '收款人'],
      rows: [
        ['1', '甲药业有限公司', '2024-07-15', '讲课费', '2000', '张某某'],
        ['2', '甲药业有限公司', '2024-07-15', '讲课费', '2000', '张某某'],
        ['2', '甲药业有限公司', '2024-07-15', '讲课费', '2000', '张某某'],
      ],
      gives: [{ fen: 200_000 }, { fen: 200_000 }, 'duplicate'],
    },
  ],
});
