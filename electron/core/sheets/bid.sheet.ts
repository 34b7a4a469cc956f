import { warnIfBefore } from './check-dates.ts';
import { renminbiOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';
import { tenderMention } from './tender-mention.ts';

const fields = {
  // tender_no or tender_name
  tender_no: {
    type: 'code',
    need: 'cond',
    zh: '项目编号',
    en: 'Tender no',
    names: '招标编号|采购编号|标书编号|招标项目编号|项目号|tender no',
  },
  tender_name: {
    type: 'text',
    need: 'cond',
    zh: '项目名称',
    en: 'Tender name',
    names: '招标项目|采购项目|招标项目名称|采购项目名称|标的名称|tender',
  },
  lot: { type: 'text', need: 'no', zh: '标段', en: 'Lot', names: '包号|标包|包件|分包|分包号|标段编号|lot' },
  buyer: {
    type: 'name_org',
    need: 'no',
    zh: '采购人',
    en: 'Buyer',
    names: '招标人|采购单位|招标单位|业主|采购机构|医院|buyer',
  },
  agency: { type: 'name_org', need: 'no', zh: '代理机构', en: 'Agency', names: '招标代理机构|采购代理机构|代理公司' },
  open_date: {
    type: 'date',
    need: 'yes',
    zh: '开标日期',
    en: 'Opening date',
    names: '开标时间|投标日期|投标截止时间|评标日期|采购日期|时间|日期',
  },
  // >= open_date
  award_date: {
    type: 'date',
    need: 'no',
    zh: '中标日期',
    en: 'Award date',
    names: '中标公告日期|定标日期|成交日期|公示日期|公告日期',
  },
  ceiling: {
    type: 'amount',
    need: 'no',
    zh: '最高限价',
    en: 'Ceiling price',
    names: '招标控制价|预算金额|采购预算|控制价|拦标价',
  },
  bidder: {
    type: 'name_org',
    need: 'yes',
    zh: '投标人',
    en: 'Bidder',
    names:
      '投标单位|投标企业|供应商|投标商|报价单位|参与供应商|响应供应商|中标人|中标供应商|成交供应商|中标单位|中标企业|单位名称|bidder',
  },
  bidder_uscc: { type: 'uscc', need: 'no', zh: '投标人信用代码', en: 'USCC', names: '统一社会信用代码|社会信用代码' },
  // >0
  bid_amount: {
    type: 'amount',
    need: 'yes',
    zh: '投标报价',
    en: 'Bid',
    names: '报价|投标价|投标总价|报价金额|投标金额|最终报价|响应报价|bid|bid amount',
  },
  score: { type: 'number', need: 'no', zh: '得分', en: 'Score', names: '评标得分|综合得分|总分|评分' },
  rank: { type: 'integer', need: 'no', zh: '名次', en: 'Rank', names: '排名|排序' },
  // exactly one winner per lot expected
  is_winner: {
    type: 'bool_win',
    need: 'cond',
    zh: '是否中标',
    en: 'Winner',
    names: '中标|中标结果|成交结果|结果|中标情况|winner',
  },
  award_amount: {
    type: 'amount',
    need: 'no',
    zh: '中标金额',
    en: 'Award amount',
    names: '中标价|成交金额|成交价|合同金额|award',
  },
  contact: {
    type: 'name_person',
    need: 'no',
    zh: '联系人',
    en: 'Contact',
    names: '授权代表|委托代理人|投标代表|授权委托人|被授权人',
  },
  phone: { type: 'phone', need: 'no', zh: '联系电话', en: 'Phone', names: '电话|手机|联系方式|手机号' },
  address: { type: 'address', need: 'no', zh: '地址', en: 'Address', names: '单位地址|联系地址' },
  legal_rep: { type: 'name_person', need: 'no', zh: '法定代表人', en: 'Legal rep', names: '法人|法人代表' },
  ip: { type: 'ip', need: 'no', zh: '投标IP', en: 'Upload IP', names: 'IP|IP地址|上传IP|文件上传IP' },
  mac: {
    type: 'text',
    need: 'no',
    zh: '投标机器码',
    en: 'MAC / machine code',
    names: 'MAC|MAC地址|机器码|CPU序列号|硬盘序列号|文件制作机器码|加密锁号',
  },
  file_author: {
    type: 'text',
    need: 'no',
    zh: '文件作者',
    en: 'File author',
    names: '创建者|编制人|文件编制人|最后修改者',
  },
  deposit_account: {
    type: 'account_no',
    need: 'no',
    zh: '保证金账号',
    en: 'Deposit account',
    names: '保证金转出账户|保证金付款账号|保证金账户',
  },
  deposit_payer: {
    type: 'name_any',
    need: 'no',
    zh: '保证金付款人',
    en: 'Deposit payer',
    names: '保证金缴纳人|保证金缴纳单位',
  },
  evaluator: {
    type: 'name_person_list',
    need: 'no',
    zh: '评审专家',
    en: 'Evaluators',
    names: '评委|评标委员会|专家名单|评标专家',
  },
} as const;

/**
 * 招标投标: one row is one bidder in one lot. A table without a column for bidders announces lots (招标公告、采购意向): buyer and budget are
 * kept. In a column headed 中标人 every bidder is the winner; where no column says who won, nobody is said to have.
 */
export default defineSheet({
  id: 'bid',
  title: { zh: '招标投标', en: 'Tenders and bids' },
  note: { zh: '一行为一个投标人在一个标段的投标。', en: 'One row = one bidder in one lot.' },
  signature:
    '投标人|投标报价|中标人|中标价|招标项目|招标编号|评标得分|开标时间|投标单位|报价|是否中标|中标金额|标段|项目编号',
  fields,
  required: [
    ['tender_no', 'tender_name'],
    ['open_date', 'award_date'],
    ['bidder', 'buyer', 'ceiling'],
    ['bid_amount', 'award_amount', 'ceiling'],
  ],
  context: ['tender_no', 'tender_name', 'buyer', 'agency', 'open_date'],
  parties: [
    'tender_name',
    'tender_no',
    'bidder',
    'buyer',
    'agency',
    'contact',
    'legal_rep',
    'deposit_payer',
    'evaluator',
  ],
  kept: {
    tender_name: 'tender',
    bidder: 'bidder',
    buyer: 'buyer',
    agency: 'agency',
    contact: 'contact',
    legal_rep: 'legal_rep',
    deposit_payer: 'deposit_payer',
    award_date: 'award_day',
    ceiling: 'ceiling_fen',
    bid_amount: 'fen',
    score: 'score',
    rank: 'rank',
    is_winner: 'winner',
    award_amount: 'award_fen',
  },
  // a budget stands beside every bidder of its lot
  notSummed: ['ceiling'],
  essential: ['open_date', 'award_date', 'bidder'],
  record(values, row) {
    const { bidder: bidderName, open_date: opened, award_date: awarded } = values;
    const day = opened ?? awarded;
    if (!day) return row.reject('value.missing', row.mapped(['open_date', 'award_date']));
    const { tender_no: no, tender_name: name, lot } = values;
    const tender = tenderMention({ no, name, lot });
    if (!tender) return row.reject('value.missing', row.mapped(['tender_name', 'tender_no']));
    const bids = row.header('bidder') !== '';
    if (bids && bidderName === undefined) return row.reject('value.missing', 'bidder');
    const fen = renminbiOf(values.bid_amount, 'bid_amount', row);
    const awardFen = renminbiOf(values.award_amount, 'award_amount', row);
    if (bids && values.bid_amount === undefined && values.award_amount === undefined)
      return row.reject('value.missing', row.mapped(['bid_amount', 'award_amount']));
    for (const [field, amount] of [
      ['bid_amount', fen],
      ['award_amount', awardFen],
    ] as const)
      if (amount !== null && amount <= 0) row.warn('amount.not-positive', field);
    warnIfBefore(awarded, opened, 'award_date', row);
    const bidder = mentionOf({
      field: 'bidder',
      name: bidderName,
      as: 'org',
      id: ['bidder_uscc', values.bidder_uscc],
    });
    const person = (field: 'contact' | 'legal_rep') =>
      mentionOf({
        field,
        name: values[field],
        as: 'person',
        org: bidderName,
        ...(field === 'contact' && { phone: ['phone', values.phone] as const }),
      });
    const evaluators = (values.evaluator ?? []).map((each) =>
      mentionOf({ field: 'evaluator', name: each, as: 'person' }),
    );
    return {
      table: 'rec_bid',
      columns: {
        tender,
        bidder: bidder ?? null,
        buyer: mentionOf({ field: 'buyer', name: values.buyer, as: 'org' }) ?? null,
        agency: mentionOf({ field: 'agency', name: values.agency, as: 'org' }) ?? null,
        contact: person('contact') ?? null,
        legal_rep: person('legal_rep') ?? null,
        deposit_payer:
          mentionOf({
            field: 'deposit_payer',
            name: values.deposit_payer,
            as: 'any',
            account: ['deposit_account', values.deposit_account],
          }) ?? null,
        day: day.day,
        precision: day.precision === 'month' ? 'month' : 'day',
        award_day: awarded?.day ?? null,
        ceiling_fen: renminbiOf(values.ceiling, 'ceiling', row),
        fen,
        score: values.score ?? null,
        rank: values.rank ?? null,
        winner: winnerOf(values.is_winner, row.header('bidder')),
        award_fen: awardFen,
        tender_no: no ?? null,
        tender_name: name ?? null,
        lot: lot ?? null,
        bidder_uscc: values.bidder_uscc?.value ?? null,
        phone: values.phone?.value ?? null,
        address: values.address ?? null,
        ip: values.ip ?? null,
        mac: values.mac ?? null,
        file_author: values.file_author ?? null,
        deposit_account: values.deposit_account?.value ?? null,
      },
      lists: evaluators.filter((each) => each !== undefined),
      day: day.day,
      same: sameValues('bid', values),
    };
  },
  examples: [
    {
      says: 'three bidders of two lots: who won is said by its column, a lot is a tender of its own, an award before the opening leaves a Problem',
      header: [
        '项目编号',
        '项目名称',
        '包号',
        '采购人',
        '代理机构',
        '开标时间',
        '中标日期',
        '投标人',
        '统一社会信用代码',
        '投标报价(万元)',
        '评标得分',
        '是否中标',
        '中标金额(万元)',
        '授权代表',
        '联系电话',
        '投标IP',
        '保证金付款人',
        '评标专家',
      ],
      rows: [
        [
          'CX-2024-018',
          '骨科耗材采购',
          '1',
          '某市第一医院',
          '某招标代理有限公司',
          '2024-04-10',
          '2024-04-12',
          '甲商贸有限公司',
          '',
          '120.5',
          '91.20',
          '中标',
          '120.5',
          '张某某',
          '19900001234',
          '198.51.100.7',
          '甲商贸有限公司',
          '李某某、王某某',
        ],
        [
          'CX-2024-018',
          '骨科耗材采购',
          '第01包',
          '某市第一医院',
          '某招标代理有限公司',
          '2024-04-10',
          '2024-04-01',
          '乙商贸有限公司',
          '',
          '121',
          '88',
          '未中标',
          '',
          '',
          '',
          '198.51.100.7',
          '赵某某',
          '',
        ],
        [
          'CX-2024-018',
          '骨科耗材采购',
          '二包',
          '某市第一医院',
          '',
          '2024-04-10',
          '',
          '甲商贸有限公司',
          '',
          '0',
          '',
          '第一中标候选人',
          '',
          '',
          '',
          '',
          '',
          '',
        ],
        [
          'CX-2024-018',
          '骨科耗材采购',
          '2',
          '某市第一医院',
          '',
          '2024-04-10',
          '',
          '',
          '',
          '99',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
        ],
        [
          'CX-2024-018',
          '骨科耗材采购',
          '2',
          '某市第一医院',
          '',
          '',
          '',
          '丙商贸有限公司',
          '',
          '99',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
        ],
      ],
      gives: [
        {
          tender: '骨科耗材采购 第1包',
          bidder: '甲商贸有限公司',
          buyer: '某市第一医院',
          agency: '某招标代理有限公司',
          contact: '张某某',
          deposit_payer: '甲商贸有限公司',
          fen: 120_500_000,
          award_fen: 120_500_000,
          winner: 1,
          score: '91.20',
          award_day: '2024-04-12',
        },
        { tender: '骨科耗材采购 第1包', winner: 0, fen: 121_000_000, deposit_payer: '赵某某' },
        { tender: '骨科耗材采购 第2包', winner: null, fen: 0 },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
      ],
    },
    {
      says: 'a list of awards names its winners in its header',
      above: [['采购人：某市第二医院']],
      header: ['招标编号', '招标项目', '开标日期', '中标供应商', '中标价'],
      rows: [
        ['ZB-9', '检验试剂', '2024/5/6', '丁医疗科技有限公司', '98万元'],
        ['ZB-9', '检验试剂', '2024/5/6', '丁医疗科技有限公司', '98万元'],
      ],
      gives: [
        {
          tender: '检验试剂',
          bidder: '丁医疗科技有限公司',
          winner: 1,
          award_fen: 98_000_000,
          buyer: '某市第二医院',
          fen: null,
        },
        'duplicate',
      ],
    },
    {
      says: 'a table without bidders announces lots with their budgets',
      header: ['招标编号', '招标项目', '采购单位', '公告日期', '预算金额(万元)'],
      rows: [
        ['ZB-10', '核磁共振维保', '某市第一医院', '2024年6月', '60'],
        ['ZB-11', '直线加速器', '某市第一医院', '2024-06-02', '详见文件'],
      ],
      gives: [
        {
          tender: '核磁共振维保',
          bidder: null,
          buyer: '某市第一医院',
          ceiling_fen: 60_000_000,
          winner: null,
          precision: 'month',
        },
        { tender: '直线加速器', ceiling_fen: null },
      ],
    },
  ],
});

/** 1, 0, or null where the sheet does not say. */
function winnerOf(said: boolean | undefined, header: string): number | null {
  if (said !== undefined) return said ? 1 : 0;
  return /中标|成交/.test(header) ? 1 : null;
}
