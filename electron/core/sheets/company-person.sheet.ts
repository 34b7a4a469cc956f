import { warnIfBefore } from './check-dates.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  company_name: {
    type: 'name_org',
    need: 'yes',
    zh: '企业名称',
    en: 'Company',
    names: '公司名称|单位名称|被投资企业|任职企业|目标企业',
  },
  // check
  company_uscc: { type: 'uscc', need: 'no', zh: '统一社会信用代码', en: 'USCC', names: '社会信用代码|信用代码' },
  person_name: {
    type: 'name_any',
    need: 'yes',
    zh: '姓名/股东名称',
    en: 'Person / shareholder',
    names: '股东名称|股东姓名|股东|姓名|人员姓名|高管姓名|出资人|投资人|发起人|主要人员|名称|shareholder|name',
  },
  person_id: {
    type: 'id_any',
    need: 'no',
    zh: '证件号码',
    en: 'ID',
    names: '身份证号|证件号|股东证件号|证照/证件号码',
  },
  // natural / legal
  person_type: {
    type: 'enum_person_type',
    need: 'no',
    zh: '股东类型',
    en: 'Type',
    names: '出资人类型|类型|投资人类型',
  },
  // 法定代表人/执行董事/监事/经理/财务负责人/实际控制人/最终受益人/股东
  position: { type: 'text', need: 'no', zh: '职务', en: 'Position', names: '职位|任职|担任职务|身份|角色|position' },
  // 0..100; sum per company <= 100.5
  share_pct: {
    type: 'percent',
    need: 'no',
    zh: '持股比例',
    en: 'Share %',
    names: '出资比例|股权比例|占比|股份比例|share|percentage',
  },
  subscribed: {
    type: 'amount_capital',
    need: 'no',
    zh: '认缴出资额',
    en: 'Subscribed',
    names: '认缴金额|认缴出资|出资额|认缴出资额(万元)',
  },
  paid: { type: 'amount_capital', need: 'no', zh: '实缴出资额', en: 'Paid', names: '实缴金额|实缴出资' },
  from_date: {
    type: 'date',
    need: 'no',
    zh: '任职/入股日期',
    en: 'From',
    names: '认缴日期|出资日期|任职日期|入股日期|任职起始日期',
  },
  // >= from
  to_date: { type: 'date', need: 'no', zh: '离任/退出日期', en: 'To', names: '离任日期|退出日期|任职终止日期' },
  phone: { type: 'phone', need: 'no', zh: '联系电话', en: 'Phone', names: '手机号|电话' },
  is_beneficial: {
    type: 'bool',
    need: 'no',
    zh: '是否实际控制',
    en: 'Beneficial owner',
    names: '实际控制人|最终受益人|是否实控人',
  },
} as const;

const isShare = /股东|出资|投资人|发起人|合伙人/;
const isControl = /实际控制|实控|最终受益|受益所有/;

/** 股东及高管: one row is one person or body with a share in a company, a post there, or the control of it. */
export default defineSheet({
  id: 'company_person',
  title: { zh: '股东及高管', en: 'Shareholders and officers' },
  note: {
    zh: '一行为一人或一企业在一家企业的持股或任职。',
    en: 'One row = one person or company holding a position or shares.',
  },
  signature: '股东名称|持股比例|认缴出资额|出资比例|股东类型|职务|任职企业|最终受益人|股东姓名',
  fields,
  required: [['company_name'], ['person_name']],
  context: ['company_name', 'company_uscc'],
  parties: ['company_name', 'person_name'],
  kept: {
    company_name: 'company',
    person_name: 'holder',
    person_type: 'holder_type',
    share_pct: 'share',
    subscribed: 'subscribed_fen',
    paid: 'paid_fen',
    from_date: 'from_day',
    to_date: 'to_day',
    is_beneficial: 'controls',
  },
  notSummed: [],
  looksBack: true,
  essential: ['person_name'],
  record(values, row) {
    const company = mentionOf({
      field: 'company_name',
      name: values.company_name,
      as: 'org',
      id: ['company_uscc', values.company_uscc],
    });
    if (!company || company.kind === 'account') return row.reject('value.missing', 'company_name');
    const holder = mentionOf({
      field: 'person_name',
      name: values.person_name,
      as: values.person_type === 'natural' ? 'person' : values.person_type === 'legal' ? 'org' : 'any',
      id: ['person_id', values.person_id],
      phone: ['phone', values.phone],
      org: values.company_name,
    });
    if (!holder || values.person_name === undefined) return row.reject('value.missing', 'person_name');
    const share = values.share_pct;
    if (share !== undefined) {
      const percent = Number(share);
      if (percent < 0 || percent > 100) row.warn('number.out-of-range', 'share_pct');
      else if (row.sumSoFar(company.key, `${holder.key} ${holder.idValue ?? ''}`, percent) > 100.5)
        row.warn('shares.above-whole', 'share_pct');
    }
    warnIfBefore(values.to_date, values.from_date, 'to_date', row);
    const { position = '' } = values;
    const posts = position.split(/[、,，;；/|和及 ]+/).filter((post) => post !== '');
    const office = posts.some((post) => !isShare.test(post) && !isControl.test(post));
    const controls = values.is_beneficial === true || isControl.test(position);
    const capital = share !== undefined || values.subscribed !== undefined || values.paid !== undefined;
    return {
      table: 'rec_company_person',
      columns: {
        company,
        holder,
        holder_type: values.person_type ?? null,
        position: values.position ?? null,
        share: share ?? null,
        subscribed_fen: values.subscribed?.fen ?? null,
        subscribed_currency: values.subscribed ? (values.subscribed.currency ?? 'CNY') : null,
        paid_fen: values.paid?.fen ?? null,
        from_day: values.from_date?.day ?? null,
        to_day: values.to_date?.day ?? null,
        // a list of shareholders gives neither post nor share for some of them
        holds: capital || isShare.test(position) || (!office && !controls) ? 1 : 0,
        office: office ? 1 : 0,
        controls: controls ? 1 : 0,
      },
      day: values.from_date?.day ?? null,
      same: sameValues('company_person', values),
    };
  },
  examples: [
    {
      says: 'shares of one company: who holds, a body among them, more than the whole is a Problem, figures outside 0 to 100 too',
      above: [['企业名称：甲药业有限公司']],
      header: ['股东名称', '股东类型', '持股比例', '认缴出资额（万元）', '认缴日期', '是否实际控制'],
      rows: [
        ['张某某', '自然人股东', '60%', '300', '2020-03-04', '是'],
        ['乙投资有限公司', '企业法人', '40', '200', '2020-03-04', ''],
        ['王某某', '自然人', '30%', '', '', ''],
        ['李某某', '自然人', '130%', '', '', ''],
        ['张某某', '自然人股东', '60%', '300', '2020-03-04', '是'],
        ['', '自然人', '1%', '', '', ''],
      ],
      gives: [
        {
          company: '甲药业有限公司',
          holder: '张某某',
          holder_type: 'natural',
          share: '60',
          subscribed_fen: 300_000_000,
          holds: 1,
          office: 0,
          controls: 1,
        },
        { holder: '乙投资有限公司', holder_type: 'legal', share: '40', controls: 0 },
        { holder: '王某某', share: '30' },
        { holder: '李某某', share: '130' },
        'duplicate',
        { rejected: ['value.missing'] },
      ],
    },
    {
      says: 'posts: who sits where, from when to when; a shareholder by the word holds, left before coming is a Problem',
      header: ['任职企业', '统一社会信用代码', '姓名', '职务', '任职日期', '离任日期', '证件号码'],
      rows: [
        ['甲药业有限公司', '91990000MA00000008', '张某某', '执行董事、经理', '2020-03-04', '', ''],
        ['甲药业有限公司', '91990000MA00000008', '李某某', '股东、监事', '2020-03-04', '2019-01-01', ''],
        ['甲药业有限公司', '91990000MA00000008', '赵某某', '最终受益人', '', '', ''],
        ['', '', '钱某某', '监事', '', '', ''],
      ],
      gives: [
        { company: '甲药业有限公司', holder: '张某某', office: 1, holds: 0, controls: 0, from_day: '2020-03-04' },
        { holder: '李某某', office: 1, holds: 1, to_day: '2019-01-01' },
        { holder: '赵某某', office: 0, holds: 0, controls: 1 },
        { rejected: ['value.missing'] },
      ],
    },
  ],
});
