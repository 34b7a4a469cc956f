import { addDays, daysBetween } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAbove, isShareAtLeast } from './ask/exact.ts';
import { canFollow, type Flow, type Flows, readFlows, sumOf } from './ask/flows.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readStaffFamily } from './ask/staff-family.ts';
import {
  count,
  day,
  days,
  fen,
  measured,
  noted,
  number,
  ownJudgement,
  ratio,
  share,
  text,
  yuan,
} from './ask/values.ts';
import { windowsOf } from './ask/windows.ts';
import { hired, idOf } from './example-people.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** A distributor whose orders account for so much of what came in is one. */
const TRADED = 0.7;
/** Goods are paid for within half a year. */
const PAID_WITHIN = 180;

// for the examples
const agent = '澄溪合禾推广服务有限公司';
const came = (yuan: string, on: string, balance = '', from = '瑞澜医药有限公司', holder = agent): ExampleRow => ({
  ...paid(holder, from, yuan, on, '服务费'),
  dc_flag: '进',
  balance,
});
const left = (to: string, yuan: string, on: string, balance = '', holder = agent): ExampleRow => ({
  ...paid(holder, to, yuan, on, '服务费'),
  balance,
});
const through = (to: readonly string[], on = 4): ExampleRow[] => [
  came('100000.00', '2024-03-01', '100500.00'),
  came('100000.00', '2024-03-02', '200500.00'),
  ...to.map((name, i) => left(name, '48000.00', `2024-03-0${on}`, `${200500 - 48000 * (i + 1)}.00`)),
];
const four = ['叶知秋', '薛明远', '孟以宁', '韩思齐'];

export default defineModel({
  id: 'pass-through-account',
  version: 1,
  group: 'G2',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'flow-layering',
  weight: 0.55,
  title: { zh: '过渡账户（快进快出）', en: 'Pass-through account' },
  question: {
    zh: '是否有主体一个季度内收多少付多少，款项几天就转走，几乎不留余额？',
    en: 'Did somebody pay out within days nearly all that came in over a quarter and keep next to nothing?',
  },
  summary: {
    zh: '{{holder}}在 {{from}} 至 {{to}} 收到 {{in}}、转出 {{out}}，平均停留 {{dwell}} 天',
    en: '{{holder}} received {{in}} and paid out {{out}} between {{from}} and {{to}}; the money stayed for {{dwell}} days on average',
  },
  basis: [
    {
      source: {
        zh: '中国人民银行可疑交易特征（资金集中转入、分散转出，快进快出，不留余额）',
        en: "People's Bank of China, signs of suspicious transactions: money in and out fast, no balance left",
      },
      text: {
        zh: '短期内资金集中转入、分散转出，与经营业务明显不符。',
        en: 'Money comes in and leaves within a short time, which does not fit the business.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '90 天、差额一成、停留三天、二十万元、六笔没有公开标准，由本工具给出；转出按先进先出与转入对应。',
        en: "90 days, a tenth, three days, 200,000 yuan and six bookings are this tool's; what leaves is matched with what came first.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name', 'holder_name'] }],
  settings: [
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 90,
      min: 7,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断：一个季度', en: 'Judgement: a quarter' },
    },
    {
      name: 'gap',
      label: { zh: '收付差额', en: 'Difference of in and out' },
      unit: share,
      default: 0.1,
      min: 0,
      max: 0.5,
      step: 0.01,
      basis: ownJudgement,
    },
    {
      name: 'max_dwell',
      label: { zh: '平均停留', en: 'Mean stay' },
      unit: days,
      default: 3,
      min: 0,
      max: 30,
      step: 0.5,
      basis: ownJudgement,
    },
    {
      name: 'min_in',
      label: { zh: '转入起点', en: 'Least inflow' },
      unit: yuan,
      default: 200_000,
      min: 0,
      max: 100_000_000,
      step: 10_000,
      basis: ownJudgement,
    },
    {
      name: 'min_n',
      label: { zh: '最少笔数', en: 'Least number' },
      unit: { zh: '笔', en: 'bookings' },
      default: 6,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'bal',
      label: { zh: '期末余额', en: 'Balance at the end' },
      unit: { zh: '转入的比例', en: 'of the inflow' },
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.01,
      basis: ownJudgement,
    },
  ],
  innocent: [
    {
      zh: '会务公司、旅行社代收代付',
      en: 'Organisers of conferences and travel agents who collect and pay for others',
    },
    { zh: '代发工资、资金监管账户', en: 'Wage agents and escrow accounts' },
    { zh: '薄利周转的经销商', en: 'Distributors who live on thin margins' },
  ],
  blindSpots: [
    {
      zh: '只看调取了本人流水的主体：别人的流水只显示其收付的一部分',
      en: 'Only holders of imported statements are looked at: the statements of others show a part',
    },
    {
      zh: '没有余额一列的不核对期末余额，可信度降低',
      en: 'Without balances the end of the window is not checked, at a lower confidence',
    },
    {
      zh: '非医药货物的经销商没有采购记录可以解释，可能误报',
      en: 'Traders in other goods have no orders here to account for them and may be flagged',
    },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const holders = readHolders(evidence);
    const trade = readPharmaCompanies(evidence);
    const family = readStaffFamily(evidence);
    const candidates = new Map<number, readonly Passage[]>();
    for (const holder of holders) {
      evidence.breathe();
      const who = evidence.party(holder);
      if (!held.has(who.kind) || isMoneyAgent(who.name)) continue;
      if (flows.countInto(holder) + flows.countOutOf(holder) < settings.min_n) continue;
      const found = passages(evidence, flows, holder, settings);
      if (found.length > 0) candidates.set(holder, found);
    }
    const balances = readBalances(evidence, new Set(candidates.keys()));
    const hits: Hit[] = [];
    for (const [holder, passed] of candidates) {
      evidence.breathe();
      const who = evidence.party(holder);
      const balanceAt = (on: string) => balanceOf(balances.get(holder) ?? [], on);
      const found = passed.find(({ into, from, to }) => {
        const left = balanceAt(to);
        if (left !== null && isShareAbove(Math.max(0, left), sumOf(into), settings.bal)) return false;
        return !isTraded(evidence, holder, sumOf(into), from, to);
      });
      if (!found) continue;
      const { into, outOf, dwell, from, to } = found;
      const balance = balanceAt(to);
      const [inFen, outFen] = [sumOf(into), sumOf(outOf)];
      const payees = [...new Set(outOf.map(({ payee }) => payee))];
      const toPeople = sumOf(outOf.filter(({ payee }) => isPerson(evidence, payee)));
      const ofTrade = sumOf(into.filter(({ payer }) => trade.has(payer)));
      const staffPaid = payees.filter((payee) => family.memberOf(payee) !== undefined);
      const spread = isShareAtLeast(ofTrade, inFen, 0.5) && isShareAtLeast(toPeople, outFen, 0.5);
      hits.push({
        key: who.uid,
        severity: spread && staffPaid.length > 0 ? 4 : spread ? 3 : staffPaid.length > 0 ? 4 : 2,
        confidence:
          (balance === null ? 0.6 : 0.8) *
          (into.every(({ doubtful }) => doubtful) ? 0.5 : 1) *
          (into.every(({ payeeAlone }) => payeeAlone) ? 0.4 : 1),
        params: {
          holder: text(who.name),
          from: day(from),
          to: day(to),
          in: fen(inFen),
          out: fen(outFen),
          dwell: number(Math.round(dwell * 10) / 10),
        },
        measures: [
          measured({ zh: '转入', en: 'Received' }, fen(inFen), '>=', fen(fenOf(settings.min_in)), 'min_in'),
          measured(
            { zh: '收付差额', en: 'Difference of in and out' },
            ratio(Math.abs(inFen - outFen) / inFen),
            '<=',
            ratio(settings.gap),
            'gap',
          ),
          measured(
            { zh: '平均停留天数', en: 'Mean stay in days' },
            number(Math.round(dwell * 10) / 10),
            '<=',
            number(settings.max_dwell),
            'max_dwell',
          ),
          measured(
            { zh: '笔数', en: 'Bookings' },
            count(into.length + outOf.length),
            '>=',
            count(settings.min_n),
            'min_n',
          ),
          ...(balance === null
            ? [noted({ zh: '期末余额', en: 'Balance at the end' }, text('?'))]
            : [
                measured(
                  { zh: '期末余额', en: 'Balance at the end' },
                  fen(balance),
                  '<=',
                  fen(Math.round(inFen * settings.bal)),
                  'bal',
                ),
              ]),
          noted({ zh: '转给个人', en: 'Paid to natural persons' }, fen(toPeople)),
          noted(
            { zh: '其中医务人员及其亲属', en: 'Hospital staff and relatives among the payees' },
            count(staffPaid.length),
          ),
        ],
        fen: inFen,
        subjects: [{ role: 'payee', party: holder, name: who.name }],
        rows: [
          ...into.map(
            ({ row }): HitRow => ({ row, field: 'amount', role: 'evidence', note: { zh: '转入', en: 'In' } }),
          ),
          ...outOf.map(
            ({ row }): HitRow => ({ row, field: 'amount', role: 'context', note: { zh: '转出', en: 'Out' } }),
          ),
        ],
      });
    }
    return { examined: holders.length, hits };
  },

  examples: [
    { title: '两笔二十万元转入，两三日后分给四人，余额不足一成', sheets: { bank_flow: through(four) }, finds: [agent] },
    {
      title: '停留正好三天、转出正好九成、正好六笔',
      sheets: {
        bank_flow: [
          came('200000.00', '2024-03-01', '200000.00'),
          ...four.map((name, i) => left(name, '36000.00', '2024-03-04', `${200000 - 36000 * (i + 1)}.00`)),
          left('罗一舟', '36000.00', '2024-03-04', '20000.00'),
        ],
      },
      finds: [agent],
    },
    {
      title: '没有余额一列，收款人中有医务人员',
      sheets: {
        staff: [hired('叶知秋', '澄溪市第一人民医院')],
        bank_flow: through(four).map((row) => ({
          ...row,
          balance: '',
          counterparty_id_no: row.counterparty_name === '叶知秋' ? idOf('叶知秋') : '',
        })),
      },
      finds: [agent],
    },
    {
      title: '停留四天；转出八成九；只有五笔；转入 199 999.99 元：不提示',
      sheets: {
        bank_flow: [
          came('200000.00', '2024-03-01', '', '瑞澜医药有限公司', '澄溪甲禾商务有限公司'),
          ...[...four, '罗一舟'].map((name) => left(name, '40000.00', '2024-03-05', '', '澄溪甲禾商务有限公司')),
          came('200000.00', '2024-03-01', '', '瑞澜医药有限公司', '澄溪乙禾商务有限公司'),
          ...[...four, '罗一舟'].map((name) => left(name, '35600.00', '2024-03-02', '', '澄溪乙禾商务有限公司')),
          came('200000.00', '2024-03-01', '', '瑞澜医药有限公司', '澄溪丙禾商务有限公司'),
          ...four.map((name) => left(name, '50000.00', '2024-03-02', '', '澄溪丙禾商务有限公司')),
          came('199999.99', '2024-03-01', '', '瑞澜医药有限公司', '澄溪丁禾商务有限公司'),
          ...[...four, '罗一舟'].map((name) => left(name, '39000.00', '2024-03-02', '', '澄溪丁禾商务有限公司')),
        ],
      },
      finds: [],
    },
    {
      title: '期末余额仍有转入的一成以上：不提示',
      sheets: { bank_flow: through(four).map((row) => ({ ...row, balance: String(Number(row.balance) + 60000) })) },
      finds: [],
    },
    {
      title: '先付后收（垫付货款后收回）：不是过渡，不提示',
      sheets: {
        bank_flow: [
          ...four.map((name) => left(name, '48000.00', '2024-03-01')),
          came('100000.00', '2024-03-20'),
          came('100000.00', '2024-03-21'),
        ],
      },
      finds: [],
    },
    {
      title: '经销商：向医院供货的订单可以解释转入，不提示',
      sheets: {
        purchase: [
          {
            order_no: 'D1',
            order_date: '2024-02-01',
            hospital: '澄溪市第一人民医院',
            supplier: agent,
            generic_name: '髋关节假体',
            quantity: '20',
            unit_price: '8600.00',
            amount: '172000.00',
          },
        ],
        bank_flow: through(four),
      },
      finds: [],
    },
    {
      title: '会务公司有发票的酒店款先行扣除：余下不足，不提示',
      sheets: {
        invoice: [
          {
            invoice_no: '99000011112222',
            issue_date: '2024-03-04',
            seller: '澄溪云栖酒店有限公司',
            buyer: agent,
            total: '144000.00',
          },
        ],
        bank_flow: through(['澄溪云栖酒店有限公司', '澄溪云栖酒店有限公司', '澄溪云栖酒店有限公司', '韩思齐']).map(
          (row, i) => ({ ...row, txn_no: `T${i}` }),
        ),
      },
      finds: [],
    },
    {
      title: '没有银行流水：无法判断',
      sheets: { conference: [meeting('云澜骨科春季论坛', '2024-04-12')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const held = new Set(['person', 'company', 'org', 'association', 'account']);
/** Those a conference is paid with. */
const venues = /酒店|宾馆|饭店|航空|铁路|旅行社|会展|会议中心|餐饮|印务|印刷|广告|物流|租车/;

const isPerson = (evidence: EvidenceReader, party: number): boolean => {
  const { kind, name } = evidence.party(party);
  return kind === 'person' && isPersonName(name);
};

/** Whoever holds an imported statement, by name. */
const readHolders = (evidence: EvidenceReader): number[] =>
  evidence
    .all<{ holder: number; name: string }>(
      'select b.holder as holder, w.name as name from (select distinct holder from booking) b join who w on w.party = b.holder order by w.name, w.uid',
    )
    .map(({ holder }) => holder);

interface Passage {
  readonly into: readonly Flow[];
  readonly outOf: readonly Flow[];
  readonly dwell: number;
  readonly from: string;
  readonly to: string;
}

type Settings = Readonly<Record<'W' | 'gap' | 'max_dwell' | 'min_in' | 'min_n', number>>;

/** The windows in which money only passed through, whatever was left at their end; that with the most money first. */
function passages(evidence: EvidenceReader, flows: Flows, holder: number, settings: Settings): Passage[] {
  const least = fenOf(settings.min_in);
  const into = flows.into(holder).filter(({ explained }) => !explained);
  if (sumOf(into) < least) return [];
  const outOf = flows.outOf(holder).filter((flow) => !flow.explained && !isVenueBill(evidence, flow));
  const all = [...into, ...outOf].sort((a, b) =>
    a.day === b.day
      ? a.second - b.second || (a.payee === holder ? 0 : 1) - (b.payee === holder ? 0 : 1) || a.fen - b.fen
      : a.day < b.day
        ? -1
        : 1,
  );
  const found: Passage[] = [];
  for (const window of windowsOf(all, settings.W)) {
    const list = all.slice(window.from, window.to);
    const ins = list.filter(({ payee }) => payee === holder);
    const outs = list.filter(({ payer }) => payer === holder);
    const [inFen, outFen] = [sumOf(ins), sumOf(outs)];
    if (inFen < least || list.length < settings.min_n || isShareAbove(Math.abs(inFen - outFen), inFen, settings.gap))
      continue;
    const { matched, weighted } = firstInFirstOut(ins, outs);
    if (!isShareAtLeast(matched, inFen, 1 - settings.gap) || weighted > settings.max_dwell * matched) continue;
    const [from, to] = [list[0]!.day, list.at(-1)!.day];
    found.push({ into: ins, outOf: outs, dwell: weighted / matched, from, to });
  }
  return found.sort((a, b) => sumOf(b.into) - sumOf(a.into) || (a.from < b.from ? -1 : 1));
}

/** A bill of a hotel, an airline and the like that an invoice stands for. */
const isVenueBill = (evidence: EvidenceReader, { payer, payee }: Flow): boolean =>
  venues.test(evidence.party(payee).name) &&
  evidence.one('select 1 as found from invoice where seller = :payee and buyer = :payer limit 1', { payee, payer }) !==
    undefined;

/** 先进先出: how much of what left had come before, and its fen × days. */
function firstInFirstOut(ins: readonly Flow[], outs: readonly Flow[]): { matched: number; weighted: number } {
  let [at, left, matched, weighted] = [0, ins[0]?.fen ?? 0, 0, 0];
  for (const out of outs) {
    let open = out.fen;
    while (open > 0 && at < ins.length && canFollow(ins[at]!, out)) {
      const part = Math.min(open, left);
      matched += part;
      weighted += part * daysBetween(ins[at]!.day, out.day);
      open -= part;
      left -= part;
      if (left === 0) left = ins[++at]?.fen ?? 0;
    }
  }
  return { matched, weighted };
}

interface BalanceLine {
  readonly account: string | null;
  readonly direction: 'in' | 'out';
  readonly fen: number;
  readonly moment: string;
  readonly balance: number | null;
}

/** Holder → account → bookings by time, of these holders: all statements once, since nothing leads from a holder to his bookings. */
function readBalances(
  evidence: EvidenceReader,
  holders: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyArray<readonly BalanceLine[]>> {
  const lines: Array<BalanceLine & { readonly holder: number }> = [];
  if (holders.size === 0) return new Map();
  evidence.each<BalanceLine & { holder: number }>(
    `select holder, account, direction, fen, day || ' ' || coalesce(time, '') as moment, balance_fen as balance from booking
     where +holder in (select value from json_each(:holders)) order by row`,
    { holders: JSON.stringify([...holders]) },
    (line) => {
      lines.push(line);
      return true;
    },
  );
  const byMoment = (a: BalanceLine, b: BalanceLine) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0);
  return new Map(
    [...Map.groupBy(lines, ({ holder }) => holder)].map(([holder, own]) => [
      holder,
      [...Map.groupBy(own, ({ account }) => account).values()].map((list) => list.sort(byMoment)),
    ]),
  );
}

/** The balances of all accounts at the end of a day; null where some account shows none. */
function balanceOf(accounts: ReadonlyArray<readonly BalanceLine[]>, to: string): number | null {
  let sum = 0;
  for (const lines of accounts) {
    const last = lines.findLast(({ moment }) => moment.slice(0, to.length) <= to)?.moment;
    if (last === undefined) continue;
    const balance = closing(lines.filter(({ moment }) => moment === last));
    if (balance === null) return null;
    sum += balance;
  }
  return sum;
}

/** Of bookings of one moment the balance that no other of them goes on from; where that does not tell, the highest. */
function closing(lines: readonly BalanceLine[]): number | null {
  const balances = lines.map(({ balance }) => balance);
  if (balances.some((balance) => balance === null)) return null;
  const before = lines.map(({ balance, direction, fen: amount }) => balance! + (direction === 'in' ? -amount : amount));
  const left = balances.filter((balance) => !before.includes(balance!));
  return Math.max(...(left.length === 1 ? left : balances).map((balance) => balance!));
}

/** Whether orders that the holder delivered account for what came in. */
const isTraded = (evidence: EvidenceReader, holder: number, inFen: number, from: string, to: string): boolean =>
  isShareAtLeast(
    evidence.one<{ fen: number }>(
      'select coalesce(sum(fen), 0) as fen from purchase where supplier = :holder and day >= :from and day <= :to',
      {
        holder,
        from: addDays(from, -PAID_WITHIN),
        to,
      },
    )!.fen,
    inFen,
    TRADED,
  );
