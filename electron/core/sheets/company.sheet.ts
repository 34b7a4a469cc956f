import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  name: {
    type: 'name_org',
    need: 'yes',
    zh: '企业名称',
    en: 'Company name',
    names:
      '公司名称|单位名称|名称|供应商名称|供应商|企业全称|机构名称|投标人名称|配送企业|生产企业名称|company|company name|supplier|vendor name',
  },
  // split 、,;/ ; aliases for matching
  former_names: {
    type: 'name_org_list',
    need: 'no',
    zh: '曾用名',
    en: 'Former names',
    names: '历史名称|原名称|former name',
  },
  // GB 32100-2015 check; key when valid
  uscc: {
    type: 'uscc',
    need: 'no',
    zh: '统一社会信用代码',
    en: 'USCC',
    names:
      '社会信用代码|信用代码|统一代码|税号|纳税人识别号|统一社会信用代码/注册号|营业执照号|uscc|credit code|tax id',
  },
  // 15 digits legacy
  reg_no: {
    type: 'code',
    need: 'no',
    zh: '注册号',
    en: 'Legacy registration no',
    names: '工商注册号|营业执照注册号|客户工商执照号码|组织机构代码',
  },
  legal_rep: {
    type: 'name_person',
    need: 'no',
    zh: '法定代表人',
    en: 'Legal representative',
    names: '法人|法人代表|法人姓名|负责人|经营者|执行事务合伙人|法定代表人姓名|投资人|legal representative',
  },
  legal_rep_id: {
    type: 'id_card',
    need: 'no',
    zh: '法定代表人证件号',
    en: 'Legal rep ID',
    names: '法人身份证号|法定代表人身份证号|法定代表人证件号码|法人证件号',
  },
  // '500万人民币','305843.0395万元人民币','100万美元' => amount + currency
  registered_capital: {
    type: 'amount_capital',
    need: 'no',
    zh: '注册资本',
    en: 'Registered capital',
    names: '注册资金|注册资本(万元)|认缴资本|出资总额|registered capital',
  },
  paid_in_capital: { type: 'amount_capital', need: 'no', zh: '实缴资本', en: 'Paid-in capital', names: '实收资本' },
  founded_on: {
    type: 'date',
    need: 'no',
    zh: '成立日期',
    en: 'Founded on',
    names: '成立时间|注册日期|注册时间|设立日期|开业日期|注册成立日期|founded|established',
  },
  approved_on: { type: 'date', need: 'no', zh: '核准日期', en: 'Approved on', names: '核准时间' },
  // >= founded_on
  closed_on: { type: 'date', need: 'no', zh: '注销/吊销日期', en: 'Closed on', names: '注销日期|吊销日期|注销时间' },
  // 存续/在业/在营/开业/迁入 => active; 注销/吊销/撤销/清算/停业 => closed
  status: {
    type: 'enum_company_status',
    need: 'no',
    zh: '经营状态',
    en: 'Status',
    names: '登记状态|企业状态|状态|企业登记状态|存续状态|status',
  },
  type: { type: 'text', need: 'no', zh: '企业类型', en: 'Type', names: '公司类型|单位性质|类型|企业(机构)类型' },
  industry: { type: 'text', need: 'no', zh: '所属行业', en: 'Industry', names: '行业|国标行业|行业门类' },
  address: {
    type: 'address',
    need: 'no',
    zh: '注册地址',
    en: 'Registered address',
    names: '住所|地址|企业地址|企业注册地址|公司地址|经营地址|注册地|address',
  },
  mail_address: {
    type: 'address',
    need: 'no',
    zh: '通信地址',
    en: 'Mailing address',
    names: '通讯地址|最新年报地址|办公地址|联系地址',
  },
  phone: {
    type: 'phone',
    need: 'no',
    zh: '电话',
    en: 'Phone',
    names: '联系电话|企业电话|联系方式|公司电话|手机|有效手机号|phone',
  },
  more_phones: { type: 'phone_list', need: 'no', zh: '更多电话', en: 'More phones', names: '其他电话|备用电话' },
  email: { type: 'email', need: 'no', zh: '邮箱', en: 'E-mail', names: '电子邮箱|企业邮箱|email' },
  more_emails: { type: 'text', need: 'no', zh: '更多邮箱', en: 'More e-mails', names: '' },
  contact: { type: 'name_person', need: 'no', zh: '联系人', en: 'Contact', names: '业务联系人|联络员|授权代表' },
  province: { type: 'text', need: 'no', zh: '所属省份', en: 'Province', names: '省份|省' },
  city: { type: 'text', need: 'no', zh: '所属城市', en: 'City', names: '城市|所属市|市' },
  district: { type: 'text', need: 'no', zh: '所属区县', en: 'District', names: '区县' },
  // 0 is a shell signal only for CSOs
  insured_count: {
    type: 'integer',
    need: 'no',
    zh: '参保人数',
    en: 'Insured headcount',
    names: '社保人数|员工人数|人员规模|从业人数',
  },
  scope: { type: 'memo', need: 'no', zh: '经营范围', en: 'Scope', names: '主营业务|经营项目' },
  license_no: {
    type: 'code',
    need: 'no',
    zh: '药械经营许可证',
    en: 'Drug/device licence',
    names: '药品经营许可证|经营许可证号|许可证编号|医疗器械经营许可证|药品生产许可证',
  },
  // Split to company_person rows: 张三(60%)、李四(40%)
  shareholders: {
    type: 'memo',
    need: 'no',
    zh: '股东信息',
    en: 'Shareholders (text)',
    names: '股东|股东名称|主要股东|投资人信息',
  },
  // Split to company_person rows
  officers: { type: 'memo', need: 'no', zh: '主要人员', en: 'Officers (text)', names: '董监高|高管|高管信息' },
  // mah, manufacturer, distributor, cso, society, hospital, conference_agency, other
  role: {
    type: 'enum_company_role',
    need: 'no',
    zh: '企业角色',
    en: 'Role in case',
    names: '供应商类型|企业类别|类别|供应商类别',
  },
  registry_office: { type: 'text', need: 'no', zh: '登记机关', en: 'Registry office', names: '注册机关' },
} as const;

/** 企业登记信息: suppliers, manufacturers, distributors, promotion companies, societies; also exports of company search services. */
export default defineSheet({
  id: 'company',
  title: { zh: '企业登记信息', en: 'Company register' },
  note: {
    zh: '供应商、生产企业、配送企业、推广公司、学协会的登记信息，也可为企业查询网站的导出。',
    en: 'Suppliers, manufacturers, distributors, CSOs, societies; also exports of company search services.',
  },
  signature:
    '统一社会信用代码|法定代表人|注册资本|成立日期|登记状态|经营状态|经营范围|参保人数|登记机关|企业名称|社会信用代码',
  fields,
  required: [['name']],
  context: [],
  parties: ['name', 'legal_rep', 'contact', 'former_names'],
  kept: {
    name: 'company',
    uscc: 'uscc',
    legal_rep: 'legal_rep',
    contact: 'contact',
    registered_capital: 'capital_fen',
    founded_on: 'founded_day',
    closed_on: 'closed_day',
    status: 'status',
    role: 'role',
    phone: 'phone',
    insured_count: 'insured',
  },
  notSummed: [],
  essential: ['name', 'uscc'],
  record(values, row) {
    const company = mentionOf({ field: 'name', name: values.name, as: 'org', id: ['uscc', values.uscc] });
    if (values.name === undefined || !company || company.kind === 'account') return row.reject('value.missing', 'name');
    const legalRep = mentionOf({
      field: 'legal_rep',
      name: values.legal_rep,
      as: 'any',
      id: ['legal_rep_id', values.legal_rep_id],
      org: values.name,
    });
    const contact = mentionOf({
      field: 'contact',
      name: values.contact,
      as: 'person',
      phone: ['phone', values.phone],
      org: values.name,
    });
    const formerNames = (values.former_names ?? []).map((each) =>
      mentionOf({ field: 'former_names', name: each, as: 'org', id: ['uscc', values.uscc] }),
    );
    return {
      table: 'rec_company',
      columns: {
        company,
        uscc: values.uscc?.value ?? null,
        reg_no: values.reg_no ?? null,
        legal_rep: legalRep ?? null,
        contact: contact ?? null,
        capital_fen: values.registered_capital?.fen ?? null,
        capital_currency: values.registered_capital ? (values.registered_capital.currency ?? 'CNY') : null,
        founded_day: values.founded_on?.day ?? null,
        closed_day: values.closed_on?.day ?? null,
        status: values.status ?? null,
        type: values.type ?? null,
        industry: values.industry ?? null,
        address: values.address ?? null,
        phone: values.phone?.value ?? null,
        email: values.email ?? null,
        province: values.province ?? null,
        city: values.city ?? null,
        insured: values.insured_count ?? null,
        scope: values.scope ?? null,
        license_no: values.license_no ?? null,
        role: values.role ?? null,
      },
      lists: formerNames.filter((each) => each !== undefined),
      day: values.founded_on?.day ?? null,
      same: sameValues('company', values),
    };
  },
  examples: [
    {
      says: 'a company with its legal representative, capital and currency; a credit code that fails its check is a Problem and no key',
      header: ['企业名称', '统一社会信用代码', '法定代表人', '注册资本', '成立日期', '登记状态', '参保人数', '曾用名'],
      rows: [
        [
          '甲药业有限公司',
          '91990000MA0000000B',
          '张某某',
          '500万人民币',
          '2021-03-04',
          '存续',
          '8',
          '甲制药厂、甲医药有限公司',
        ],
        ['乙咨询有限公司', '91990000MA00000008', '李某某', '100万美元', '2024/1/5', '注销', '0', ''],
      ],
      gives: [
        {
          company: '甲药业有限公司',
          legal_rep: '张某某',
          capital_fen: 500_000_000,
          capital_currency: 'CNY',
          founded_day: '2021-03-04',
          status: 'active',
          insured: 8,
        },
        { company: '乙咨询有限公司', capital_fen: 100_000_000, capital_currency: 'USD', status: 'closed', insured: 0 },
      ],
    },
  ],
});
