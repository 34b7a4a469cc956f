/** One proper conference with all that belongs to it: programme, roster, sponsor money to corporate accounts, costs, fees. */
import { bare } from '../identity/org-names.ts';
import { civilDate, type Day, stampOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Conference, ConferenceList, ConferenceType, Org, Person, Transfer } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface MeetingWish {
  readonly type: ConferenceType;
  readonly name: string;
  readonly start: Day;
  readonly days: number;
  readonly organizer: Org;
  readonly executor?: Org;
  readonly sponsors: readonly Org[];
  readonly speakers: readonly Person[];
  readonly attendees: readonly Person[];
  readonly city: string;
  readonly venue: string;
  readonly hotel?: Org;
  readonly restaurant?: Org;
  readonly product: string;
  readonly list: ConferenceList;
  /** Days before the start on which sponsors pay; drawn if not given. */
  readonly paidBefore?: number;
  /** Speakers whose fee comes from the first sponsor itself, not from the executor. */
  readonly paidBySponsor?: readonly Person[];
  /** Whoever speaks through a camera. */
  readonly remote?: readonly Person[];
  readonly told?: boolean;
  /** Fee per lecture before tax; drawn between 1,000 and 3,000 yuan if not given. */
  readonly gross?: Fen;
  readonly session?: { readonly from: number; readonly to: number };
}

export interface Meeting {
  readonly conference: Conference;
  readonly sponsorPayments: readonly Transfer[];
  readonly feePayments: readonly Transfer[];
  /** Ids of everything that was recorded. */
  readonly rows: readonly string[];
}

export const topics = [
  '全髋关节置换术中假体选择与翻修策略',
  '膝关节镜下前交叉韧带重建的个体化方案',
  '老年髋部骨折围手术期多学科管理',
  '脊柱微创手术的适应证与并发症防治',
  '骨质疏松性骨折的规范化药物治疗',
  '创伤骨科感染控制与抗菌骨水泥应用',
  '肩袖损伤修复的锚钉固定技术要点',
  '高值耗材临床合理使用与质量评价',
  '骨科快速康复外科理念与镇痛管理',
  '带量采购后骨科植入物使用的质量追踪',
  '冠心病合并骨折患者的围术期抗凝策略',
  '糖尿病足骨髓炎的综合治疗进展',
  '儿童骨骺损伤的诊断与随访',
  '手外伤显微修复的病例讨论',
  '骨肿瘤保肢手术的三维打印导板应用',
];
const evidence = [
  '会议通知.pdf、签到表扫描件、现场照片12张、讲课课件',
  '签到册.pdf；会议照片8张；场地发票；议程',
  '通知、签到表、照片、课件、发票复印件',
];

/** Income tax on a lecture fee as withheld when it is paid: 20 % after 800 yuan, or after a fifth above 4,000. */
export function afterTax(gross: Fen): Fen {
  if (gross <= yuan(800)) return gross;
  const base = gross <= yuan(4000) ? gross - yuan(800) : Math.round(gross * 0.8);
  return gross - Math.round(base * 0.2);
}

const numbering = new WeakMap<World, Map<string, number>>();
export function conferenceNumber(world: World, list: ConferenceList, day: Day): string {
  const year = civilDate(day).year;
  const key = `${list}/${year}`;
  const used = numbering.get(world) ?? new Map<string, number>();
  numbering.set(world, used);
  const next = (used.get(key) ?? 0) + 1;
  used.set(key, next);
  const prefix = { society: 'XH', company: 'HD', hospital: 'YN', congress: 'GJ' }[list];
  return `${prefix}${year}${String(next).padStart(4, '0')}`;
}

export function agendaOf(random: Random, speakers: ReadonlyArray<{ person: Person; topic: string }>): string {
  const parts = [`08:30 签到、开幕致辞`];
  let minutes = 9 * 60;
  for (const { person, topic } of speakers.slice(0, 4)) {
    parts.push(
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')} ${topic}（${person.name}）`,
    );
    minutes += 40;
  }
  parts.push(random.pick(['11:40 病例讨论与总结', '16:30 圆桌讨论、闭幕', '讨论与答疑']));
  return parts.join('；');
}

export function holdMeeting(world: World, random: Random, wish: MeetingWish): Meeting {
  const told = wish.told ?? false;
  const end = wish.start + wish.days - 1;
  const small = wish.type === '科室会' || wish.type === '圆桌会' || wish.type === '线上会议';
  const shuffled = random.sample(topics, topics.length);
  const speakers = wish.speakers.map((person, i) => ({ person, topic: shuffled[i % shuffled.length]! }));
  const attendees = wish.attendees.filter((person) => !wish.speakers.includes(person));
  const listed = speakers.length + attendees.length;
  const attendance = Math.max(listed, Math.round(listed / random.between(0.72, 1)));
  const gross = speakers.map(() => wish.gross ?? yuan(random.int(10, 30) * 100));
  const speakerFees = gross.reduce((sum, fee) => sum + fee, 0);
  const online = wish.type === '线上会议';
  const venueCost =
    wish.type === '科室会' ? 0 : yuan(Math.round(attendance * random.between(60, 160)) + (online ? 3000 : 2000));
  const least = Math.ceil((speakerFees * 1.4) / 100) * 100;
  const mealCost = online ? 0 : Math.max(least, yuan(Math.round(attendance * random.between(110, small ? 160 : 320))));
  const other = yuan(Math.round(attendance * random.between(5, 20)));
  const total = venueCost + mealCost + speakerFees + other;

  const conference = world.addConference({
    no: conferenceNumber(world, wish.list, wish.start),
    name: wish.name,
    type: wish.type,
    organizer: wish.organizer,
    executor: wish.executor,
    sponsors: wish.sponsors.map((org) => ({ org, fen: sponsorShare(total, wish.sponsors.length) })),
    start: wish.start,
    end,
    venue: wish.venue,
    city: wish.city,
    planned: attendance + random.int(0, Math.ceil(attendance / 8)),
    attendance,
    agenda: agendaOf(random, speakers),
    filingNo: `${bare(wish.organizer.city)}会备〔${civilDate(wish.start).year}〕${random.int(100, 999)}号`,
    filingDay: wish.start - random.int(12, 70),
    totalCost: total,
    venueCost,
    speakerFees,
    mealCost,
    product: wish.product,
    applicant: world.addPerson(random, { employer: wish.executor ?? wish.organizer, title: '会务专员' }),
    status: '已召开',
    evidence: random.pick(evidence),
    list: wish.list,
    told,
  });

  const rows: string[] = [conference.id];
  const sponsorPayments = paySponsorship(world, random, wish, conference);
  rows.push(...sponsorPayments.rows);
  payCosts(world, random, wish, conference);
  const fees = fillRoster(world, random, wish, conference, speakers, gross, attendees);
  rows.push(...fees.rows);
  return { conference, sponsorPayments: sponsorPayments.transfers, feePayments: fees.transfers, rows };
}

/** Each sponsor bears an equal part of nine tenths of the cost, in whole thousands, at least 5,000 yuan. */
const sponsorShare = (total: Fen, sponsors: number): Fen =>
  Math.max(yuan(5000), Math.floor((total * 0.9) / sponsors / yuan(1000)) * yuan(1000));

function paySponsorship(world: World, random: Random, wish: MeetingWish, conference: Conference) {
  const receiver = wish.executor ?? wish.organizer;
  const transfers: Transfer[] = [];
  const rows: string[] = [];
  for (const { org, fen } of conference.sponsors) {
    if (org === receiver) continue;
    const day = wish.start - (wish.paidBefore ?? random.int(4, 45));
    const transfer = world.pay('M', {
      from: world.accountOf(org),
      to: world.accountOf(receiver),
      fen,
      at: officeHours(random, day),
      summary: '会议赞助费',
      remark: conference.name,
      told: wish.told ?? false,
    });
    const expense = world.spend('M', {
      paidBy: transfer.id,
      company: org,
      day: day + random.int(0, 5),
      type: random.chance(0.6) ? '会议费' : '赞助费',
      fen,
      payee: receiver,
      payeeAccount: world.accountOf(receiver),
      conference,
      product: wish.product,
      summary: `${conference.name}赞助`,
      told: wish.told ?? false,
    });
    transfers.push(transfer);
    rows.push(transfer.id, expense.id);
  }
  return { transfers, rows };
}

function payCosts(world: World, random: Random, wish: MeetingWish, conference: Conference): void {
  const payer = wish.executor ?? wish.organizer;
  if (wish.hotel && conference.venueCost > 0) {
    world.pay('M', {
      from: world.accountOf(payer),
      to: world.accountOf(wish.hotel),
      fen: conference.venueCost,
      at: officeHours(random, wish.start + random.int(0, 9)),
      summary: '场地费',
      remark: `${conference.name}场租`,
    });
  }
  if (wish.restaurant && conference.mealCost > 0) {
    world.pay('M', {
      from: world.accountOf(payer),
      to: world.accountOf(wish.restaurant),
      fen: conference.mealCost,
      at: officeHours(random, wish.start + random.int(1, 9)),
      summary: '餐饮住宿',
      remark: `${conference.name}用餐`,
    });
  }
}

function fillRoster(
  world: World,
  random: Random,
  wish: MeetingWish,
  conference: Conference,
  speakers: ReadonlyArray<{ person: Person; topic: string }>,
  gross: readonly Fen[],
  attendees: readonly Person[],
) {
  const rows: string[] = [];
  const transfers: Transfer[] = [];
  const payDay = conference.end + random.int(2, 20);
  speakers.forEach(({ person, topic }, i) => {
    const fee = gross[i]!;
    const net = afterTax(fee);
    const account = world.accountOf(person);
    const remote = wish.remote?.includes(person) ?? wish.type === '线上会议';
    const attendance = world.attend({
      conference,
      day: conference.start,
      person,
      role: remote ? '线上讲者' : i === 0 && speakers.length > 3 ? '主席' : '讲者',
      topic,
      gross: fee,
      net,
      hours: random.pick([1, 1.5, 2]),
      account,
      session: wish.session,
      signedAt: remote ? undefined : stampOf(conference.start, 8, random.int(0, 55), random.int(0, 59)),
      shows: { idNo: true, phone: true },
      told: wish.told ?? false,
    });
    const payer = wish.paidBySponsor?.includes(person) ? wish.sponsors[0]! : (wish.executor ?? wish.organizer);
    const transfer = world.pay('M', {
      from: world.accountOf(payer),
      to: account,
      fen: net,
      at: officeHours(random, payDay + random.int(0, 2)),
      summary: '讲课费',
      remark: conference.name,
      told: wish.told ?? false,
    });
    const expense = world.spend('M', {
      paidBy: transfer.id,
      company: payer,
      day: payDay,
      type: '讲课费',
      fen: fee,
      tax: fee - net,
      payee: person,
      payeeAccount: account,
      conference,
      product: wish.product,
      summary: `${conference.name}讲课费`,
      told: wish.told ?? false,
    });
    transfers.push(transfer);
    rows.push(attendance.id, transfer.id, expense.id);
  });
  for (const person of attendees) {
    const attendance = world.attend({
      conference,
      day: conference.start,
      person,
      role: '参会',
      topic: '',
      gross: 0,
      net: 0,
      hours: 0,
      account: undefined,
      session: undefined,
      signedAt: stampOf(conference.start, random.int(7, 8), random.int(0, 59), random.int(0, 59)),
      shows: { idNo: random.chance(0.5), phone: true },
      told: wish.told ?? false,
    });
    rows.push(attendance.id);
  }
  return { rows, transfers };
}

/** A booking between nine and half past five. */
export const officeHours = (random: Random, day: Day) =>
  stampOf(day, random.int(9, 17), random.int(0, 29), random.int(0, 59));

export const hotelVenue = (random: Random, hotel: Org): string =>
  `${hotel.address.replace(/\d+幢.*$/, '')}${hotel.name.replace(/有限.*$/, '')}${random.pick(['一楼宴会厅', '三楼国际会议厅', '二楼多功能厅', '五楼锦江厅', '四楼银杏厅'])}`;
