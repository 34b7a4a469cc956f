import { addDays } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { canFollow, type Flow, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { saysLoan, saysRefund, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { count, day, days, fen, measured, noted, ownJudgement, ratio, text, yuan } from './ask/values.ts';
import { accountOf, cashOut, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'cash-out-after-inflow',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'flow-layering',
  weight: 0.45,
  title: { zh: '收款后提现', en: 'Cash withdrawal after corporate inflow' },
  question: {
    zh: '是否有人收到企业款项后，几天内就把其中大部分取成现金？',
    en: 'Did somebody withdraw most of what companies had paid in cash within days?',
  },
  summary: {
    zh: '{{holder}}收到企业款项 {{rows}} 笔、共 {{fen}} 后，{{days}} 日内提现 {{cash}}（{{from}} 至 {{to}}）',
    en: '{{holder}} received {{rows}} payments of {{fen}} from companies and withdrew {{cash}} in cash within {{days}} days each ({{from}} to {{to}})',
  },
  basis: [
    {
      source: { zh: '本工具模型（反洗钱常用情形）', en: 'Model of this tool (a usual pattern of money laundering)' },
      text: {
        zh: '七日内、七成、单笔收款两万元没有公开标准，由本工具给出；自动柜员机每日限额的取款也计入。',
        en: "Seven days, seven tenths and 20,000 yuan are this tool's; withdrawals at the daily limit of a cash machine count.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 7,
      min: 1,
      max: 60,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'r',
      label: { zh: '提现比例', en: 'Share withdrawn' },
      unit: { zh: '收款的比例', en: 'share of the inflow' },
      default: 0.7,
      min: 0.1,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'min',
      label: { zh: '单笔收款起点', en: 'Least inflow' },
      unit: yuan,
      default: 20_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '个体店主、包工头收款后发放现金工资', en: 'Owners of small shops or gangs of workers who pay wages in cash' },
    {
      zh: '报销备用金、收购农产品等用现金的业务',
      en: 'Advances for expenses, buying farm goods and other business done in cash',
    },
  ],
  blindSpots: [
    {
      zh: '只有调取了收款人本人的流水才看得到提现',
      en: "Withdrawals are seen only in the payee's own statement",
    },
    {
      zh: '摘要写工资、借款、退款的收款不计；先转给他人再由他人提现的看不到',
      en: 'Inflows called wages, loans or refunds are left out; cash taken out by somebody else after a transfer is not seen',
    },
  ],
  coverage: (evidence) =>
    evidence.hasField('bank_flow', 'cash_flag') ||
    evidence.hasField('bank_flow', 'summary') ||
    evidence.hasField('bank_flow', 'txn_type')
      ? []
      : [
          {
            id: 'bank_flow.cash_flag',
            words: {
              zh: '银行流水没有现金标志、摘要、交易类型，看不出哪些是提现',
              en: 'The bank statements have no cash flag, summary or type: withdrawals cannot be told',
            },
          },
        ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const agents = readAgents(evidence);
    const withdrawals = Map.groupBy(
      flows.payees.filter((party) => evidence.party(party).kind === 'cash').flatMap((party) => flows.into(party)),
      ({ payer }) => payer,
    );
    const hits: Hit[] = [];
    for (const [holder, cash] of withdrawals) {
      evidence.breathe();
      const who = evidence.party(holder);
      if (!holders.has(who.kind) || isMoneyAgent(who.name)) continue;
      const inflows = flows.into(holder).filter((flow) => isFromCompany(evidence, flow, fenOf(settings.min)));
      const taken = takenOut(inflows, cash.toSorted(byDay), settings);
      if (taken.length === 0) continue;
      const rows = taken.map(({ inflow }) => inflow);
      const drawn = [...new Map(taken.flatMap((each) => each.cash).map((flow) => [flow.row, flow])).values()].sort(
        byDay,
      );
      const out = taken.reduce((sum, each) => sum + each.fen, 0);
      const least = taken.toSorted((a, b) => a.fen / a.inflow.fen - b.fen / b.inflow.fen)[0]!;
      hits.push({
        key: who.uid,
        severity: agents.has(holder) || who.role === 'cso' ? 3 : 2,
        confidence: rows.every(({ payeeAlone }) => payeeAlone)
          ? 0.3
          : rows.every(({ doubtful }) => doubtful)
            ? 0.4
            : 0.8,
        params: {
          holder: text(who.name),
          rows: count(rows.length),
          fen: fen(sumOf(rows)),
          days: count(settings.W),
          cash: fen(out),
          from: day(rows[0]!.day),
          to: day(drawn.at(-1)!.day),
        },
        measures: [
          measured(
            { zh: '提现占收款（最低的一次）', en: 'Withdrawn of an inflow (least)' },
            ratio(least.fen / least.inflow.fen),
            '>=',
            ratio(settings.r),
            'r',
          ),
          measured(
            { zh: '单笔收款（最小）', en: 'Smallest inflow' },
            fen(Math.min(...rows.map((each) => each.fen))),
            '>=',
            fen(fenOf(settings.min)),
            'min',
          ),
          noted({ zh: '提现笔数', en: 'Withdrawals' }, count(drawn.length)),
          noted(
            { zh: '达到起点的企业收款（全部）', en: 'All inflows from companies of that size' },
            count(inflows.length),
          ),
        ],
        fen: sumOf(rows),
        subjects: [
          { role: 'payee', party: holder, name: who.name },
          ...[...new Set(rows.map(({ payer }) => payer))].map((payer) => ({
            role: 'payer',
            party: payer,
            name: evidence.party(payer).name,
          })),
        ],
        rows: [
          ...rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...drawn.map(
            ({ row }): HitRow => ({
              row,
              field: 'amount',
              role: 'context',
              note: { zh: '提现', en: 'Cash withdrawn' },
            }),
          ),
        ],
      });
    }
    return { examined: withdrawals.size, hits };
  },

  examples: [
    {
      title: '收到两万元，第七日取现一万四千元：正好七成',
      sheets: {
        bank_flow: [
          paid('瑞澜医药有限公司', '沈以墨', '20000.00', '2024-06-03', '信息服务费'),
          cashOut('沈以墨', '14000.00', '2024-06-10'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '收到八万元，连日按柜员机限额各取两万元',
      sheets: {
        bank_flow: [
          paid('瑞澜医药有限公司', '沈以墨', '80000.00', '2024-06-03', '咨询费'),
          ...['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06'].map((on) => cashOut('沈以墨', '20000.00', on)),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '推广公司收到三家企业款项，合并后一次取现',
      sheets: {
        company: [{ name: '澄溪合禾推广服务有限公司', role: '推广服务商', legal_rep: '罗一舟' }],
        bank_flow: [
          ...['瑞澜医药有限公司', '启衡药业有限公司', '康岫医疗用品有限公司'].map((from) =>
            paid(from, '澄溪合禾推广服务有限公司', '50000.00', '2024-06-03', '推广服务费'),
          ),
          cashOut('澄溪合禾推广服务有限公司', '149000.00', '2024-06-05'),
        ],
      },
      finds: ['澄溪合禾推广服务有限公司'],
    },
    {
      title: '取现 13 999.99 元；第八日才取现；收款 19 999.99 元：不提示',
      sheets: {
        bank_flow: [
          paid('瑞澜医药有限公司', '沈以墨', '20000.00', '2024-06-03', '信息服务费'),
          cashOut('沈以墨', '13999.99', '2024-06-10'),
          paid('瑞澜医药有限公司', '罗一舟', '20000.00', '2024-06-03', '信息服务费'),
          cashOut('罗一舟', '20000.00', '2024-06-11'),
          paid('瑞澜医药有限公司', '叶知秋', '19999.99', '2024-06-03', '信息服务费'),
          cashOut('叶知秋', '19999.99', '2024-06-04'),
        ],
      },
      finds: [],
    },
    {
      title: '先取现后收款：不提示',
      sheets: {
        bank_flow: [
          cashOut('沈以墨', '20000.00', '2024-06-02'),
          paid('瑞澜医药有限公司', '沈以墨', '20000.00', '2024-06-03', '信息服务费'),
        ],
      },
      finds: [],
    },
    {
      title: '工资、借款到账后取现，朋友转账后取现：不提示',
      sheets: {
        bank_flow: [
          paid('禾澜医疗科技有限公司', '沈以墨', '26000.00', '2024-06-10', '年终奖金'),
          cashOut('沈以墨', '20000.00', '2024-06-11'),
          paid('澄溪小额贷款有限公司', '罗一舟', '50000.00', '2024-06-10', '贷款发放'),
          cashOut('罗一舟', '45000.00', '2024-06-11'),
          paid('叶知秋', '薛明远', '30000.00', '2024-06-10', '转账'),
          cashOut('薛明远', '30000.00', '2024-06-11'),
        ],
      },
      finds: [],
    },
    {
      title: '真实会议的讲课费到账后取现：已解释，不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { total_cost: '160000.00' })],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [
          ['沈以墨', '澄溪市第一人民医院', '20000.00'],
        ]).map((row) => ({
          ...row,
          hours: row.role === '讲者' ? '8' : '',
          account_no: row.role === '讲者' ? accountOf(row.name ?? '') : '',
        })),
        bank_flow: [
          paid('启衡药业有限公司', '沈以墨', '20000.00', '2024-04-16', '讲课费'),
          cashOut('沈以墨', '20000.00', '2024-04-17'),
        ],
      },
      finds: [],
    },
    {
      title: '流水没有现金标志也没有摘要：无法判断',
      sheets: {
        bank_flow: [
          {
            holder_name: '沈以墨',
            txn_date: '2024-06-03',
            dc_flag: '进',
            amount: '20000.00',
            counterparty_name: '瑞澜医药有限公司',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const holders = new Set(['person', 'company', 'org', 'association', 'account']);
const companies = new Set(['company', 'org', 'association']);
const byDay = (a: Flow, b: Flow): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.second - b.second || a.fen - b.fen || a.row - b.row;

/** A payment of an organisation of at least so much that no genuine conference explains and no words call wages, a loan or a refund. */
function isFromCompany(evidence: EvidenceReader, flow: Flow, least: number): boolean {
  if (flow.fen < least || flow.explained) return false;
  const { kind, name } = evidence.party(flow.payer);
  if (!companies.has(kind) || isMoneyAgent(name)) return false;
  const memo = memoOf(evidence, flow.row);
  return !saysWage(memo) && !saysLoan(memo) && !saysRefund(memo);
}

/** One inflow with the withdrawals that took it out. */
interface Taken {
  readonly inflow: Flow;
  readonly cash: readonly Flow[];
  readonly fen: number;
}

/** Each yuan of a withdrawal takes out one inflow only, the earliest that is still there; an inflow of which too little was taken gives it back. */
function takenOut(inflows: readonly Flow[], cash: readonly Flow[], { W, r }: { W: number; r: number }): Taken[] {
  const left = cash.map((flow) => flow.fen);
  const taken: Taken[] = [];
  for (const inflow of inflows) {
    const until = addDays(inflow.day, W);
    const parts: Array<{ at: number; fen: number }> = [];
    let sum = 0;
    for (const [at, flow] of cash.entries()) {
      if (flow.day > until || sum === inflow.fen) break;
      if (left[at] === 0 || !canFollow(inflow, flow)) continue;
      const part = Math.min(left[at]!, inflow.fen - sum);
      parts.push({ at, fen: part });
      sum += part;
    }
    if (parts.length === 0 || !isShareAtLeast(sum, inflow.fen, r)) continue;
    for (const part of parts) left[part.at]! -= part.fen;
    taken.push({ inflow, cash: parts.map(({ at }) => cash[at]!), fen: sum });
  }
  return taken;
}

/** 医药代表: people whom a filing or a visit calls so. */
const readAgents = (evidence: EvidenceReader): Set<number> =>
  new Set(
    evidence
      .all<{ person: number }>('select distinct person from representing where person is not null')
      .map(({ person }) => person),
  );
