import { warnIfBefore } from './check-dates.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';
import { thingMention } from './thing-mention.ts';

const fields = {
  // Format NOT verified here: keep as text, trim, upper-case; uniqueness test; user may set a regex
  filing_no: {
    type: 'code',
    need: 'cond',
    zh: '备案号',
    en: 'Filing no',
    names: '医药代表备案号|备案编号|备案登记号|代表备案号|备案凭证号|filing no',
  },
  name: {
    type: 'name_person',
    need: 'yes',
    zh: '姓名',
    en: 'Name',
    names: '医药代表|医药代表姓名|代表姓名|代表|rep|representative',
  },
  gender: { type: 'enum_gender', need: 'no', zh: '性别', en: 'Gender', names: '' },
  id_no: { type: 'id_card', need: 'no', zh: '身份证号', en: 'ID', names: '身份证号码|证件号码|证件号' },
  phone: { type: 'phone', need: 'no', zh: '手机号', en: 'Phone', names: '手机|联系电话|电话|联系方式' },
  company: {
    type: 'name_org',
    need: 'yes',
    zh: '授权企业',
    en: 'Authorising company (MAH)',
    names: '备案企业|药品上市许可持有人|上市许可持有人|持有人名称|持有人|所属企业|企业名称|公司名称|company',
  },
  company_uscc: { type: 'uscc', need: 'no', zh: '企业信用代码', en: 'USCC', names: '统一社会信用代码|社会信用代码' },
  agency: {
    type: 'name_org',
    need: 'no',
    zh: '派遣/合同单位',
    en: 'Employer if outsourced (CSO)',
    names: '劳动合同单位|服务外包单位|派遣单位|所属推广公司',
  },
  // split 、,;/
  products: {
    type: 'name_product_list',
    need: 'no',
    zh: '负责品种',
    en: 'Products',
    names: '授权品种|推广品种|负责产品|药品名称|品种|药品类别和治疗领域|治疗领域|products',
  },
  region: { type: 'text', need: 'no', zh: '负责区域', en: 'Region', names: '区域|推广区域|省份|负责医院' },
  valid_from: {
    type: 'date',
    need: 'no',
    zh: '备案/授权起',
    en: 'Valid from',
    names: '备案日期|授权起始日期|备案时间|授权开始日期|发布日期|有效期起',
  },
  // >= valid_from
  valid_to: {
    type: 'date',
    need: 'no',
    zh: '授权止',
    en: 'Valid to',
    names: '授权截止日期|授权期限|有效期至|有效期止|授权到期日',
  },
  // active, cancelled, expired
  status: { type: 'enum_rep_status', need: 'no', zh: '备案状态', en: 'Status', names: '状态|是否有效' },
  education: { type: 'text', need: 'no', zh: '学历专业', en: 'Education', names: '学历|所学专业|专业' },
  contract_date: {
    type: 'date',
    need: 'no',
    zh: '劳动合同日期',
    en: 'Labour contract date',
    names: '劳动合同签订日期|入职日期|合同起始日期',
  },
  insured: { type: 'bool', need: 'no', zh: '是否参保', en: 'Social insurance', names: '社保缴纳|社保状态|参保状态' },
} as const;

/** 医药代表备案: one row is one filing of one representative by one company. The form of a filing number is not published: it is kept as written. */
export default defineSheet({
  id: 'rep',
  title: { zh: '医药代表备案', en: 'Medical representative filing' },
  note: {
    zh: '备案公示或企业提供的医药代表名单：备案号、授权企业、品种、有效期。',
    en: 'Public filing of representatives, or a company’s own list of them.',
  },
  signature: '医药代表|备案号|医药代表备案号|授权企业|负责品种|代表姓名|备案企业|备案状态|持有人名称|授权期限',
  fields,
  required: [['name'], ['company']],
  context: ['company', 'company_uscc'],
  parties: ['name', 'company', 'agency', 'products'],
  kept: {
    name: 'person',
    company: 'company',
    agency: 'agency',
    gender: 'gender',
    valid_from: 'valid_from',
    valid_to: 'valid_to',
    status: 'status',
    contract_date: 'contract_day',
    insured: 'insured',
  },
  notSummed: [],
  looksBack: true,
  essential: ['name', 'filing_no'],
  record(values, row) {
    const person = mentionOf({
      field: 'name',
      name: values.name,
      as: 'person',
      id: ['id_no', values.id_no],
      phone: ['phone', values.phone],
      org: values.company,
    });
    if (values.name === undefined || !person || person.kind === 'account') return row.reject('value.missing', 'name');
    const company = mentionOf({
      field: 'company',
      name: values.company,
      as: 'org',
      id: ['company_uscc', values.company_uscc],
    });
    if (!company || values.company === undefined) return row.reject('value.missing', 'company');
    const filing = values.filing_no?.toUpperCase();
    if (filing !== undefined && row.saidOtherwise(filing, person.key) !== undefined)
      row.warn('number.of-two', 'filing_no');
    warnIfBefore(values.valid_to, values.valid_from, 'valid_to', row);
    const products = (values.products ?? []).map((name) =>
      thingMention({ kind: 'product', name: { field: 'products', value: name } }),
    );
    return {
      table: 'rec_rep',
      columns: {
        person,
        company,
        agency: mentionOf({ field: 'agency', name: values.agency, as: 'org' }) ?? null,
        filing_no: filing ?? null,
        gender: values.gender ?? null,
        region: values.region ?? null,
        valid_from: values.valid_from?.day ?? null,
        valid_to: values.valid_to?.day ?? null,
        status: values.status ?? null,
        education: values.education ?? null,
        contract_day: values.contract_date?.day ?? null,
        insured: values.insured === undefined ? null : values.insured ? 1 : 0,
      },
      lists: products.filter((each) => each !== undefined),
      day: values.valid_from?.day ?? null,
      same: sameValues('rep', values),
    };
  },
  examples: [
    {
      says: 'filings with their company and products; one number for two people and an end before the beginning are Problems',
      header: [
        '备案号',
        '姓名',
        '授权企业',
        '授权品种',
        '备案日期',
        '授权截止日期',
        '备案状态',
        '劳动合同单位',
        '是否参保',
      ],
      rows: [
        [
          'yb2024-001',
          '张某某',
          '甲制药有限公司',
          '某某片、某某胶囊',
          '2023-01-05',
          '2025-01-04',
          '有效',
          '乙推广有限公司',
          '是',
        ],
        ['YB2024-001', '李某某', '甲制药有限公司', '某某片', '2023-01-05', '2022-01-04', '已注销', '', '否'],
        ['YB2024-003', '王某某', '', '某某片', '2023-01-05', '', '正常', '', ''],
        ['YB2024-004', '', '甲制药有限公司', '', '', '', '', '', ''],
        [
          'yb2024-001',
          '张某某',
          '甲制药有限公司',
          '某某片、某某胶囊',
          '2023-01-05',
          '2025-01-04',
          '有效',
          '乙推广有限公司',
          '是',
        ],
      ],
      gives: [
        {
          person: '张某某',
          company: '甲制药有限公司',
          agency: '乙推广有限公司',
          filing_no: 'YB2024-001',
          valid_to: '2025-01-04',
          status: 'in_force',
          insured: 1,
        },
        { person: '李某某', valid_to: '2022-01-04', status: 'deregistered', insured: 0 },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'the list of one company named above it',
      above: [['持有人名称：甲制药有限公司']],
      header: ['医药代表姓名', '医药代表备案号', '联系电话', '负责区域', '治疗领域', '有效期至', '学历'],
      rows: [['赵某某', 'B-77', '19900001234', '某市', '骨科', '2020-12-31', '本科']],
      gives: [
        {
          person: '赵某某',
          company: '甲制药有限公司',
          filing_no: 'B-77',
          region: '某市',
          valid_to: '2020-12-31',
          status: null,
        },
      ],
    },
  ],
});
