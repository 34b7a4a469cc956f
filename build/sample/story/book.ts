/** Records of the further schemes by the sheet they stand in, and the columns of each of those sheets. */
import type { Day, Stamp } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Party } from '../world/types.ts';

/** What a column holds. `price`: ten-thousandths of a yuan. */
export interface Kinds {
  readonly text: string;
  readonly day: Day;
  readonly moment: Stamp;
  readonly money: Fen;
  readonly price: number;
  readonly count: number;
  readonly party: Party;
}

const identified = {
  id_no: ['身份证号', 'text'],
  phone: ['手机号', 'text'],
} as const;

/** Category → field → header and kind. The first field tells one record from another. */
export const bookColumns = {
  purchase: {
    order_no: ['订单编号', 'text'],
    order_date: ['订单日期', 'day'],
    hospital: ['医疗机构', 'party'],
    dept: ['申领科室', 'text'],
    product_code: ['医保编码', 'text'],
    generic_name: ['通用名', 'text'],
    spec: ['规格', 'text'],
    pack_qty: ['包装数量', 'count'],
    category: ['类别', 'text'],
    manufacturer: ['生产企业', 'party'],
    supplier: ['配送企业', 'party'],
    unit_price: ['单价', 'price'],
    quantity: ['数量', 'count'],
    amount: ['金额', 'money'],
    procurement_type: ['采购方式', 'text'],
    buyer: ['采购人员', 'party'],
    status: ['订单状态', 'text'],
  },
  product: {
    product_code: ['医保编码', 'text'],
    generic_name: ['通用名', 'text'],
    class_code: ['治疗分类', 'text'],
    spec: ['规格', 'text'],
    manufacturer: ['生产企业', 'party'],
    category: ['类别', 'text'],
    list_price: ['挂网价', 'price'],
    vbp: ['是否集采', 'text'],
  },
  bid: {
    tender_no: ['项目编号', 'text'],
    tender_name: ['项目名称', 'text'],
    lot: ['标段', 'text'],
    buyer: ['采购人', 'party'],
    open_date: ['开标日期', 'day'],
    award_date: ['中标日期', 'day'],
    bidder: ['投标人', 'party'],
    bid_amount: ['投标报价', 'money'],
    is_winner: ['是否中标', 'text'],
    award_amount: ['中标金额', 'money'],
    contact: ['联系人', 'party'],
    phone: ['联系电话', 'text'],
    address: ['地址', 'text'],
    ip: ['投标IP', 'text'],
    mac: ['投标机器码', 'text'],
    deposit_account: ['保证金账号', 'text'],
  },
  prescription: {
    rx_no: ['处方号', 'text'],
    rx_date: ['开方日期', 'day'],
    hospital: ['医疗机构', 'party'],
    dept: ['开单科室', 'text'],
    doctor: ['开单医生', 'party'],
    patient_no: ['患者编号', 'text'],
    product_code: ['药品编码', 'text'],
    generic_name: ['药品名称', 'text'],
    spec: ['规格', 'text'],
    manufacturer: ['生产企业', 'party'],
    item_kind: ['项目类别', 'text'],
    quantity: ['数量', 'count'],
    unit: ['单位', 'text'],
    unit_price: ['单价', 'price'],
    amount: ['金额', 'money'],
  },
  visit: {
    settle_no: ['结算编号', 'text'],
    hospital: ['定点医疗机构', 'party'],
    dept: ['科室', 'text'],
    doctor: ['医生', 'party'],
    patient_no: ['人员编号', 'text'],
    visit_type: ['医疗类别', 'text'],
    admit_date: ['入院日期', 'day'],
    discharge_date: ['出院日期', 'day'],
    settle_date: ['结算时间', 'day'],
    diagnosis_code: ['诊断编码', 'text'],
    diagnosis: ['诊断', 'text'],
    total_fee: ['医疗费总额', 'money'],
    fund_pay: ['基金支付', 'money'],
  },
  visit_item: {
    visit_no: ['就诊ID', 'text'],
    hospital: ['医疗机构', 'party'],
    dept: ['科室', 'text'],
    doctor: ['医生', 'party'],
    patient_no: ['患者编号', 'text'],
    charged_at: ['发生时间', 'moment'],
    item_code: ['项目编码', 'text'],
    item_name: ['项目名称', 'text'],
    item_kind: ['项目类别', 'text'],
    udi: ['UDI/条码', 'text'],
    quantity: ['数量', 'count'],
    unit_price: ['单价', 'price'],
    amount: ['金额', 'money'],
    procedure: ['手术/操作', 'text'],
  },
  invoice: {
    invoice_no: ['发票号码', 'text'],
    issue_date: ['开票日期', 'day'],
    seller: ['销方名称', 'party'],
    seller_tax_id: ['销方识别号', 'text'],
    buyer: ['购方名称', 'party'],
    goods: ['货物名称', 'text'],
    total: ['价税合计', 'money'],
    status: ['发票状态', 'text'],
  },
  contract: {
    contract_no: ['合同编号', 'text'],
    type: ['合同类型', 'text'],
    party_a: ['甲方', 'party'],
    party_b: ['乙方', 'party'],
    amount: ['合同金额', 'money'],
    signed_on: ['签订日期', 'day'],
    subject: ['标的/服务内容', 'text'],
    deliverable: ['成果/验收', 'text'],
    approval_no: ['审批/备案号', 'text'],
  },
  staff: {
    staff_no: ['工号', 'text'],
    name: ['姓名', 'party'],
    ...identified,
    gender: ['性别', 'text'],
    employer: ['单位', 'party'],
    employer_kind: ['单位性质', 'text'],
    dept: ['科室/部门', 'text'],
    position: ['职务', 'text'],
    title: ['职称', 'text'],
    hire_date: ['入职日期', 'day'],
    bank_card: ['银行卡号', 'text'],
    annual_income: ['年收入', 'money'],
    is_key_post: ['是否关键岗位', 'text'],
    society_role: ['学协会任职', 'text'],
  },
  kinship: {
    person_name: ['本人姓名', 'party'],
    person_id: ['本人证件号', 'text'],
    relative_name: ['亲属姓名', 'party'],
    relative_id: ['亲属证件号', 'text'],
    relation: ['关系', 'text'],
    relative_phone: ['亲属电话', 'text'],
    relative_employer: ['亲属工作单位', 'party'],
    relative_position: ['亲属职务', 'text'],
    relative_company: ['经商办企业', 'party'],
  },
  rep: {
    filing_no: ['备案号', 'text'],
    name: ['姓名', 'party'],
    ...identified,
    company: ['授权企业', 'party'],
    products: ['负责品种', 'text'],
    valid_from: ['备案/授权起', 'day'],
    valid_to: ['授权止', 'day'],
    status: ['备案状态', 'text'],
    insured: ['是否参保', 'text'],
  },
  rep_activity: {
    visit_at: ['拜访时间', 'moment'],
    rep_name: ['代表姓名', 'party'],
    company: ['所属企业', 'party'],
    hospital: ['拜访医院', 'party'],
    doctor: ['拜访对象', 'party'],
    city: ['城市', 'text'],
    purpose: ['目的', 'text'],
    expense: ['费用', 'money'],
  },
  clue: {
    clue_no: ['线索编号', 'text'],
    source: ['线索来源', 'text'],
    received_on: ['受理日期', 'day'],
    subject_name: ['被反映人', 'party'],
    subject_org: ['被反映单位', 'party'],
    content: ['反映内容', 'text'],
    status: ['办理状态', 'text'],
  },
  company_person: {
    company_name: ['企业名称', 'party'],
    company_uscc: ['统一社会信用代码', 'text'],
    person_name: ['姓名/股东名称', 'party'],
    person_id: ['证件号码', 'text'],
    person_type: ['股东类型', 'text'],
    position: ['职务', 'text'],
    share_pct: ['持股比例', 'text'],
    from_date: ['任职/入股日期', 'day'],
  },
  expense: {
    voucher_no: ['凭证号', 'text'],
    company: ['费用单位', 'party'],
    expense_date: ['费用日期', 'day'],
    expense_type: ['费用类型', 'text'],
    amount: ['金额', 'money'],
    payee_name: ['收款人', 'party'],
    handler: ['经办人', 'party'],
    province: ['地区', 'text'],
    invoice_no: ['发票号码', 'text'],
    summary: ['摘要', 'text'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly [string, keyof Kinds]>>>>;

export type BookCategory = keyof typeof bookColumns;

/** The values of one record, by field. */
export type Values<C extends BookCategory> = {
  readonly [F in keyof (typeof bookColumns)[C]]?: (typeof bookColumns)[C][F] extends readonly [string, infer K]
    ? K extends keyof Kinds
      ? Kinds[K]
      : never
    : never;
};

export interface BookRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, Kinds[keyof Kinds] | undefined>>;
}

export interface Book {
  readonly records: ReadonlyMap<BookCategory, readonly BookRecord[]>;
  /** Writes a record and returns its id; without a number of its own it bears its id as number. */
  readonly add: <C extends BookCategory>(category: C, values: Values<C>) => string;
}

/** Whose number is one of theirs anyway. */
const numbered: ReadonlySet<BookCategory> = new Set([
  'purchase',
  'prescription',
  'visit',
  'visit_item',
  'contract',
  'staff',
  'rep',
  'clue',
  'expense',
]);

export function emptyBook(): Book {
  const records = new Map<BookCategory, BookRecord[]>();
  return {
    records,
    add: (category, values) => {
      const list = records.get(category) ?? [];
      records.set(category, list);
      const id = `B-${category}-${String(list.length + 1).padStart(5, '0')}`;
      const first = Object.keys(bookColumns[category])[0]!;
      list.push({
        id,
        values: numbered.has(category) ? { [first]: numberOf(category, list.length), ...values } : values,
      });
      return id;
    },
  };
}

const prefixes: Partial<Record<BookCategory, string>> = {
  purchase: 'CG99',
  prescription: 'CF99',
  visit: 'JS99',
  visit_item: 'JZ99',
  contract: 'HT-99-',
  staff: 'G99',
  rep: 'YYDB98',
  clue: 'XS-99-',
  expense: 'PZ99',
};
const numberOf = (category: BookCategory, at: number): string =>
  `${prefixes[category] ?? ''}${String(at + 1).padStart(6, '0')}`;
