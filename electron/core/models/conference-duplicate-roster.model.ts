import { stepped } from './ask/amount-band.ts';
import { components } from './ask/components.ts';
import { type CopiedRoster, copiedRosters, participants, rosterRule, type WithRoster } from './ask/copied-rosters.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { readMeetingMoney, spentOn } from './ask/meeting-spending.ts';
import { readMeetings } from './ask/meetings.ts';
import { readRealities } from './ask/reality.ts';
import { readRosters } from './ask/rosters.ts';
import { count, day, fen, measured, noted, ownJudgement, people, ratio, share, text } from './ask/values.ts';
import { came, type ExampleRow, meeting } from './example-rows.ts';
import { defineModel, type Hit, type HitRow } from './model.ts';

/** 20万元 for each of two, from which the matter weighs more. */
const LARGE = 20_000_000;
const MANY = 3;

// for the examples
const crowd = (conference: string, on: string, names: string): ExampleRow[] =>
  [...names].map((letter) =>
    came(conference, on, `参会${letter}`, `云澜省第${'一二三四'[(letter.codePointAt(0) ?? 0) % 4]}医院`),
  );
const twenty = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const bare = { agenda: '', filing_no: '', venue: '', city: '' };

export default defineModel({
  id: 'conference-duplicate-roster',
  version: 1,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'academic',
  weight: 0.5,
  title: { zh: '会议签到名单雷同', en: 'Duplicate attendee rosters' },
  question: {
    zh: '两场不同的会议，参会名单是否几乎一样，或者成段次序完全相同？',
    en: 'Do two different conferences have nearly the same list of participants, or long runs of names in the same order?',
  },
  summary: {
    zh: '“{{conference}}”（{{day}}）等 {{conferences}} 场会议参会名单雷同，最多 {{all}} 人中 {{shared}} 人相同，涉及费用 {{fen}}',
    en: '{{conference}} ({{day}}) and others, {{conferences}} conferences, have nearly the same roster: {{shared}} of {{all}} people, cost {{fen}}',
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
        zh: '名单重合八成、十五人、连续十二人同序没有公开标准，由本工具给出，可按案件调整。',
        en: "No authority publishes four fifths, fifteen people or twelve names in order; they are this tool's and can be set per case.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'conference_person', fields: ['name'] },
    { category: 'conference', fields: ['name', 'start_date'] },
  ],
  settings: [
    {
      name: 'jaccard',
      label: { zh: '名单重合比例', en: 'People in both of people in either' },
      unit: share,
      default: rosterRule.jaccard,
      min: 0.5,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：同一名单再次使用', en: 'Judgement: the same list used again' },
    },
    {
      name: 'min_size',
      label: { zh: '最少参会人数', en: 'Least people on a list' },
      unit: people,
      default: rosterRule.minSize,
      min: 5,
      max: 200,
      step: 1,
      basis: { zh: '本工具判断：小范围的固定人员自然重合', en: 'Judgement: small teams overlap by nature' },
    },
    {
      name: 'run_len',
      label: { zh: '连续同序人数', en: 'Equal names in equal order' },
      unit: people,
      default: rosterRule.run,
      min: 5,
      max: 100,
      step: 1,
      basis: { zh: '本工具判断：十二人同名同序难以巧合', en: 'Judgement: twelve in one order are hardly chance' },
    },
    {
      name: 'run_jaccard',
      label: { zh: '同序时的重合比例', en: 'People in both where the order is equal' },
      unit: share,
      default: rosterRule.runJaccard,
      min: 0,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '多期培训班，学员相同', en: 'A course of several parts with the same participants' },
    { zh: '同一医院每周的读书会、病例讨论', en: 'A weekly journal club of one hospital' },
    { zh: '专业组成员固定，每次会议都由他们参加', en: 'A working group whose members come every time' },
  ],
  blindSpots: [
    {
      zh: '只比较有共同主办、承办或赞助方的会议；改换名义另行组织的看不到',
      en: 'Only conferences with a common host or sponsor are compared; those under another name are not seen',
    },
    {
      zh: '名单只有姓名、没有单位或号码的，两场会议的同名者不认作一人，雷同看不出来',
      en: 'Where rosters give bare names, equal names at two conferences are not taken as one person, and copying is not seen',
    },
    {
      zh: '两场会议都核验为真实的不提示；一真一疑的，只作线索',
      en: 'Two conferences that both check as genuine are left alone; of a genuine and another one it is a lead only',
    },
  ],

  coverage(evidence) {
    const judged = [...readRosters(evidence).values()].some((roster) => roster.some(({ role }) => role === 'attendee'));
    return judged
      ? []
      : [
          {
            id: 'conference_person.attendee',
            words: { zh: '名单只有讲者，没有参会人员', en: 'The rosters hold speakers only, no participants' },
          },
        ];
  },

  find(evidence, settings) {
    const rosters = readRosters(evidence);
    const all = readMeetings(evidence).map((each) => ({ meeting: each, roster: rosters.get(each.conference) ?? [] }));
    const results = new Map(readRealities(evidence).map(({ conference, result }) => [conference, result]));
    const isGenuine = ({ meeting: { conference } }: WithRoster) => results.get(conference) === 'genuine';
    const pairs = copiedRosters(all, {
      jaccard: settings.jaccard,
      minSize: settings.min_size,
      run: settings.run_len,
      runJaccard: settings.run_jaccard,
    }).filter(({ one, other }) => !isGenuine(one) || !isGenuine(other));
    const groups = components();
    for (const { one, other } of pairs) groups.unite(one.meeting.conference, other.meeting.conference);
    const money = readMeetingMoney(evidence);
    const hits = [...Map.groupBy(pairs, ({ one }) => groups.groupOf(one.meeting.conference)).values()].map(
      (found): Hit => {
        evidence.breathe();
        const meetings = [...new Set(found.flatMap(({ one, other }) => [one, other]))].toSorted(
          (a, b) => a.meeting.start - b.meeting.start || (a.meeting.name < b.meeting.name ? -1 : 1),
        );
        const byConference = [...Map.groupBy(meetings, ({ meeting: { conference } }) => conference)];
        const spent = byConference.map(([conference, records]) =>
          spentOn(
            records.map((each) => each.meeting),
            money.get(conference) ?? [],
          ),
        );
        const total = spent.reduce((sum, each) => sum + each.fen, 0);
        const best = found.toSorted(closest)[0]!;
        const copied = found.some(({ shared, all: people }) => isShareAtLeast(shared, people, settings.jaccard));
        const first = meetings[0]!.meeting;
        return {
          key: byConference
            .map(([conference]) => evidence.party(conference).uid)
            .sort()
            .slice(0, 2)
            .join('≈'),
          severity:
            byConference.length >= MANY ? 4 : stepped(2, spent.filter((each) => each.fen >= LARGE).length >= 2 ? 1 : 0),
          confidence: (copied ? 0.85 : 0.6) * (meetings.some(isGenuine) ? 0.5 : 1),
          params: {
            conference: text(first.name),
            day: day(first.startDay),
            conferences: count(byConference.length),
            shared: count(best.shared),
            all: count(best.all),
            fen: fen(total),
          },
          measures: [
            measured(
              { zh: '名单重合比例（最高的一对）', en: 'People in both of people in either (closest pair)' },
              ratio(best.shared / best.all),
              copied ? '>=' : '<',
              ratio(settings.jaccard),
              'jaccard',
            ),
            measured(
              { zh: '连续同序人数（最多）', en: 'Equal names in equal order (most)' },
              count(Math.max(...found.map(({ run }) => run))),
              found.some(({ run }) => run >= settings.run_len) ? '>=' : '<',
              count(settings.run_len),
              'run_len',
            ),
            measured(
              { zh: '参会人数（最少的一场）', en: 'People on the shortest list' },
              count(Math.min(...meetings.map((each) => participants(each).length))),
              '>=',
              count(settings.min_size),
              'min_size',
            ),
            noted({ zh: '名单雷同的会议', en: 'Conferences of one roster' }, count(byConference.length)),
            noted({ zh: '其中核验为真实', en: 'Of these genuine' }, count(meetings.filter(isGenuine).length)),
          ],
          fen: total > 0 ? total : null,
          subjects: byConference.map(([conference]) => ({
            role: 'conference',
            party: conference,
            name: evidence.party(conference).name,
          })),
          rows: [...spent.flatMap((each) => each.rows), ...matchedRows(found)],
        };
      },
    );
    return { examined: all.filter(({ roster }) => roster.length > 0).length, hits };
  },

  examples: [
    {
      title: '两场会议二十人中十八人相同，手续都不全',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { ...bare, actual_attendance: '20' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', { ...bare, actual_attendance: '20' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', twenty.slice(0, 19)),
          ...crowd('骨水泥应用经验分享会', '2024-08-23', `${twenty.slice(0, 18)}戌`),
        ],
      },
      finds: ['云澜创伤骨科年会'],
    },
    {
      title: '正好八成相同：二十人中十六人',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { ...bare, actual_attendance: '18' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', { ...bare, actual_attendance: '18' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', `${twenty.slice(0, 16)}戌亥`),
          ...crowd('骨水泥应用经验分享会', '2024-08-23', `天地${[...twenty.slice(0, 16)].toReversed().join('')}`),
        ],
      },
      finds: ['云澜创伤骨科年会'],
    },
    {
      title: '三场会议一份名单，另一份次序打乱',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { ...bare, actual_attendance: '20' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', { ...bare, actual_attendance: '20' }),
          meeting('关节假体临床研讨', '2024-11-08', { ...bare, actual_attendance: '20' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', twenty),
          ...crowd('骨水泥应用经验分享会', '2024-08-23', twenty),
          ...crowd('关节假体临床研讨', '2024-11-08', twenty)
            .toSorted((a, b) => (String(a.org) < String(b.org) ? -1 : 1))
            .toReversed(),
        ],
      },
      finds: ['云澜创伤骨科年会'],
    },
    {
      title: '不到八成、又没有十二人同序：不提示',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { ...bare, actual_attendance: '18' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', { ...bare, actual_attendance: '18' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', `${twenty.slice(0, 15)}戌亥`),
          ...crowd('骨水泥应用经验分享会', '2024-08-23', `天地${[...twenty.slice(0, 15)].toReversed().join('')}`),
        ],
      },
      finds: [],
    },
    {
      title: '只有十四人：小范围的固定人员，不提示',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { ...bare, actual_attendance: '14' }),
          meeting('骨水泥应用经验分享会', '2024-08-23', { ...bare, actual_attendance: '14' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', twenty.slice(0, 14)),
          ...crowd('骨水泥应用经验分享会', '2024-08-23', twenty.slice(0, 14)),
        ],
      },
      finds: [],
    },
    {
      title: '同一培训班的第一期和第二期：不提示',
      sheets: {
        conference: [
          meeting('关节外科规范化培训班第1期', '2024-03-15', { ...bare, actual_attendance: '20' }),
          meeting('关节外科规范化培训班第2期', '2024-08-23', { ...bare, actual_attendance: '20' }),
        ],
        conference_person: [
          ...crowd('关节外科规范化培训班第1期', '2024-03-15', twenty),
          ...crowd('关节外科规范化培训班第2期', '2024-08-23', twenty),
        ],
      },
      finds: [],
    },
    {
      title: '每周的科室病例讨论：不提示',
      sheets: {
        conference: [
          meeting('骨科疑难病例讨论', '2024-03-15', { ...bare, type: '科室会' }),
          meeting('骨科文献阅读', '2024-03-22', { ...bare, type: '科室会' }),
        ],
        conference_person: [
          ...crowd('骨科疑难病例讨论', '2024-03-15', twenty),
          ...crowd('骨科文献阅读', '2024-03-22', twenty),
        ],
      },
      finds: [],
    },
    {
      title: '两场手续齐全的会议，专业组成员都来：不提示',
      sheets: {
        conference: [
          meeting('云澜创伤骨科年会', '2024-03-15', { actual_attendance: '20' }),
          meeting('云澜脊柱外科论坛', '2024-08-23', { actual_attendance: '20' }),
        ],
        conference_person: [
          ...crowd('云澜创伤骨科年会', '2024-03-15', twenty),
          ...crowd('云澜脊柱外科论坛', '2024-08-23', twenty),
        ],
      },
      finds: [],
    },
    {
      title: '名单只有讲者：无法判断',
      sheets: {
        conference: [meeting('云澜创伤骨科年会', '2024-03-15')],
        conference_person: [
          came('云澜创伤骨科年会', '2024-03-15', '沈以墨', '澄溪市第一人民医院', { role: '讲者', topic: '髋部骨折' }),
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** The most alike first. */
const closest = (a: CopiedRoster<WithRoster>, b: CopiedRoster<WithRoster>): number =>
  b.shared * a.all - a.shared * b.all || b.shared - a.shared || b.run - a.run;

/** The lines of people who are on both lists of a pair, each line once. */
function matchedRows(pairs: ReadonlyArray<CopiedRoster<WithRoster>>): HitRow[] {
  const rows = new Set<number>();
  for (const { one, other } of pairs) {
    const [left, right] = [new Set(participants(one)), new Set(participants(other))];
    for (const { person, row, role } of [...one.roster, ...other.roster])
      if (role === 'attendee' && left.has(person) && right.has(person)) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b).map((row) => ({ row, field: 'name', role: 'evidence' }));
}
