import { addDays } from '../../../shared/evidence/day.ts';
import { components } from './ask/components.ts';
import { type Bid, type Lot, readLots } from './ask/lots.ts';
import { someOf } from './ask/some-of.ts';
import { count, day, days, measured, noted, text } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { accountOf, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'bid-deposit-same-source',
  version: 2,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'collusion',
  weight: 0.85,
  title: { zh: '保证金同源', en: 'Bid deposits from one account' },
  question: {
    zh: '同一标段不同投标人的投标保证金，是否从同一单位或个人的账户转出？',
    en: 'Do the deposits of different bidders of one lot come from one account?',
  },
  summary: {
    zh: '{{bidders}} 家投标人在 {{lots}} 个标段的保证金出自同一来源{{source}}（{{from}} 至 {{to}}）：{{names}}',
    en: 'The deposits of {{bidders}} bidders in {{lots}} lots come from one source {{source}} ({{from}} to {{to}}): {{names}}',
  },
  basis: [
    {
      source: {
        zh: '《中华人民共和国招标投标法实施条例》第四十条第六项',
        en: 'Regulation on the implementation of the Bidding Law, article 40 (6)',
      },
      text: {
        zh: '不同投标人的投标保证金从同一单位或者个人的账户转出，视为投标人相互串通投标。',
        en: 'Deposits of different bidders transferred from the account of one unit or person: the bidders are deemed to collude.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '开标前数日由同一方转给两家以上投标人的相同金额、随后各自缴纳保证金的，按同源提示；天数由本工具给出。',
        en: 'Equal amounts that one party sends to two or more bidders days before the opening, and that they pay on as deposits, are shown as well; the days are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'bid', fields: ['bidder'] }],
  settings: [
    {
      name: 'pre',
      label: { zh: '开标前', en: 'Before the opening' },
      unit: days,
      default: 5,
      min: 1,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    {
      zh: '由担保公司、保险公司、银行统一出具保函或代缴',
      en: 'A guarantor, insurer or bank pays or stands for the deposits',
    },
    {
      zh: '“保证金账户”一列填写的是代理机构的收款账户',
      en: 'The column of deposit accounts holds the agency’s receiving account',
    },
  ],
  blindSpots: [
    {
      zh: '没有保证金账号、付款人两列且没有投标人流水的标段看不到',
      en: 'Lots without accounts or payers of deposits and without statements of the bidders are not seen',
    },
    {
      zh: '经两层以上中间账户转来的资金看不到',
      en: 'Money that came through two or more accounts in between is not seen',
    },
    {
      zh: '八家以上投标人都用同一账户的，视为收款账户，不提示',
      en: 'An account that stands beside more than eight bidders, all of their lots, is taken for a receiving account',
    },
  ],
  coverage: (evidence) =>
    ['deposit_account', 'deposit_payer'].some((field) => evidence.hasField('bid', field)) || evidence.has('bank_flow')
      ? []
      : [
          {
            id: 'bid.deposit_account',
            words: {
              zh: '招投标记录没有保证金账号或付款人，也没有银行流水',
              en: 'The bids name neither accounts nor payers of deposits, and there are no bank statements',
            },
          },
        ],

  find(evidence, settings) {
    const lots = readLots(evidence).filter(({ bids }) => bids.length >= 2);
    const sources = [...fromBids(evidence, lots), ...fromStatements(evidence, lots, settings.pre)];
    const rings = components();
    for (const { bidders } of sources) for (const bidder of bidders) rings.unite(bidders[0]!, bidder);
    const hits = [...Map.groupBy(sources, ({ bidders }) => rings.groupOf(bidders[0]!)).values()].map((ring) =>
      hitOf(evidence, ring),
    );
    return { examined: lots.length, hits };
  },

  examples: [
    {
      title: '两家投标人的保证金账号相同',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000', 康岫医疗用品有限公司: '1200000' },
          {
            启禾器械有限公司: { deposit_account: accountOf('罗一舟') },
            瑞澜医药有限公司: { deposit_account: accountOf('罗一舟') },
            康岫医疗用品有限公司: { deposit_account: accountOf('康岫医疗用品有限公司') },
          },
        ),
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '一家投标人替另一家缴纳保证金',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          {
            启禾器械有限公司: { deposit_payer: '启禾器械有限公司' },
            瑞澜医药有限公司: { deposit_payer: '启禾器械有限公司' },
          },
        ),
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '开标前第五日，同一人转给两家相同的金额，两家各自缴纳保证金',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-10', { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' }),
        bank_flow: [
          paid('罗一舟', '启禾器械有限公司', '20000.00', '2024-03-05'),
          paid('罗一舟', '瑞澜医药有限公司', '20000.00', '2024-03-06'),
          paid('启禾器械有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-07', '投标保证金'),
          paid('瑞澜医药有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-08', '投标保证金'),
        ],
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '开标前第六日转来：不提示',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-10', { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' }),
        bank_flow: [
          paid('罗一舟', '启禾器械有限公司', '20000.00', '2024-03-04'),
          paid('罗一舟', '瑞澜医药有限公司', '20000.00', '2024-03-06'),
          paid('启禾器械有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-07', '投标保证金'),
          paid('瑞澜医药有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-08', '投标保证金'),
        ],
      },
      finds: [],
    },
    {
      title: '医院同日付给两家相同的货款，与保证金无关：不提示',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-10', { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' }),
        bank_flow: [
          paid('临陂市中心医院', '启禾器械有限公司', '50000.00', '2024-03-07', '货款'),
          paid('临陂市中心医院', '瑞澜医药有限公司', '50000.00', '2024-03-07', '货款'),
          paid('启禾器械有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-08', '投标保证金'),
          paid('瑞澜医药有限公司', '澄溪正和招标代理有限公司', '20000.00', '2024-03-08', '投标保证金'),
        ],
      },
      finds: [],
    },
    {
      title: '担保公司代缴：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          { all: { deposit_payer: '云澜省融资担保有限公司', deposit_account: accountOf('云澜省融资担保有限公司') } },
        ),
      },
      finds: [],
    },
    {
      title: '保证金账户一列填的是代理机构的收款账户：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          { all: { deposit_account: accountOf('澄溪正和招标代理有限公司') } },
        ),
        bank_account: [
          {
            holder_name: '澄溪正和招标代理有限公司',
            account_no: accountOf('澄溪正和招标代理有限公司'),
          },
        ],
      },
      finds: [],
    },
    {
      title: '各自缴纳：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          {
            启禾器械有限公司: { deposit_payer: '启禾器械有限公司' },
            瑞澜医药有限公司: { deposit_payer: '瑞澜医药有限公司' },
          },
        ),
      },
      finds: [],
    },
    {
      title: '没有保证金账号和付款人，也没有流水：无法判断',
      sheets: { bid: lotOf('ZB-1', '2024-03-05', { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' }) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** One source that the deposits of several bidders of one lot come from. */
interface Source {
  readonly id: string;
  readonly lot: Lot;
  readonly bidders: readonly number[];
  /** the party that paid, where it is known */
  readonly payer: number | null;
  /** what the source is called */
  readonly name: string;
  readonly rows: readonly HitRow[];
}

/** Those who stand for deposits by profession. */
const guarantor = /担保|保险|保函|银行|信用社|农商行|公共资源交易|交易中心/;
/** More bidders than a ring has; an account that stands beside all of them receives the deposits. */
const RING = 8;

/** Sources that the records of the bids name: the account, or the payer. */
function fromBids(evidence: EvidenceReader, lots: readonly Lot[]): Source[] {
  const receiving = receivingAccounts(evidence, lots);
  return lots.flatMap((lot) => {
    const parties = new Set(lot.bids.flatMap(({ buyer, agency }) => [buyer, agency]));
    const named = (bid: Bid): string | undefined => {
      if (bid.depositPayer !== null) {
        const payer = evidence.party(bid.depositPayer);
        if (guarantor.test(payer.name) || parties.has(payer.id)) return undefined;
        if (payer.kind !== 'account') return `party ${payer.id}`;
      }
      return bid.depositAccount === null || receiving.has(bid.depositAccount)
        ? undefined
        : `account ${bid.depositAccount}`;
    };
    return [...Map.groupBy(lot.bids, named)].flatMap(([source, bids]): Source[] => {
      if (source === undefined || bids.length < 2) return [];
      const payer = bids[0]!.depositPayer;
      return [
        {
          id: source,
          lot,
          bidders: bids.map(({ bidder }) => bidder),
          payer: payer !== null && source.startsWith('party') ? payer : null,
          name: source.startsWith('party') && payer !== null ? evidence.party(payer).name : '',
          rows: bids.map((bid) => ({
            row: bid.row,
            field: source.startsWith('party') ? 'deposit_payer' : 'deposit_account',
            role: 'evidence',
          })),
        },
      ];
    });
  });
}

/** Accounts of buyers, agencies and guarantors, and accounts that stand beside more bidders than any ring has, all of their lots. */
function receivingAccounts(evidence: EvidenceReader, lots: readonly Lot[]): Set<string> {
  const receiving = new Set<string>();
  const official = new Set(lots.flatMap(({ bids }) => bids.flatMap(({ buyer, agency }) => [buyer, agency])));
  for (const { account, holder } of evidence.all<{ account: string; holder: number }>(
    'select account_no as account, holder from bank_account where account_no is not null and holder is not null',
  ))
    if (official.has(holder) || guarantor.test(evidence.party(holder).name)) receiving.add(account);
  const holders = new Map<string, Set<number>>();
  const apart = new Set<string>();
  for (const { bids } of lots)
    for (const { depositAccount, bidder } of bids) {
      if (depositAccount === null) continue;
      holders.set(depositAccount, (holders.get(depositAccount) ?? new Set()).add(bidder));
      if (bids.some((other) => other.depositAccount !== depositAccount)) apart.add(depositAccount);
    }
  for (const [account, bidders] of holders) if (bidders.size > RING && !apart.has(account)) receiving.add(account);
  return receiving;
}

interface Booking {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
}

/** Equal amounts that one party sent to several bidders days before the opening, and that each of them paid on as a deposit. */
function fromStatements(evidence: EvidenceReader, lots: readonly Lot[], pre: number): Source[] {
  if (!evidence.has('bank_flow')) return [];
  const bidders = [...new Set(lots.flatMap(({ bids }) => bids.map(({ bidder }) => bidder)))];
  const select = (side: 'payer' | 'payee') =>
    bidders.flatMap((bidder) =>
      evidence.all<Booking>(
        `select row, payer, payee, fen, day, memo from payment where ${side} = :bidder and fen > 0 and precision <> 'month' order by day, row`,
        { bidder },
      ),
    );
  const incoming = Map.groupBy(select('payee'), ({ payee }) => payee);
  const outgoing = Map.groupBy(select('payer'), ({ payer }) => payer);
  return lots.flatMap((lot) => {
    const from = addDays(lot.day, -pre);
    const official = new Set(lot.bids.flatMap(({ buyer, agency }) => [buyer, agency]));
    const funded = lot.bids.flatMap(({ bidder }) => {
      const deposits = (outgoing.get(bidder) ?? []).filter(
        (each) => each.day >= from && each.day <= lot.day && (/保证金/.test(each.memo) || official.has(each.payee)),
      );
      return (incoming.get(bidder) ?? [])
        .filter((each) => each.day >= from && each.day <= lot.day && !official.has(each.payer))
        .filter(({ payer }) => !guarantor.test(evidence.party(payer).name))
        .flatMap((inflow) => {
          const deposit = deposits.find(({ fen, day: on }) => fen === inflow.fen && on >= inflow.day);
          return deposit ? [{ bidder, inflow, deposit }] : [];
        });
    });
    return [...Map.groupBy(funded, ({ inflow }) => `${inflow.payer} ${inflow.fen}`).values()].flatMap(
      (list): Source[] => {
        const each = [...new Set(list.map(({ bidder }) => bidder))];
        if (each.length < 2) return [];
        const payer = list[0]!.inflow.payer;
        return [
          {
            id: `party ${payer}`,
            lot,
            bidders: each,
            payer,
            name: evidence.party(payer).name,
            rows: list.flatMap(({ inflow, deposit }): HitRow[] => [
              {
                row: inflow.row,
                field: 'amount',
                role: 'evidence',
                note: { zh: '开标前转来', en: 'Sent before the opening' },
              },
              {
                row: deposit.row,
                field: 'counterparty_name',
                role: 'evidence',
                note: { zh: '缴纳保证金', en: 'Paid on as deposit' },
              },
            ]),
          },
        ];
      },
    );
  });
}

function hitOf(evidence: EvidenceReader, ring: readonly Source[]): Hit {
  const bidders = [...new Set(ring.flatMap((source) => source.bidders))]
    .map((party) => evidence.party(party))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.uid < b.uid ? -1 : 1));
  const lots = [...new Set(ring.map(({ lot }) => lot))].sort((a, b) => (a.day < b.day ? -1 : 1));
  const payers = [...new Set(ring.flatMap(({ payer }) => payer ?? []))].filter((payer) =>
    bidders.every(({ id }) => id !== payer),
  );
  const names = [...new Set(ring.map(({ name }) => name))].filter((name) => name !== '').sort();
  const money = ring.flatMap(({ rows }) => rows).filter(({ field }) => field === 'amount');
  return {
    key: bidders
      .map(({ uid }) => uid)
      .sort()
      .join('+'),
    severity: 4,
    confidence: 0.9,
    params: {
      names: text(someOf(bidders.map(({ name }) => name))),
      bidders: count(bidders.length),
      lots: count(lots.length),
      from: day(lots[0]!.day),
      to: day(lots.at(-1)!.day),
      source: text(names.join('、')),
    },
    measures: [
      measured(
        { zh: '保证金同源的投标人', en: 'Bidders with one source' },
        count(bidders.length),
        '>=',
        count(2),
        null,
      ),
      noted({ zh: '涉及标段', en: 'Lots' }, count(lots.length)),
      noted(
        { zh: '来源（单位、个人或账户）', en: 'Sources (units, people or accounts)' },
        count(new Set(ring.map(({ id }) => id)).size),
      ),
    ],
    fen: money.length === 0 ? null : fenOfRows(evidence, money),
    subjects: [
      ...bidders.map(({ id, name }) => ({ role: 'bidder', party: id, name })),
      ...payers.map((party) => ({ role: 'source', party, name: evidence.party(party).name })),
      ...lots.map(({ tender, name }) => ({ role: 'tender', party: tender, name })),
    ],
    rows: ring.flatMap(({ rows }) => rows),
  };
}

/** What the cited bookings moved, each row once. */
const fenOfRows = (evidence: EvidenceReader, rows: readonly HitRow[]): number =>
  [...new Set(rows.map(({ row }) => row))].reduce(
    (sum, row) => sum + (evidence.one<{ fen: number }>('select fen from payment where row = :row', { row })?.fen ?? 0),
    0,
  );
