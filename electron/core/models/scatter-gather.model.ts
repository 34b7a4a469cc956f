import { addDays } from '../../../shared/evidence/day.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { canFollow, type Flow, type Flows, memoOf, readFlows, sumOf } from './ask/flows.ts';
import { saysRefund, saysWage } from './ask/memo-words.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readKin, readStaffFamily } from './ask/staff-family.ts';
import { count, day, days, fen, measured, noted, ownJudgement, people, ratio, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Whoever has more bookings than this is a place of business, no intermediary; it is told how many were left out. */
const HUB = 500;

// for the examples
const source = '澄溪合禾推广服务有限公司';
const three = ['叶知秋', '薛明远', '孟以宁'];
const legs = (
  via: readonly string[],
  sink: string,
  given: string,
  passedOn: string,
  more: { on?: string; memo?: string } = {},
): ExampleRow[] =>
  via.flatMap((name, i) => [
    paid(source, name, given, `2024-03-0${1 + i}`, more.memo ?? '劳务费'),
    paid(name, sink, passedOn, more.on ?? `2024-03-0${5 + i}`, '转账'),
  ]);

export default defineModel({
  id: 'scatter-gather',
  version: 1,
  group: 'G2',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'flow-layering',
  weight: 0.7,
  title: { zh: '分散汇聚', en: 'Scatter-gather' },
  question: {
    zh: '一个主体分散付给几个人的款项，是否几天后又汇聚到同一个人手里？',
    en: 'Did money that one payer spread over several people come together again at one recipient within days?',
  },
  summary: {
    zh: '{{source}}付给 {{between}} 人的 {{out}}，{{lag}} 日内有 {{fen}} 汇聚到{{sink}}（{{from}} 至 {{to}}）',
    en: 'Of {{out}} that {{source}} paid to {{between}} people, {{fen}} came together at {{sink}} within {{lag}} days ({{from}} to {{to}})',
  },
  basis: [
    {
      source: { zh: '反洗钱常用情形（分散—汇聚）', en: 'A usual pattern of money laundering (scatter-gather)' },
      text: {
        zh: '资金由一个账户分散到多个账户，再汇入同一账户。',
        en: 'Money is spread from one account over several and gathered in one again.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '三人、十日、五成、五万元没有公开标准，由本工具给出。',
        en: "Three people, ten days, half and 50,000 yuan are this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] }],
  settings: [
    {
      name: 'k',
      label: { zh: '中间人', en: 'Intermediaries' },
      unit: people,
      default: 3,
      min: 2,
      max: 100,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'lag',
      label: { zh: '间隔', en: 'Lag' },
      unit: days,
      default: 10,
      min: 0,
      max: 90,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'ret',
      label: { zh: '汇聚比例', en: 'Share gathered' },
      unit: { zh: '分散款的比例', en: 'of what was spread' },
      default: 0.5,
      min: 0.1,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
    {
      name: 'keep_max',
      label: { zh: '每人至多转出', en: 'Most that each passes on' },
      unit: { zh: '所收款的比例', en: 'of what he received' },
      default: 1.1,
      min: 1,
      max: 3,
      step: 0.05,
      basis: {
        zh: '本工具判断：转出远多于所收的，不是转手这笔钱',
        en: 'Judgement: who pays much more than he received passes on other money',
      },
    },
    {
      name: 'min',
      label: { zh: '汇聚起点', en: 'Least gathered' },
      unit: yuan,
      default: 50_000,
      min: 0,
      max: 100_000_000,
      step: 1000,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '同事集体购买、合租、凑份子', en: 'Colleagues who buy or rent together' },
    { zh: '几人先后向同一人还款、购房付款', en: 'Several people who pay the same person for other reasons' },
  ],
  blindSpots: [
    {
      zh: '只找自然人作中间人，只找一层；多方转入一人再分散转出的，由过渡账户模型提示',
      en: 'Intermediaries are natural persons, one layer of them; many to one to many is left to the model of pass-through accounts',
    },
    {
      zh: '来源方发放的工资、退款不算；来源方或汇聚方的亲属不算中间人，除非企业款汇聚到医务人员',
      en: 'Wages and refunds do not count; relatives of either end are no intermediaries, unless money of a company gathers at hospital staff',
    },
    { zh: '取现后再交付现金的看不到', en: 'Cash handed over is not seen' },
  ],

  find(evidence, settings) {
    const flows = readFlows(evidence);
    const family = readStaffFamily(evidence);
    const isKin = readKinPairs(evidence);
    const trade = readPharmaCompanies(evidence);
    const hubs = new Set<number>();
    const received = readReceived(evidence, flows);
    let examined = 0;
    const hits: Hit[] = [];
    for (const sink of flows.payees) {
      const to = evidence.party(sink);
      if (!ends.has(to.kind) || isMoneyAgent(to.name) || flows.countInto(sink) < settings.k) continue;
      if (flows.countInto(sink) > HUB) {
        hubs.add(sink);
        continue;
      }
      examined++;
      evidence.breathe();
      for (const [from, spread] of scattered(evidence, flows, received, sink, settings, hubs)) {
        const open = family.memberOf(sink) !== undefined && trade.has(from);
        const between = [...spread]
          .filter(([person]) => open || !(isKin(person, sink) || isKin(person, from)))
          .map(([person, leg]) => ({ person, given: [...leg.given], passedOn: [...leg.passedOn] }));
        const isWhole = (list: typeof between) =>
          list.length >= settings.k &&
          sumOf(list.flatMap(({ passedOn }) => passedOn)) >= fenOf(settings.min) &&
          isShareAtLeast(
            sumOf(list.flatMap(({ passedOn }) => passedOn)),
            sumOf(list.flatMap(({ given }) => given)),
            settings.ret,
          );
        const kept = between.filter(({ given, passedOn }) =>
          isShareAtLeast(Math.round(settings.keep_max * sumOf(given)), sumOf(passedOn), 1),
        );
        if (!isWhole(kept)) continue;
        const list = kept.filter(({ given }) => given.every(({ row }) => isCounted(memoOf(evidence, row))));
        if (!isWhole(list)) continue;
        const given = list.flatMap((each) => each.given).sort(byDay);
        const gathered = list.flatMap((each) => each.passedOn).sort(byDay);
        const payer = evidence.party(from);
        const staffed = family.memberOf(sink) !== undefined || to.role === 'keypost';
        hits.push({
          key: `${payer.uid}→${to.uid}`,
          severity: staffed ? 4 : 3,
          confidence:
            (gathered.every(({ payeeAlone }) => payeeAlone) ||
            list.every(({ given: own }) => own.every(({ payeeAlone }) => payeeAlone))
              ? 0.3
              : 0.75) * (given.every(({ doubtful }) => doubtful) ? 0.5 : 1),
          params: {
            source: text(payer.name),
            sink: text(to.name),
            between: count(list.length),
            out: fen(sumOf(given)),
            fen: fen(sumOf(gathered)),
            lag: count(settings.lag),
            from: day(given[0]!.day),
            to: day(gathered.at(-1)!.day),
          },
          measures: [
            measured({ zh: '中间人', en: 'Intermediaries' }, count(list.length), '>=', count(settings.k), 'k'),
            measured(
              { zh: '汇聚比例', en: 'Share gathered' },
              ratio(sumOf(gathered) / sumOf(given)),
              '>=',
              ratio(settings.ret),
              'ret',
            ),
            measured({ zh: '汇聚金额', en: 'Gathered' }, fen(sumOf(gathered)), '>=', fen(fenOf(settings.min)), 'min'),
            noted({ zh: '分散金额', en: 'Spread' }, fen(sumOf(given))),
          ],
          fen: sumOf(gathered),
          subjects: [
            { role: 'payee', party: sink, name: to.name },
            { role: 'payer', party: from, name: payer.name },
            ...list
              .map(({ person }) => ({ role: 'between', party: person, name: evidence.party(person).name }))
              .sort((a, b) => (a.name < b.name ? -1 : 1)),
          ],
          rows: [
            ...gathered.map(
              ({ row }): HitRow => ({ row, field: 'amount', role: 'evidence', note: { zh: '汇聚', en: 'Gathered' } }),
            ),
            ...given.map(
              ({ row }): HitRow => ({ row, field: 'amount', role: 'context', note: { zh: '分散', en: 'Spread' } }),
            ),
          ],
        });
      }
    }
    return {
      examined,
      hits,
      ...(hubs.size > 0
        ? {
            unjudged: [
              {
                id: 'hubs',
                words: {
                  zh: `收款超过 ${HUB} 笔的 ${hubs.size} 个主体没有作为中间人或汇聚方查找`,
                  en: `${hubs.size} parties with more than ${HUB} payments to them were not looked at as intermediaries or recipients`,
                },
              },
            ],
          }
        : {}),
    };
  },

  examples: [
    {
      title: '推广公司付给三人，四日后三人各转给同一人，共 50 100 元',
      sheets: { bank_flow: legs(three, '沈以墨', '20000.00', '16700.00') },
      finds: ['沈以墨'],
    },
    {
      title: '正好第十日转出、汇聚正好五成、正好五万元',
      sheets: {
        bank_flow: [...three, '韩思齐'].flatMap((name) => [
          paid(source, name, '25000.00', '2024-03-01', '劳务费'),
          paid(name, '沈以墨', '12500.00', '2024-03-11', '转账'),
        ]),
      },
      finds: ['沈以墨'],
    },
    {
      title: '企业款经三名亲属汇聚到医生：亲属也算',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: three.map((name, i) => related('沈以墨', name, ['配偶', '母亲', '弟弟'][i]!)),
        bank_flow: legs(three, '沈以墨', '20000.00', '18000.00').map((row) => ({
          ...row,
          holder_name: row.holder_name === source ? '瑞澜医药有限公司' : row.holder_name!,
          holder_id_no: row.holder_name === source ? '' : idOf(row.holder_name!),
          counterparty_id_no: idOf(row.counterparty_name!),
        })),
      },
      finds: ['沈以墨'],
    },
    {
      title: '第十一日才转出；只有两人；汇聚 49 999.98 元；先转出后收款：不提示',
      sheets: {
        bank_flow: [
          ...three.flatMap((name) => [
            paid(source, name, '20000.00', '2024-03-01', '劳务费'),
            paid(name, '沈以墨', '18000.00', '2024-03-12', '转账'),
          ]),
          ...legs(['秦望舒', '白若川'], '罗一舟', '40000.00', '36000.00'),
          ...legs(['江映雪', '温如言', '程牧之'], '顾长宁', '20000.00', '16666.66'),
          ...['孙亦寒', '何静川', '郑修远'].flatMap((name) => [
            paid(source, name, '20000.00', '2024-05-09', '劳务费'),
            paid(name, '陆知行', '20000.00', '2024-05-05', '转账'),
          ]),
        ],
      },
      finds: [],
    },
    {
      title: '三名职工领工资后各付房款给同一人：不提示',
      sheets: { bank_flow: legs(three, '沈以墨', '20000.00', '18000.00', { memo: '工资' }) },
      finds: [],
    },
    {
      title: '三人转出的远多于所收的：不是转手，不提示',
      sheets: { bank_flow: legs(three, '沈以墨', '5000.00', '20000.00') },
      finds: [],
    },
    {
      title: '个人款经三名亲属汇聚到家人：不提示',
      sheets: {
        kinship: three.map((name, i) => related('沈以墨', name, ['配偶', '母亲', '弟弟'][i]!)),
        bank_flow: legs(three, '沈以墨', '20000.00', '18000.00').map((row) => ({
          ...row,
          holder_id_no: row.holder_name === source ? '' : idOf(row.holder_name!),
          counterparty_id_no: idOf(row.counterparty_name!),
        })),
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

const ends = new Set(['person', 'company', 'org', 'association', 'account']);
const isCounted = (memo: string): boolean => !saysWage(memo) && !saysRefund(memo);
const byDay = (a: Flow, b: Flow): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.fen - b.fen || a.row - b.row);

interface Leg {
  readonly given: Set<Flow>;
  readonly passedOn: Set<Flow>;
}

/** Source → intermediary → what he got from it and passed on to the sink within the lag. */
function scattered(
  evidence: EvidenceReader,
  flows: Flows,
  received: (person: number) => readonly Flow[],
  sink: number,
  { lag, k }: { readonly lag: number; readonly k: number },
  hubs: Set<number>,
): Map<number, Map<number, Leg>> {
  const found = new Map<number, Map<number, Leg>>();
  const passed = Map.groupBy(
    flows.into(sink).filter(({ explained }) => !explained),
    ({ payer }) => payer,
  );
  const people = [...passed].filter(([person]) => {
    const { kind, name } = evidence.party(person);
    if (kind !== 'person' || !isPersonName(name)) return false;
    if (flows.countInto(person) > HUB) hubs.add(person);
    return !hubs.has(person);
  });
  if (people.length < k) return found;
  for (const [person, list] of people) {
    const got = received(person);
    let first = 0;
    for (const out of list) {
      const since = addDays(out.day, -lag);
      while (first < got.length && got[first]!.day < since) first++;
      for (let i = first; i < got.length && got[i]!.day <= out.day; i++) {
        const flow = got[i]!;
        if (flow.payer === sink || !canFollow(flow, out)) continue;
        const bySource = found.get(flow.payer) ?? new Map<number, Leg>();
        found.set(flow.payer, bySource);
        const leg = bySource.get(person) ?? { given: new Set<Flow>(), passedOn: new Set<Flow>() };
        bySource.set(person, leg);
        leg.given.add(flow);
        leg.passedOn.add(out);
      }
    }
  }
  return found;
}

const MOST_KEPT = 100_000;

/** What a person got from anybody who may be a source, in the order of time; kept while he is asked for again and again. */
function readReceived(evidence: EvidenceReader, flows: Flows): (person: number) => readonly Flow[] {
  const sources = new Map<number, boolean>();
  const isSource = (party: number): boolean => {
    const known = sources.get(party);
    if (known !== undefined) return known;
    const { kind, name } = evidence.party(party);
    const source = ends.has(kind) && !isMoneyAgent(name);
    sources.set(party, source);
    return source;
  };
  const kept = new Map<number, readonly Flow[]>();
  let size = 0;
  return (person) => {
    const known = kept.get(person);
    if (known) return known;
    const found = flows.into(person).filter(({ payer, explained }) => !explained && isSource(payer));
    if (size > MOST_KEPT) {
      kept.clear();
      size = 0;
    }
    size += found.length;
    kept.set(person, found);
    return found;
  };
}

/** Whether two people are relatives by any list. */
function readKinPairs(evidence: EvidenceReader): (a: number, b: number) => boolean {
  const pairs = new Set(
    readKin(evidence).flatMap(({ person, relative }) => [`${person} ${relative}`, `${relative} ${person}`]),
  );
  return (a, b) => pairs.has(`${a} ${b}`);
}
