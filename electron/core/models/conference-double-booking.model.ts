import { addDays, dayFromNumber } from '../../../shared/evidence/day.ts';
import { springFestivals } from '../../../shared/evidence/festivals.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { stepped } from './ask/amount-band.ts';
import { cityIn } from './ask/city-distance.ts';
import { components } from './ask/components.ts';
import { doubleBookings } from './ask/double-bookings.ts';
import { readMeetingMoney, spentOn } from './ask/meeting-spending.ts';
import { isOnline, type Meeting, readMeetings } from './ask/meetings.ts';
import { isOneSeries, isSameUnderTwoNames } from './ask/name-likeness.ts';
import { readRealities } from './ask/reality.ts';
import { count, day, fen, measured, noted, people, text } from './ask/values.ts';
import { meeting } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'conference-double-booking',
  version: 1,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'academic',
  weight: 0.4,
  title: { zh: '会议场地/日期冲突', en: 'Impossible conference schedule' },
  question: {
    zh: '是否有会议在同一会场同一时段重叠、同一主办方一日多城、备案晚于会议，或在长假首日现场召开？',
    en: 'Do conferences share a hall at one time, does one organiser hold many in different cities on one day, was one filed after it ended, or held on the spot on the first days of a long holiday?',
  },
  summary: {
    zh: '“{{conference}}”（{{day}}）等 {{conferences}} 场会议的场地或日期有 {{conflicts}} 处说不通，涉及费用 {{fen}}',
    en: '{{conference}} ({{day}}) and others, {{conferences}} in all, have {{conflicts}} conflicts of place or date, cost {{fen}}',
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
        zh: '一日三城、长假头三日五十人没有公开标准，由本工具给出；同一酒店不算同一会场，须写明厅室。',
        en: "Three cities a day and fifty people on the first days of a holiday are this tool's; one hotel is not one hall.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference', fields: ['name', 'start_date'] }],
  settings: [
    {
      name: 'k',
      label: { zh: '同一主办方同日城市数', en: 'Cities of one organiser on one day' },
      unit: { zh: '城', en: 'cities' },
      default: 3,
      min: 1,
      max: 30,
      step: 1,
      basis: {
        zh: '本工具判断：学会一日可办多场，超过三城现场会议不寻常',
        en: 'Judgement: a society can run several, on the spot in more than three cities is unusual',
      },
    },
    {
      name: 'holiday_people',
      label: { zh: '长假现场人数', en: 'People on the spot on a holiday' },
      unit: people,
      default: 50,
      min: 5,
      max: 1000,
      step: 5,
      basis: {
        zh: '本工具判断：10月1–3日、正月初一至初三',
        en: 'Judgement: 1-3 October and the first three days of the Spring Festival',
      },
    },
  ],
  innocent: [
    { zh: '大型酒店有多个同名厅室', en: 'A large hotel has several halls of one name' },
    { zh: '全国性学会的各地分会同日开会', en: 'Regional chapters of a national society meet on one day' },
    { zh: '两场会议上、下午分用同一会场', en: 'Two meetings use one hall in the morning and in the afternoon' },
  ],
  blindSpots: [
    { zh: '只写酒店、没有写明厅室的不比较', en: 'Venues that name a hotel without a hall are not compared' },
    { zh: '会议表没有上下午时间，分用会场须人工核对', en: 'Lists give no hours: sharing a hall has to be checked' },
    { zh: '核验为真实的会议不提示', en: 'Conferences that check as genuine are left alone' },
  ],

  find(evidence, settings) {
    const genuine = new Set(
      readRealities(evidence).flatMap(({ conference, result }) => (result === 'genuine' ? [conference] : [])),
    );
    const meetings = readMeetings(evidence).filter(({ conference }) => !genuine.has(conference));
    const conflicts = [
      ...inOneHall(meetings),
      ...inManyCities(evidence, meetings, settings.k),
      ...filedLate(evidence, meetings),
      ...onHolidays(evidence, meetings, settings.holiday_people),
    ];
    const groups = components();
    for (const {
      meetings: [first, ...others],
    } of conflicts)
      for (const other of others) groups.unite(first!.conference, other.conference);
    const money = readMeetingMoney(evidence);
    const hits = [...Map.groupBy(conflicts, ({ meetings: [first] }) => groups.groupOf(first!.conference)).values()].map(
      (found): Hit => {
        const records = [...new Set(found.flatMap((conflict) => conflict.meetings))].toSorted(
          (a, b) => a.start - b.start || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.row - b.row),
        );
        const byConference = [...Map.groupBy(records, ({ conference }) => conference)];
        const spent = byConference.map(([conference, list]) => spentOn(list, money.get(conference) ?? []));
        const total = spent.reduce((sum, each) => sum + each.fen, 0);
        const paid = spent.some(({ seen }) => seen > 0);
        const largest = (kind: Kind) =>
          Math.max(0, ...found.filter((each) => each.kind === kind).map(({ value }) => value));
        const of = (kind: Kind) => count(found.filter((each) => each.kind === kind).length);
        return {
          key: byConference
            .map(([conference]) => evidence.party(conference).uid)
            .sort()
            .slice(0, 2)
            .join('×'),
          severity: stepped(2, paid ? 1 : 0),
          confidence: found.some(({ kind }) => kind === 'hall' || kind === 'filing') ? 0.8 : 0.5,
          params: {
            conference: text(records[0]!.name),
            day: day(records[0]!.startDay),
            conferences: count(byConference.length),
            conflicts: count(found.length),
            fen: fen(total),
          },
          measures: [
            noted({ zh: '同一会场同一时段', en: 'One hall at one time' }, of('hall')),
            measured(
              { zh: '同一主办方同日现场会议的城市（最多）', en: 'Cities of one organiser on one day (most)' },
              count(largest('cities')),
              largest('cities') > settings.k ? '>' : 'none',
              count(settings.k),
              'k',
            ),
            noted({ zh: '备案晚于会议结束', en: 'Filed after it had ended' }, of('filing')),
            measured(
              { zh: '长假头三日现场人数（最多）', en: 'People on the spot on a holiday (most)' },
              count(largest('holiday')),
              largest('holiday') > 0 ? '>=' : 'none',
              count(settings.holiday_people),
              'holiday_people',
            ),
          ],
          fen: total > 0 ? total : null,
          subjects: byConference.map(([conference]) => ({
            role: 'conference',
            party: conference,
            name: evidence.party(conference).name,
          })),
          rows: [...spent.flatMap(({ rows }) => rows), ...found.flatMap(({ cells }) => cells)],
        };
      },
    );
    return { examined: meetings.length, hits };
  },

  examples: [
    {
      title: '两场不同的会议同日在同一厅',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { filing_no: '', agenda: '', sponsor: '瑞澜医药有限公司' }),
          meeting('骨水泥应用经验分享会', '2024-03-15', { filing_no: '', agenda: '' }),
        ],
      },
      finds: ['云澜创伤骨科年会'],
    },
    {
      title: '备案晚于会议结束一天',
      sheets: {
        conference: [meeting('骨水泥应用经验分享会', '2024-03-15', { filing_date: '2024-03-16' })],
      },
      finds: ['骨水泥应用经验分享会'],
    },
    {
      title: '同一学会同日在四座城市现场开会',
      sheets: {
        conference: ['南京市', '成都市', '广州市', '沈阳市'].map((city, i) =>
          meeting(`${['创伤', '脊柱', '关节', '运动'][i]}新进展研讨`, '2024-03-15', {
            city,
            venue: `${city}云栖酒店`,
            filing_no: '',
            agenda: '',
          }),
        ),
      },
      finds: ['关节新进展研讨'],
    },
    {
      title: '正月初二现场五十人',
      sheets: {
        conference: [
          meeting('关节假体临床研讨', '2024-02-11', { actual_attendance: '50', filing_no: '', agenda: '' }),
          meeting('脊柱微创沙龙', '2024-02-13', { actual_attendance: '80', filing_no: '', agenda: '' }),
        ],
      },
      finds: ['关节假体临床研讨'],
    },
    {
      title: '同一酒店、未写厅室：不提示',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { filing_no: '', agenda: '', venue: '澄溪临江大酒店' }),
          meeting('骨水泥应用经验分享会', '2024-03-15', { filing_no: '', agenda: '', venue: '澄溪临江大酒店' }),
        ],
      },
      finds: [],
    },
    {
      title: '同一学会同日三城：不超过，不提示',
      sheets: {
        conference: ['南京市', '成都市', '广州市'].map((city, i) =>
          meeting(`${['创伤', '脊柱', '关节'][i]}新进展研讨`, '2024-03-15', {
            city,
            venue: `${city}云栖酒店`,
            filing_no: '',
            agenda: '',
          }),
        ),
      },
      finds: [],
    },
    {
      title: '当日备案、长假四十九人、线上会议：不提示',
      sheets: {
        conference: [
          meeting('骨水泥应用经验分享会', '2024-03-15', { filing_date: '2024-03-15', agenda: '' }),
          meeting('关节假体临床研讨', '2024-10-02', { actual_attendance: '49', filing_no: '', agenda: '' }),
          meeting('脊柱直播课', '2024-10-03', {
            actual_attendance: '300',
            filing_no: '',
            agenda: '',
            type: '线上会议',
            venue: '澄云会议平台',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '同一培训班的两期分用一厅：不提示',
      sheets: {
        conference: [
          meeting('关节外科规范化培训班第1期', '2024-03-15', { filing_no: '', agenda: '' }),
          meeting('关节外科规范化培训班第2期', '2024-03-15', { filing_no: '', agenda: '' }),
        ],
      },
      finds: [],
    },
    {
      title: '没有会议表：无法判断',
      sheets: { staff: [{ name: '沈以墨', employer: '澄溪市第一人民医院', dept: '骨科' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Kind = 'hall' | 'cities' | 'filing' | 'holiday';

/** Something about places or dates that cannot be as it is written. */
interface Conflict {
  readonly kind: Kind;
  readonly meetings: readonly Meeting[];
  /** cities of one day, or people on a holiday */
  readonly value: number;
  readonly cells: readonly HitRow[];
}

const cell = (row: number, field: string, note: Bilingual): HitRow => ({ row, field, role: 'evidence', note });

function inOneHall(meetings: readonly Meeting[]): Conflict[] {
  return doubleBookings(meetings).map((pair) => ({
    kind: 'hall',
    meetings: pair,
    value: 2,
    cells: pair.map(({ row }) =>
      cell(row, 'venue', { zh: '同一会场、同一时段', en: 'The same hall at the same time' }),
    ),
  }));
}

/** One organiser on the spot in more than `most` cities on one day. Parts of one series and one conference in two lists count once. */
function inManyCities(evidence: EvidenceReader, meetings: readonly Meeting[], most: number): Conflict[] {
  const byDay = new Map<string, Meeting[]>();
  for (const each of meetings) {
    const city = each.city === null ? undefined : (cityIn(each.city) ?? each.city);
    if (city === undefined || isOnline(each) || each.end - each.start > 10) continue;
    for (const { party } of organisersOf(evidence, each))
      for (let on = each.start; on <= each.end; on++) {
        const key = `${party} ${on}`;
        const known = byDay.get(key);
        if (known) known.push(each);
        else byDay.set(key, [each]);
      }
  }
  return [...byDay].flatMap(([key, all]): Conflict[] => {
    const apart = all.filter((each, i) =>
      all.slice(0, i).every((other) => !isOneSeries(each.name, other.name) && !isSameUnderTwoNames(each, other)),
    );
    const cities = new Set(apart.map(({ city }) => cityIn(city!) ?? city));
    if (cities.size <= most) return [];
    const on = dayFromNumber(Number(key.split(' ')[1]));
    return [
      {
        kind: 'cities',
        meetings: apart,
        value: cities.size,
        cells: apart.map(({ row }) =>
          cell(row, 'city', {
            zh: `同一主办方 ${on} 在 ${cities.size} 座城市现场开会`,
            en: `One organiser on the spot in ${cities.size} cities on ${on}`,
          }),
        ),
      },
    ];
  });
}

/** Those who hold a meeting: organiser, not whoever carries it out for many. */
function organisersOf(evidence: EvidenceReader, { row }: Meeting): ReadonlyArray<{ party: number }> {
  const all = evidence.once('organisers', () =>
    Map.groupBy(
      evidence.all<{ row: number; party: number }>(
        "select row, party from meeting_party where role = 'organizer' and party is not null order by row, party",
      ),
      (each) => each.row,
    ),
  );
  return all.get(row) ?? [];
}

interface Written {
  readonly row: number;
  readonly filingDay: string | null;
  readonly precision: string;
  readonly actual: number | null;
}

const writtenOf = (evidence: EvidenceReader): ReadonlyMap<number, Written> =>
  evidence.once('filing and attendance', () => {
    const rows = evidence.all<Written>(
      'select row, filing_day as filingDay, precision, actual from meeting order by row',
    );
    return new Map(rows.map((written) => [written.row, written]));
  });

function filedLate(evidence: EvidenceReader, meetings: readonly Meeting[]): Conflict[] {
  const written = writtenOf(evidence);
  return meetings.flatMap((each): Conflict[] => {
    const { filingDay, precision } = written.get(each.row)!;
    const last = dayFromNumber(Math.max(each.start, each.end));
    if (filingDay === null || precision !== 'day' || filingDay <= last) return [];
    const note = { zh: `备案日期晚于会议结束（${last}）`, en: `Filed after it had ended (${last})` };
    return [{ kind: 'filing', meetings: [each], value: 1, cells: [cell(each.row, 'filing_date', note)] }];
  });
}

/** 10月1–3日 and the first three days of the Spring Festival. */
function isHoliday(on: string): boolean {
  if (/-10-0[123]$/.test(on)) return true;
  return springFestivals.some((first) => on >= first && on <= addDays(first, 2));
}

function onHolidays(evidence: EvidenceReader, meetings: readonly Meeting[], least: number): Conflict[] {
  const written = writtenOf(evidence);
  return meetings.flatMap((each): Conflict[] => {
    const { actual, precision } = written.get(each.row)!;
    if (actual === null || actual < least || precision !== 'day' || isOnline(each) || !isHoliday(each.startDay))
      return [];
    const note = { zh: '长假头三日现场召开', en: 'Held on the spot on the first days of a long holiday' };
    return [
      {
        kind: 'holiday',
        meetings: [each],
        value: actual,
        cells: [cell(each.row, 'start_date', note), cell(each.row, 'actual_attendance', note)],
      },
    ];
  });
}
