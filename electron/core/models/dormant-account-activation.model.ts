import { addDays, dayNumber, daysBetween } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { sumOf } from './ask/flows.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { count, day, days, fen, measured, noted, ownJudgement, text, yuan } from './ask/values.ts';
import { paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** So much of what came in has left again within the window: the account only passed it on. */
const PASSED_ON = 0.9;

export default defineModel({
  id: 'dormant-account-activation',
  version: 1,
  group: 'G2',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'flow-layering',
  weight: 0.25,
  title: { zh: '休眠账户突然启用', en: 'Dormant account activation' },
  question: {
    zh: '是否有账户长期没有任何主动交易，突然收到大额款项？',
    en: 'Did an account without any dealings of its holder for months suddenly receive large sums?',
  },
  summary: {
    zh: '{{holder}}的账户（{{account}}）停用 {{idle}} 天后，自 {{from}} 起 {{window}} 日内收到 {{rows}} 笔、共 {{fen}}',
    en: 'The account of {{holder}} ({{account}}) lay idle for {{idle}} days, then received {{rows}} payments of {{fen}} within {{window}} days from {{from}}',
  },
  basis: [
    {
      source: {
        zh: '中国人民银行可疑交易特征（长期闲置的账户原因不明地突然启用，短期内出现大量资金收付）',
        en: "People's Bank of China, signs of suspicious transactions: idle accounts suddenly used",
      },
      text: {
        zh: '长期闲置的账户原因不明地突然启用，或者平常资金流量小的账户突然有异常资金流入，且短期内出现大量资金收付。',
        en: 'An account long unused is suddenly used for no known reason, and much money comes and goes within a short time.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '180 天、30 天、5 万元没有公开标准，由本工具给出。',
        en: "180 days, 30 days and 50,000 yuan are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'holder_name'] }],
  settings: [
    {
      name: 'idle',
      label: { zh: '停用', en: 'Idle' },
      unit: days,
      default: 180,
      min: 30,
      max: 1825,
      step: 5,
      basis: ownJudgement,
    },
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 30,
      min: 1,
      max: 180,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'min',
      label: { zh: '流入起点', en: 'Least inflow' },
      unit: yuan,
      default: 50_000,
      min: 0,
      max: 100_000_000,
      step: 1000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    {
      zh: '旧存折用于购房、还贷或领取到期存款',
      en: 'An old savings account used for a house, a loan or a matured deposit',
    },
    { zh: '遗产、征地补偿等一次性款项', en: 'An inheritance or a compensation' },
    { zh: '停用期间的流水没有调取', en: 'Statements of the idle time were not asked for' },
  ],
  blindSpots: [
    {
      zh: '停用之前至少要有一笔流水；新开账户不算休眠账户',
      en: 'At least one booking must stand before the idle time: a new account is not a dormant one',
    },
    {
      zh: '停用前后余额接不上的（流水有缺）不提示；没有余额一列的无法核对，可信度减半',
      en: 'Where the balances before and after do not fit, bookings are missing and nothing is flagged; without balances confidence is halved',
    },
  ],

  find(evidence, settings) {
    const { examined, asleep } = readSleepers(evidence, settings.idle);
    const found = new Map<string, Found[]>();
    for (const lines of readAccounts(evidence, asleep).values()) {
      evidence.breathe();
      for (const each of activations(evidence, lines, settings)) {
        const key = `${evidence.party(each.holder).uid}:${each.rows[0]!.day}`;
        found.set(key, [...(found.get(key) ?? []), each]);
      }
    }
    const hits = [...found].map(([key, list]): Hit => {
      const { holder } = list[0]!;
      const rows = list.flatMap((each) => each.rows);
      const least = list.toSorted((a, b) => a.idle - b.idle || (a.account < b.account ? -1 : 1))[0]!;
      const left = list.reduce((sum, each) => sum + each.leftFen, 0);
      const who = evidence.party(holder);
      return {
        key,
        severity: isShareAtLeast(left, sumOf(rows), PASSED_ON) ? 2 : 1,
        confidence: list.every(({ checked }) => checked) ? 0.7 : 0.35,
        params: {
          holder: text(who.name),
          account: text(
            list
              .map((each) => `…${each.account.slice(-4)}`)
              .sort()
              .join('、'),
          ),
          idle: count(least.idle),
          window: count(settings.W),
          from: day(rows[0]!.day),
          rows: count(rows.length),
          fen: fen(sumOf(rows)),
        },
        measures: [
          measured({ zh: '停用天数', en: 'Days idle' }, count(least.idle), '>=', count(settings.idle), 'idle'),
          measured(
            { zh: '启用后流入', en: 'Received afterwards' },
            fen(Math.min(...list.map((each) => sumOf(each.rows)))),
            '>=',
            fen(fenOf(settings.min)),
            'min',
          ),
          noted({ zh: '同期转出', en: 'Paid out in the same time' }, fen(left)),
        ],
        fen: sumOf(rows),
        subjects: [{ role: 'payee', party: holder, name: who.name }],
        rows: [
          ...rows.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...list.map(
            ({ last }): HitRow => ({
              row: last.row,
              field: 'txn_date',
              role: 'context',
              note: { zh: '停用前最后一笔主动交易', en: 'The last dealing before' },
            }),
          ),
        ],
      };
    });
    return { examined, hits };
  },

  examples: [
    {
      title: '停用正好 180 天后收到正好 50 000 元，余额接得上',
      sheets: {
        bank_flow: [
          kept('沈以墨', '顾长宁', '出', '300.00', '2023-09-01', '700.00'),
          kept('沈以墨', '', '进', '1.20', '2023-12-21', '701.20', '结息'),
          kept('沈以墨', '澄溪合禾推广服务有限公司', '进', '50000.00', '2024-02-28', '50701.20', '劳务费'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '停用一年后十日内三笔转入，随即转走',
      sheets: {
        bank_flow: [
          kept('沈以墨', '顾长宁', '出', '300.00', '2023-01-05', '700.00'),
          kept('沈以墨', '瑞澜医药有限公司', '进', '30000.00', '2024-02-01', '30700.00', '往来款'),
          kept('沈以墨', '康岫医疗用品有限公司', '进', '40000.00', '2024-02-06', '70700.00', '往来款'),
          kept('沈以墨', '罗一舟', '出', '68000.00', '2024-02-08', '2700.00', '转账'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '没有余额一列：无从核对，仍提示',
      sheets: {
        bank_flow: [
          paid('沈以墨', '顾长宁', '300.00', '2023-01-05'),
          paid('瑞澜医药有限公司', '沈以墨', '1.00', '2023-01-06'),
          got('沈以墨', '瑞澜医药有限公司', '60000.00', '2024-02-01'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '停用 179 天；流入 49 999.99 元：不提示',
      sheets: {
        bank_flow: [
          kept('沈以墨', '顾长宁', '出', '300.00', '2023-09-02', '700.00'),
          kept('沈以墨', '瑞澜医药有限公司', '进', '50000.00', '2024-02-28', '50700.00'),
          kept('罗一舟', '顾长宁', '出', '300.00', '2023-01-02', '700.00'),
          kept('罗一舟', '瑞澜医药有限公司', '进', '49999.99', '2024-02-28', '50699.99'),
        ],
      },
      finds: [],
    },
    {
      title: '余额接不上：期间的流水没有调取，不提示',
      sheets: {
        bank_flow: [
          kept('沈以墨', '顾长宁', '出', '300.00', '2023-01-05', '700.00'),
          kept('沈以墨', '瑞澜医药有限公司', '进', '60000.00', '2024-02-01', '95300.00'),
        ],
      },
      finds: [],
    },
    {
      title: '每三个月缴一次费的账户、第一笔就是大额的新账户：不提示',
      sheets: {
        bank_flow: [
          ...['2023-03-01', '2023-06-01', '2023-09-01', '2023-12-01'].map((on) =>
            paid('沈以墨', '澄溪物业管理有限公司', '500.00', on, '物业费'),
          ),
          got('沈以墨', '瑞澜医药有限公司', '60000.00', '2024-02-01'),
          got('罗一舟', '瑞澜医药有限公司', '60000.00', '2024-02-01'),
        ],
      },
      finds: [],
    },
    {
      title: '从本人另一账户转入：不是外来款项，不提示',
      sheets: {
        bank_flow: [
          kept('沈以墨', '顾长宁', '出', '300.00', '2023-01-05', '700.00'),
          {
            ...kept('沈以墨', '沈以墨', '进', '60000.00', '2024-02-01', '60700.00', '本人转入'),
            counterparty_id_no: '990000198001010010',
          },
        ].map((row) => ({ ...row, holder_id_no: '990000198001010010' })),
      },
      finds: [],
    },
    {
      title: '流水没有本方户名：无法判断',
      sheets: {
        expense: [{ company: '瑞澜医药有限公司', expense_date: '2024-03-11', amount: '1.00', expense_type: '会议费' }],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** One line of the holder's own statement with the balance after it, for the examples. */
function kept(
  holder: string,
  other: string,
  flag: '进' | '出',
  yuan: string,
  on: string,
  balance: string,
  memo = '往来款',
) {
  const { counterparty_account, ...line } = paid(holder, other, yuan, on, memo);
  return { ...line, dc_flag: flag, balance, counterparty_account: other === '' ? '' : (counterparty_account ?? '') };
}

/** One line in the payee's own statement, for the examples. */
function got(holder: string, from: string, yuan: string, on: string) {
  return { ...paid(holder, from, yuan, on), dc_flag: '进' };
}

interface Line {
  readonly row: number;
  readonly account: string;
  readonly holder: number;
  readonly counterparty: number | null;
  readonly direction: 'in' | 'out';
  readonly fen: number;
  readonly balance: number | null;
  readonly day: string;
  /** 1: interest or a charge, nothing the holder did */
  readonly byBank: number;
}

interface Found {
  readonly account: string;
  readonly holder: number;
  readonly idle: number;
  readonly last: Line;
  /** what came in */
  readonly rows: readonly Line[];
  readonly leftFen: number;
  /** the balances before and after fit, so that nothing is missing between */
  readonly checked: boolean;
}

const byBank = /结息|利息|息转|年费|小额账户|管理费|短信|工本费|手续费|扣税|利息税/;
const held = new Set(['person', 'company', 'org', 'association', 'account']);

/** Accounts with bookings, and of these the ones that nobody moved for so many days: only days are kept while all statements are read. */
function readSleepers(evidence: EvidenceReader, idle: number): { examined: number; asleep: string[] } {
  const days = new Map<string, number[]>();
  const numbers = new Map<string, number>();
  evidence.each<{ account: string; day: string; memo: string | null }>(
    `select account, day, iif(counterparty is null, memo, null) as memo from booking where account is not null and precision <> 'month'`,
    {},
    ({ account, day, memo }) => {
      const known = days.get(account) ?? [];
      days.set(account, known);
      if (memo !== null && byBank.test(memo)) return true;
      const number = numbers.get(day) ?? dayNumber(day);
      numbers.set(day, number);
      known.push(number);
      return true;
    },
  );
  const asleep = [...days].filter(([, own]) => {
    own.sort((a, b) => a - b);
    return own.some((day, i) => i > 0 && day - own[i - 1]! >= idle);
  });
  return { examined: days.size, asleep: asleep.map(([account]) => account) };
}

/** Bookings of each of these accounts, in the order of days. */
function readAccounts(evidence: EvidenceReader, wanted: readonly string[]): Map<string, Line[]> {
  const accounts = new Map<string, Line[]>();
  evidence.each<Omit<Line, 'byBank'> & { memo: string }>(
    `select row, account, holder, counterparty, direction, fen, balance_fen as balance, day, memo from booking
     where account in (select value from json_each(:accounts)) and precision <> 'month' order by row`,
    { accounts: JSON.stringify(wanted) },
    ({ memo, ...line }) => {
      const lines = accounts.get(line.account) ?? [];
      accounts.set(line.account, lines);
      lines.push({ ...line, byBank: line.counterparty === null && byBank.test(memo) ? 1 : 0 });
      return true;
    },
  );
  for (const lines of accounts.values()) lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
  return accounts;
}

type Settings = { readonly idle: number; readonly W: number; readonly min: number };

/** Each time an account wakes up to a large inflow. */
function activations(evidence: EvidenceReader, lines: readonly Line[], { idle, W, min }: Settings): Found[] {
  const found: Found[] = [];
  const { holder, account } = lines[0]!;
  const who = evidence.party(holder);
  if (!held.has(who.kind) || isMoneyAgent(who.name)) return found;
  const own = lines.filter((line) => line.byBank === 0);
  for (let i = 1; i < own.length; i++) {
    const [last, first] = [own[i - 1]!, own[i]!];
    const gap = daysBetween(last.day, first.day);
    if (gap < idle) continue;
    const end = addDays(first.day, W);
    const awake = own.filter((line) => line.day >= first.day && line.day < end);
    const rows = awake.filter((line) => line.direction === 'in' && line.counterparty !== holder);
    if (rows.length === 0 || sumOf(rows) < fenOf(min)) continue;
    const fits = balancesFit(lines, last.day, first.day);
    if (fits === false) continue;
    found.push({
      account,
      holder,
      idle: gap,
      last,
      rows,
      leftFen: sumOf(awake.filter((line) => line.direction === 'out')),
      checked: fits === true,
    });
  }
  return found;
}

/** Whether no booking is missing between two days: some balance of the first leads to one of the second. null: no balances to tell. */
function balancesFit(lines: readonly Line[], from: string, to: string): boolean | null {
  const between = lines.filter((line) => line.day > from && line.day < to);
  const before = lines.filter((line) => line.day === from);
  const after = lines.filter((line) => line.day === to);
  if ([...before, ...after].some((line) => line.balance === null)) return null;
  const moved = between.reduce((sum, line) => sum + (line.direction === 'in' ? line.fen : -line.fen), 0);
  const then = new Set(before.map((line) => line.balance! + moved));
  return after.some((line) => then.has(line.balance! + (line.direction === 'in' ? -line.fen : line.fen)));
}
