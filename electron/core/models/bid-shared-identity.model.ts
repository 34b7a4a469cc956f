import { readBidderTies, type Tie, tieWords } from './ask/bidder-ties.ts';
import { components } from './ask/components.ts';
import { readLots, winnerOf } from './ask/lots.ts';
import { someOf } from './ask/some-of.ts';
import { count, day, fen, measured, noted, number, text } from './ask/values.ts';
import { lotOf } from './example-bids.ts';
import { idOf, related } from './example-people.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

export default defineModel({
  id: 'bid-shared-identity',
  version: 2,
  group: 'G4',
  areas: ['abuse_of_power', 'key_posts', 'trade_misconduct'],
  links: ['sale'],
  family: 'collusion',
  weight: 0.75,
  title: { zh: '投标人身份关联', en: 'Bidders share identity' },
  question: {
    zh: '同一标段的投标人之间，法定代表人、股东、电话、地址、IP、机器码、联系人、文件作者是否相同，或有控股、亲属关系？',
    en: 'Do bidders of one lot share representatives, holders, telephone, address, IP, machine code, contact or file author, or are they held by each other or by relatives?',
  },
  summary: {
    zh: '{{bidders}} 家投标人在 {{lots}} 个标段同场投标，身份信息有 {{kinds}} 类相同（{{from}} 至 {{to}}）：{{names}}',
    en: '{{bidders}} bidders bid against each other in {{lots}} lots and share {{kinds}} kinds of identity ({{from}} to {{to}}): {{names}}',
  },
  basis: [
    {
      source: {
        zh: '《中华人民共和国招标投标法实施条例》第三十四条、第四十条',
        en: 'Regulation on the implementation of the Bidding Law, articles 34 and 40',
      },
      text: {
        zh: '单位负责人为同一人或者存在控股、管理关系的不同单位，不得参加同一标段投标；不同投标人的投标文件由同一单位或者个人编制等情形，视为串通投标。',
        en: 'Units with one person in charge, or of which one controls the other, may not bid for the same lot; bid files made by one unit or person are deemed collusive.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '2025年专项整治进展把“围标串标”列为重点；各类信息的权重和合成方法由本工具给出。',
        en: 'The 2025 progress report names bid rigging; the weights and how they are put together are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'bid', fields: ['bidder'] }],
  settings: [
    {
      name: 'flag_at',
      label: { zh: '合成强度', en: 'Strength together' },
      unit: { zh: '0 至 1', en: '0 to 1' },
      default: 0.6,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: {
        zh: '本工具判断：机器码、电话等一项即可，IP 或地址单独不够',
        en: 'Judgement: a machine code or a telephone is enough, an IP or an address alone is not',
      },
    },
  ],
  innocent: [
    { zh: '在同一交易中心现场上传投标文件，IP 相同', en: 'Files uploaded at the same bidding centre: one IP' },
    { zh: '同一园区、孵化器、集群注册地址', en: 'One park, incubator or address of registration' },
    { zh: '由同一家代办机构制作标书或登记', en: 'Bid files or registration done by one agency' },
  ],
  blindSpots: [
    {
      zh: '多于 30 家企业共有的电话、地址、IP 不作关联',
      en: 'A telephone, address or IP shared by more than 30 companies makes no link',
    },
    {
      zh: '只有姓名相同、没有证件号码的，只作弱关联（0.3）',
      en: 'A name without a number is a weak tie only (0.3)',
    },
    {
      zh: '企业登记是查询时的状态，投标之后的变更也在其中',
      en: 'Registers show the state when they were asked, changes after the bid included',
    },
  ],

  find(evidence, settings) {
    const lots = readLots(evidence).filter(({ bids }) => bids.length >= 2);
    const strong = readBidderTies(evidence).filter(({ strength }) => strength >= settings.flag_at - 1e-9);
    const groups = components();
    for (const { a, b } of strong) groups.unite(a, b);
    const hits = [...Map.groupBy(strong, ({ a }) => groups.groupOf(a)).values()].map((ties) =>
      hitOf(evidence, ties, settings.flag_at),
    );
    return { examined: lots.length, hits };
  },

  examples: [
    {
      title: '两家投标人的机器码相同',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000', 康岫医疗用品有限公司: '1200000' },
          {
            启禾器械有限公司: { mac: '00-1B-44-11-3A-B7' },
            瑞澜医药有限公司: { mac: '001b44113ab7' },
            康岫医疗用品有限公司: { mac: '00-1B-44-11-3A-C9' },
          },
        ),
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: 'IP 与地址都相同：合成强度 0.7',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000', 康岫医疗用品有限公司: '1200000' },
          {
            启禾器械有限公司: { ip: '198.51.100.7', address: '澄溪市创新大道18号301室' },
            瑞澜医药有限公司: { ip: '198.51.100.7', address: '澄溪市创新大道18号301室' },
          },
        ),
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '两家的法定代表人是夫妻，另有一家同名不同人',
      sheets: {
        bid: lotOf('ZB-1', '2024-03-05', {
          启禾器械有限公司: '980000',
          瑞澜医药有限公司: '1010000',
          康岫医疗用品有限公司: '1200000',
        }),
        company: [
          { name: '启禾器械有限公司', legal_rep: '罗一舟', legal_rep_id: idOf('罗一舟') },
          { name: '瑞澜医药有限公司', legal_rep: '苏映雪', legal_rep_id: idOf('苏映雪') },
          { name: '康岫医疗用品有限公司', legal_rep: '苏映雪', legal_rep_id: idOf('另一位苏映雪') },
        ],
        kinship: [related('罗一舟', '苏映雪', '妻子')],
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '在交易中心上传，只有 IP 相同：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000', 康岫医疗用品有限公司: '1200000' },
          { all: { ip: '198.51.100.7' } },
        ),
      },
      finds: [],
    },
    {
      title: '同一孵化器的楼，房间不同：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          {
            启禾器械有限公司: { address: '澄溪市创新大道18号301室', ip: '198.51.100.7' },
            瑞澜医药有限公司: { address: '澄溪市创新大道18号302室', ip: '198.51.100.7' },
          },
        ),
      },
      finds: [],
    },
    {
      title: '电话相同，但从未投过同一标段：不提示',
      sheets: {
        bid: [
          ...lotOf('ZB-1', '2024-03-05', { 启禾器械有限公司: '980000' }, { all: { phone: '19900001234' } }),
          ...lotOf('ZB-2', '2024-03-05', { 瑞澜医药有限公司: '980000' }, { all: { phone: '19900001234' } }),
        ],
      },
      finds: [],
    },
    {
      title: '文件作者都是“Administrator”，法定代表人只是同名：不提示',
      sheets: {
        bid: lotOf(
          'ZB-1',
          '2024-03-05',
          { 启禾器械有限公司: '980000', 瑞澜医药有限公司: '1010000' },
          { all: { file_author: 'Administrator', legal_rep: '罗一舟' } },
        ),
      },
      finds: [],
    },
    {
      title: '没有招投标记录：无法判断',
      sheets: { company: [{ name: '启禾器械有限公司', phone: '19900001234' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

function hitOf(evidence: EvidenceReader, ties: readonly Tie[], flagAt: number): Hit {
  const bidders = [...new Set(ties.flatMap(({ a, b }) => [a, b]))]
    .map((party) => evidence.party(party))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.uid < b.uid ? -1 : 1));
  const members = new Set(bidders.map(({ id }) => id));
  const lots = [...new Set(ties.map(({ lot }) => lot))];
  const whole = lots.filter(({ bids }) => bids.length >= 2 && bids.every(({ bidder }) => members.has(bidder)));
  const kinds = [...new Set(ties.flatMap((tie) => tie.kinds))].sort();
  const strength = Math.max(...ties.map((tie) => tie.strength));
  const won = lots.flatMap((lot) => lot.bids.filter(({ bidder }) => winnerOf(lot) === bidder && members.has(bidder)));
  return {
    key: bidders
      .map(({ uid }) => uid)
      .sort()
      .join('+'),
    severity: whole.length > 0 ? 4 : 3,
    confidence: Math.min(0.95, strength),
    params: {
      names: text(someOf(bidders.map(({ name }) => name))),
      bidders: count(bidders.length),
      lots: count(lots.length),
      from: day(lots[0]!.day),
      to: day(lots.at(-1)!.day),
      kinds: count(kinds.length),
    },
    measures: [
      measured(
        { zh: '合成强度（最高）', en: 'Strength together (most)' },
        number(strength),
        '>=',
        number(flagAt),
        'flag_at',
      ),
      ...kinds.map((kind) => noted(tieWords[kind], count(ties.filter((tie) => tie.kinds.includes(kind)).length))),
      noted({ zh: '全部投标人都在其中的标段', en: 'Lots of which all bidders belong to it' }, count(whole.length)),
      noted({ zh: '其中标金额', en: 'What they won' }, fen(won.reduce((sum, { award }) => sum + (award ?? 0), 0))),
    ],
    fen: null,
    subjects: [
      ...bidders.map(({ id, name }) => ({ role: 'bidder', party: id, name })),
      ...lots.map(({ tender, name }) => ({ role: 'tender', party: tender, name })),
    ],
    rows: ties.flatMap(({ rows }) => rows),
  };
}
