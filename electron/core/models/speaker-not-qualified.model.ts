import { severityOfAmount } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { type PaidLecture, readPaidLectures } from './ask/paid-lectures.ts';
import { keyOfPerson } from './ask/person-names.ts';
import { type Kin, readKin } from './ask/staff-family.ts';
import { count, fen, measured, noted, text, yuan } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { came, type ExampleRow, meeting, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** 采购、招标、财务、设备: posts that decide about buying and teach no medicine. */
const buyingPost = /采购|招标|设备|器械|财务|物资|基建|后勤/;
/** Titles of those who treat or dispense. */
const clinicalTitle = /医师|药师|护师|护士|技师|检验|教授|研究员|讲师|医生|院士|住培|规培/;

// for the examples
const lectured = (name: string, more: ExampleRow = {}): ExampleRow =>
  came('骨水泥应用经验分享会', '2024-03-15', name, '澄溪市第一人民医院', {
    id_no: idOf(name),
    role: '讲者',
    topic: `${name}：骨水泥临床应用`,
    fee: '3000.00',
    ...more,
  });

export default defineModel({
  id: 'speaker-not-qualified',
  version: 1,
  group: 'G1',
  areas: ['society_profit', 'nine_rules'],
  links: ['sale'],
  family: 'academic',
  weight: 0.45,
  title: { zh: '讲者身份不符/无授课内容', en: 'Paid speaker without topic or qualification' },
  question: {
    zh: '领取讲课费的人是否没有讲题，或者是医务人员的亲属、采购财务等非临床岗位人员？',
    en: 'Did somebody take a lecture fee without a topic, or as a relative of hospital staff or from a post in purchasing or finance?',
  },
  summary: {
    zh: '{{person}}领取讲课费 {{rows}} 笔、共 {{fen}}：无讲题 {{silent}} 笔，医务人员亲属 {{kin}} 笔，采购财务等岗位 {{post}} 笔',
    en: '{{person}} took {{rows}} lecture fees of {{fen}}: {{silent}} without a topic, {{kin}} as a relative of hospital staff, {{post}} from a post in purchasing or finance',
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
        zh: '讲者身份的判断依据人员名册和亲属关系表，五百元起点由本工具给出。',
        en: "Who a speaker is comes from rosters of staff and family relations; the least fee of 500 yuan is this tool's.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'conference_person', fields: ['name', 'fee'] }],
  settings: [
    {
      name: 'min_fee',
      label: { zh: '单笔起点', en: 'Least fee' },
      unit: yuan,
      default: 500,
      min: 0,
      max: 100_000,
      step: 100,
      basis: { zh: '本工具判断：略去小额补贴', en: 'Judgement: leaves small allowances out' },
    },
  ],
  innocent: [
    { zh: '护士、药师、信息人员讲授本专业内容', en: 'Nurses, pharmacists or IT people teach their own subject' },
    { zh: '讲题写在议程里，名单没有填', en: 'The topic is in the agenda and was not filled in' },
    { zh: '亲属本人也是该专业的人员', en: 'The relative is of the profession as well' },
  ],
  blindSpots: [
    {
      zh: '名单没有讲题一列的，不判断有无讲题；主持、点评不要求讲题',
      en: 'Without a column of topics their absence is not judged; chairs and discussants need none',
    },
    {
      zh: '核验为真实的会议上无讲题的不提示；有讲题的一律不提示',
      en: 'At a genuine conference a missing topic is left alone, and so is everybody who has one',
    },
    {
      zh: '亲属和岗位只看亲属关系表、人员名册写明的人',
      en: 'Relatives and posts are those that lists of family relations and staff name',
    },
  ],

  coverage(evidence) {
    if (evidence.hasField('conference_person', 'topic') || evidence.has('staff') || evidence.has('kinship')) return [];
    return [
      {
        id: 'conference_person.topic',
        words: {
          zh: '名单没有讲题一列，也未导入人员名册和亲属关系',
          en: 'The rosters have no column of topics, and no lists of staff or family relations were imported',
        },
      },
    ];
  },

  find(evidence, settings) {
    const lectures = readPaidLectures(evidence).filter((each) => each.fen >= fenOf(settings.min_fee));
    const grounds = readGrounds(evidence);
    const byPerson = Map.groupBy(lectures, ({ person }) => person);
    const hits: Hit[] = [];
    for (const [person, all] of byPerson) {
      evidence.breathe();
      const found = all.flatMap((lecture) => {
        const ground = grounds(lecture);
        return ground === undefined ? [] : [{ lecture, ground }];
      });
      if (found.length === 0) continue;
      const total = found.reduce((sum, { lecture }) => sum + lecture.fen, 0);
      const of = (why: Ground['why']) => found.filter(({ ground }) => ground.why === why);
      const who = evidence.party(person);
      const strong = of('kin').length + of('post').length > 0;
      const nameOnly = all.every(({ alone }) => alone === 1);
      const unsettled = found.every(({ lecture: { result } }) => result === 'doubtful' || result === 'unverified');
      hits.push({
        key: who.uid,
        severity: severityOfAmount(total) >= 4 ? 4 : strong ? 3 : 2,
        confidence: nameOnly ? 0.3 : (strong ? 0.75 : 0.5) * (unsettled ? 0.5 : 1),
        params: {
          person: text(who.name),
          rows: count(found.length),
          fen: fen(total),
          silent: count(of('silent').length),
          kin: count(of('kin').length),
          post: count(of('post').length),
        },
        measures: [
          measured(
            { zh: '单笔讲课费（最小一笔）', en: 'Smallest single fee' },
            fen(Math.min(...found.map(({ lecture }) => lecture.fen))),
            '>=',
            fen(fenOf(settings.min_fee)),
            'min_fee',
          ),
          noted({ zh: '名单中的有费讲课', en: 'Lectures with a fee in the rosters' }, count(all.length)),
        ],
        fen: total,
        subjects: [
          { role: 'person', party: person, name: who.name },
          ...[
            ...new Set(found.flatMap(({ lecture: { conference } }) => (conference === null ? [] : [conference]))),
          ].map((party) => ({ role: 'conference', party, name: evidence.party(party).name })),
        ],
        rows: [
          ...found.map(
            ({ lecture, ground }): HitRow => ({
              row: lecture.row,
              field: lecture.field,
              role: 'evidence',
              note: ground.note,
            }),
          ),
          ...[...new Map(found.flatMap(({ ground: { cell } }) => (cell ? [[cell.row, cell] as const] : []))).values()],
        ],
      });
    }
    return { examined: byPerson.size, hits };
  },

  examples: [
    {
      title: '领取讲课费正好 500 元，讲题一栏为空',
      sheets: {
        conference_person: [lectured('沈以墨', { topic: '', fee: '500.00' }), lectured('顾长宁')],
      },
      finds: ['沈以墨'],
    },
    {
      title: '医生的妻子、图书馆职员，领取讲课费',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: [related('沈以墨', '陆望舒', '妻子')],
        conference_person: [lectured('陆望舒', { org: '澄溪市图书馆', dept: '', title: '' })],
      },
      finds: ['陆望舒'],
    },
    {
      title: '设备科科长，没有医师职称，领取讲课费',
      sheets: {
        staff: [hired('沈国梁', '澄溪市第一人民医院', { dept: '设备科', position: '科长', title: '高级工程师' })],
        conference_person: [lectured('沈国梁', { dept: '设备科', title: '科长' })],
      },
      finds: ['沈国梁'],
    },
    {
      title: '讲课费 499.99 元：不提示',
      sheets: {
        conference_person: [lectured('沈以墨', { topic: '', fee: '499.99' }), lectured('顾长宁')],
      },
      finds: [],
    },
    {
      title: '主持没有讲题：不提示',
      sheets: {
        conference_person: [lectured('沈以墨', { topic: '', role: '主持' }), lectured('顾长宁')],
      },
      finds: [],
    },
    {
      title: '讲题写在议程里：不提示',
      sheets: {
        conference: [
          meeting('骨水泥应用经验分享会', '2024-03-15', { filing_no: '', agenda: '09:00 沈以墨 骨水泥渗漏的预防' }),
        ],
        conference_person: [lectured('沈以墨', { topic: '' }), lectured('顾长宁')],
      },
      finds: [],
    },
    {
      title: '药剂科主任药师讲合理用药：不提示',
      sheets: {
        staff: [hired('方知远', '澄溪市第一人民医院', { dept: '药剂科', position: '科主任', title: '主任药师' })],
        conference_person: [lectured('方知远', { dept: '药剂科', title: '主任药师' })],
      },
      finds: [],
    },
    {
      title: '真实会议上有讲题的亲属：不提示',
      sheets: {
        staff: [hired('沈以墨', '澄溪市第一人民医院')],
        kinship: [related('沈以墨', '顾长宁', '妻子')],
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [
          ['顾长宁', '望川市人民医院', '3000.00'],
          ['韩思源', '临陂市中心医院', '3000.00'],
        ]).map((row) => (row.name === '顾长宁' ? { ...row, id_no: idOf('顾长宁') } : row)),
      },
      finds: [],
    },
    {
      title: '没有讲题一列，也没有人员和亲属资料：无法判断',
      sheets: {
        conference_person: [
          { conference_name: '骨水泥应用经验分享会', name: '沈以墨', org: '澄溪市第一人民医院', fee: '3000.00' },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Why a fee is conspicuous, and the cell that says who the speaker is. */
interface Ground {
  readonly why: 'kin' | 'post' | 'silent';
  readonly note: NonNullable<HitRow['note']>;
  readonly cell?: HitRow;
}

function readGrounds(evidence: EvidenceReader): (lecture: PaidLecture) => Ground | undefined {
  const staff = readMedicalStaff(evidence);
  const kin = new Map<number, Kin>();
  for (const each of readKin(evidence))
    if (staff.has(each.person) && !kin.has(each.relative)) kin.set(each.relative, each);
  const posts = readPosts(evidence);
  const agendas = new Map(
    evidence
      .all<{ conference: number; agenda: string }>(
        "select conference, group_concat(agenda, ' ') as agenda from meeting where agenda is not null group by conference",
      )
      .map(({ conference, agenda }) => [conference, keyOfPerson(agenda)]),
  );
  return (lecture) => {
    const { person, conference, topic, role, result, title } = lecture;
    const named = keyOfPerson(evidence.party(person).name);
    const hasTopic =
      (topic ?? '').trim() !== '' ||
      (conference !== null && named.length >= 2 && (agendas.get(conference) ?? '').includes(named));
    if (result === 'genuine' && hasTopic) return undefined;
    const related = kin.get(person);
    const clinician = staff.has(person) && clinicalTitle.test(`${title ?? ''} ${staff.get(person)?.title ?? ''}`);
    if (related && !clinician)
      return {
        why: 'kin',
        note: {
          zh: '讲者是医务人员的亲属，本人不见于医务人员',
          en: 'The speaker is a relative of hospital staff and none himself',
        },
        cell: {
          row: related.row,
          field: related.field,
          role: 'context',
          note: { zh: `关系：${related.relation}`, en: 'The relation as the list states it' },
        },
      };
    const post = posts.get(person);
    if (post && !clinicalTitle.test(title ?? ''))
      return {
        why: 'post',
        note: {
          zh: '讲者任采购、财务等岗位，没有医、药、技职称',
          en: 'The speaker has a post in purchasing or finance and no clinical title',
        },
        cell: {
          row: post.row,
          field: 'position',
          role: 'context',
          note: { zh: '任职依据', en: 'Where the post is written' },
        },
      };
    if (hasTopic || result === 'genuine' || role !== 'speaker' || !evidence.rowHasField(lecture.row, 'topic'))
      return undefined;
    return { why: 'silent', note: { zh: '讲题一栏为空', en: 'The topic is empty' } };
  };
}

/** Person → the row of the staff list that gives a post in buying or finance, of those without a title of a clinician. */
function readPosts(evidence: EvidenceReader): Map<number, { row: number }> {
  const rows = evidence.all<{
    person: number;
    row: number;
    dept: string | null;
    position: string | null;
    title: string | null;
  }>('select person, row, dept, position, title from staff where person is not null order by row');
  const posts = new Map<number, { row: number }>();
  const clinicians = new Set(
    rows.flatMap(({ person, title, position }) =>
      clinicalTitle.test(`${title ?? ''} ${position ?? ''}`) ? [person] : [],
    ),
  );
  for (const { person, row, dept, position } of rows)
    if (!clinicians.has(person) && !posts.has(person) && buyingPost.test(`${dept ?? ''} ${position ?? ''}`))
      posts.set(person, { row });
  return posts;
}
