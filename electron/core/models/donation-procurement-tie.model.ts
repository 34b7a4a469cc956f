import { addDays } from '../../../shared/evidence/day.ts';
import { citeContext } from './ask/cite-context.ts';
import { fenOf, isShareAtLeast } from './ask/exact.ts';
import { type Gift, readGifts } from './ask/gifts.ts';
import { citeAmounts, type OrderLine, readOrderLines, writtenFen } from './ask/order-lines.ts';
import { sumFen } from './ask/order-money.ts';
import { readProductCompanies } from './ask/product-companies.ts';
import { readTradeGroups } from './ask/staff-payments.ts';
import { count, day, days, fen, measured, noted, ratio, text, yuan } from './ask/values.ts';
import { agreed } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const giver = '澄溪康达医药有限公司';
const [hospital, peer] = ['澄溪市第一人民医院', '望川市人民医院'];
const donated = (to = hospital): ExampleRow => agreed(giver, to, '300000.00', '2024-06-01', '捐赠');
/** Orders of each month from December 2023 to December 2024: so much before June and so much from June on. */
const bought = (at: string, before: number, after: number): ExampleRow[] =>
  [
    '2023-11',
    '2023-12',
    '2024-01',
    '2024-02',
    '2024-03',
    '2024-04',
    '2024-05',
    '2024-06',
    '2024-07',
    '2024-08',
    '2024-09',
    '2024-10',
    '2024-11',
    '2024-12',
  ].map((month, i) => ordered(at, `${month}-20`, '100.00', String(i < 7 ? before : after)));
const won = (on: string): ExampleRow => ({
  tender_no: '澄采2024-17',
  tender_name: '骨肽采购项目',
  buyer: hospital,
  open_date: on,
  award_date: on,
  bidder: giver,
  bid_amount: '900000.00',
  is_winner: '是',
});

export default defineModel({
  id: 'donation-procurement-tie',
  version: 2,
  group: 'G3',
  areas: ['abuse_of_power', 'key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'procurement',
  weight: 0.45,
  title: { zh: '捐赠与采购挂钩', en: 'Donation tied to procurement' },
  question: {
    zh: '企业捐赠或投放设备之后，受赠医院向它的采购是否显著上升、超过其他医院，或它随后中标？',
    en: "After a company's donation or placement, did the hospital buy clearly more from it than before and than other hospitals do, or did it win a tender?",
  },
  summary: {
    zh: '{{company}}于 {{day}} 向{{hospital}}捐赠或投放设备，其后 {{W}} 日采购 {{after}}（此前 {{before}}），中标 {{awards}} 次',
    en: '{{company}} donated or placed equipment at {{hospital}} on {{day}}; in the next {{W}} days purchases were {{after}} ({{before}} before) and awards {{awards}}',
  },
  basis: [
    {
      source: {
        zh: '《卫生计生单位接受公益事业捐赠管理办法（试行）》（国卫财务发〔2015〕77号）',
        en: 'Rules on donations to health institutions (2015, No. 77)',
      },
      text: {
        zh: '捐赠由法人单位接受、统一管理，不得与采购挂钩。',
        en: 'Donations are received by the legal person, managed in one place, and not tied to purchases.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '一百八十日、增长五成、比其他医院多增三成没有公开标准，由本工具给出。',
        en: "180 days, a growth of half and of 0.3 beyond other hospitals are this tool's.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'contract', fields: ['party_a', 'party_b', 'signed_on', 'type'] },
    { category: 'purchase', fields: ['hospital', 'supplier', 'order_date'], or: 'bid' },
  ],
  settings: [
    {
      name: 'W',
      label: { zh: '前后天数', en: 'Days before and after' },
      unit: days,
      default: 180,
      min: 30,
      max: 730,
      step: 10,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'g',
      label: { zh: '采购增长', en: 'Growth of purchases' },
      unit: { zh: '比例', en: 'share' },
      default: 0.5,
      min: 0.05,
      max: 10,
      step: 0.05,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'gd',
      label: { zh: '比其他医院多增长', en: 'Growth beyond other hospitals' },
      unit: { zh: '比例', en: 'share' },
      default: 0.3,
      min: 0,
      max: 10,
      step: 0.05,
      basis: { zh: '本工具判断：双重差分', en: 'Judgement: differences of differences' },
    },
    {
      name: 'min_after',
      label: { zh: '其后采购起点', en: 'Least purchases after' },
      unit: yuan,
      default: 10_000,
      min: 0,
      max: 100_000_000,
      step: 1000,
      basis: { zh: '本工具判断：略去小额', en: 'Judgement: leaves small amounts out' },
    },
  ],
  innocent: [
    { zh: '公开、无条件的公益捐赠', en: 'A public donation without conditions' },
    { zh: '新科室、新院区启用，采购普遍增加', en: 'A new department or site, so that all purchases grew' },
    { zh: '独家品种，别无选择', en: 'A product that only this company has' },
  ],
  blindSpots: [
    {
      zh: '没有写明、也算不出金额的订单行不在任何比例和合计中',
      en: 'Order lines whose amount is neither written nor to be worked out are in no share and no total',
    },
    {
      zh: '没有其他医院向同一企业采购的，只查中标，不判断增长',
      en: 'Where no other hospital buys from the company only awards are judged',
    },
    {
      zh: '采购记录不足前后各一段的，不判断增长',
      en: 'Where the purchase records do not reach over both spans growth is not judged',
    },
    {
      zh: '只看合同表中的捐赠和设备投放；没有协议的看不到',
      en: 'Donations and placements are those of contract lists; without an agreement they are not seen',
    },
  ],

  coverage(evidence) {
    return readGifts(evidence).length > 0
      ? []
      : [
          {
            id: 'contract.donation',
            words: {
              zh: '合同表中没有企业与医院之间的捐赠或设备投放协议',
              en: 'The contract lists hold no donation or placement between a company and a hospital',
            },
          },
        ];
  },

  find(evidence, settings) {
    const byGroup = linesByGroup(evidence);
    const covered = spansOf(evidence);
    const awards = readAwards(evidence);
    const gifts = readGifts(evidence);
    const found: Found[] = [];
    for (const gift of gifts) {
      evidence.breathe();
      const [from, to] = [addDays(gift.day, -settings.W), addDays(gift.day, settings.W)];
      const won = (awards.get(`${gift.group} ${gift.hospital}`) ?? []).filter(
        ({ day: on }) => on > gift.day && on <= to,
      );
      const lines = byGroup.get(gift.group) ?? [];
      const span = covered.get(gift.hospital);
      const known = span !== undefined && span.first <= addDays(from, SLACK) && span.last >= addDays(to, -SLACK);
      const own = splitAt(
        lines.filter((line) => line.hospital === gift.hospital),
        gift.day,
        from,
        to,
      );
      const others = splitAt(
        lines.filter(({ hospital: at }) => {
          const theirs = covered.get(at)!;
          return at !== gift.hospital && theirs.first <= addDays(from, SLACK) && theirs.last >= addDays(to, -SLACK);
        }),
        gift.day,
        from,
        to,
      );
      const [before, after] = [sumFen(own.before), sumFen(own.after)];
      const [theirBefore, theirAfter] = [sumFen(others.before), sumFen(others.after)];
      const grown =
        known &&
        after >= fenOf(settings.min_after) &&
        theirBefore > 0 &&
        isShareAtLeast(after, before, 1 + settings.g) &&
        (before === 0 || after / before - theirAfter / theirBefore >= settings.gd - 1e-9);
      if (!grown && won.length === 0) continue;
      found.push({
        gift,
        before,
        after,
        theirBefore,
        theirAfter,
        grown,
        won,
        lines: grown ? own.after : [],
        earlier: grown ? own.before : [],
      });
    }
    const hits = [...Map.groupBy(found, ({ gift }) => `${gift.group} ${gift.hospital}`).values()].map((list): Hit => {
      const best = list.toSorted(strongest(evidence))[0]!;
      const [company, at] = [evidence.party(best.gift.company), evidence.party(best.gift.hospital)];
      const lines = [...new Set(list.flatMap((each) => each.lines))];
      const won = [...new Map(list.flatMap((each) => each.won).map((each) => [each.row, each])).values()];
      const written = writtenFen(lines);
      return {
        key: `${company.uid}→${at.uid}`,
        severity: list.some(({ gift }) => !gift.toHospital) ? 3 : 2,
        confidence: best.grown && won.length > 0 ? 0.7 : 0.55,
        params: {
          company: text(company.name),
          day: day(best.gift.day),
          hospital: text(at.name),
          W: count(settings.W),
          after: fen(best.after),
          before: fen(best.before),
          awards: count(won.length),
        },
        measures: [
          measured(
            { zh: '采购增长', en: 'Growth of purchases' },
            best.before === 0 ? text('∞') : ratio(best.after / best.before - 1),
            best.grown ? '>=' : 'none',
            ratio(settings.g),
            'g',
          ),
          ...(best.theirBefore > 0
            ? [
                measured(
                  { zh: '比其他医院多增长', en: 'Growth beyond other hospitals' },
                  best.before === 0 ? text('∞') : ratio(best.after / best.before - best.theirAfter / best.theirBefore),
                  best.grown ? ('>=' as const) : ('none' as const),
                  ratio(settings.gd),
                  'gd',
                ),
                noted(
                  { zh: '其他医院的增长', en: 'Growth of other hospitals' },
                  ratio(best.theirAfter / best.theirBefore - 1),
                ),
              ]
            : []),
          noted({ zh: '其后中标', en: 'Awards after it' }, count(won.length)),
          noted({ zh: '捐赠、投放协议', en: 'Donations and placements' }, count(list.length)),
        ],
        fen: written > 0 ? written : null,
        subjects: [
          { role: 'supplier', party: company.id, name: company.name },
          { role: 'buyer', party: at.id, name: at.name },
          ...[...new Set(list.filter(({ gift }) => !gift.toHospital).map(({ gift }) => gift.receiver))].map(
            (party) => ({
              role: 'payee',
              party,
              name: evidence.party(party).name,
            }),
          ),
        ],
        rows: [
          ...list.map(
            ({ gift }): HitRow => ({
              row: gift.row,
              field: gift.field,
              role: 'evidence',
              note: gift.toHospital
                ? { zh: '捐赠或投放给医院', en: 'Given to the hospital' }
                : {
                    zh: '捐赠或投放给科室、个人，不是医院法人',
                    en: 'Given to a department or person, not to the hospital',
                  },
            }),
          ),
          ...citeAmounts(lines),
          ...won.map(
            ({ row, field }): HitRow => ({
              row,
              field,
              role: 'evidence',
              note: { zh: '其后中标', en: 'Awarded after it' },
            }),
          ),
          ...citeContext(citeAmounts(best.earlier.filter((line) => !lines.includes(line))), {
            zh: '此前的采购',
            en: 'Bought before it',
          }),
        ],
      };
    });
    return { examined: gifts.length, hits };
  },

  examples: [
    {
      title: '捐赠后采购由每月 10 件升至 20 件，其他医院不变',
      sheets: {
        contract: [donated()],
        purchase: [...bought(hospital, 10, 20), ...bought(peer, 10, 10)],
      },
      finds: [giver],
    },
    {
      title: '捐赠后正好增长五成',
      sheets: {
        contract: [donated()],
        purchase: [...bought(hospital, 20, 30), ...bought(peer, 10, 10)],
      },
      finds: [giver],
    },
    {
      title: '捐给科室，第一百八十日中标',
      sheets: {
        contract: [donated(`${hospital}骨科`)],
        institution: [{ name: hospital, city: '澄溪市', kind: '医院' }],
        bid: [won('2024-11-28')],
      },
      finds: [giver],
    },
    {
      title: '只增长四成五：不提示',
      sheets: {
        contract: [donated()],
        purchase: [...bought(hospital, 20, 29), ...bought(peer, 10, 10)],
      },
      finds: [],
    },
    {
      title: '其他医院同样增长：不提示',
      sheets: {
        contract: [donated()],
        purchase: [...bought(hospital, 10, 20), ...bought(peer, 10, 20)],
      },
      finds: [],
    },
    {
      title: '公益捐赠，采购没有增长：不提示',
      sheets: {
        contract: [donated()],
        purchase: [...bought(hospital, 10, 10), ...bought(peer, 10, 10)],
      },
      finds: [],
    },
    {
      title: '第一百八十一日才中标：不提示',
      sheets: { contract: [donated()], bid: [won('2024-11-29')] },
      finds: [],
    },
    {
      title: '没有可比的医院：不判断增长，不提示',
      sheets: { contract: [donated()], purchase: bought(hospital, 10, 20) },
      finds: [],
    },
    {
      title: '合同表没有捐赠协议：无法判断',
      sheets: {
        contract: [agreed(giver, hospital, '300000.00', '2024-06-01', '购销')],
        purchase: bought(hospital, 10, 20),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Records that end within a month of a span cover it: orders do not come every day. */
const SLACK = 31;

interface Award {
  readonly row: number;
  readonly field: string;
  readonly day: string;
}

interface Found {
  readonly gift: Gift;
  readonly before: number;
  readonly after: number;
  readonly theirBefore: number;
  readonly theirAfter: number;
  readonly grown: boolean;
  readonly won: readonly Award[];
  readonly lines: readonly OrderLine[];
  /** what was bought in as many days before the gift */
  readonly earlier: readonly OrderLine[];
}

/** The gift after which purchases grew most in yuan, then the earliest. */
const strongest =
  (evidence: EvidenceReader) =>
  (a: Found, b: Found): number =>
    Number(b.grown) - Number(a.grown) ||
    b.after - b.before - (a.after - a.before) ||
    (a.gift.day < b.gift.day ? -1 : a.gift.day > b.gift.day ? 1 : 0) ||
    (evidence.party(a.gift.company).uid < evidence.party(b.gift.company).uid ? -1 : 1);

/** Group → lines of orders that it delivered, or whose product it makes. */
function linesByGroup(evidence: EvidenceReader): Map<number, OrderLine[]> {
  const { groupOf } = readTradeGroups(evidence);
  const { makersOf } = readProductCompanies(evidence);
  const byGroup = new Map<number, OrderLine[]>();
  const wanted = new Set(readGifts(evidence).map(({ group }) => group));
  for (const line of readOrderLines(evidence)) {
    const groups = new Set(line.product === null ? [] : makersOf(line.product));
    if (line.supplier !== null) groups.add(groupOf(line.supplier));
    for (const group of groups) {
      if (!wanted.has(group)) continue;
      const known = byGroup.get(group);
      if (known) known.push(line);
      else byGroup.set(group, [line]);
    }
  }
  return byGroup;
}

/** Hospital → the days its purchase records reach over. */
function spansOf(evidence: EvidenceReader): Map<number, { first: string; last: string }> {
  const rows = evidence.all<{ hospital: number; first: string; last: string }>(
    'select hospital, min(day) as first, max(day) as last from purchase where hospital is not null group by hospital',
  );
  return new Map(rows.map(({ hospital: at, ...span }) => [at, span]));
}

function splitAt(lines: readonly OrderLine[], at: string, from: string, to: string) {
  return {
    before: lines.filter(({ day: on }) => on >= from && on < at),
    after: lines.filter(({ day: on }) => on > at && on <= to),
  };
}

/** Group and hospital → tenders of the hospital that the group won. */
function readAwards(evidence: EvidenceReader): Map<string, Award[]> {
  const { groupOf } = readTradeGroups(evidence);
  const rows = evidence.all<Award & { bidder: number; buyer: number }>(
    `select row, bidder, buyer, coalesce(award_day, day) as day, iif(award_day is null, 'open_date', 'award_date') as field
     from bid where winner = 1 and bidder is not null and buyer is not null order by row`,
  );
  return Map.groupBy(rows, ({ bidder, buyer }) => `${groupOf(bidder)} ${buyer}`);
}
