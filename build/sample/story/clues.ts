/** Leads as they came in: some name who is planted, some are about people of whom nothing is true. Whoever gave them is withheld. */
import { type Day, dayOf } from '../plain/civil.ts';
import type { Plant, Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface Clue {
  readonly id: string;
  readonly no: string;
  readonly source: string;
  readonly received: Day;
  readonly subject: Person;
  readonly content: string;
  /** 问题类别, as the office that took it in wrote it */
  readonly category: string;
  readonly named: boolean;
  readonly status: string;
}

const sources = ['12388纪检监察举报', '12320卫生热线', '12345政务服务热线', '来信来访', '巡察移交', '审计移送'];
const contents = ['收受推销人员好处费', '开单与供货商挂钩', '外出讲课未报备', '接受宴请', '采购论证不公'];
/** Three people who do not know of each other say the same of the head of equipment in their own words. */
const ofTheHead = [
  '多家供货企业向其付款，采购时予以关照',
  '设备科买东西总是那几家公司，听说科长每单都有回扣',
  '医疗器械公司的人给设备科科长个人卡打钱，招标只是走过场',
];
const categories: Readonly<Record<string, string>> = {
  收受推销人员好处费: '收受红包、好处费',
  开单与供货商挂钩: '带金销售',
  外出讲课未报备: '其他问题',
  接受宴请: '违反廉洁从业九项准则',
  采购论证不公: '设备、耗材采购',
  以讲课为名敛财: '违反廉洁从业九项准则',
  收受推广公司款项: '商业贿赂',
};

/** Three channels name whom twelve companies paid, one malicious letter the honest lecturer; the others name anybody. */
export function cluesOf(world: World, { hospitals, cast }: Population, story: Story, count: number): Clue[] {
  const random = world.random('people/clues');
  const staff = hospitals.flatMap((hospital) => hospital.staff).filter((person) => !world.claimed(person));
  const planted = story.plants.flatMap(({ subjects }) =>
    subjects.filter((subject): subject is Person => subject.kind === 'person' && subject.employer?.role === 'hospital'),
  );
  const paid = story.plants.findIndex(
    ({ scheme, subjects }) => scheme === 'S03' && subjects.includes(cast.equipmentHead),
  );
  const isPaid = paid !== -1 && count >= ofTheHead.length;
  if (isPaid) story.plants[paid] = withLeads(story.plants[paid]!, cast.equipmentHead);
  const told: Array<Pick<Clue, 'subject' | 'content' | 'source' | 'status'>> = [
    ...ofTheHead.map((content, i) => ({
      source: sources[i]!,
      subject: cast.equipmentHead,
      // where nobody pays him it is one and the same rumour
      content: isPaid ? content : ofTheHead[0]!,
      status: '初步核实',
    })),
    { source: '来信来访', subject: cast.lecturer, content: '以讲课为名敛财', status: '了结，查无实据' },
    ...random.sample([...new Set(planted)], Math.min(3, Math.floor(count / 4))).map((subject) => ({
      source: random.pick(sources),
      subject,
      content: '收受推广公司款项',
      status: '已受理',
    })),
  ];
  // in a large case nobody of whom nothing is true is named twice
  const unnamed = random.stream('unnamed').sample(staff, count);
  while (told.length < count)
    told.push({
      source: random.pick(sources),
      subject: count > 15 ? unnamed[told.length % unnamed.length]! : random.pick(staff),
      content: random.pick(contents),
      status: random.pick(['已受理', '初步核实', '了结，查无实据']),
    });
  return told.slice(0, count).map((each, i) => ({
    ...each,
    category: categories[each.content] ?? '收受回扣',
    id: idOf(i),
    no: `XS-2024-${String(i + 1).padStart(4, '0')}`,
    received: dayOf(2024, 2, 1) + random.int(0, 300),
    named: random.chance(0.3),
  }));
}

const idOf = (index: number): string => `XS-${index + 1}`;

/** The scheme, in which the leads about its director are to be found as well. */
function withLeads(plant: Plant, director: Person): Plant {
  const rows = ofTheHead.map((_, i) => idOf(i));
  return {
    ...plant,
    expected: [...plant.expected, { model: 'clue-hotspot', subjects: [director], rows }],
    rows: [...plant.rows, ...rows],
  };
}
