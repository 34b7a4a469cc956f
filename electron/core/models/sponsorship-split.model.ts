import { addDays } from '../../../shared/evidence/day.ts';
import { expenseTypeOf } from '../../../shared/evidence/expense-type.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { feeLimit } from './ask/fee-limit.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { type Lecture, type Meeting, readMeetings } from './ask/meetings.ts';
import { readAliases } from './ask/org-aliases.ts';
import { payrollRows } from './ask/payroll.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { readRealities } from './ask/reality.ts';
import { readSocietyOfficers } from './ask/society-officers.ts';
import { type Kin, readStaffFamily } from './ask/staff-family.ts';
import { count, day, days, fen, measured, noted, people, ratio, text } from './ask/values.ts';
import { afterWithholding } from './ask/withholding.ts';
import { hired, idOf, related } from './example-people.ts';
import { came, type ExampleRow, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** 20万元 */
const LARGE = 20_000_000;

// for the examples
const society = '云澜省骨科学会';
const doctors = ['沈以墨', '顾长宁', '方知远'];
const roster = doctors.map((name) => hired(name, '澄溪市第一人民医院'));
const sponsored = (yuan: string, on = '2024-04-01'): ExampleRow =>
  paid('启衡药业有限公司', society, yuan, on, '云澜骨科春季论坛赞助费');
const divided = (amounts: readonly string[], on: string, memo = '劳务费'): ExampleRow[] =>
  amounts.map((yuan, i) => paid(society, doctors[i]!, yuan, on, memo, { counterparty_id_no: idOf(doctors[i]!) }));

export default defineModel({
  id: 'sponsorship-split',
  version: 1,
  group: 'G1',
  areas: ['society_profit'],
  links: ['sale'],
  family: 'academic',
  weight: 0.75,
  title: { zh: '赞助费私分', en: 'Sponsorship fee divided among individuals' },
  question: {
    zh: '会议赞助款到学会或会务公司账上后，是否很快分散转给多名医务人员、学会负责人或其亲属，而没有讲课可对应？',
    en: 'After sponsorship reached a society or agency, did it soon go to several hospital staff, officers or their relatives with no lecture behind it?',
  },
  summary: {
    zh: '{{host}}在 {{from}} 至 {{to}} 收到赞助款 {{in}}，{{win}} 日内转给 {{people}} 名个人 {{fen}}，无讲课可对应',
    en: '{{host}} received sponsorship of {{in}} between {{from}} and {{to}}, and {{people}} people got {{fen}} within {{win}} days with no lecture behind it',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）第五问',
        en: 'National Health Commission, questions and answers of 2023-08-15, question 5',
      },
      text: {
        zh: '需要整治的是……违规将学术会议赞助费私分的不法行为。',
        en: 'What has to be put right is dividing conference sponsorship among individuals.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '三十日、三人、三成没有公开标准，由本工具给出，可按案件调整。',
        en: "Thirty days, three people and three tenths are this tool's and can be set per case.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'bank_flow', fields: ['txn_date', 'amount', 'counterparty_name'] },
    { category: 'conference', fields: ['name', 'start_date'] },
  ],
  settings: [
    {
      name: 'win',
      label: { zh: '到账后天数', en: 'Days after the money came' },
      unit: days,
      default: 30,
      min: 1,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'k',
      label: { zh: '最少人数', en: 'Least people' },
      unit: people,
      default: 3,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断：私分需有数人', en: 'Judgement: dividing needs several' },
    },
    {
      name: 'share',
      label: { zh: '转给个人的比例', en: 'Share that went to people' },
      unit: { zh: '赞助款的比例', en: 'share of the sponsorship' },
      default: 0.3,
      min: 0.05,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：三成以上', en: 'Judgement: three tenths or more' },
    },
  ],
  innocent: [
    { zh: '正当的讲课费，名单尚未调取', en: 'Proper lecture fees whose roster was not handed over' },
    { zh: '学会工作人员的工资', en: 'Wages of the staff of the society' },
    { zh: '志愿者、会务人员的补贴', en: 'Allowances of volunteers and helpers' },
  ],
  blindSpots: [
    {
      zh: '只数见于医院名册、学会任职和亲属关系表的收款人；身份不明的个人不计',
      en: 'Only recipients whom lists of hospitals, societies or families name are counted; people of unknown employment are not',
    },
    {
      zh: '讲课费按人和金额（上下两成）逐笔扣除；会议本身有硬矛盾的讲课不作解释',
      en: 'Lecture fees are taken off one by one by person and amount (a fifth either way), unless the conference contradicts itself',
    },
    {
      zh: '没有调取学会或会务公司流水的，看不到赞助款去向',
      en: 'Without statements of the society or agency it cannot be seen where the money went',
    },
  ],

  coverage(evidence) {
    const seen = hostsOf(evidence).some(
      (host) => evidence.one('select row from payment where payer = :host limit 1', { host }) !== undefined,
    );
    return seen
      ? []
      : [
          {
            id: 'bank_flow.host',
            words: {
              zh: '未见主办、承办方或学协会账户的转出流水',
              en: 'No statement shows what organisers, agencies or societies paid out',
            },
          },
        ];
  },

  find(evidence, settings) {
    const officers = readSocietyOfficers(evidence);
    const whoGets = readRecipients(evidence);
    const lectures = readLectures(evidence);
    const hosts = hostsOf(evidence);
    const hits: Hit[] = [];
    for (const host of hosts) {
      evidence.breathe();
      const inflows = readInflows(evidence, host);
      if (inflows.length === 0) continue;
      const outflows = readOutflows(evidence, host);
      const wages = payrollRows(outflows);
      const own = new Set((officers.get(host) ?? []).map(({ person }) => person));
      const found = episodesOf(inflows, settings.win).flatMap((episode) => {
        const last = addDays(episode.at(-1)!.day, settings.win);
        const within = outflows.filter((each) => each.day >= episode[0]!.day && each.day <= last);
        const explained = explainedBy(evidence, within, lectures.get(host) ?? new Map());
        const counted = within.flatMap((each): Counted[] => {
          if (wages.has(each.row) || explained.has(each.row)) return [];
          const officer = own.has(each.payee);
          const family = whoGets(each.payee, own);
          return officer || family ? [{ ...each, officer, kin: family?.kin ?? null }] : [];
        });
        const inFen = sumOf(episode);
        const whole = new Set(counted.map(({ payee }) => payee));
        if (whole.size < settings.k || !isShareAtLeast(sumOf(counted), inFen, settings.share)) return [];
        return [{ episode, counted, inFen, lectured: within.filter(({ row }) => explained.has(row)), explained }];
      });
      if (found.length === 0) continue;
      const counted = [...new Map(found.flatMap((each) => each.counted).map((each) => [each.row, each])).values()];
      const total = sumOf(counted);
      const inFen = found.reduce((sum, each) => sum + each.inFen, 0);
      const whole = new Set(counted.map(({ payee }) => payee));
      const who = evidence.party(host);
      const strongest = found.toSorted((a, b) => sumOf(b.counted) * a.inFen - sumOf(a.counted) * b.inFen)[0]!;
      hits.push({
        key: who.uid,
        severity: total >= LARGE || counted.some(({ officer }) => officer) ? 4 : 3,
        confidence: counted.every(({ alone }) => alone === 1) ? 0.3 : 0.8,
        params: {
          host: text(who.name),
          from: day(found[0]!.episode[0]!.day),
          to: day(found.at(-1)!.episode.at(-1)!.day),
          in: fen(inFen),
          win: count(settings.win),
          people: count(whole.size),
          fen: fen(total),
        },
        measures: [
          measured(
            { zh: '收款个人（最多的一次）', en: 'People paid (in the largest episode)' },
            count(Math.max(...found.map((each) => new Set(each.counted.map(({ payee }) => payee)).size))),
            '>=',
            count(settings.k),
            'k',
          ),
          measured(
            { zh: '无讲课对应的转出占赞助款（最高的一次）', en: 'Unexplained of the sponsorship (highest episode)' },
            ratio(sumOf(strongest.counted) / strongest.inFen),
            '>=',
            ratio(settings.share),
            'share',
          ),
          noted(
            { zh: '赞助款到账次数', en: 'Sponsorship payments received' },
            count(found.flatMap(({ episode }) => episode).length),
          ),
          noted(
            { zh: '已由讲课解释的转出', en: 'Explained by lectures' },
            fen(sumOf(found.flatMap(({ lectured }) => lectured))),
          ),
          noted(
            { zh: '其中学会负责人', en: 'Of these officers of the society' },
            count(new Set(counted.filter(({ officer }) => officer).map(({ payee }) => payee)).size),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'organizer', party: host, name: who.name },
          ...[...whole]
            .map((party) => ({ role: 'payee', party, name: evidence.party(party).name }))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        ],
        rows: [
          ...counted.map(({ row }): HitRow => ({ row, field: 'amount', role: 'evidence' })),
          ...found.flatMap(({ episode }) =>
            episode.map(
              ({ row }): HitRow => ({
                row,
                field: 'amount',
                role: 'context',
                note: { zh: '赞助款到账', en: 'The sponsorship that came in' },
              }),
            ),
          ),
          ...found.flatMap(({ lectured, explained }) =>
            lectured.flatMap(({ row }): HitRow[] => [
              {
                row,
                field: 'amount',
                role: 'explained',
                note: { zh: '有讲课可对应', en: 'A lecture stands behind it' },
              },
              { row: explained.get(row)!, field: 'name', role: 'counter', note: { zh: '名单', en: 'The roster' } },
            ]),
          ),
          ...[...new Map(counted.flatMap(({ kin }) => (kin === null ? [] : [[kin.row, kin] as const]))).values()].map(
            (kin): HitRow => ({
              row: kin.row,
              field: kin.field,
              role: 'context',
              note: { zh: `关系：${kin.relation}`, en: 'The relation as the list states it' },
            }),
          ),
        ],
      });
    }
    return { examined: hosts.length, hits };
  },

  examples: [
    {
      title: '赞助 60 000 元到账十日内，18 000 元（正好三成）分给三名医生',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        staff: roster,
        bank_flow: [sponsored('60000.00'), ...divided(['6000.00', '6000.00', '6000.00'], '2024-04-10')],
      },
      finds: [society],
    },
    {
      title: '分给学会会长、医生的妻子和一名医生',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        staff: [
          hired('顾长宁', '澄溪市第一人民医院', { society_role: `${society}会长` }),
          hired('沈以墨', '澄溪市第一人民医院', { society_role: '' }),
          hired('方知远', '澄溪市第一人民医院', { society_role: '' }),
        ],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        bank_flow: [
          sponsored('100000.00'),
          ...divided(['20000.00', '30000.00', '20000.00'], '2024-04-20').slice(1),
          paid(society, '陆望舒', '20000.00', '2024-04-22', '咨询费', { counterparty_id_no: idOf('陆望舒') }),
        ],
      },
      finds: [society],
    },
    {
      title: '讲课费各有名单，另有三人平分余款',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: [
          came('云澜骨科春季论坛', '2024-04-12', '韩思源', '望川市人民医院', {
            id_no: idOf('韩思源'),
            role: '讲者',
            topic: '关节翻修',
            fee: '3000.00',
          }),
        ],
        staff: roster,
        bank_flow: [
          sponsored('60000.00'),
          paid(society, '韩思源', '3000.00', '2024-04-15', '讲课费', { counterparty_id_no: idOf('韩思源') }),
          ...divided(['9000.00', '9000.00', '9000.00'], '2024-04-18'),
        ],
      },
      finds: [society],
    },
    {
      title: '17 999.97 元：不到三成，不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        staff: roster,
        bank_flow: [sponsored('60000.00'), ...divided(['5999.99', '5999.99', '5999.99'], '2024-04-10')],
      },
      finds: [],
    },
    {
      title: '第三十一日才转出：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        staff: roster,
        bank_flow: [sponsored('60000.00'), ...divided(['8000.00', '8000.00', '8000.00'], '2024-05-02')],
      },
      finds: [],
    },
    {
      title: '三名列名讲者的讲课费，金额与名单相差两成：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: doctors.map((name) =>
          came('云澜骨科春季论坛', '2024-04-12', name, '澄溪市第一人民医院', {
            id_no: idOf(name),
            role: '讲者',
            topic: `${name}：关节翻修`,
            fee: '6000.00',
          }),
        ),
        staff: roster,
        bank_flow: [sponsored('60000.00'), ...divided(['7200.00', '7200.00', '4800.00'], '2024-04-15', '讲课费')],
      },
      finds: [],
    },
    {
      title: '学会工作人员每月相近的工资：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        staff: roster,
        bank_flow: [
          sponsored('60000.00'),
          ...['2024-02-10', '2024-03-10', '2024-04-10', '2024-05-10'].flatMap((on) =>
            divided(['7000.00', '7100.00', '6900.00'], on, '劳务费'),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '收款的三人身份不明：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        bank_flow: [sponsored('60000.00'), ...divided(['8000.00', '8000.00', '8000.00'], '2024-04-10')],
      },
      finds: [],
    },
    {
      title: '没有主办方的转出流水：无法判断',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        bank_flow: [sponsored('60000.00')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Booking {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly alone: number;
}

type Counted = Booking & { readonly officer: boolean; readonly kin: Kin | null };

const sumOf = (bookings: readonly Booking[]): number => bookings.reduce((sum, each) => sum + each.fen, 0);

/** Societies, and companies that hold or carry out conferences. Hospitals and schools pay many people as a rule. */
const hostsOf = (evidence: EvidenceReader): readonly number[] =>
  evidence.once('hosts of sponsorship', () =>
    evidence
      .all<{ party: number }>(
        `select party from who where kind = 'association'
         union select m.party from meeting_party m cross join who w on w.party = m.party where m.role <> 'sponsor' and w.kind in ('company', 'org')
         order by party`,
      )
      .map(({ party }) => party),
  );

const notSponsorship = /会员|会费|年费|退款|退还|货款|工资|借款|还款|房租|租金/;

/** What companies paid the host for conferences: bookings that belong to a meeting it holds, or whose words say so. */
function readInflows(evidence: EvidenceReader, host: number): Booking[] {
  return evidence
    .all<Booking & { memo: string; how: string | null }>(
      `select p.row as row, p.payer as payer, p.payee as payee, p.fen as fen, p.day as day, p.payee_alone as alone, p.memo as memo, y.how as how
       from payment p left join meeting_payment y on y.row = p.row
       where p.payee = :host and p.payer_kind in ('company', 'org') and p.precision <> 'month' order by p.day, p.fen, p.row`,
      { host },
    )
    .filter(({ memo, how }) => {
      if (notSponsorship.test(memo)) return false;
      const type = expenseTypeOf([memo]);
      return how === 'sponsor' || type === 'sponsorship' || type === 'conference';
    });
}

const readOutflows = (evidence: EvidenceReader, host: number): Booking[] =>
  evidence.all<Booking>(
    `select row, payer, payee, fen, day, payee_alone as alone from payment
     where payer = :host and payee_kind = 'person' and precision <> 'month' order by day, fen, row`,
    { host },
  );

/** Payments whose days to divide touch are one matter. */
function episodesOf(inflows: readonly Booking[], win: number): Booking[][] {
  const episodes: Booking[][] = [];
  for (const each of inflows) {
    const open = episodes.at(-1);
    if (open && each.day <= addDays(open.at(-1)!.day, win)) open.push(each);
    else episodes.push([each]);
  }
  return episodes;
}

/** Who counts as a recipient besides officers: hospital staff who do not work for the host, and relatives of either. */
function readRecipients(
  evidence: EvidenceReader,
): (payee: number, officers: ReadonlySet<number>) => { kin: Kin | null } | undefined {
  const family = readStaffFamily(evidence);
  const staff = readMedicalStaff(evidence);
  return (payee, officers) => {
    for (const officer of officers) {
      const kin = family.kinOf(officer).find(({ relative }) => relative === payee);
      if (kin) return { kin };
    }
    const member = family.memberOf(payee);
    return member && staff.has(member.staff) ? { kin: member.kin } : undefined;
  };
}

type Given = { readonly meeting: Meeting; readonly lecture: Lecture };

/** Host → lectures at its conferences that do not contradict themselves. H6 rests on this very question and is left aside. */
function readLectures(evidence: EvidenceReader): ReadonlyMap<number, ReadonlyMap<string, readonly Given[]>> {
  const contradicted = new Set(
    readRealities(evidence).flatMap(({ conference, contradictions }) =>
      contradictions.some(({ id, answer }) => id !== 'H6' && answer === 'yes') ? [conference] : [],
    ),
  );
  const canonical = readAliases(evidence);
  const byHost = new Map<number, Map<string, Given[]>>();
  const hosts = Map.groupBy(hostsOf(evidence), canonical);
  for (const each of readMeetings(evidence)) {
    if (contradicted.has(each.conference)) continue;
    for (const host of [...each.hosts].flatMap((party) => hosts.get(party) ?? [])) {
      const byPerson = byHost.get(host) ?? new Map<string, Given[]>();
      byHost.set(host, byPerson);
      for (const lecture of each.lectures.values()) {
        const given = { meeting: each, lecture };
        for (const key of personKeys(evidence, lecture.person)) {
          const known = byPerson.get(key);
          if (known) known.push(given);
          else byPerson.set(key, [given]);
        }
      }
    }
  }
  return byHost;
}

/** A roster knows a person as a party, or by nothing but the name: at one and the same meeting the same name is enough to explain. */
const personKeys = (evidence: EvidenceReader, person: number): string[] => [
  `party ${person}`,
  keyOfPerson(evidence.party(person).name),
];

const WITHIN = 0.2;
const [BEFORE, AFTER] = [60, 120];
const TOLERANCE = 3;

/** Payment → roster row of the lecture that accounts for it: the same person, an amount within a fifth of the fee; each lecture once. */
function explainedBy(
  evidence: EvidenceReader,
  payments: readonly Booking[],
  given: ReadonlyMap<string, readonly Given[]>,
): Map<number, number> {
  const used = new Set<Lecture>();
  const explained = new Map<number, number>();
  for (const payment of payments) {
    const match = personKeys(evidence, payment.payee)
      .flatMap((key) => given.get(key) ?? [])
      .find(
        ({ meeting: { startDay, start, end }, lecture }) =>
          !used.has(lecture) &&
          payment.day >= addDays(startDay, -BEFORE) &&
          payment.day <= addDays(startDay, end - start + AFTER) &&
          isFee(payment.fen, lecture),
      );
    if (!match) continue;
    used.add(match.lecture);
    explained.set(payment.row, match.lecture.row);
  }
  return explained;
}

function isFee(amount: number, lecture: Lecture): boolean {
  const { feeFen, feeGrossFen } = lecture;
  const fees = [feeFen, feeGrossFen].filter((fee) => fee !== null && fee > 0) as number[];
  if (fees.length === 0) return amount <= feeLimit(lecture, TOLERANCE);
  return [...fees, ...fees.map(afterWithholding)].some((fee) => {
    const apart = Math.abs(amount - fee);
    return isShareAtLeast(Math.round(fee * WITHIN), apart, 1);
  });
}
