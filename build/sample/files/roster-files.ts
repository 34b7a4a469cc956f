/** Rosters: who spoke, who signed in, who was paid. */
import type { SampleOptions } from '../options.ts';
import { civilDate, isoDay, two } from '../plain/civil.ts';
import type { Attendance, ConferenceList } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { named } from './bank-files.ts';
import type { FileFormat, GridCell, GridFile, GridRow, GridSheet } from './grid.ts';
import { asMoney, asNumber, asParty, asText, type Hand, type Table, tableSheet, writeRecord } from './table.ts';
import { textDateStyles, writeDay, writeStamp } from './written.ts';

const told = (a: Attendance): boolean => a.told;
const idNo = asNumber<Attendance>((a) => (a.shows.idNo ? a.person.idNo : undefined), { idCard: true }, told);
const phone = asText<Attendance>((a) => (a.shows.phone ? a.person.phone : undefined));
const person = asParty<Attendance>(
  (a) => a.person,
  (a) => a.shows.idNo,
);
const employer = asParty<Attendance>((a) => a.person.employer);
const day = (a: Attendance, hand: Hand): GridCell => writeDay(a.day, hand.date);
const signedAt = (a: Attendance): GridCell => (a.signedAt === undefined ? null : writeStamp(a.signedAt, 'iso'));
const clock = (a: Attendance, minutes: number | undefined): GridCell =>
  minutes === undefined ? null : `${isoDay(a.day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
const paid = (fen: number): number | undefined => (fen === 0 ? undefined : fen);

const whole: Table<Attendance> = {
  category: 'conference_person',
  columns: [
    { header: '会议编号', field: 'conference_no', write: (a) => a.conference.no },
    { header: '会议名称', field: 'conference_name', write: (a) => a.conference.name },
    { header: '会议日期', field: 'conference_date', write: day },
    { header: '姓名', field: 'name', write: person },
    { header: '身份证号', field: 'id_no', write: idNo },
    { header: '手机号', field: 'phone', write: phone },
    { header: '工作单位', field: 'org', write: employer },
    { header: '科室', field: 'dept', write: asText((a) => a.person.dept) },
    { header: '职称', field: 'title', write: asText((a) => a.person.title) },
    { header: '参会身份', field: 'role', write: (a) => a.role },
    { header: '讲课题目', field: 'topic', write: asText((a) => a.topic) },
    { header: '学时', field: 'hours', write: (a) => (a.hours === 0 ? null : { n: a.hours, z: '0.0' }) },
    { header: '税前金额', field: 'fee_gross', write: asMoney((a) => paid(a.gross)) },
    { header: '讲课费(税后)', field: 'fee', write: asMoney((a) => paid(a.net)) },
    { header: '银行卡号', field: 'account_no', write: asNumber((a) => a.account?.number, { idCard: false }, told) },
    { header: '签到时间', field: 'signed_at', write: signedAt },
  ],
};

const lectures: Table<Attendance> = {
  category: 'conference_person',
  columns: [
    { header: '活动编号', field: 'conference_no', write: (a) => a.conference.no },
    { header: '活动名称', field: 'conference_name', write: (a) => a.conference.name },
    { header: '讲课日期', field: 'conference_date', write: day },
    { header: '讲者姓名', field: 'name', write: person },
    { header: '证件号码', field: 'id_no', write: idNo },
    { header: '所在单位', field: 'org', write: employer },
    { header: '所在科室', field: 'dept', write: asText((a) => a.person.dept) },
    { header: '职称', field: 'title', write: asText((a) => a.person.title) },
    { header: '授课题目', field: 'topic', write: asText((a) => a.topic) },
    { header: '课时', field: 'hours', write: (a) => (a.hours === 0 ? null : { n: a.hours, z: '0.0' }) },
    { header: '应发金额', field: 'fee_gross', write: asMoney((a) => paid(a.gross)) },
    { header: '实发金额', field: 'fee', write: asMoney((a) => paid(a.net)) },
    { header: '银行卡号', field: 'account_no', write: asNumber((a) => a.account?.number, { idCard: false }, told) },
    { header: '开户银行', field: 'bank', write: asText((a) => a.account?.branch) },
  ],
};

/** Only the conference's name, no number. */
const signIn: Table<Attendance> = {
  category: 'conference_person',
  columns: [
    { header: '会议名称', field: 'conference_name', write: (a) => a.conference.name },
    { header: '会议时间', field: 'conference_date', write: day },
    { header: '签到人', field: 'name', write: person },
    { header: '单位名称', field: 'org', write: employer },
    { header: '部门', field: 'dept', write: asText((a) => a.person.dept) },
    { header: '职务', field: 'title', write: asText((a) => a.person.title) },
    { header: '联系电话', field: 'phone', write: phone },
    { header: '人员类型', field: 'role', write: (a) => a.role },
    { header: '签到', field: 'signed', write: (a) => (a.signedAt === undefined ? '否' : '√') },
    { header: '到会时间', field: 'signed_at', write: signedAt },
  ],
};

const withSessions: Table<Attendance> = {
  category: 'conference_person',
  columns: [
    ...whole.columns.filter((column) => column.field !== 'hours'),
    { header: '讲课开始时间', field: 'session_start', write: (a) => clock(a, a.session?.from) },
    { header: '讲课结束时间', field: 'session_end', write: (a) => clock(a, a.session?.to) },
    { header: '会议城市', field: 'city', write: (a) => a.conference.city },
  ],
};

interface Part {
  readonly file: string;
  readonly format: FileFormat;
  readonly table: Table<Attendance>;
  readonly title: string | undefined;
  readonly rows: readonly Attendance[];
  /** in the whole sample a conference stands once, merged over the rows of all who came */
  readonly merged?: true;
}

export function* rosterFiles(world: World, options: SampleOptions): Generator<GridFile> {
  const of = (list: ConferenceList, keep: (a: Attendance) => boolean = () => true) =>
    world.attendances
      .filter((a) => a.conference.list === list && keep(a))
      .sort(
        (a, b) =>
          a.conference.start - b.conference.start ||
          (a.conference.id < b.conference.id ? -1 : a.conference.id > b.conference.id ? 1 : 0),
      );
  const year = (a: Attendance) => civilDate(a.conference.start).year;
  const spoke = (a: Attendance) => a.role !== '参会';
  const parts: Part[] = [
    {
      file: '401_参会人员名册_2022',
      format: 'xlsx',
      table: whole,
      title: '参会人员名册（合成数据）',
      rows: of('society', (a) => year(a) === 2022),
    },
    {
      file: '402_参会人员名册_2023',
      format: 'xlsx',
      table: whole,
      title: '参会人员名册（合成数据）',
      rows: of('society', (a) => year(a) === 2023),
      merged: true,
    },
    {
      file: '403_参会人员名册_2024（合成数据）',
      format: 'csv-gb18030',
      table: whole,
      title: undefined,
      rows: of('society', (a) => year(a) === 2024),
    },
    {
      file: '404_讲者劳务发放表',
      format: 'xlsx',
      table: lectures,
      title: '讲者劳务发放表（合成数据）',
      rows: of('company', spoke),
    },
    {
      file: '405_推广活动签到表',
      format: 'csv-utf8-bom',
      table: signIn,
      title: '活动签到表（合成数据）',
      rows: of('company'),
    },
    {
      file: '406_院内培训签到及讲课',
      format: 'xls',
      table: whole,
      title: '院内培训签到及讲课登记（合成数据）',
      rows: of('hospital'),
    },
    {
      file: '407_外地会议参会核查',
      format: 'xlsx',
      table: withSessions,
      title: '外地会议参会核查（合成数据）',
      rows: of('congress'),
    },
  ];
  for (const part of parts) if (part.rows.length > 0) yield rosterFile(world, options, part);
}

/** Number and name of a conference, written once for all who came; the first of them stands in row `above`. */
function conferencesMerged(rows: readonly Attendance[], above: number): NonNullable<GridSheet['down']> {
  const down: Array<readonly [number, number, number]> = [];
  for (let from = 0, to = 0; from < rows.length; from = to + 1) {
    for (to = from; rows[to + 1]?.conference === rows[from]!.conference; ) to++;
    if (to > from) down.push([above + from, above + to, 0], [above + from, above + to, 1]);
  }
  return down;
}

function rosterFile(world: World, options: SampleOptions, part: Part): GridFile {
  const random = world.random(`roster-files/${part.file}`);
  const format = part.format === 'xls' && part.rows.length > 600 ? 'xlsx' : part.format;
  const spreadsheet = format === 'xlsx' || format === 'xls';
  const hand: Hand = {
    random,
    noise: options.noise,
    whole: options.scope === 'all',
    date: spreadsheet && random.chance(0.4) ? 'serial' : random.pick(textDateStyles),
    money: spreadsheet ? random.pick(['number', 'grouped', 'plainNumber']) : 'text',
    spreadsheet,
  };
  const rows: GridRow[] = part.rows.map((a, i) => {
    // a tenth of the rosters' identity numbers were never filled in
    const lost = !a.told && a.shows.idNo && random.chance(0.2 * options.noise);
    const shown = lost ? { ...a, shows: { ...a.shows, idNo: false } } : a;
    return writeRecord(part.table, hand, { record: shown, id: a.id, told: a.told }, i + 1);
  });
  const sheet: GridSheet = tableSheet(
    part.table,
    '名册',
    part.title === undefined ? [] : [[part.title], ['填表单位：会务组']],
    rows,
  );
  const isMerged = options.scope === 'all' && part.merged && options.noise > 0;
  const down = isMerged ? conferencesMerged(part.rows, sheet.rows.length - rows.length) : [];
  return { name: named(part.file, format), format, sheets: [down.length > 0 ? { ...sheet, down } : sheet] };
}
