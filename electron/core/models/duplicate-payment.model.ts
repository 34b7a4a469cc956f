import { addDays } from '../../../shared/evidence/day.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import { amountBands } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { type Flow, type Flows, readFlows, sumOf } from './ask/flows.ts';
import { saysInstalment, saysLoan, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { readReversals } from './ask/reversals.ts';
import { count, day, days, fen, measured, noted, ownJudgement, text, yuan } from './ask/values.ts';
import { episodesOf, windowsOf } from './ask/windows.ts';
import { booked, came, meeting, paid, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Equal payments on so many days are a habit, no slip. */
const HABIT = 4;

export default defineModel({
  id: 'duplicate-payment',
  version: 1,
  group: 'G2',
  areas: ['trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'duplicate',
  weight: 0.4,
  title: { zh: '重复付款', en: 'Duplicate payment' },
  question: {
    zh: '同一单位是否在几天内以同样的金额和用途再次付给同一收款人，或同一发票、同一场讲课被付了两次？',
    en: 'Did an organisation pay the same payee the same amount for the same purpose again within days, or one invoice or lecture twice?',
  },
  summary: {
    zh: '{{payer}}向{{payee}}有 {{times}} 笔疑似重复付款、共 {{fen}}（{{from}} 至 {{to}}，不含各自的首笔）',
    en: '{{payer}} seems to have paid {{payee}} {{times}} times again, {{fen}} in all, between {{from}} and {{to}} (the first payment of each not counted)',
  },
  basis: [
    {
      source: { zh: '本工具模型（审计常用的重复付款测试）', en: 'Model of this tool (a usual test of auditors)' },
      text: {
        zh: '同收款人、同金额、同用途、相隔不超过 14 天；同一发票号同一金额两次入账；同一会议同一讲者付款次数多于讲课次数。数值由本工具给出。',
        en: "Same payee, amount and purpose within 14 days; an invoice booked twice; a speaker paid more often than he lectured. The numbers are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'], or: 'expense' }],
  settings: [
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 14,
      min: 1,
      max: 90,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'min',
      label: { zh: '单笔起点', en: 'Least payment' },
      unit: yuan,
      default: 1000,
      min: 0,
      max: 10_000_000,
      step: 100,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '分期款、月租等按合同重复的付款', en: 'Instalments or rent under a contract' },
    { zh: '付错后更正重付', en: 'A wrong payment corrected and made again' },
    { zh: '两次独立的同价服务', en: 'Two services of the same price' },
    { zh: '一张发票分摊到几个部门或品种', en: 'One invoice spread over departments or products' },
  ],
  blindSpots: [
    { zh: '摘要不同的两笔不视为重复', en: 'Two payments with different words are not taken as one' },
    {
      zh: '同一金额付了四天以上的视为惯例，不提示',
      en: 'An amount paid on four or more days is taken as a habit and not flagged',
    },
    {
      zh: '个人之间、个人付给单位的不查；金额改动后再付的看不到',
      en: 'Payments by natural persons are not looked at; a repetition with another amount is not seen',
    },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const repeats = [
      ...repeatedBookings(evidence, flows, settings),
      ...repeatedLines(evidence, settings),
      ...repeatedLectures(evidence, settings),
    ];
    const pairs = Map.groupBy(repeats, ({ payer, payee }) => `${payer} ${payee}`);
    const hits = [...pairs.values()].map((found): Hit => {
      const { payer, payee } = found[0]!;
      const [from, to] = [evidence.party(payer), evidence.party(payee)];
      const again = [...new Map(found.flatMap((each) => each.again).map((line) => [line.row, line])).values()].sort(
        byDay,
      );
      const cited = new Set(again.map(({ row }) => row));
      const firsts = new Map(found.map(({ first, key }) => [first.row, key]));
      const total = sumOf(again);
      return {
        key: `${from.uid}→${to.uid}`,
        severity: total >= amountBands[1] ? 3 : 2,
        confidence: found.some(({ sure }) => sure) ? 0.8 : 0.6,
        params: {
          payer: text(from.name),
          payee: text(to.name),
          times: count(again.length),
          fen: fen(total),
          from: day(again[0]!.day),
          to: day(again.at(-1)!.day),
        },
        measures: [
          measured(
            { zh: '单笔金额（最小）', en: 'Smallest repeated payment' },
            fen(Math.min(...again.map((each) => each.fen))),
            '>=',
            fen(fenOf(settings.min)),
            'min',
          ),
          noted({ zh: '重复的款项', en: 'Payments that were repeated' }, count(firsts.size)),
          noted({ zh: '重复付出', en: 'Paid again' }, fen(total)),
        ],
        fen: total,
        subjects: [
          { role: 'payer', party: payer, name: from.name },
          { role: 'payee', party: payee, name: to.name },
        ],
        rows: [
          ...again.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...[...firsts]
            .filter(([row]) => !cited.has(row))
            .map(([row, key]): HitRow => ({ row, field: 'amount', role: 'context', note: firstOf[key] })),
        ],
      };
    });
    return { examined: flows.size, hits };
  },

  examples: [
    {
      title: '同一单位五日内以同样金额、同样摘要再付一次',
      sheets: {
        bank_flow: [
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '36800.00', '2024-06-03', '场地费', { txn_no: 'T001' }),
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '36800.00', '2024-06-07', '场地费', { txn_no: 'T009' }),
        ],
      },
      finds: ['禾澜医疗科技有限公司'],
    },
    {
      title: '正好相隔十三日、正好一千元',
      sheets: {
        bank_flow: ['2024-06-03', '2024-06-16'].map((on) =>
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '1000.00', on, '印刷费'),
        ),
      },
      finds: ['禾澜医疗科技有限公司'],
    },
    {
      title: '同一发票号、同一金额相隔两个月两次入账',
      sheets: {
        expense: ['2024-03-11', '2024-05-20'].map((on) =>
          booked('瑞澜医药有限公司', '云栖会展服务有限公司', '52600.00', on, '会议费', {
            invoice_no: '99000012345678',
          }),
        ),
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '同一讲者讲一次课，两家企业各付一次讲课费',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { sponsor: '启衡药业有限公司、瑞澜医药有限公司' })],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
        bank_flow: [
          paid('启衡药业有限公司', '沈以墨', '3000.00', '2024-04-15', '云澜骨科春季论坛讲课费'),
          paid('瑞澜医药有限公司', '沈以墨', '3000.00', '2024-05-28', '云澜骨科春季论坛讲课费'),
        ],
      },
      finds: ['瑞澜医药有限公司'],
    },
    {
      title: '相隔十四日（窗口之外）、金额 999.99 元：不提示',
      sheets: {
        bank_flow: [
          ...['2024-06-03', '2024-06-17'].map((on) =>
            paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '36800.00', on, '场地费'),
          ),
          ...['2024-06-03', '2024-06-04'].map((on) =>
            paid('禾澜医疗科技有限公司', '澄溪印务有限公司', '999.99', on, '印刷费'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '付错后对方退回，再付一次：不提示',
      sheets: {
        bank_flow: [
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '36800.00', '2024-06-03', '场地费'),
          paid('云栖会展服务有限公司', '禾澜医疗科技有限公司', '36800.00', '2024-06-05', '退回'),
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '36800.00', '2024-06-07', '场地费'),
        ],
      },
      finds: [],
    },
    {
      title: '半月一付的租金、工资，每周一付的固定服务：不提示',
      sheets: {
        bank_flow: [
          ...['2024-06-01', '2024-06-12'].map((on) =>
            paid('禾澜医疗科技有限公司', '澄溪物业管理有限公司', '8000.00', on, '房租'),
          ),
          ...['2024-06-01', '2024-06-12'].map((on) => paid('禾澜医疗科技有限公司', '顾长宁', '8000.00', on, '工资')),
          ...['2024-06-03', '2024-06-10', '2024-06-17', '2024-06-24', '2024-07-01'].map((on) =>
            paid('禾澜医疗科技有限公司', '澄溪保洁服务有限公司', '1200.00', on, '保洁服务'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '用途不同的两笔、红字冲销后重记、一张发票分摊两个部门：不提示',
      sheets: {
        bank_flow: [
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '20000.00', '2024-06-03', '春季会场地费'),
          paid('禾澜医疗科技有限公司', '云栖会展服务有限公司', '20000.00', '2024-06-07', '夏季会场地费'),
        ],
        expense: [
          booked('瑞澜医药有限公司', '云栖会展服务有限公司', '52600.00', '2024-03-11', '会议费', { invoice_no: '' }),
          booked('瑞澜医药有限公司', '云栖会展服务有限公司', '-52600.00', '2024-03-12', '会议费', { invoice_no: '' }),
          booked('瑞澜医药有限公司', '云栖会展服务有限公司', '52600.00', '2024-03-12', '会议费', { invoice_no: '' }),
          ...['2024-05-11', '2024-05-11'].map((on) =>
            booked('瑞澜医药有限公司', '澄溪印务有限公司', '5000.00', on, '印刷费', { invoice_no: '99000087654321' }),
          ),
        ],
        invoice: [
          {
            invoice_no: '99000087654321',
            issue_date: '2024-05-10',
            seller: '澄溪印务有限公司',
            buyer: '瑞澜医药有限公司',
            total: '10000.00',
          },
        ],
      },
      finds: [],
    },
    {
      title: '讲者讲了两次课，各付一次：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', {})],
        conference_person: [
          ...signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00', '翻修策略']]),
          came('云澜骨科春季论坛', '2024-04-12', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '病例讨论',
            fee: '3000.00',
          }),
        ],
        bank_flow: [
          paid('启衡药业有限公司', '沈以墨', '3000.00', '2024-04-15', '云澜骨科春季论坛讲课费一'),
          paid('启衡药业有限公司', '沈以墨', '3000.00', '2024-05-28', '云澜骨科春季论坛讲课费二'),
        ],
      },
      finds: [],
    },
    {
      title: '只有会议名单：无法判断',
      sheets: { conference: [meeting('云澜骨科春季论坛', '2024-04-12')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Line {
  readonly row: number;
  readonly day: string;
  readonly fen: number;
}

/** One payment and what repeats it. */
interface Repeat {
  readonly payer: number;
  readonly payee: number;
  readonly first: Line;
  readonly again: readonly Line[];
  readonly key: keyof typeof firstOf;
  /** more than amount and words agree */
  readonly sure: boolean;
}

type Settings = { readonly W: number; readonly min: number };

const firstOf = {
  amount: { zh: '同一金额、同一用途的首笔', en: 'The first payment of this amount and purpose' },
  invoice: { zh: '同一发票的首次入账', en: 'The first booking of the same invoice' },
  lecture: { zh: '同一场讲课的首笔付款', en: 'The first payment for the same lecture' },
} as const;

const bodies = new Set(['company', 'org', 'association', 'hospital', 'department', 'school', 'government']);
const byDay = (a: Line, b: Line): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row);

/** Bank bookings of organisations: the same payee and amount in one window, with the same words and no return in between or soon after. */
function repeatedBookings(evidence: EvidenceReader, flows: Flows, { W, min }: Settings): Repeat[] {
  const repeats: Repeat[] = [];
  for (const payer of flows.payers) {
    evidence.breathe();
    const who = evidence.party(payer);
    if (!bodies.has(who.kind) || isMoneyAgent(who.name) || flows.countOutOf(payer) < 2) continue;
    const alike = Map.groupBy(
      flows.outOf(payer).filter((flow) => flow.fen >= fenOf(min) && !flow.explained),
      (flow) => `${flow.payee} ${flow.fen}`,
    );
    for (const list of alike.values()) {
      if (list.length < 2 || !isCounted(evidence, list[0]!.payee)) continue;
      // the words of bookings of which no two fall into one window need not be read
      if (windowsOf(list, W).every(({ from, to }) => to - from < 2)) continue;
      for (const same of sameWords(evidence, list)) {
        if (new Set(same.map((each) => each.day)).size >= HABIT) continue;
        const episodes = episodesOf(windowsOf(same, W)).filter(({ from, to }) => to - from > 1);
        if (episodes.length === 0) continue;
        const back = flows.outOf(same[0]!.payee).filter((flow) => flow.payee === payer && flow.fen === same[0]!.fen);
        for (const { from, to } of episodes) {
          const [first, ...later] = same.slice(from, to);
          const until = addDays(same[to - 1]!.day, W);
          const returned = back.filter(({ day: on }) => on >= first!.day && on <= until).length;
          const again = later.slice(returned);
          if (again.length > 0)
            repeats.push({ payer, payee: first!.payee, first: first!, again, key: 'amount', sure: false });
        }
      }
    }
  }
  return repeats;
}

const isCounted = (evidence: EvidenceReader, payee: number): boolean => {
  const { kind, name } = evidence.party(payee);
  return kind !== 'cash' && kind !== 'payment-institution' && !isMoneyAgent(name);
};

/** Bookings whose words agree and say nothing of wages, loans or instalments; a serial number that comes twice is one booking. */
function sameWords(evidence: EvidenceReader, list: readonly Flow[]): Flow[][] {
  const seen = new Set<string>();
  const byWords = new Map<string, Flow[]>();
  for (const flow of list) {
    const { memo, serial } = evidence.one<{ memo: string; serial: string | null }>(
      'select memo, txn_no as serial from payment where row = :row',
      { row: flow.row },
    )!;
    if (saysInstalment(memo) || saysWage(memo) || saysLoan(memo)) continue;
    if (serial !== null && seen.has(serial)) continue;
    if (serial !== null) seen.add(serial);
    const words = tidy(memo).replace(/\s+/g, '');
    const known = byWords.get(words);
    if (known) known.push(flow);
    else byWords.set(words, [flow]);
  }
  return [...byWords.values()].filter((same) => same.length > 1);
}

interface LedgerLine extends Line {
  readonly payer: number;
  readonly payee: number;
  readonly memo: string;
  readonly invoice: string | null;
  readonly conference: string | null;
  /** 1: a bank booking was found for it */
  readonly booked: number;
}

/** Ledger lines: one invoice booked twice whenever, or the same payee, amount and words in one window without an invoice that tells them apart. */
function repeatedLines(evidence: EvidenceReader, { W, min }: Settings): Repeat[] {
  const reversed = readReversals(evidence);
  const lines = evidence
    .all<LedgerLine>(
      `select f.row as row, f.company as payer, f.payee as payee, f.fen as fen, f.day as day, f.memo as memo, f.invoice_no as invoice,
              coalesce(f.conference_no, f.conference_name) as conference, b.ledger_row is not null as booked
       from fee f left join paid_booking b on b.ledger_row = f.row
       where f.company is not null and f.payee is not null and f.payee <> f.company and f.precision <> 'month' and f.fen >= :least
       order by f.day, f.row`,
      { least: fenOf(min) },
    )
    .filter(({ row, memo }) => !reversed.has(row) && !saysWage(memo) && !saysLoan(memo) && !saysInstalment(memo));
  const repeats: Repeat[] = [];
  const alike = Map.groupBy(lines, ({ payer, payee, fen: amount, invoice }) =>
    [payer, payee, amount, invoice ?? ''].join(' '),
  );
  for (const list of alike.values()) {
    if (list.length < 2) continue;
    const { payer, payee, invoice } = list[0]!;
    if (invoice !== null && invoice.length >= 6) {
      const [first, ...again] = list;
      if (sumOf(list) > invoiced(evidence, invoice))
        repeats.push({ payer, payee, first: first!, again, key: 'invoice', sure: true });
      continue;
    }
    // where each has its own bank booking the bookings were looked at already
    if (list.every((each) => each.booked === 1)) continue;
    for (const same of Map.groupBy(list, ({ memo, conference }) => `${tidy(memo)} ${conference ?? ''}`).values()) {
      if (new Set(same.map((each) => each.day)).size >= HABIT) continue;
      for (const { from, to } of episodesOf(windowsOf(same, W))) {
        const [first, ...again] = same.slice(from, to);
        if (again.length > 0) repeats.push({ payer, payee, first: first!, again, key: 'amount', sure: false });
      }
    }
  }
  return repeats;
}

/** What the invoice itself says, 0 where it was not imported: lines that stay within it only spread it. */
const invoiced = (evidence: EvidenceReader, invoice: string): number =>
  evidence.one<{ fen: number | null }>('select max(fen) as fen from invoice where invoice_no = :invoice', { invoice })
    ?.fen ?? 0;

/** Speakers who were paid one fee more often than they lectured at a conference, whoever paid. */
function repeatedLectures(evidence: EvidenceReader, { min }: Settings): Repeat[] {
  const fees = evidence.all<Line & { conference: number; payer: number | null; payee: number }>(
    `select y.row as row, y.conference as conference, y.payee as payee, y.fen as fen, y.day as day,
            coalesce((select p.payer from payment p where p.row = y.row), (select f.company from fee f where f.row = y.row)) as payer
     from meeting_payment y left join paid_booking b on b.ledger_row = y.row
     where y.how = 'speaker' and y.payee is not null and b.ledger_row is null and y.fen >= :least
     order by y.day, y.row`,
    { least: fenOf(min) },
  );
  const reversed = readReversals(evidence);
  const alike = Map.groupBy(
    fees.flatMap(({ payer, ...fee }) => (payer === null || reversed.has(fee.row) ? [] : [{ ...fee, payer }])),
    ({ conference, payee, fen: amount }) => `${conference} ${payee} ${amount}`,
  );
  return [...alike.values()].flatMap((list): Repeat[] => {
    if (list.length < 2) return [];
    const { conference, payee } = list[0]!;
    const held = lecturesOf(evidence, conference, payee);
    const again = list.slice(held.times);
    if (held.times === 0 || again.length === 0 || sumOf(list) <= held.fen) return [];
    return [{ payer: again.at(-1)!.payer, payee, first: list[0]!, again, key: 'lecture', sure: true }];
  });
}

/** Lectures of somebody at a conference, by the name as rosters write it, and the fees agreed for them. */
function lecturesOf(evidence: EvidenceReader, conference: number, payee: number): { times: number; fen: number } {
  const name = keyOfPerson(evidence.party(payee).name);
  const lines = evidence
    .all<{ person: number; fee: number }>(
      `select person, max(coalesce(fee_fen, 0), coalesce(fee_gross_fen, 0)) as fee from attendance
       where conference = :conference and person is not null and role in ('speaker', 'chair', 'discussant')`,
      { conference },
    )
    .filter(({ person }) => person === payee || keyOfPerson(evidence.party(person).name) === name);
  return { times: lines.length, fen: lines.reduce((sum, { fee }) => sum + fee, 0) };
}
