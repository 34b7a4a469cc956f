import { addDays } from '../../../shared/evidence/day.ts';
import { severityOfAmount } from './ask/amount-band.ts';
import { isSameCity, kilometresBetween } from './ask/city-distance.ts';
import { readCompanyGroups } from './ask/company-groups.ts';
import { fenOf } from './ask/exact.ts';
import { readFilings } from './ask/filings.ts';
import { sumOf } from './ask/flows.ts';
import { boundsOf, type Month, monthOf } from './ask/months.ts';
import { isPersonName, keyOfPerson } from './ask/person-names.ts';
import { readPharmaCompanies } from './ask/pharma-companies.ts';
import { readReversals } from './ask/reversals.ts';
import { medianOf, robustZ } from './ask/statistics.ts';
import { count, days, fen, measured, noted, number, ownJudgement, text, yuan } from './ask/values.ts';
import { claimed, visited } from './example-reps.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

// for the examples
const drugs = '启衡药业有限公司';
const [here, there] = ['澄溪市', '望川市'];
/** Nine representatives who visit twice in March and claim so much on the first of the two days. */
const team = (claims: readonly string[]) => {
  const names = ['罗一舟', '陆闻笛', '韩思齐', '顾长宁', '孟以宁', '叶知秋', '薛明远', '沈以墨', '宋清和'];
  return {
    rep_activity: names.flatMap((name) => ['2024-03-05', '2024-03-12'].map((on) => visited(name, drugs, on))),
    expense: names.map((name, i) => claimed(name, drugs, claims[i] ?? claims.at(-1)!, '2024-03-05')),
  };
};
const log = [
  visited('罗一舟', drugs, '2024-03-01', { city: here }),
  visited('陆闻笛', drugs, '2024-03-20', { city: here }),
];

export default defineModel({
  id: 'rep-activity-expense-mismatch',
  version: 1,
  group: 'G6',
  areas: ['trade_misconduct'],
  links: ['sale'],
  family: 'rep',
  weight: 0.35,
  title: { zh: '代表活动与费用不符', en: 'Activity vs expense mismatch' },
  question: {
    zh: '代表报销的差旅、餐饮和活动费用，前后是否没有本人在该城市的活动记录，或者单次活动费用远高于同事？',
    en: 'Did a representative claim travel, meals or activities without an activity of his in that city around the day, or far more for each activity than his colleagues?',
  },
  summary: {
    zh: '{{person}}在{{company}}有 {{months}} 个月报销的 {{lines}} 笔、共 {{fen}} 与本人活动记录对不上',
    en: '{{lines}} claims of {{person}} at {{company}} in {{months}} months, {{fen}} in all, do not fit the log of activities',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：北京市医药代表备案管理系统',
        en: 'Progress report of 2025: the filing system for representatives of Beijing',
      },
      text: {
        zh: '对备案信息真实性、活动轨迹、费用流向实施全流程监管；怎样比对没有公布。',
        en: 'Whether filings are true, movements and expenses of representatives are supervised; how to compare them is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '每月金额、前后天数、单次费用的稳健标准分（3.5，凭记忆）由本工具给出。同日报销三笔以上的按月集中报销看，往前多看一个月。',
        en: 'Monthly amount, days around and the robust z of 3.5 (from memory) are of this tool. Three or more claims of one day are a monthly settlement: a month more is looked back.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'rep_activity', fields: ['rep_name', 'company', 'visit_at'] },
    { category: 'expense', fields: ['company', 'expense_date', 'amount', 'handler', 'expense_type'] },
  ],
  settings: [
    {
      name: 'min',
      label: { zh: '每月最少金额', en: 'Least in a month' },
      unit: yuan,
      default: 5000,
      min: 0,
      max: 1_000_000,
      step: 500,
      basis: ownJudgement,
    },
    {
      name: 'around',
      label: { zh: '前后天数', en: 'Days around' },
      unit: days,
      default: 7,
      min: 0,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断：入账常晚于发生', en: 'Judgement: claims are booked after the day' },
    },
    {
      name: 'z0',
      label: { zh: '稳健标准分', en: 'Robust z' },
      unit: { zh: '标准分', en: 'standard deviations' },
      default: 3.5,
      min: 2,
      max: 20,
      step: 0.1,
      basis: { zh: 'Iglewicz 与 Hoaglin 的异常值界限，凭记忆', en: 'Cut of Iglewicz and Hoaglin, from memory' },
    },
    {
      name: 'peers',
      label: { zh: '最少可比的人月', en: 'Least months of colleagues' },
      unit: { zh: '人月', en: 'months of people' },
      default: 8,
      min: 4,
      max: 500,
      step: 1,
      basis: { zh: '本工具判断：太少时中位数不可靠', en: 'Judgement: the median of very few is not reliable' },
    },
  ],
  innocent: [
    { zh: '费用入账较晚，或几个月合并报销', en: 'Claims booked late, or of several months together' },
    { zh: '总部培训、内部会议、参加学术会议', en: 'Training at headquarters, meetings inside the company, congresses' },
    { zh: '主管代团队报销', en: 'A manager who claims for his team' },
    { zh: '活动已发生但没有登记', en: 'Activities that took place and were not logged' },
  ],
  blindSpots: [
    {
      zh: '只看差旅、招待和科室会、拜访、活动费；讲课、推广等对外付款不看',
      en: 'Only travel, hospitality, department meetings, visits and activity fees are looked at, no fees to others',
    },
    {
      zh: '企业在费用前后没有任何活动记录的，不判断',
      en: 'Claims around which the log of the company is empty are not judged',
    },
    {
      zh: '费用没有城市时只比日期；相距三百公里以内的城市视为当日可往返',
      en: 'Claims without a city are compared by day only; cities within 300 km count as one day’s journey',
    },
  ],

  coverage(evidence) {
    const { claims, unlogged } = readClaims(evidence);
    if (claims.length > 0) return [];
    if (unlogged.length > 0) return lacksOf(evidence, unlogged);
    return [
      {
        id: 'expense.handler',
        words: {
          zh: '费用明细账的差旅、招待费用没有由备案或有活动记录的代表经办',
          en: 'No travel or hospitality in the ledgers was claimed by a representative who is filed or in a log',
        },
      },
    ];
  },

  find(evidence, settings) {
    const { claims, unlogged } = readClaims(evidence);
    const hits: Hit[] = [];
    for (const own of Map.groupBy(claims, ({ person, company }) => `${person} ${company}`).values()) {
      evidence.breathe();
      const misfits = [...unmatched(evidence, own, settings), ...dear(evidence, own, settings)];
      if (misfits.length > 0) hits.push(hitOf(evidence, own, misfits, settings));
    }
    return { examined: claims.length, hits, unjudged: lacksOf(evidence, unlogged) };
  },

  examples: [
    {
      title: '前后七日本人没有活动，一个月正好 5000 元',
      sheets: {
        rep_activity: log,
        expense: [
          claimed('罗一舟', drugs, '3000.00', '2024-03-18'),
          claimed('罗一舟', drugs, '2000.00', '2024-03-21', '招待费', { summary: '客户餐费' }),
        ],
      },
      finds: ['罗一舟'],
    },
    {
      title: '费用发生在望川，前后七日的活动都在澄溪',
      sheets: {
        rep_activity: log,
        expense: [claimed('罗一舟', drugs, '6000.00', '2024-03-03', '差旅费', { province: there })],
      },
      finds: ['罗一舟'],
    },
    {
      title: '单次活动的费用是八名同事的十倍',
      sheets: team(['10000.00', '1000.00', '1040.00', '960.00', '1020.00', '980.00', '1010.00', '990.00', '1000.00']),
      finds: ['罗一舟'],
    },
    {
      title: '第七日有活动：不提示',
      sheets: {
        rep_activity: log,
        expense: [claimed('罗一舟', drugs, '9000.00', '2024-03-08')],
      },
      finds: [],
    },
    {
      title: '一个月只有 4999.99 元对不上：不提示',
      sheets: { rep_activity: log, expense: [claimed('罗一舟', drugs, '4999.99', '2024-03-21')] },
      finds: [],
    },
    {
      title: '月末同日集中报销四笔，当月有活动：不提示',
      sheets: {
        rep_activity: log,
        expense: ['1', '2', '3', '4'].map((no) =>
          claimed('罗一舟', drugs, '2500.00', '2024-03-29', '差旅费', { voucher_no: no }),
        ),
      },
      finds: [],
    },
    {
      title: '费用发生在企业所在城市：总部培训，不提示',
      sheets: {
        company: [{ name: drugs, address: '望川市创新大道88号1201室' }],
        rep_activity: log,
        expense: [claimed('罗一舟', drugs, '6000.00', '2024-03-03', '差旅费', { province: there })],
      },
      finds: [],
    },
    {
      title: '活动记录写明这笔报销单：不提示',
      sheets: {
        rep_activity: [visited('罗一舟', drugs, '2024-01-10', { expense_no: 'BX-1' }), ...log],
        expense: [claimed('罗一舟', drugs, '6000.00', '2024-03-18', '差旅费', { voucher_no: 'BX-1' })],
      },
      finds: [],
    },
    {
      title: '单次费用各人参差，没有人突出：不提示',
      sheets: team(['6000.00', '1000.00', '5200.00', '3000.00', '4100.00', '1800.00', '5600.00', '2500.00', '700.00']),
      finds: [],
    },
    {
      title: '对外支付的讲课费由代表经办：不提示',
      sheets: {
        rep_activity: log,
        expense: [
          claimed('罗一舟', drugs, '100.00', '2024-03-01'),
          claimed('罗一舟', drugs, '9000.00', '2024-03-18', '讲课费', { payee_name: '沈以墨' }),
        ],
      },
      finds: [],
    },
    {
      title: '另一家企业的代表没有活动记录：不判断并说明',
      sheets: {
        rep: [{ name: '顾长宁', company: '瑞澜医药有限公司', status: '有效' }],
        rep_activity: log,
        expense: [
          claimed('罗一舟', drugs, '100.00', '2024-03-01'),
          claimed('顾长宁', '瑞澜医药有限公司', '9000.00', '2024-03-01'),
        ],
      },
      finds: [],
      unjudged: ['没有瑞澜医药有限公司在费用发生前后的代表活动记录'],
    },
    {
      title: '经办人都是会计：无法判断',
      sheets: { rep_activity: log, expense: [claimed('宋清和', drugs, '9000.00', '2024-03-01')] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Settings = Readonly<Record<'min' | 'around' | 'z0' | 'peers', number>>;

/** 科室会 and the like in a line that is no travel and no hospitality. */
const onTheRoad = /科室会|拜访|活动费|餐费|差旅|交通费|住宿/;
/** So many claims of one day are a settlement of the month before. */
const BATCH = 3;
const MONTH = 31;
/** A day's journey there and back. */
const NEAR_KM = 300;
/** Besides its z a month must be so many times the usual: equal colleagues make every cent an outlier. */
const TIMES = 2;

interface Visit {
  readonly row: number;
  readonly day: string;
  /** null: not known */
  readonly city: string | null;
  readonly expenseNo: string | null;
}

/** One line that a representative claimed. */
interface Claim {
  readonly row: number;
  readonly person: number;
  readonly company: number;
  readonly group: number;
  readonly day: string;
  readonly fen: number;
  readonly monthOnly: boolean;
  readonly isBatch: boolean;
  readonly city: string | null;
  /** all that is logged of the person, by day */
  readonly visits: readonly Visit[];
  /** whether the log of the company has anything in these days */
  readonly isLogged: (from: string, to: string) => boolean;
  readonly isSettled: boolean;
}

const readClaims = (evidence: EvidenceReader) =>
  evidence.once('claims of representatives', () => gatherClaims(evidence));

interface FeeRow {
  row: number;
  company: number;
  handler: number | null;
  payee: number | null;
  day: string;
  fen: number;
  precision: string;
  type: string | null;
  memo: string;
  voucher: string | null;
  province: string | null;
}

/** Claims whose person is filed or in a log, of companies with a log; and the companies of such people without one. */
function gatherClaims(evidence: EvidenceReader): { claims: readonly Claim[]; unlogged: readonly number[] } {
  const { groupOf } = readCompanyGroups(evidence, readPharmaCompanies(evidence));
  const reversed = readReversals(evidence);
  const visits = readVisits(evidence, groupOf);
  const filed = new Set(
    readFilings(evidence).flatMap(({ person, company, agency }) =>
      [company, agency].flatMap((org) => (org === null ? [] : [nameIn(evidence, person, groupOf(org))])),
    ),
  );
  const isRep = (person: number, group: number): boolean =>
    filed.has(nameIn(evidence, person, group)) || visits.of(person, group).length > 0;
  const rows = evidence
    .all<FeeRow>(
      `select row, company, handler, payee, day, fen, precision, type, memo, voucher_no as voucher, province from fee
       where company is not null and fen > 0 and (handler is not null or payee_kind = 'person')
         and coalesce(type, 'conference') in ('travel', 'reception', 'conference')
       order by day, row`,
    )
    .filter(
      ({ row, type, memo }) =>
        !reversed.has(row) && (type === 'travel' || type === 'reception' || onTheRoad.test(memo)),
    )
    .flatMap((fee) => {
      const group = groupOf(fee.company);
      const person = [fee.payee, fee.handler].find(
        (each) => each !== null && isPersonName(evidence.party(each).name) && isRep(each, group),
      );
      return person === undefined || person === null ? [] : [{ ...fee, person, group }];
    });
  const ofDay = new Map<string, number>();
  for (const { person, day } of rows) ofDay.set(`${person} ${day}`, (ofDay.get(`${person} ${day}`) ?? 0) + 1);
  const claims = rows
    .filter(({ group }) => visits.ofGroup(group).length > 0)
    .map(({ row, person, company, group, day, fen: amount, precision, voucher, province }): Claim => {
      const own = visits.of(person, group);
      return {
        row,
        person,
        company,
        group,
        day,
        fen: amount,
        monthOnly: precision === 'month',
        isBatch: ofDay.get(`${person} ${day}`)! >= BATCH,
        city: cityOf(province),
        visits: own,
        isLogged: (from, to) => hasDayIn(visits.ofGroup(group), from, to),
        isSettled: voucher !== null && own.some(({ expenseNo }) => expenseNo === voucher),
      };
    });
  const unlogged = new Set(
    rows.filter(({ group }) => visits.ofGroup(group).length === 0).map(({ company }) => company),
  );
  return { claims, unlogged: [...unlogged] };
}

const nameIn = (evidence: EvidenceReader, person: number, group: number): string =>
  `${keyOfPerson(evidence.party(person).name)} ${group}`;

/** A cell that names a city; a province or a sales region is none. */
function cityOf(written: string | null): string | null {
  const found = /^(?:\p{Script=Han}{2,3}省)?(\p{Script=Han}{2,6}市)/u.exec(written ?? '')?.[1];
  return found ?? null;
}

/** The log by person and company, and by company alone. */
function readVisits(evidence: EvidenceReader, groupOf: (company: number) => number) {
  const cities = new Map(
    evidence
      .all<{ institution: number; city: string }>(
        'select institution, min(city) as city from institution where city is not null group by institution',
      )
      .map(({ institution, city }) => [institution, city]),
  );
  const byName = new Map<string, Visit[]>();
  const byGroup = new Map<number, string[]>();
  const put = (key: string, visit: Visit) => {
    const known = byName.get(key);
    if (known) known.push(visit);
    else byName.set(key, [visit]);
  };
  const rows = evidence.all<{
    row: number;
    rep: number;
    company: number | null;
    hospital: number | null;
    day: string;
    city: string | null;
    expenseNo: string | null;
  }>('select row, rep, company, hospital, day, city, expense_no as expenseNo from rep_visit order by day, row');
  for (const { row, rep, company, hospital, day, city, expenseNo } of rows) {
    const place = city ?? (hospital === null ? null : (cities.get(hospital) ?? cityOf(evidence.party(hospital).name)));
    const visit = { row, day, city: place, expenseNo };
    put(`${keyOfPerson(evidence.party(rep).name)} ${company === null ? '' : groupOf(company)}`, visit);
    if (company === null) continue;
    const group = groupOf(company);
    const known = byGroup.get(group);
    if (known) known.push(day);
    else byGroup.set(group, [day]);
  }
  const found = new Map<string, readonly Visit[]>();
  return {
    ofGroup: (group: number): readonly string[] => byGroup.get(group) ?? [],
    of(person: number, group: number): readonly Visit[] {
      const key = nameIn(evidence, person, group);
      const known = found.get(key);
      if (known) return known;
      // an activity without a company may have been for any
      const loose = byName.get(`${keyOfPerson(evidence.party(person).name)} `) ?? [];
      const own = byName.get(key) ?? [];
      const list =
        loose.length === 0
          ? own
          : [...own, ...loose].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
      found.set(key, list);
      return list;
    },
  };
}

/** Whether sorted days hold one within two. */
function hasDayIn(sorted: readonly string[], from: string, to: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]! <= to;
}

const lacksOf = (evidence: EvidenceReader, companies: readonly number[]): Lack[] =>
  companies
    .map((company) => evidence.party(company).name)
    .sort()
    .map((name) => ({
      id: 'rep_activity',
      words: {
        zh: `没有${name}在费用发生前后的代表活动记录`,
        en: `No activity log of ${name} around the days of the claims`,
      },
    }));

interface Misfit {
  readonly claims: readonly Claim[];
  readonly month: Month;
  readonly why: 'no-activity' | 'other-city' | 'dear';
  readonly z: number | null;
}

/** The days in which an activity accounts for a claim. */
function daysOf({ day, monthOnly, isBatch }: Claim, around: number): { from: string; to: string } {
  if (monthOnly) {
    const { from, before } = boundsOf(monthOf(day));
    return { from: addDays(from, -around), to: addDays(before, around - 1) };
  }
  return { from: addDays(day, -(isBatch ? MONTH + around : around)), to: addDays(day, around) };
}

/** Claims around which the person was nowhere, or only in other cities. */
function unmatched(evidence: EvidenceReader, own: readonly Claim[], { around, min }: Settings): Misfit[] {
  const open = own.flatMap((claim): Array<{ claim: Claim; why: Misfit['why'] }> => {
    const { from, to } = daysOf(claim, around);
    if (claim.isSettled || !claim.isLogged(from, to)) return [];
    const near = claim.visits.filter(({ day }) => day >= from && day <= to);
    if (near.length === 0) return wentToMeeting(evidence, claim, from, to) ? [] : [{ claim, why: 'no-activity' }];
    const { city } = claim;
    if (city === null || near.some((visit) => visit.city === null || isNear(visit.city, city))) return [];
    return isAtHome(evidence, claim, city) || wentToMeeting(evidence, claim, from, to)
      ? []
      : [{ claim, why: 'other-city' }];
  });
  return [...Map.groupBy(open, ({ claim }) => monthOf(claim.day))]
    .filter(([, list]) => sumOf(list.map(({ claim }) => claim)) >= fenOf(min))
    .flatMap(([month, list]) =>
      [...Map.groupBy(list, ({ why }) => why)].map(
        ([why, group]): Misfit => ({ month, why, claims: group.map(({ claim }) => claim), z: null }),
      ),
    );
}

function isNear(a: string, b: string): boolean {
  if (isSameCity(a, b)) return true;
  const apart = kilometresBetween(a, b);
  return apart !== undefined && apart <= NEAR_KM;
}

/** The city in which the company has its seat. */
const isAtHome = (evidence: EvidenceReader, { company }: Claim, city: string): boolean =>
  [
    evidence.party(company).name,
    ...evidence
      .all<{ address: string | null }>('select address from company where company = :company', { company })
      .map(({ address }) => address ?? ''),
  ].some((place) => place !== '' && isSameCity(city, place));

/** Came to a conference in these days, or the company stood behind one. */
const wentToMeeting = (evidence: EvidenceReader, { person, company }: Claim, from: string, to: string): boolean => {
  const met = readMeetingDays(evidence);
  return [person, company].some((party) => hasDayIn(met.get(party) ?? [], from, to));
};

/** Party → the sorted days of the conferences it came to or stood behind. */
const readMeetingDays = (evidence: EvidenceReader): ReadonlyMap<number, readonly string[]> =>
  evidence.once('days of meetings by party', () => {
    const rows = evidence.all<{ party: number; day: string }>(
      `select person as party, day from attendance where person is not null and day is not null
       union select party, day from meeting_party where party is not null and day is not null order by 1, 2`,
    );
    return new Map(
      [...Map.groupBy(rows, ({ party }) => party)].map(([party, list]) => [party, list.map(({ day }) => day)]),
    );
  });

interface PersonMonth {
  readonly person: number;
  readonly month: Month;
  readonly claims: readonly Claim[];
  readonly each: number;
}

/** What an activity cost in each month of each person of a company with both. */
function personMonths(claims: readonly Claim[]): PersonMonth[] {
  return [...Map.groupBy(claims, ({ person, day }) => `${person} ${monthOf(day)}`).values()].flatMap((list) => {
    const [{ person, day, visits }] = [list[0]!];
    const month = monthOf(day);
    const acts = visits.filter((visit) => monthOf(visit.day) === month).length;
    return acts === 0 ? [] : [{ person, month, claims: list, each: sumOf(list) / acts }];
  });
}

/** Months in which an activity cost far more than the others of the company. */
function dear(evidence: EvidenceReader, own: readonly Claim[], { z0, min, peers }: Settings): Misfit[] {
  const byGroup = evidence.once(
    'months of claims',
    () =>
      new Map(
        [...Map.groupBy(readClaims(evidence).claims, ({ group }) => group)].map(([group, list]) => [
          group,
          personMonths(list),
        ]),
      ),
  );
  const [{ person, group }] = [own[0]!];
  const months = byGroup.get(group)!;
  const others = months.filter((each) => each.person !== person).map(({ each }) => each);
  if (others.length < peers) return [];
  const median = medianOf(others);
  return months
    .filter((each) => each.person === person && sumOf(each.claims) >= fenOf(min))
    .flatMap(({ month, claims, each }): Misfit[] => {
      const z = robustZ(each, others);
      return z >= z0 && each >= TIMES * median ? [{ month, why: 'dear', claims, z }] : [];
    });
}

function hitOf(evidence: EvidenceReader, own: readonly Claim[], misfits: readonly Misfit[], settings: Settings): Hit {
  const [person, company] = [evidence.party(own[0]!.person), evidence.party(own[0]!.company)];
  const claims = [...new Map(misfits.flatMap((each) => each.claims).map((claim) => [claim.row, claim])).values()];
  const total = sumOf(claims);
  const months = [...new Set(misfits.map(({ month }) => month))];
  const of = (why: Misfit['why']) => misfits.filter((each) => each.why === why);
  const lines = (why: Misfit['why']) => of(why).flatMap((each) => each.claims);
  const z = Math.max(...of('dear').map((each) => each.z ?? 0));
  const monthly = months.map((month) => sumOf(claims.filter(({ day }) => monthOf(day) === month)));
  const notes = {
    'no-activity': { zh: '前后没有本人的活动记录', en: 'No activity of the person around the day' },
    'other-city': { zh: '前后的活动都在别的城市', en: 'All activities around the day were in other cities' },
    dear: { zh: '当月单次活动费用偏高', en: 'A dear month for each activity' },
  };
  const noteOf = ({ row }: Claim) => notes[misfits.find((each) => each.claims.some((claim) => claim.row === row))!.why];
  return {
    key: `${person.uid}→${company.uid}`,
    severity: Math.min(3, severityOfAmount(total)) as 1 | 2 | 3,
    confidence: own[0]!.visits.length === 0 ? 0.4 : of('dear').length === misfits.length ? 0.4 : 0.5,
    params: {
      person: text(person.name),
      company: text(company.name),
      months: count(months.length),
      lines: count(claims.length),
      fen: fen(total),
    },
    measures: [
      measured(
        { zh: '对不上最多的一个月', en: 'The most in a month' },
        fen(Math.max(...monthly)),
        '>=',
        fen(fenOf(settings.min)),
        'min',
      ),
      noted(
        { zh: '前后没有本人活动的费用', en: 'Claims without an activity around' },
        fen(sumOf(lines('no-activity'))),
      ),
      noted({ zh: '活动在别的城市的费用', en: 'Claims from another city' }, fen(sumOf(lines('other-city')))),
      ...(of('dear').length === 0
        ? []
        : Number.isFinite(z)
          ? [
              measured(
                { zh: '单次活动费用的稳健标准分', en: 'Robust z of an activity' },
                number(z),
                '>=',
                number(settings.z0),
                'z0',
              ),
            ]
          : [noted({ zh: '单次活动费用偏高的月份', en: 'Dear months' }, count(of('dear').length))]),
      noted({ zh: '本人全部活动记录', en: 'All activities of the person' }, count(own[0]!.visits.length)),
      noted({ zh: '本人全部同类费用', en: 'All such claims of the person' }, fen(sumOf(own))),
      noted({ zh: '前后天数', en: 'Days around' }, count(settings.around)),
    ],
    fen: total,
    subjects: [
      { role: 'person', party: person.id, name: person.name },
      { role: 'company', party: company.id, name: company.name },
    ],
    rows: [
      ...claims.map((claim): HitRow => ({ row: claim.row, field: 'amount', role: 'evidence', note: noteOf(claim) })),
      ...nearestRows(claims).map(
        (row): HitRow => ({
          row,
          field: 'visit_at',
          role: 'context',
          note: { zh: '本人最近的活动', en: 'The nearest activities of the person' },
        }),
      ),
    ],
  };
}

/** The last activity before and the first after each claim. */
const nearestRows = (claims: readonly Claim[]): number[] => [
  ...new Set(
    claims.flatMap(({ day, visits }) => {
      const after = visits.findIndex((visit) => visit.day > day);
      const at = after === -1 ? visits.length : after;
      return [visits[at - 1], visits[at]].flatMap((visit) => (visit ? [visit.row] : []));
    }),
  ),
];
