import { explainedByContract } from './ask/contracted.ts';
import { fenOf } from './ask/exact.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { readReversals } from './ask/reversals.ts';
import { count, day, days, fen, measured, noted, text, yuan } from './ask/values.ts';
import { episodesOf, windowsOf } from './ask/windows.ts';
import { agreed } from './example-people.ts';
import { booked, cashIn, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type HitSubject } from './model.ts';

export default defineModel({
  id: 'structuring-below-threshold',
  version: 3,
  group: 'G2',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'amount-pattern',
  weight: 0.45,
  title: { zh: '化整为零（规避限额）', en: 'Structuring below a threshold' },
  question: {
    zh: '同一付款方向同一收款方，是否在几天内有多笔款项都略低于报告或审批限额，合计又超过限额？',
    en: 'Did one payer make several payments to one payee within days, each just below a reporting or approval limit and together above it?',
  },
  summary: {
    zh: '{{payer}}在 {{from}} 至 {{to}} 付给{{payee}} {{rows}} 笔、共 {{fen}}，每笔略低于 {{limit}}',
    en: '{{payer}} paid {{payee}} {{rows}} times, {{fen}} in all, between {{from}} and {{to}}, each just below {{limit}}',
  },
  basis: [
    {
      source: {
        zh: '《金融机构大额交易和可疑交易报告管理办法》（中国人民银行令〔2016〕第3号）第五条',
        en: "People's Bank of China, order [2016] No. 3, article 5",
      },
      text: {
        zh: '当日单笔或者累计交易人民币5万元以上的现金收支；自然人境内款项划转50万元以上；非自然人款项划转200万元以上，应当报告。',
        en: 'Cash of 50,000 yuan or more a day, transfers of natural persons of 500,000 and of others of 2,000,000 yuan are reported.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '限额八成、七日、三笔，以及企业内部审批限额没有公开标准，由本工具给出，可按案件调整。',
        en: "Four fifths of the limit, seven days, three payments and internal approval limits are this tool's and can be set per case.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount'] }],
  settings: [
    {
      name: 'cash_limit',
      label: { zh: '现金报告限额', en: 'Cash limit' },
      unit: yuan,
      default: 50_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: {
        zh: '管理办法第五条：当日 5 万元以上现金；个人转账也常以 5 万元为界',
        en: 'Article 5: cash of 50,000 yuan; people keep transfers below it as well',
      },
    },
    {
      name: 'person_limit',
      label: { zh: '自然人转账报告限额', en: 'Limit for natural persons' },
      unit: yuan,
      default: 500_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: {
        zh: '管理办法第五条：自然人境内转账 50 万元以上',
        en: 'Article 5: transfers of natural persons of 500,000 yuan',
      },
    },
    {
      name: 'entity_limit',
      label: { zh: '单位转账报告限额', en: 'Limit for organisations' },
      unit: yuan,
      default: 2_000_000,
      min: 0,
      max: 1_000_000_000,
      step: 10_000,
      basis: {
        zh: '管理办法第五条：单位转账 200 万元以上',
        en: 'Article 5: transfers of organisations of 2,000,000 yuan',
      },
    },
    {
      name: 'approval_limit',
      label: { zh: '企业内部审批限额', en: 'Internal approval limit' },
      unit: yuan,
      default: 20_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: {
        zh: '本工具判断；0 为不查。各企业不同，应按调取的制度填写',
        en: "Judgement; 0 switches it off. Put in what the company's own rules say",
      },
    },
    {
      name: 'approval_limit_2',
      label: { zh: '企业内部审批限额（二）', en: 'Second approval limit' },
      unit: yuan,
      default: 0,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: {
        zh: '本工具判断；默认不查。1 000、5 000、10 000 元等较低限额误报多',
        en: 'Judgement; off by default, low limits raise many false leads',
      },
    },
    {
      name: 'band',
      label: { zh: '限额下区间', en: 'Band below the limit' },
      unit: { zh: '限额的比例', en: 'share of the limit' },
      default: 0.8,
      min: 0.5,
      max: 0.99,
      step: 0.01,
      basis: { zh: '本工具判断；常用 80%–90%', en: 'Judgement; 80-90% is usual' },
    },
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 7,
      min: 1,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'k',
      label: { zh: '最少笔数', en: 'Least number' },
      unit: { zh: '笔', en: 'payments' },
      default: 3,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'r',
      label: { zh: '限额上下笔数之比', en: 'Below against above' },
      unit: { zh: '倍', en: 'times' },
      default: 3,
      min: 1,
      max: 20,
      step: 0.5,
      basis: {
        zh: '本工具判断：略低于限额的笔数应明显多于略高于限额的',
        en: 'Judgement: clearly more below the limit than just above it',
      },
    },
  ],
  innocent: [
    { zh: '合同约定的分期款、租金', en: 'Instalments or rent under a contract' },
    { zh: '固定定价的商品或套餐', en: 'Goods or packages of a fixed price' },
    { zh: '按银行单笔限额拆分的正常付款', en: "An ordinary payment split by the bank's own limit" },
  ],
  blindSpots: [
    {
      zh: '每笔金额完全相同的转账不报（分期、定价）；现金除外',
      en: 'Transfers of exactly equal amounts are not flagged (instalments, prices); cash is',
    },
    {
      zh: '分散到不同收款人或不同付款账户名下的看不到',
      en: 'What is spread over several payees or payers is not seen',
    },
    {
      zh: '有合同和成果可对应、或每笔正好是采购单价或订单金额的不报；没有导入合同和采购的，分期和定价只能从金额和摘要判断',
      en: 'What a contract with deliverables accounts for, or what equals prices or amounts of orders, is left alone; without contracts and orders instalments and prices are told by amounts and words',
    },
  ],

  find(evidence, settings) {
    const staff = readMedicalStaff(evidence);
    const pairs = Map.groupBy(readPayments(evidence), ({ payer, payee }) => `${payer} ${payee}`);
    const hits: Hit[] = [];
    for (const all of pairs.values()) {
      evidence.breathe();
      const { payer, payee } = all[0]!;
      const [from, to] = [evidence.party(payer), evidence.party(payee)];
      for (const limit of limitsFor(all, settings)) {
        const counted = all
          .filter((each) => limit.counts(each) && isBelow(each.fen, limit.fen, settings.band))
          .sort(byDay);
        const above = all.filter(
          (each) => limit.counts(each) && isJustAbove(each.fen, limit.fen, settings.band),
        ).length;
        const episodes = episodesOf(
          windowsOf(counted, settings.W).filter(({ from: first, to: last }) =>
            isStructured(counted.slice(first, last), limit.fen, settings.k),
          ),
        )
          .map(({ from: first, to: last }) => counted.slice(first, last))
          .filter((list) => !isFixedPrice(list) && !isOrdered(evidence, list));
        if (episodes.length === 0) continue;
        const rows = episodes.flat();
        // the whole of the pair is compared: somebody who pays just above as often as just below avoids nothing
        if (counted.length < settings.r * above && counted.length < 2 * settings.k) continue;
        const total = sumOf(rows);
        const cash = rows.some((each) => each.cash === 1);
        const person = [payer, payee].find((party) => staff.has(party));
        const nameOnly = rows.every(({ alone }) => alone === 1);
        hits.push({
          key: `${from.uid}→${to.uid}:${limit.name}`,
          severity: cash || person !== undefined ? 3 : 2,
          confidence: nameOnly ? 0.3 : rows.length >= 2 * settings.k ? 0.85 : 0.7,
          params: {
            payer: text(from.name),
            payee: text(to.name),
            from: day(rows[0]!.day),
            to: day(rows.at(-1)!.day),
            rows: count(rows.length),
            fen: fen(total),
            limit: fen(limit.fen),
          },
          measures: [
            measured(
              { zh: '窗口内略低于限额的笔数（最多）', en: 'Payments just below the limit in a window (most)' },
              count(Math.max(...episodes.map((list) => mostInWindow(list, settings.W)))),
              '>=',
              count(settings.k),
              'k',
            ),
            measured({ zh: '合计', en: 'Total' }, fen(total), '>=', fen(limit.fen), limit.name),
            measured(
              { zh: '每笔下限', en: 'Least of the band' },
              fen(Math.min(...rows.map((each) => each.fen))),
              '>=',
              fen(Math.round(limit.fen * settings.band)),
              'band',
            ),
            measured(
              {
                zh: `略低于限额的笔数，对略高于限额的 ${above} 笔的 ${settings.r} 倍`,
                en: `Just below the limit, against ${settings.r} times the ${above} just above it`,
              },
              count(counted.length),
              '>=',
              count(Math.ceil(settings.r * above)),
              'r',
            ),
            noted({ zh: '双方全部付款', en: 'All payments of the two' }, count(all.length)),
          ],
          fen: total,
          subjects: subjectsOf(from, to),
          rows: rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
        });
      }
    }
    return { examined: pairs.size, hits };
  },

  examples: [
    {
      title: '三笔都在 40 000.00 至 49 999.99 元之间，五日内',
      sheets: {
        bank_flow: [
          paid('瑞澜医药有限公司', '沈以墨', '40000.00', '2024-06-10'),
          paid('瑞澜医药有限公司', '沈以墨', '45300.00', '2024-06-12'),
          paid('瑞澜医药有限公司', '沈以墨', '49999.99', '2024-06-14'),
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '四笔略低于五万元的现金存入',
      sheets: {
        bank_flow: [
          cashIn('沈以墨', '49000.00', '2024-06-10'),
          cashIn('沈以墨', '49000.00', '2024-06-11'),
          cashIn('沈以墨', '49000.00', '2024-06-12'),
          cashIn('沈以墨', '48500.00', '2024-06-13'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '费用账上四笔略低于两万元的审批限额',
      sheets: {
        bank_flow: [paid('禾澜医疗科技有限公司', '澄溪市第一人民医院', '880000.00', '2024-05-06', '货款')],
        expense: ['18800.00', '19200.00', '19500.00', '18600.00'].map((yuan, i) =>
          booked('瑞澜医药有限公司', '顾长宁', yuan, `2024-06-1${i}`, '咨询费'),
        ),
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '三笔正好五万元：不在限额之下，不提示',
      sheets: {
        bank_flow: ['2024-06-10', '2024-06-12', '2024-06-14'].map((on) =>
          paid('瑞澜医药有限公司', '沈以墨', '50000.00', on),
        ),
      },
      finds: [],
    },
    {
      title: '三笔 39 999.99 元：低于八成，不提示',
      sheets: {
        bank_flow: ['2024-06-10', '2024-06-12', '2024-06-14'].map((on, i) =>
          paid('瑞澜医药有限公司', '沈以墨', `39999.9${9 - i}`, on),
        ),
      },
      finds: [],
    },
    {
      title: '三笔分在八日内：不提示',
      sheets: {
        bank_flow: [
          paid('瑞澜医药有限公司', '沈以墨', '45000.00', '2024-06-10'),
          paid('瑞澜医药有限公司', '沈以墨', '45300.00', '2024-06-12'),
          paid('瑞澜医药有限公司', '沈以墨', '49000.00', '2024-06-17'),
        ],
      },
      finds: [],
    },
    {
      title: '同一合同每期 49 800 元的租金、一口价套餐：不提示',
      sheets: {
        bank_flow: [
          ...['2024-06-10', '2024-06-11', '2024-06-12'].map((on) =>
            paid('禾澜医疗科技有限公司', '顾长宁', '49800.00', on, '设备租赁款'),
          ),
          ...['叶知秋', '薛明远', '孟以宁'].map((name) =>
            paid(name, '澄溪康养服务有限公司', '49800.00', '2024-06-10', '康复套餐款'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '三笔正好是三张订单的金额：不提示',
      sheets: {
        purchase: ['1600000.00', '1700000.00', '1800000.00'].map((yuan, i) => ({
          hospital: '澄溪市第一人民医院',
          supplier: '禾澜医疗科技有限公司',
          order_date: `2024-05-1${i}`,
          generic_name: '人工关节',
          unit_price: yuan,
          quantity: '1',
          amount: yuan,
        })),
        bank_flow: ['1600000.00', '1700000.00', '1800000.00'].map((yuan, i) =>
          paid('澄溪市第一人民医院', '禾澜医疗科技有限公司', yuan, `2024-06-1${i}`, '货款'),
        ),
      },
      finds: [],
    },
    {
      title: '咨询合同有成果，分三笔付清：不提示',
      sheets: {
        contract: [
          agreed('瑞澜医药有限公司', '沈以墨', '140000.00', '2024-06-01', '咨询服务', { deliverable: '评估报告三份' }),
        ],
        bank_flow: ['45000.00', '46000.00', '47000.00'].map((yuan, i) =>
          paid('瑞澜医药有限公司', '沈以墨', yuan, `2024-06-1${i}`, '咨询费'),
        ),
      },
      finds: [],
    },
    {
      title: '略高于限额的与略低于的一样多：没有躲避，不提示',
      sheets: {
        bank_flow: [
          ...['45000.00', '46000.00', '47000.00'].map((yuan, i) =>
            paid('瑞澜医药有限公司', '沈以墨', yuan, `2024-06-1${i}`),
          ),
          ...['51000.00', '53000.00', '55000.00'].map((yuan, i) =>
            paid('瑞澜医药有限公司', '沈以墨', yuan, `2024-07-1${i}`),
          ),
        ],
      },
      finds: [],
    },
  ],
});

interface Payment {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly payerKind: string;
  readonly payeeKind: string;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
  readonly cash: number;
  readonly alone: number;
}

const byDay = (a: Payment, b: Payment): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row);
const sumOf = (payments: readonly Payment[]): number => payments.reduce((sum, each) => sum + each.fen, 0);

/** Bank bookings that a genuine conference does not explain, and ledger lines that no booking was found for and no red line took back. */
function readPayments(evidence: EvidenceReader): Payment[] {
  const reversed = readReversals(evidence);
  const standing: Payment[] = [];
  evidence.each<Payment>(
    `select p.row as row, p.payer as payer, p.payee as payee, p.payer_kind as payerKind, p.payee_kind as payeeKind, p.fen as fen, p.day as day, p.memo as memo,
            coalesce(p.cash, 0) as cash, p.payee_alone as alone
     from payment p left join meeting_payment y on y.row = p.row
     where coalesce(y.explained, 0) = 0 and p.precision <> 'month' and p.fen >= 100000
       and p.payer_kind <> 'payment-institution' and p.payee_kind <> 'payment-institution'
     union all
     select f.row, f.company, f.payee, 'company', f.payee_kind, f.fen, f.day, f.memo, 0, f.payee_alone
     from fee f left join meeting_payment y on y.row = f.row left join paid_booking b on b.ledger_row = f.row
     where coalesce(y.explained, 0) = 0 and b.ledger_row is null and f.company is not null and f.payee is not null and f.payee <> f.company
       and f.precision <> 'month' and f.fen >= 100000
     order by row`,
    {},
    (payment) => {
      if (!reversed.has(payment.row)) standing.push(payment);
      return true;
    },
  );
  const contracts = explainedByContract(evidence, standing);
  return standing.filter(({ row }) => !contracts.has(row));
}

/** Whether every amount is a price or an amount of an order between the two: what is bought at a price is not split. */
function isOrdered(evidence: EvidenceReader, list: readonly Payment[]): boolean {
  if (!evidence.has('purchase')) return false;
  const { payer, payee } = list[0]!;
  return list.every(
    ({ fen: amount }) =>
      evidence.one(
        `select row from purchase where hospital = :payer and supplier = :payee and (fen = :amount or price_micro = :amount * 10000) limit 1`,
        { payer, payee, amount },
      ) !== undefined,
  );
}

interface Limit {
  /** the setting it comes from */
  readonly name: string;
  readonly fen: number;
  counts(payment: Payment): boolean;
}

type Settings = Readonly<
  Record<'cash_limit' | 'person_limit' | 'entity_limit' | 'approval_limit' | 'approval_limit_2', number>
>;

const isPerson = (kind: string): boolean => kind === 'person' || kind === 'account';
const isBody = (kind: string): boolean => kind !== 'person' && kind !== 'account' && kind !== 'cash';

/** The limits that can be meant between these two: for cash, for people, for organisations, for what a company may approve by itself. */
function limitsFor(payments: readonly Payment[], settings: Settings): Limit[] {
  const { payerKind, payeeKind } = payments[0]!;
  const withPerson = isPerson(payerKind) || isPerson(payeeKind);
  const limits: Limit[] = [
    { name: 'cash_limit', fen: fenOf(settings.cash_limit), counts: ({ cash }) => withPerson || cash === 1 },
    { name: 'person_limit', fen: fenOf(settings.person_limit), counts: () => withPerson },
    { name: 'entity_limit', fen: fenOf(settings.entity_limit), counts: ({ cash }) => !withPerson && cash === 0 },
    ...(['approval_limit', 'approval_limit_2'] as const).map((name) => ({
      name,
      fen: fenOf(settings[name]),
      counts: ({ cash }: Payment) => isBody(payerKind) && isPerson(payeeKind) && cash === 0,
    })),
  ];
  return limits.filter(({ fen: limit }) => limit > 0);
}

/** band·H <= amount < H, in whole numbers. */
const isBelow = (amount: number, limit: number, band: number): boolean =>
  amount < limit && amount * 10_000 >= limit * Math.round(band * 10_000);

/** H <= amount < H·(2 − band): the mirror image of the band above the limit. */
const isJustAbove = (amount: number, limit: number, band: number): boolean =>
  amount >= limit && amount * 10_000 < limit * (20_000 - Math.round(band * 10_000));

const isStructured = (list: readonly Payment[], limit: number, least: number): boolean =>
  list.length >= least && sumOf(list) >= limit;

const mostInWindow = (list: readonly Payment[], length: number): number =>
  Math.max(...windowsOf(list, length).map(({ from, to }) => to - from));

const fixedWords = /分期|第\d+期|首付|租金|房租|租赁|月供|按揭|套餐|定价|学费|会员费/;

/** 分期、租金、固定单价: equal amounts, or words that say so for all of them. Cash has neither. */
function isFixedPrice(list: readonly Payment[]): boolean {
  if (list.some(({ cash }) => cash === 1)) return false;
  return new Set(list.map((each) => each.fen)).size === 1 || list.every(({ memo }) => fixedWords.test(memo));
}

/** Of cash the one side is nobody: the finding is about whoever holds the account. */
function subjectsOf(
  from: { id: number; kind: string; name: string },
  to: { id: number; kind: string; name: string },
): HitSubject[] {
  if (from.kind === 'cash') return [{ role: 'payee', party: to.id, name: to.name }];
  if (to.kind === 'cash') return [{ role: 'payer', party: from.id, name: from.name }];
  return [
    { role: 'payer', party: from.id, name: from.name },
    { role: 'payee', party: to.id, name: to.name },
  ];
}
