import { daysBetween } from '../../../shared/evidence/day.ts';
import { cityIn } from '../models/ask/city-distance.ts';
import { isOnline } from '../models/ask/meetings.ts';
import type { Answer, Element } from '../models/ask/reality.ts';
import { type ConferenceFacts, isDepartmentMeeting, isSignIn } from './conference-facts.ts';
import type { MeetingLine } from './meeting-lines.ts';

export type { Answer, Element };

type Told = Omit<Element, 'id'>;
type Check = (facts: ConferenceFacts, rule: ElementRule) => Told;

export interface ElementRule {
  /** the longest a conference lasts, in days */
  readonly maxDays: number;
}

const yes = (zh: string, en: string, cells: Told['cells']): Told => ({ answer: 'yes', note: { zh, en }, cells });
const no = (zh: string, en: string, cells: Told['cells']): Told => ({ answer: 'no', note: { zh, en }, cells });
const unknown = (zh: string, en: string, cells: Told['cells'] = []): Told => ({
  answer: 'unknown',
  note: { zh, en },
  cells,
});

/** 待定 and the like are written where a venue should be. */
const notYet = /^(?:待定|未定|待确认|暂无|另行通知|另定|tbd|tba)$/i;
const filled = (text: string | null): text is string =>
  text !== null && text.trim() !== '' && !notYet.test(text.trim());
const letters = (text: string): number => [...text.replace(/\s+/g, '')].length;

/** E1 the organiser is an organisation that exists: a public institution, a society, or a company of the register. */
const organiser: Check = ({ record, organizerRegistered, has }) => {
  const cells = [{ row: record.row, field: 'organizer' }];
  if (record.organizer === null)
    return has('organizer')
      ? no('主办方一栏为空', 'No organiser is written', cells)
      : unknown('会议表没有主办方一列', 'The list has no organiser column');
  if (organizerRegistered) return yes('主办方见于企业登记信息', 'The organiser is in the company register', cells);
  const kind = record.organizerKind ?? '';
  if (['hospital', 'department', 'school', 'government', 'association'].includes(kind))
    return yes(
      '主办方为医疗机构、院校或社会组织（按名称识别，未核登记）',
      'The organiser is a medical, academic or social body (by its name; registration not checked)',
      cells,
    );
  if (kind === 'person') return no('主办方是个人', 'The organiser is a person', cells);
  return unknown(
    '主办方不在已导入的企业登记信息中，不能判断',
    'The organiser is not in the register that was imported',
    cells,
  );
};

/** E2 a filing, CME or approval number is written. */
const filing: Check = (facts) => {
  const cells = [{ row: facts.record.row, field: 'filing_no' }];
  if (filled(facts.record.filingNo)) return yes('有备案号或批准文号', 'A filing or approval number is written', cells);
  return facts.has('filing_no')
    ? no('备案号一栏为空', 'The filing number is empty', cells)
    : unknown('会议表没有备案号一列', 'The list has no filing column');
};

/** E3 venue and city are named, or the online platform is. */
const venue: Check = (facts) => {
  const { record, meeting, has } = facts;
  const cells = (['venue', 'city'] as const).filter((field) => has(field)).map((field) => ({ row: record.row, field }));
  if (isOnline(meeting) && (filled(record.venue) || filled(record.city) || meeting.type === 'online'))
    return yes(
      '线上会议，写明平台或形式',
      'An online meeting; platform or form is written',
      cells.length > 0 ? cells : [{ row: record.row, field: 'type' }],
    );
  if (!has('venue')) return unknown('会议表没有地点一列', 'The list has no venue column', cells);
  if (!filled(record.venue)) return no('会议地点为空或“待定”', 'The venue is empty or "to be decided"', cells);
  if (filled(record.city) || cityIn(record.venue) !== undefined || /[\p{L}]{2,}(?:市|州|县|区)/u.test(record.venue))
    return yes('写明地点和城市', 'Venue and city are written', cells);
  // a department or a hospital meets in its own house
  if (facts.meeting.type === 'department' || facts.meeting.type === 'hospital' || record.organizerKind === 'hospital')
    return yes('写明地点，城市即主办医院所在地', 'The venue is written; the city is that of the host hospital', cells);
  return has('city')
    ? no('写明地点，未写城市', 'A venue without a city', cells)
    : unknown('写明地点，会议表没有城市一列', 'A venue is written; the list has no city column', cells);
};

/** E4 valid dates, 1 to 10 days, filed before it was over. */
const dates: Check = ({ record, has }, rule) => {
  const cells = (['start_date', 'end_date', 'filing_date'] as const)
    .filter((field) => has(field))
    .map((field) => ({ row: record.row, field }));
  if (record.precision !== 'day') return unknown('日期只写到月', 'The date is given by month only', cells);
  const end = record.endDay ?? record.startDay;
  const length = daysBetween(record.startDay, end) + 1;
  if (length < 1) return no('结束日期早于开始日期', 'It ends before it begins', cells);
  if (length > rule.maxDays)
    return no(
      `会期 ${length} 天，超过 ${rule.maxDays} 天`,
      `It lasts ${length} days, more than ${rule.maxDays}`,
      cells,
    );
  if (record.filingDay !== null && record.filingDay > end)
    return no('备案日期晚于会议结束', 'It was filed after it had ended', cells);
  return yes('日期有效，会期合理', 'Dates are valid and of a plausible length', cells);
};

const AGENDA_LETTERS = 20;

/** E5 an agenda of twenty characters, or two topics of speakers. */
const agenda: Check = ({ record, roster, topicsKnown, has }) => {
  const spoken = roster.filter(({ topic }) => topic !== null && topic.trim() !== '');
  const topics = new Set(spoken.map(({ topic }) => topic!.trim()));
  const cells = [
    ...(has('agenda') ? [{ row: record.row, field: 'agenda' }] : []),
    ...spoken.slice(0, 5).map(({ row }) => ({ row, field: 'topic' })),
  ];
  if (record.agenda !== null && letters(record.agenda) >= AGENDA_LETTERS)
    return yes('有议程', 'There is an agenda', cells);
  if (topics.size >= 2) return yes(`名单中有 ${topics.size} 个讲题`, `The roster holds ${topics.size} topics`, cells);
  if (!has('agenda')) return unknown('会议表没有议程一列', 'The list has no agenda column', cells);
  if (record.agenda === null && roster.length > 0 && !topicsKnown)
    return unknown('议程为空，名单没有讲题一列', 'The agenda is empty and the roster has no topics', cells);
  return record.agenda === null
    ? no('议程为空，也没有两个以上讲题', 'No agenda and fewer than two topics', cells)
    : no(
        `议程不足 ${AGENDA_LETTERS} 字，也没有两个以上讲题`,
        `An agenda of under ${AGENDA_LETTERS} characters and fewer than two topics`,
        cells,
      );
};

/** E6 a roster of at least 60 % of the stated attendance from three employers; of a department meeting, five names. */
const roster: Check = (facts) => {
  const { record, roster: list, rosterCovers } = facts;
  const people = new Set(list.map(({ person }) => person));
  const stated = record.attendance;
  const cells = [
    ...(facts.has('actual_attendance') ? [{ row: record.row, field: 'actual_attendance' }] : []),
    ...list.slice(0, 5).map(({ row }) => ({ row, field: 'name' })),
  ];
  if (!isSignIn(list)) {
    if (!rosterCovers) return unknown('未取得该来源的参会名单', 'No rosters were handed over for this list', cells);
    return no(
      '没有该会议的参会或签到名单，同一来源的其他会议有',
      'There is no roster of this conference, though others of the same list have one',
      cells,
    );
  }
  if (isDepartmentMeeting(facts))
    return people.size >= 5
      ? yes(`名单 ${people.size} 人`, `${people.size} names`, cells)
      : no(`名单只有 ${people.size} 人`, `Only ${people.size} names`, cells);
  const employers = new Set(list.flatMap(({ org }) => (org === null ? [] : [org])));
  if (stated === null)
    return unknown(
      `名单 ${people.size} 人，未写参会人数，无法比对`,
      `${people.size} names; the attendance is not stated`,
      cells,
    );
  if (people.size * 10 < stated * 6)
    return no(
      `名单 ${people.size} 人，不足所写 ${stated} 人的 60%`,
      `${people.size} names, under 60% of the ${stated} stated`,
      cells,
    );
  if (employers.size === 0)
    return unknown(`名单 ${people.size} 人，未写单位`, `${people.size} names without employers`, cells);
  if (employers.size < 3)
    return no(
      `名单 ${people.size} 人，只来自 ${employers.size} 个单位`,
      `${people.size} names from only ${employers.size} employers`,
      cells,
    );
  return yes(
    `名单 ${people.size} 人，来自 ${employers.size} 个单位`,
    `${people.size} names from ${employers.size} employers`,
    cells,
  );
};

/** E7 an agreement on sponsorship or services: in the list of contracts, or among the attachments. Its absence from the case says nothing. */
const agreement: Check = ({ record, agreements }) => {
  if (agreements.length > 0)
    return yes(
      '赞助方与主办、承办方之间有合同或协议',
      'There is a contract between a sponsor and whoever held it',
      agreements.slice(0, 3).map((row) => ({ row, field: 'party_b' })),
    );
  const cells = [{ row: record.row, field: 'evidence_files' }];
  if (record.evidenceFiles !== null && /协议|合同|agreement|contract/i.test(record.evidenceFiles))
    return yes('佐证材料列有协议或合同', 'An agreement is among the material', cells);
  return unknown('未见协议或合同，不能判断', 'No agreement was seen; it cannot be told');
};

/** E8 the sponsors' money went to the corporate account of whoever held it, to suppliers, or as a usual fee to a named speaker. */
const sponsorMoney: Check = ({ meeting, lines }) => {
  const fromSponsors = lines.filter(
    ({ payer }) => meeting.sponsors.has(payer) || (meeting.sponsors.size === 0 && !meeting.hosts.has(payer)),
  );
  const amounts = (list: readonly MeetingLine[]) => list.slice(0, 8).map(({ row }) => ({ row, field: 'amount' }));
  const astray = fromSponsors.filter((line) => line.how === 'named' || (line.how === 'speaker' && !line.within));
  if (astray.length > 0)
    return no(
      '赞助方款项付给了未列为讲者的个人，或超出讲课费参考标准',
      'Sponsors paid people who are no speakers, or more than a usual fee',
      amounts(astray),
    );
  if (fromSponsors.length > 0)
    return yes(
      '赞助款进入主办、承办方对公账户，或为列名讲者的合理讲课费',
      'Sponsorship went to corporate accounts or as usual fees to named speakers',
      amounts(fromSponsors),
    );
  return unknown('未见赞助方就该会议的付款', 'No payment of a sponsor for it was found');
};

/** E9 costs paid to third parties cover half of what is not speakers' fees. */
const thirdParties: Check = ({ meeting, lines }) => {
  const once = [...new Map(lines.map((line) => [line.money, line])).values()];
  const sum = (list: readonly MeetingLine[]) => list.reduce((total, { fen }) => total + fen, 0);
  const suppliers = once.filter(({ how, payee }) => how === 'venue' && !meeting.sponsors.has(payee));
  const fees = once.filter(({ how, within }) => how === 'speaker' && within);
  const cells = suppliers.slice(0, 8).map(({ row }) => ({ row, field: 'amount' }));
  if (meeting.totalFen === null || meeting.totalFen <= 0)
    return unknown('未写会议总费用', 'The total cost is not stated');
  const base = Math.max(0, meeting.totalFen - sum(fees));
  if (suppliers.length > 0 && sum(suppliers) * 2 >= base)
    return yes('场地、餐饮等第三方付款达到费用的一半', 'Payments to third parties cover half of the cost', cells);
  const spent = once.filter(({ payer, how }) => meeting.hosts.has(payer) && how !== 'sponsor');
  if (sum(spent) * 2 >= meeting.totalFen)
    return no(
      '已见会议支出过半，但第三方费用不足一半',
      'Most of the spending is known, less than half went to third parties',
      cells,
    );
  return unknown('未取得足够的会议支出凭据', 'Too little of the spending is known', cells);
};

/** E10 notice, photographs or other material is listed. */
const material: Check = ({ record, has }) => {
  const cells = [{ row: record.row, field: 'evidence_files' }];
  if (filled(record.evidenceFiles))
    return yes('列有通知、照片等佐证材料', 'Notice, photographs or other material is listed', cells);
  return has('evidence_files')
    ? no('佐证材料一栏为空', 'No material is listed', cells)
    : unknown('会议表没有佐证材料一列', 'The list has no column for material');
};

const checks: Readonly<Record<string, Check>> = {
  E1: organiser,
  E2: filing,
  E3: venue,
  E4: dates,
  E5: agenda,
  E6: roster,
  E7: agreement,
  E8: sponsorMoney,
  E9: thirdParties,
  E10: material,
};

/** E1 to E10 of one conference record. */
export const checkElements = (facts: ConferenceFacts, rule: ElementRule): Element[] =>
  Object.entries(checks).map(([id, check]) => ({ id, ...check(facts, rule) }));
