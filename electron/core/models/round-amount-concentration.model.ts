import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { type Flow, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { saysLoan, saysRefund, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName } from './ask/person-names.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import { atLeastByChance } from './ask/statistics.ts';
import { count, fen, measured, noted, number, ownJudgement, ratio, share, text } from './ask/values.ts';
import { came, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Smaller amounts are round too often; an amount is round where it is whole thousands of yuan. */
const LEAST = fenOf(1000);
const ROUND = fenOf(1000);

// for the examples: what companies pay people in a case as a rule
const ordinary = [
  '叶知秋',
  '薛明远',
  '孟以宁',
  '韩思齐',
  '顾长宁',
  '罗一舟',
  '秦望舒',
  '白若川',
  '江映雪',
  '温如言',
].flatMap((name, i) => [
  paid('禾澜医疗科技有限公司', name, `${1300 + i * 217}.50`, `2024-0${1 + (i % 9)}-08`, '差旅费'),
  paid('禾澜医疗科技有限公司', name, `${2100 + i * 119}.00`, `2024-0${1 + (i % 9)}-19`, '差旅费'),
]);
const thousands = (times: number, payee = '沈以墨', memo = '咨询费') =>
  Array.from({ length: times }, (_, i) =>
    paid('瑞澜医药有限公司', payee, `${3000 + 1000 * (i % 4)}.00`, `2024-0${1 + (i % 9)}-1${i % 7}`, memo),
  );

export default defineModel({
  id: 'round-amount-concentration',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'amount-pattern',
  weight: 0.2,
  title: { zh: '整数金额集中', en: 'Round-amount concentration' },
  question: {
    zh: '一家单位付给某个人的款项是否几乎都是整千元，而本案中这样的付款并不多见？',
    en: "Are nearly all of an organisation's payments to one person whole thousands, though such payments are rare in the case?",
  },
  summary: {
    zh: '{{payer}}付给{{payee}}的 {{rows}} 笔中有 {{round}} 笔为整千元（{{share}}），本案单位付给个人的整千元比例为 {{base}}',
    en: '{{round}} of {{rows}} payments of {{payer}} to {{payee}} are whole thousands ({{share}}); in the case as a whole {{base}} of payments to people are',
  },
  basis: [
    {
      source: { zh: '本工具模型（审计常用的整数金额测试）', en: 'Model of this tool (a usual test of auditors)' },
      text: {
        zh: '八笔、八成、显著性 0.001 没有公开标准，由本工具给出；只作辅助线索。',
        en: "Eight payments, four fifths and a significance of 0.001 are this tool's; a supporting sign only.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'n0',
      label: { zh: '最少笔数', en: 'Least number' },
      unit: { zh: '笔', en: 'payments' },
      default: 8,
      min: 4,
      max: 200,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'qmin',
      label: { zh: '整千元比例', en: 'Share of whole thousands' },
      unit: share,
      default: 0.8,
      min: 0.5,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'alpha',
      label: { zh: '显著性', en: 'Significance' },
      unit: { zh: '概率', en: 'probability' },
      default: 0.001,
      min: 0.0001,
      max: 0.05,
      step: 0.0001,
      basis: {
        zh: '本工具判断：同时检验许多对主体，取较严的值',
        en: 'Judgement: many pairs are tested at once, therefore strict',
      },
    },
  ],
  innocent: [
    {
      zh: '红包、借款、定额补贴、固定顾问费本来就是整数',
      en: 'Gifts, loans, allowances and fixed fees are round by nature',
    },
    { zh: '税前约定整数、由付款方承担税款的劳务报酬', en: 'Labour fees agreed as round amounts after tax' },
  ],
  blindSpots: [
    { zh: '整数金额在本案普遍时无从比较，不提示', en: 'Where round amounts are common in the case nothing stands out' },
    {
      zh: '不足 1 000 元的付款、摘要写工资、借款、退款的不计',
      en: 'Payments below 1,000 yuan and those called wages, loans or refunds are left out',
    },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const family = readStaffFamily(evidence);
    const all = paymentsToPeople(evidence);
    const base = { round: all.filter(isRound).length, all: all.length };
    const chanceOf = (round: number, n: number) => atLeastByChance(round, n, base.round / base.all);
    const stands = (list: readonly Flow[]): boolean => {
      const round = list.filter(isRound).length;
      return (
        list.length >= settings.n0 &&
        isShareAtLeast(round, list.length, settings.qmin) &&
        chanceOf(round, list.length) < settings.alpha
      );
    };
    const hits: Hit[] = [];
    for (const payments of Map.groupBy(all, ({ payer, payee }) => `${payer} ${payee}`).values()) {
      const open = payments.filter(({ explained }) => !explained);
      if (!stands(open)) continue;
      const list = open.filter(({ row }) => isCounted(memoOf(evidence, row)));
      if (!stands(list)) continue;
      const rows = list.filter(isRound);
      const [from, to] = [evidence.party(list[0]!.payer), evidence.party(list[0]!.payee)];
      hits.push({
        key: `${from.uid}→${to.uid}`,
        severity: family.memberOf(to.id) ? 2 : 1,
        confidence: list.every(({ payeeAlone }) => payeeAlone)
          ? 0.3
          : list.every(({ doubtful }) => doubtful)
            ? 0.25
            : 0.5,
        params: {
          payer: text(from.name),
          payee: text(to.name),
          rows: count(list.length),
          round: count(rows.length),
          share: ratio(rows.length / list.length),
          base: ratio(base.round / base.all),
        },
        measures: [
          measured({ zh: '笔数', en: 'Payments' }, count(list.length), '>=', count(settings.n0), 'n0'),
          measured(
            { zh: '整千元比例', en: 'Share of whole thousands' },
            ratio(rows.length / list.length),
            '>=',
            ratio(settings.qmin),
            'qmin',
          ),
          measured(
            { zh: '偶然出现的概率', en: 'Probability by chance' },
            number(Math.round(chanceOf(rows.length, list.length) * 1e6) / 1e6),
            '<',
            number(settings.alpha),
            'alpha',
          ),
          noted({ zh: '比较的单位付给个人的款项', en: 'Payments to people it is compared with' }, count(base.all)),
          noted({ zh: '整千元合计', en: 'Total of the whole thousands' }, fen(sumOf(rows))),
        ],
        fen: sumOf(rows),
        subjects: [
          { role: 'payer', party: from.id, name: from.name },
          { role: 'payee', party: to.id, name: to.name },
        ],
        rows: rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
      });
    }
    return { examined: flows.size, hits };
  },

  examples: [
    {
      title: '付给一人的九笔都是整千元，其他人的都不是',
      sheets: { bank_flow: [...ordinary, ...thousands(9)] },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '正好八笔，都是整千元',
      sheets: { bank_flow: [...ordinary, ...thousands(8)] },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '十笔中八笔整千元：正好八成',
      sheets: {
        bank_flow: [
          ...ordinary,
          ...ordinary.map((row) => ({
            ...row,
            holder_name: '康岫医疗用品有限公司',
            holder_account: '9999990000000771',
          })),
          ...thousands(8),
          paid('瑞澜医药有限公司', '沈以墨', '3260.50', '2024-05-20', '咨询费'),
          paid('瑞澜医药有限公司', '沈以墨', '4180.00', '2024-06-20', '咨询费'),
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    { title: '只有七笔：不提示', sheets: { bank_flow: [...ordinary, ...thousands(7)] }, finds: [] },
    {
      title: '十一笔中八笔整千元：不足八成，不提示',
      sheets: {
        bank_flow: [
          ...ordinary,
          ...thousands(8),
          ...['3260.50', '4180.00', '2150.00'].map((yuan, i) =>
            paid('瑞澜医药有限公司', '沈以墨', yuan, `2024-05-2${i}`, '咨询费'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '本案付给个人的大多是整千元：没有异于常情，不提示',
      sheets: {
        bank_flow: ['叶知秋', '薛明远', '孟以宁', '沈以墨'].flatMap((name) => thousands(9, name)),
      },
      finds: [],
    },
    {
      title: '整千元的工资：不提示',
      sheets: { bank_flow: [...ordinary, ...thousands(9, '沈以墨', '工资')] },
      finds: [],
    },
    {
      title: '付给企业的整千元货款：不提示',
      sheets: { bank_flow: [...ordinary, ...thousands(9, '云栖会展服务有限公司', '货款')] },
      finds: [],
    },
    {
      title: '没有银行流水：无法判断',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: [came('云澜骨科春季论坛', '2024-04-12', '沈以墨', '澄溪市第一人民医院')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const payers = new Set(['company', 'org', 'association']);
const isRound = (flow: Flow): boolean => flow.fen % ROUND === 0;
const isCounted = (memo: string): boolean => !saysWage(memo) && !saysLoan(memo) && !saysRefund(memo);

/** Every payment of at least 1,000 yuan from an organisation to a natural person. */
function paymentsToPeople(evidence: EvidenceReader): Flow[] {
  const flows = readFlows(evidence);
  return flows.payers.flatMap((payer) => {
    evidence.breathe();
    const who = evidence.party(payer);
    if (!payers.has(who.kind) || isMoneyAgent(who.name)) return [];
    return flows.outOf(payer).filter((flow) => {
      if (flow.fen < LEAST) return false;
      const to = evidence.party(flow.payee);
      return to.kind === 'person' && isPersonName(to.name);
    });
  });
}
