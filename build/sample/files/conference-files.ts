/** Lists of conferences as societies, companies, a hospital and other provinces keep them. */

import { provinceOf } from '../identity/org-names.ts';
import type { SampleOptions } from '../options.ts';
import { civilDate } from '../plain/civil.ts';
import type { Conference, ConferenceList } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { named } from './bank-files.ts';
import type { FileFormat, GridCell, GridFile, GridRow } from './grid.ts';
import { asMoney, asText, type Hand, type RowNotes, type Table, tableSheet, writeRecord } from './table.ts';
import { textDateStyles, writeDay, writeOrg, writePerson, writeRange } from './written.ts';

type Org = Conference['organizer'];

const org =
  (value: (conference: Conference) => Org | undefined) =>
  (conference: Conference, hand: Hand, notes: RowNotes): GridCell => {
    const party = value(conference);
    if (!party) return null;
    const written = writeOrg(hand.random, party, hand.noise, false);
    notes.mentions.push({ party, field: notes.field, written: written.trim() });
    return written;
  };
const sponsors = (conference: Conference, hand: Hand, notes: RowNotes): GridCell => {
  if (conference.sponsors.length === 0) return null;
  const names = conference.sponsors.map((sponsor) => {
    const written = writeOrg(hand.random, sponsor.org, hand.noise, false).trim();
    notes.mentions.push({ party: sponsor.org, field: notes.field, written });
    return written;
  });
  return names.join(hand.random.pick(['、', '；', '、']));
};
const applicant = (conference: Conference, hand: Hand, notes: RowNotes): GridCell => {
  const written = writePerson(hand.random, conference.applicant, hand.noise, false);
  notes.mentions.push({ party: conference.applicant, field: notes.field, written });
  return written;
};
const sponsored = (conference: Conference) =>
  conference.sponsors.length === 0 ? undefined : conference.sponsors.reduce((sum, sponsor) => sum + sponsor.fen, 0);
const some = (fen: number) => (fen === 0 ? undefined : fen);
const count = (value: (conference: Conference) => number) => (conference: Conference) => ({
  n: value(conference),
  z: '0',
});
/** In text files whole numbers are text anyway. */
const filedOn = (conference: Conference, hand: Hand): GridCell =>
  conference.filingDay === undefined ? null : writeDay(conference.filingDay, hand.date);

const societyList: Table<Conference> = {
  category: 'conference',
  columns: [
    { header: '会议编号', field: 'conference_no', write: (c) => c.no },
    { header: '会议名称', field: 'name', write: (c) => c.name },
    { header: '会议类型', field: 'type', write: (c) => c.type },
    { header: '主办单位', field: 'organizer', write: org((c) => c.organizer) },
    { header: '承办单位', field: 'co_organizer', write: org((c) => c.executor) },
    { header: '赞助单位', field: 'sponsor', write: sponsors },
    { header: '赞助金额(元)', field: 'sponsor_amount', write: asMoney(sponsored) },
    { header: '会议时间', field: 'start_date', write: (c) => writeRange(c.start, c.end, 'cn') },
    { header: '举办地点', field: 'venue', write: asText((c) => c.venue) },
    { header: '举办城市', field: 'city', write: asText((c) => c.city) },
    { header: '拟参会人数', field: 'planned_attendance', write: count((c) => c.planned) },
    { header: '实到人数', field: 'actual_attendance', write: count((c) => c.attendance) },
    { header: '会议议程', field: 'agenda', write: asText((c) => c.agenda) },
    { header: '备案编号', field: 'filing_no', write: asText((c) => c.filingNo) },
    { header: '备案日期', field: 'filing_date', write: filedOn },
    { header: '总费用', field: 'total_cost', write: asMoney((c) => c.totalCost) },
    { header: '场地费', field: 'venue_cost', write: asMoney((c) => some(c.venueCost)) },
    { header: '专家劳务费', field: 'speaker_fee_total', write: asMoney((c) => some(c.speakerFees)) },
    { header: '食宿费', field: 'meal_cost', write: asMoney((c) => some(c.mealCost)) },
    { header: '联系人', field: 'applicant', write: applicant },
    { header: '会议状态', field: 'status', write: (c) => c.status },
    { header: '佐证材料', field: 'evidence_files', write: asText((c) => c.evidence) },
  ],
};

const companyList: Table<Conference> = {
  category: 'conference',
  columns: [
    { header: '活动编号', field: 'conference_no', write: (c) => c.no },
    { header: '活动名称', field: 'name', write: (c) => c.name },
    { header: '会议形式', field: 'type', write: (c) => c.type },
    { header: '主办方', field: 'organizer', write: org((c) => c.organizer) },
    { header: '执行单位', field: 'co_organizer', write: org((c) => c.executor) },
    { header: '支持企业', field: 'sponsor', write: sponsors },
    { header: '支持金额', field: 'sponsor_amount', write: asMoney(sponsored) },
    { header: '开始日期', field: 'start_date', write: (c, hand) => writeDay(c.start, hand.date) },
    { header: '结束日期', field: 'end_date', write: (c, hand) => writeDay(c.end, hand.date) },
    { header: '会议地点', field: 'venue', write: asText((c) => c.venue) },
    { header: '城市', field: 'city', write: asText((c) => c.city) },
    { header: '参会人数', field: 'actual_attendance', write: count((c) => c.attendance) },
    { header: '会议内容', field: 'agenda', write: asText((c) => c.agenda) },
    { header: '会议备案号', field: 'filing_no', write: asText((c) => c.filingNo) },
    { header: '费用合计', field: 'total_cost', write: asMoney((c) => c.totalCost) },
    { header: '讲课费', field: 'speaker_fee_total', write: asMoney((c) => some(c.speakerFees)) },
    { header: '餐费', field: 'meal_cost', write: asMoney((c) => some(c.mealCost)) },
    { header: '场地费', field: 'venue_cost', write: asMoney((c) => some(c.venueCost)) },
    { header: '产品', field: 'product', write: asText((c) => c.product) },
    { header: '医药代表', field: 'applicant', write: applicant },
    { header: '执行状态', field: 'status', write: (c) => c.status },
    { header: '附件', field: 'evidence_files', write: asText((c) => c.evidence) },
  ],
};

/** No agenda column. */
const hospitalList: Table<Conference> = {
  category: 'conference',
  columns: [
    { header: '编号', field: 'conference_no', write: (c) => c.no },
    { header: '学术会议名称', field: 'name', write: (c) => c.name },
    { header: '级别', field: 'type', write: (c) => c.type },
    { header: '举办单位', field: 'organizer', write: org((c) => c.organizer) },
    { header: '协办单位', field: 'co_organizer', write: org((c) => c.executor) },
    { header: '赞助企业', field: 'sponsor', write: sponsors },
    { header: '赞助费', field: 'sponsor_amount', write: asMoney(sponsored) },
    { header: '召开日期', field: 'start_date', write: (c, hand) => writeDay(c.start, hand.date) },
    { header: '召开地点', field: 'venue', write: asText((c) => c.venue) },
    { header: '会议城市', field: 'city', write: asText((c) => c.city) },
    { header: '到会人数', field: 'actual_attendance', write: count((c) => c.attendance) },
    { header: '批准文号', field: 'filing_no', write: asText((c) => c.filingNo) },
    { header: '批准日期', field: 'filing_date', write: filedOn },
    { header: '实际费用', field: 'total_cost', write: asMoney((c) => c.totalCost) },
    { header: '会场费', field: 'venue_cost', write: asMoney((c) => some(c.venueCost)) },
    { header: '专家费', field: 'speaker_fee_total', write: asMoney((c) => some(c.speakerFees)) },
    { header: '餐饮费', field: 'meal_cost', write: asMoney((c) => some(c.mealCost)) },
    { header: '负责人', field: 'applicant', write: applicant },
    { header: '召开情况', field: 'status', write: (c) => c.status },
    { header: '材料清单', field: 'evidence_files', write: asText((c) => c.evidence) },
  ],
};

const congressList: Table<Conference> = {
  category: 'conference',
  columns: [
    { header: '会议ID', field: 'conference_no', write: (c) => c.no },
    { header: '会议全称', field: 'name', write: (c) => c.name },
    { header: '会议级别', field: 'type', write: (c) => c.type },
    { header: '主办单位', field: 'organizer', write: org((c) => c.organizer) },
    { header: '会务服务商', field: 'co_organizer', write: org((c) => c.executor) },
    { header: '召开时间', field: 'start_date', write: (c) => writeRange(c.start, c.end, 'iso') },
    { header: '会场', field: 'venue', write: asText((c) => c.venue) },
    { header: '举办省份', field: 'province', write: (c) => provinceOf(c.city) },
    { header: '举办城市', field: 'city', write: asText((c) => c.city) },
    { header: '参加人数', field: 'actual_attendance', write: count((c) => c.attendance) },
    { header: '会议日程', field: 'agenda', write: asText((c) => c.agenda) },
    { header: '立项号', field: 'filing_no', write: asText((c) => c.filingNo) },
    { header: '决算金额', field: 'total_cost', write: asMoney((c) => c.totalCost) },
    { header: '场租', field: 'venue_cost', write: asMoney((c) => some(c.venueCost)) },
    { header: '授课费', field: 'speaker_fee_total', write: asMoney((c) => some(c.speakerFees)) },
    { header: '食宿费', field: 'meal_cost', write: asMoney((c) => some(c.mealCost)) },
    { header: '状态', field: 'status', write: (c) => c.status },
    { header: '会议照片', field: 'evidence_files', write: asText((c) => c.evidence) },
  ],
};

const lists: ReadonlyArray<{
  list: ConferenceList;
  table: Table<Conference>;
  title: string;
  file: string;
  format: FileFormat;
}> = [
  {
    list: 'society',
    table: societyList,
    title: '学术会议备案与执行情况登记表（合成数据）',
    file: '301_学术会议登记表',
    format: 'xlsx',
  },
  {
    list: 'company',
    table: companyList,
    title: '企业推广活动台账（合成数据）',
    file: '302_推广活动台账',
    format: 'xlsx',
  },
  {
    list: 'hospital',
    table: hospitalList,
    title: '院内学术活动登记（合成数据）',
    file: '303_院内学术活动登记',
    format: 'xls',
  },
  {
    list: 'congress',
    table: congressList,
    title: '外地学术会议核查反馈（合成数据）',
    file: '304_外地会议核查反馈',
    format: 'csv-gb18030',
  },
];

export function conferenceFiles(world: World, options: SampleOptions): GridFile[] {
  return lists.flatMap(({ list, table, title, file, format }) => {
    const conferences = world.conferences
      .filter((c) => c.list === list)
      .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    if (conferences.length === 0) return [];
    const random = world.random(`conference-files/${list}`);
    const spreadsheet = format === 'xlsx' || format === 'xls';
    const hand: Hand = {
      random,
      noise: options.noise,
      whole: options.scope === 'all',
      date: list === 'company' && spreadsheet ? 'serial' : random.pick(textDateStyles),
      money: spreadsheet ? random.pick(['number', 'grouped']) : 'text',
      spreadsheet,
    };
    const sheetFor = (name: string, part: readonly Conference[]) =>
      tableSheet(
        table,
        name,
        [[title], []],
        part.map((c, i) =>
          vague(hand, writeRecord(table, hand, { record: c, id: c.id, told: c.told }, i + 1), c, table),
        ),
      );
    const years = list === 'society' ? [...new Set(conferences.map((c) => civilDate(c.start).year))] : [];
    const sheets =
      years.length > 1
        ? years.map((year) =>
            sheetFor(
              `${year}年`,
              conferences.filter((c) => civilDate(c.start).year === year),
            ),
          )
        : [sheetFor('会议', conferences)];
    return [{ name: named(file, format), format, sheets }];
  });
}

/** Now and then a sponsor's amount is a word: the conference is still read, the amount is not. */
function vague(hand: Hand, row: GridRow, conference: Conference, table: Table<Conference>): GridRow {
  if (conference.told || conference.sponsors.length === 0 || !hand.random.chance(0.04 * hand.noise)) return row;
  const at = table.columns.findIndex((column) => column.field === 'sponsor_amount');
  if (at < 0) return row;
  const cells = row.cells.map((cell, i) => (i === at ? '面议' : cell));
  const { sponsor_amount: _, ...amounts } = row.amounts ?? {};
  const problem = { column: table.columns[at]!.header, code: 'amount.unreadable', seen: '面议' };
  return { ...row, cells, amounts, problems: [...(row.problems ?? []), problem] };
}
