import { cityIn, isSameCity, kilometresBetween, provinceIn } from './ask/city-distance.ts';
import { isOnline, saysOnline } from './ask/meetings.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { count, day, measured, noted, number, text } from './ask/values.ts';
import { came, type ExampleRow, meeting } from './example-rows.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const km = { zh: '公里', en: 'km' };

// for the examples
const ordersOf = (many: number): ExampleRow[] =>
  Array.from({ length: many }, (_, i) =>
    prescribed('沈以墨', '1', '2024-05-18', { hospital: '北京市云栖医院', rx_no: `R${i + 1}` }),
  );

export default defineModel({
  id: 'speaker-two-cities',
  version: 2,
  group: 'G1',
  areas: ['society_profit', 'nine_rules'],
  links: ['sale'],
  family: 'academic',
  weight: 0.6,
  title: { zh: '讲者同日异地', en: 'Speaker in two cities on one day' },
  question: {
    zh: '同一讲者是否在同一日、两个无法往返的城市现场讲课或签到？',
    en: 'Did one speaker lecture or sign in on the spot in two cities on one day that nobody can reach both of?',
  },
  summary: {
    zh: '{{person}}有 {{days}} 日同日在两地现场讲课或签到（{{day}}：{{cityA}}、{{cityB}}，相距 {{km}} 公里）',
    en: '{{person}} was on the spot in two cities on {{days}} days ({{day}}: {{cityA}} and {{cityB}}, {{km}} km apart)',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）第五问',
        en: 'National Health Commission, questions and answers of 2023-08-15, question 5',
      },
      text: {
        zh: '需要整治的是那些无中生有、编造虚假学术会议的名头，进行违法违规利益输送……的不法行为。',
        en: 'What has to be put right is inventing sham academic conferences to pass on benefits.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '300 公里、每小时 250 公里和 2 小时没有公开标准；城市距离按城区中心的直线距离，数据来自 GeoNames。',
        en: 'No authority publishes the 300 km, 250 km/h and 2 hours; distances are great-circle distances between city centres from GeoNames.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference_person', fields: ['name'] }],
  settings: [
    {
      name: 'max_km_no_time',
      label: { zh: '无讲课时间时的距离', en: 'Distance without times' },
      unit: km,
      default: 300,
      min: 50,
      max: 3000,
      step: 10,
      basis: {
        zh: '本工具判断：300 公里以内可在两地各半天',
        en: 'Judgement: below it half a day in each city is possible',
      },
    },
    {
      name: 'speed',
      label: { zh: '旅行速度', en: 'Speed of travel' },
      unit: { zh: '公里/小时', en: 'km/h' },
      default: 250,
      min: 50,
      max: 900,
      step: 10,
      basis: { zh: '本工具判断：高铁门到门', en: 'Judgement: high-speed rail' },
    },
    {
      name: 'buffer',
      label: { zh: '进出站时间', en: 'Time at stations' },
      unit: { zh: '小时', en: 'hours' },
      default: 2,
      min: 0,
      max: 12,
      step: 0.5,
      basis: { zh: '本工具判断：进出机场、车站', en: 'Judgement: airports and stations' },
    },
    {
      name: 'min_rx',
      label: { zh: '当日开单起点', en: 'Orders of one day' },
      unit: { zh: '单', en: 'orders' },
      default: 10,
      min: 1,
      max: 500,
      step: 1,
      basis: {
        zh: '本工具判断：少数几单可能由他人代开',
        en: 'Judgement: a few orders can be by others in his name',
      },
    },
  ],
  innocent: [
    { zh: '当日处方由下级医生代开', en: 'Orders of that day were entered by junior doctors' },
    { zh: '线上讲课被记为现场', en: 'An online lecture recorded as on the spot' },
    { zh: '两人同名', en: 'Two people of one name' },
    { zh: '相近城市间有早晚航班往返', en: 'Morning and evening flights between the cities' },
    { zh: '多日会议只写了首日日期', en: 'Of a conference of several days only the first is written' },
  ],
  blindSpots: [
    {
      zh: '处方只有日期没有钟点；医院所在城市不明、或当日开单不超过起点的不比对',
      en: 'Prescriptions give days, not hours; hospitals whose city is unknown and days with few orders are not compared',
    },
    {
      zh: '会期多日、名单又没有逐日日期和讲课时间的会议不判断',
      en: 'Conferences of several days without the day of each lecture are not judged',
    },
    {
      zh: '不在城市表中的地名无法计算距离，只作低置信提示，同省的不提示',
      en: 'Places outside the table have no distance: only a hint of low confidence, and none within one province',
    },
  ],

  coverage(evidence) {
    if (
      evidence.hasField('conference_person', 'city') ||
      evidence.hasField('conference', 'city') ||
      evidence.hasField('conference', 'venue')
    )
      return [];
    return [
      {
        id: 'conference.city',
        words: {
          zh: '会议表和名单都没有城市或地点一列',
          en: 'Neither lists nor rosters have a column of cities or venues',
        },
      },
    ];
  },

  find(evidence, settings) {
    const meetingStays = readStays(evidence);
    const stays = [...meetingStays, ...readClinics(evidence, meetingStays, settings.min_rx)];
    const hits: Hit[] = [];
    for (const [person, all] of Map.groupBy(stays, (stay) => stay.person)) {
      evidence.breathe();
      const trips = [...Map.groupBy(all, (stay) => stay.day)]
        .map(([, sameDay]) => impossibleTrip(evidence, sameDay, settings))
        .filter((trip) => trip !== undefined)
        .sort((a, b) => (a.one.day < b.one.day ? -1 : 1));
      if (trips.length === 0) continue;
      const told = trips.filter(({ km: distance, clash }) => distance !== undefined || clash);
      const worst = (told.length > 0 ? told : trips).toSorted(
        (a, b) => (b.km ?? -1) - (a.km ?? -1) || (a.one.day < b.one.day ? -1 : 1),
      )[0]!;
      const who = evidence.party(person);
      const fees = trips.flatMap(({ one, other }) => [one, other]);
      const paidTwice = trips.some(({ one, other }) => one.fen > 0 && other.fen > 0);
      const nameOnly = trips.every(({ one, other }) => one.alone === 1 || other.alone === 1);
      const severity = told.length >= 3 ? 4 : paidTwice ? 3 : 2;
      hits.push({
        key: who.uid,
        severity: told.length === 0 ? 1 : severity,
        confidence: nameOnly ? 0.3 : told.length === 0 ? 0.3 : 0.85,
        params: {
          person: text(who.name),
          days: count(trips.length),
          day: day(worst.one.day),
          cityA: text(worst.one.city),
          cityB: text(worst.other.city),
          km: worst.km === undefined ? text('?') : number(worst.km),
        },
        measures: [
          worst.minutes === undefined || worst.km === undefined
            ? measured(
                { zh: '两地距离（公里）', en: 'Distance (km)' },
                worst.km === undefined ? text('?') : number(worst.km),
                worst.km === undefined ? 'none' : '>',
                number(settings.max_km_no_time),
                'max_km_no_time',
              )
            : measured(
                { zh: '两场之间的分钟数', en: 'Minutes between the two' },
                number(worst.minutes),
                '<',
                number(Math.ceil((worst.km * 60) / settings.speed + settings.buffer * 60)),
                'speed',
              ),
          noted({ zh: '同日异地的日数', en: 'Days in two cities' }, count(trips.length)),
          noted({ zh: '其中距离未知', en: 'Of these with unknown distance' }, count(trips.length - told.length)),
        ],
        fen: fees.some(({ fen: paid }) => paid > 0) ? fees.reduce((sum, { fen: paid }) => sum + paid, 0) : null,
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[...new Set(fees.flatMap(({ conference }) => (conference === null ? [] : [conference])))].map((party) => ({
            role: 'conference',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: fees.flatMap(rowsOf),
      });
    }
    return { examined: new Set(stays.map(({ person }) => person)).size, hits };
  },

  examples: [
    {
      title: '同日在北京、广州两地讲课，两处都有讲课费',
      sheets: {
        conference: [
          meeting('华北骨科学术会议', '2024-05-18', { city: '北京市', venue: '北京云栖会议中心A厅' }),
          meeting('华南关节外科学术会议', '2024-05-18', { city: '广州市', venue: '广州云栖会议中心B厅' }),
        ],
        conference_person: [
          came('华北骨科学术会议', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '关节翻修',
            fee: '3000.00',
          }),
          came('华南关节外科学术会议', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '围术期管理',
            fee: '3000.00',
          }),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '上海 11:00 讲完，成都 14:00 开讲：一千六百公里，三小时到不了',
      sheets: {
        conference: [
          meeting('华东脊柱外科论坛', '2024-05-18', { city: '上海市', venue: '上海云栖会议中心' }),
          meeting('西南脊柱外科论坛', '2024-05-18', { city: '成都市', venue: '成都云栖会议中心' }),
        ],
        conference_person: [
          came('华东脊柱外科论坛', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '脊柱微创',
            session_start: '2024-05-18 10:00',
            session_end: '2024-05-18 11:00',
          }),
          came('西南脊柱外科论坛', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '脊柱翻修',
            session_start: '2024-05-18 14:00',
            session_end: '2024-05-18 15:00',
          }),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '两地时间够往返：上海 08:00–09:00，成都 19:00：不提示',
      sheets: {
        conference: [
          meeting('华东脊柱外科论坛', '2024-05-18', { city: '上海市', venue: '上海云栖会议中心' }),
          meeting('西南脊柱外科论坛', '2024-05-18', { city: '成都市', venue: '成都云栖会议中心' }),
        ],
        conference_person: [
          came('华东脊柱外科论坛', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '脊柱微创',
            session_start: '2024-05-18 08:00',
            session_end: '2024-05-18 09:00',
          }),
          came('西南脊柱外科论坛', '2024-05-18', '沈以墨', '澄溪市第一人民医院', {
            role: '讲者',
            topic: '脊柱翻修',
            session_start: '2024-05-18 19:00',
            session_end: '2024-05-18 20:00',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '上海与杭州相距不足三百公里：不提示',
      sheets: {
        conference: [
          meeting('华东骨科论坛', '2024-05-18', { city: '上海市', venue: '上海云栖会议中心' }),
          meeting('浙江骨科论坛', '2024-05-18', { city: '杭州市', venue: '杭州云栖会议中心' }),
        ],
        conference_person: ['华东骨科论坛', '浙江骨科论坛'].map((name) =>
          came(name, '2024-05-18', '沈以墨', '澄溪市第一人民医院', { role: '讲者', topic: '关节翻修', fee: '3000.00' }),
        ),
      },
      finds: [],
    },
    {
      title: '一处现场、一处线上：不提示',
      sheets: {
        conference: [
          meeting('华北骨科学术会议', '2024-05-18', { city: '北京市', venue: '北京云栖会议中心A厅' }),
          meeting('骨科病例讨论会', '2024-05-18', { type: '线上会议', city: '广州市', venue: '线上（澄云会议平台）' }),
        ],
        conference_person: ['华北骨科学术会议', '骨科病例讨论会'].map((name) =>
          came(name, '2024-05-18', '沈以墨', '澄溪市第一人民医院', { role: '讲者', topic: '关节翻修', fee: '3000.00' }),
        ),
      },
      finds: [],
    },
    {
      title: '在广州讲课当日，本院开了十一单处方',
      sheets: {
        institution: [{ name: '北京市云栖医院', city: '北京市', kind: '医院' }],
        conference: [meeting('华南关节外科学术会议', '2024-05-18', { city: '广州市', venue: '广州云栖会议中心B厅' })],
        conference_person: [
          came('华南关节外科学术会议', '2024-05-18', '沈以墨', '北京市云栖医院', { role: '讲者', topic: '关节翻修' }),
        ],
        prescription: ordersOf(11),
      },
      finds: ['沈以墨'],
    },
    {
      title: '在广州讲课当日，本院只有十单处方：不提示',
      sheets: {
        institution: [{ name: '北京市云栖医院', city: '北京市', kind: '医院' }],
        conference: [meeting('华南关节外科学术会议', '2024-05-18', { city: '广州市', venue: '广州云栖会议中心B厅' })],
        conference_person: [
          came('华南关节外科学术会议', '2024-05-18', '沈以墨', '北京市云栖医院', { role: '讲者', topic: '关节翻修' }),
        ],
        prescription: ordersOf(10),
      },
      finds: [],
    },
    {
      title: '两名同名医生各在一城，单位不同：不提示',
      sheets: {
        conference: [
          meeting('华北骨科学术会议', '2024-05-18', { city: '北京市', venue: '北京云栖会议中心A厅' }),
          meeting('华南关节外科学术会议', '2024-05-18', { city: '广州市', venue: '广州云栖会议中心B厅' }),
        ],
        conference_person: [
          came('华北骨科学术会议', '2024-05-18', '沈以墨', '澄溪市第一人民医院', { role: '讲者', topic: '关节翻修' }),
          came('华南关节外科学术会议', '2024-05-18', '沈以墨', '望川市人民医院', { role: '讲者', topic: '围术期管理' }),
        ],
      },
      finds: [],
    },
    {
      title: '会期三天的会议没有写明讲课日：不判断',
      sheets: {
        conference: [
          meeting('华北骨科学术会议', '2024-05-17', {
            end_date: '2024-05-19',
            city: '北京市',
            venue: '北京云栖会议中心A厅',
          }),
          meeting('华南关节外科学术会议', '2024-05-17', { city: '广州市', venue: '广州云栖会议中心B厅' }),
        ],
        conference_person: ['华北骨科学术会议', '华南关节外科学术会议'].map((name) =>
          came(name, '2024-05-17', '沈以墨', '澄溪市第一人民医院', { role: '讲者', topic: '关节翻修' }),
        ),
      },
      finds: [],
    },
  ],
});

/** A person on the spot at a conference on a day. */
interface Stay {
  readonly row: number;
  readonly person: number;
  readonly alone: number;
  /** null where he treated patients in his hospital */
  readonly conference: number | null;
  readonly meetingRow: number | null;
  readonly day: string;
  readonly city: string;
  readonly cityField: { readonly row: number; readonly field: string };
  readonly province: string | undefined;
  /** minutes after midnight */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** fee paid, by the payment found for it or as the roster states it */
  readonly fen: number;
  readonly paymentRow: number | null;
  readonly copyRow: number | null;
  /** orders entered in his hospital on that day; 0 at a conference */
  readonly orders: number;
}

interface Attended {
  row: number;
  person: number;
  alone: number;
  conference: number;
  role: string;
  attendanceDay: string | null;
  attendanceCity: string | null;
  sessionStart: string | null;
  sessionEnd: string | null;
  feeFen: number | null;
  grossFen: number | null;
  meetingRow: number | null;
}

interface Meeting {
  name: string | null;
  type: string | null;
  startDay: string | null;
  endDay: string | null;
  precision: string | null;
  meetingCity: string | null;
  province: string | null;
  venue: string | null;
}

type StayRow = Attended & Meeting;

const noMeeting: Meeting = {
  name: null,
  type: null,
  startDay: null,
  endDay: null,
  precision: null,
  meetingCity: null,
  province: null,
  venue: null,
};

/** Everybody who spoke, presided or signed in, with the day and city where both are certain. Online meetings are nowhere. */
function readStays(evidence: EvidenceReader): Stay[] {
  const meetings = new Map(
    evidence
      .all<Meeting & { row: number }>(
        `select row, name, type, start_day as startDay, end_day as endDay, precision, city as meetingCity, province, venue from meeting order by row`,
      )
      .map(({ row, ...meeting }) => [row, meeting]),
  );
  const attended = evidence.all<Attended>(
    `select a.row as row, a.person as person, a.alone as alone, a.conference as conference, a.role as role, a.day as attendanceDay, a.city as attendanceCity,
            a.session_start as sessionStart, a.session_end as sessionEnd, a.fee_fen as feeFen, a.fee_gross_fen as grossFen,
            (select min(m.row) from meeting m where m.conference = a.conference) as meetingRow
     from attendance a join who w on w.party = a.person
     where w.kind = 'person' and a.conference is not null and (a.role in ('speaker', 'chair', 'discussant') or a.signed = 1) order by a.row`,
  );
  const rows = attended.map(
    (row): StayRow => ({ ...row, ...((row.meetingRow && meetings.get(row.meetingRow)) || noMeeting) }),
  );
  const days = new Map<number, Set<string>>();
  for (const { conference, attendanceDay } of rows)
    if (attendanceDay !== null) days.set(conference, (days.get(conference) ?? new Set()).add(attendanceDay));
  const payments = readFeePayments(evidence);
  return rows.flatMap((row): Stay[] => {
    const meeting = { type: row.type, venue: row.venue, name: row.name ?? '' };
    if (isOnline(meeting) || saysOnline(row.attendanceCity ?? '')) return [];
    const on = dayOf(row, (days.get(row.conference)?.size ?? 0) > 1);
    const where = row.attendanceCity ?? row.meetingCity ?? row.venue;
    if (on === undefined || where === null) return [];
    const payment = payments.get(`${row.conference} ${keyOfPerson(evidence.party(row.person).name)}`);
    return [
      {
        row: row.row,
        person: row.person,
        alone: row.alone,
        conference: row.conference,
        meetingRow: row.meetingRow,
        day: on,
        city: cityIn(where) ?? where,
        cityField:
          row.attendanceCity !== null || row.meetingRow === null
            ? { row: row.row, field: 'city' }
            : { row: row.meetingRow, field: row.meetingCity !== null ? 'city' : 'venue' },
        province: provinceIn(row.province, where),
        from: minutesOf(row.sessionStart),
        to: minutesOf(row.sessionEnd) ?? minutesOf(row.sessionStart),
        fen: payment?.fen ?? row.feeFen ?? row.grossFen ?? 0,
        paymentRow: payment?.row ?? null,
        copyRow: payment?.copy ?? null,
        orders: 0,
      },
    ];
  });
}

/** The days of these people on which they entered more than so many orders in a hospital whose city the register of institutions gives. */
function readClinics(evidence: EvidenceReader, stays: readonly Stay[], least: number): Stay[] {
  if (!evidence.has('prescription') || !evidence.has('institution')) return [];
  const wanted = new Set(stays.map(({ person, day: on }) => `${person} ${on}`));
  const cities = new Map(
    evidence
      .all<{ institution: number; row: number; city: string }>(
        'select institution, row, city from institution where city is not null order by row desc',
      )
      .map(({ institution, ...where }) => [institution, where]),
  );
  return evidence
    .all<{ doctor: number; hospital: number; day: string; row: number; orders: number }>(
      `select doctor, hospital, day, min(row) as row, count(distinct coalesce(rx_no, row)) as orders from prescription
       where hospital is not null and precision = 'day' group by doctor, hospital, day having orders > :least`,
      { least },
    )
    .flatMap(({ doctor, hospital, day: on, row, orders }): Stay[] => {
      const where = cities.get(hospital);
      if (!where || !wanted.has(`${doctor} ${on}`)) return [];
      return [
        {
          row,
          person: doctor,
          alone: 0,
          conference: null,
          meetingRow: null,
          day: on,
          city: cityIn(where.city) ?? where.city,
          cityField: { row: where.row, field: 'city' },
          province: provinceIn(null, where.city),
          from: undefined,
          to: undefined,
          fen: 0,
          paymentRow: null,
          copyRow: null,
          orders,
        },
      ];
    });
}

/** The one day on which the person was there; undefined where a conference of several days does not say. */
function dayOf(row: StayRow, rosterTellsDays: boolean): string | undefined {
  const session = /^\d{4}-\d{2}-\d{2}/.exec(row.sessionStart ?? '')?.[0];
  if (session !== undefined) return session;
  if (row.startDay === null) return row.attendanceDay ?? undefined;
  if (rosterTellsDays && row.attendanceDay !== null) return row.attendanceDay;
  return row.startDay === row.endDay && row.precision === 'day' ? row.startDay : undefined;
}

function minutesOf(moment: string | null): number | undefined {
  const time = /(\d{2}):(\d{2})(?::\d{2})?$/.exec(moment ?? '');
  return time ? Number(time[1]) * 60 + Number(time[2]) : undefined;
}

/** Conference and person → the payment of the fee: the bank booking where there is one, with the ledger line beside it. */
function readFeePayments(evidence: EvidenceReader): Map<string, { row: number; fen: number; copy: number | null }> {
  const rows = evidence.all<{
    conference: number;
    person: number;
    row: number;
    fen: number;
    copy: number | null;
    isCopy: number;
  }>(
    `select y.conference as conference, y.payee as person, y.row as row, y.fen as fen, b.ledger_row as copy, c.ledger_row is not null as isCopy
     from meeting_payment y left join paid_booking b on b.bank_row = y.row left join paid_booking c on c.ledger_row = y.row
     where y.how = 'speaker' order by y.row`,
  );
  const payments = new Map<string, { row: number; fen: number; copy: number | null }>();
  for (const { conference, person, row, fen: paid, copy, isCopy } of rows) {
    const key = `${conference} ${keyOfPerson(evidence.party(person).name)}`;
    if (isCopy === 0 && !payments.has(key)) payments.set(key, { row, fen: paid, copy });
  }
  return payments;
}

interface Trip {
  readonly one: Stay;
  readonly other: Stay;
  readonly km: number | undefined;
  readonly minutes: number | undefined;
  /** the two sessions overlap: impossible whatever the distance */
  readonly clash: boolean;
}

type Limits = { readonly speed: number; readonly buffer: number; readonly max_km_no_time: number };

/** The two stays of one day that are furthest apart and exclude each other. */
function impossibleTrip(evidence: EvidenceReader, stays: readonly Stay[], limits: Limits): Trip | undefined {
  let worst: Trip | undefined;
  // an order that does not depend on which file came first
  const sorted = stays.toSorted(
    (a, b) => (a.from ?? 0) - (b.from ?? 0) || (a.city < b.city ? -1 : a.city > b.city ? 1 : a.row - b.row),
  );
  for (const [i, one] of sorted.entries())
    for (const other of sorted.slice(i + 1)) {
      if (one.conference === other.conference || isSameCity(one.city, other.city)) continue;
      const trip = measuredTrip(one, other, limits);
      if (
        !trip ||
        [one, other].some(({ row, conference }) => conference !== null && saysOnline(evidence.shown(row, 'role')))
      )
        continue;
      if (!worst || (trip.km ?? -1) > (worst.km ?? -1)) worst = trip;
    }
  return worst;
}

function measuredTrip(one: Stay, other: Stay, { speed, buffer, max_km_no_time: most }: Limits): Trip | undefined {
  const distance = kilometresBetween(one.city, other.city);
  const [first, second] = (one.from ?? 0) <= (other.from ?? 0) ? [one, other] : [other, one];
  const timed = first.to !== undefined && second.from !== undefined && first.from !== undefined;
  const minutes = timed ? second.from! - first.to! : undefined;
  const clash = minutes !== undefined && minutes < 0;
  const trip = { one, other, km: distance, minutes, clash };
  if (clash) return trip;
  if (distance === undefined) return one.province !== undefined && one.province === other.province ? undefined : trip;
  // minutes / 60 < km / speed + buffer, in whole numbers of (minutes × speed)
  if (minutes !== undefined) return minutes * speed < distance * 60 + buffer * 60 * speed ? trip : undefined;
  return distance > most ? trip : undefined;
}

const unknownDistance = {
  zh: '距离未知：城市不在距离表中，请核对两地能否往返',
  en: 'Distance unknown: the place is not in the table; check whether both can be reached',
};

function rowsOf(stay: Stay): HitRow[] {
  if (stay.conference === null)
    return [
      {
        row: stay.row,
        field: 'doctor',
        role: 'evidence',
        note: { zh: `当日在本院开单 ${stay.orders} 单`, en: `${stay.orders} orders in his hospital on that day` },
      },
      { ...stay.cityField, role: 'context', note: { zh: '医院所在城市', en: 'The city of the hospital' } },
    ];
  const note = cityIn(stay.city) === undefined ? { note: unknownDistance } : {};
  const rows: HitRow[] = [
    { row: stay.row, field: stay.paymentRow === null && stay.fen > 0 ? 'fee' : 'name', role: 'evidence' },
    { ...stay.cityField, role: stay.cityField.row === stay.row ? 'context' : 'evidence', ...note },
  ];
  if (stay.meetingRow !== null && stay.cityField.row !== stay.meetingRow)
    rows.push({ row: stay.meetingRow, field: 'name', role: 'evidence' });
  if (stay.paymentRow !== null) rows.push({ row: stay.paymentRow, field: 'amount', role: 'evidence' });
  if (stay.copyRow !== null)
    rows.push({
      row: stay.copyRow,
      field: 'amount',
      role: 'context',
      note: { zh: '同一笔款项的费用账', en: 'The ledger line of the same payment' },
    });
  return rows;
}
