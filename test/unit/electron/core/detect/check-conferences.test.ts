import { expect, test } from 'vitest';
import type { Element } from '../../../../../electron/core/models/ask/reality.ts';
import { came, meeting, paid, signedIn } from '../../../../../electron/core/models/example-rows.ts';
import type { ModelExample } from '../../../../../electron/core/models/model.ts';
import { caseOf, detectIn } from '../../../../make/detect-in.ts';

interface Checked {
  readonly name: string;
  readonly result: string;
  readonly known: number;
  readonly yes: number;
  /** id → answer */
  readonly says: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, ReadonlyArray<{ row: number; field: string }>>>;
}

/** The check of every conference of the sheets, by name. */
function check(sheets: ModelExample['sheets']): Record<string, Checked> {
  const store = caseOf(sheets);
  detectIn(store);
  const rows = store.db
    .prepare(
      'select m.name, t.result, t.known, t.yes, t.elements, t.contradictions from conference_check t join rec_conference m on m.row = t.row order by t.row',
    )
    .all() as Array<{
    name: string;
    result: string;
    known: number;
    yes: number;
    elements: string;
    contradictions: string;
  }>;
  return Object.fromEntries(
    rows.map(({ name, elements, contradictions, ...rest }) => {
      const all = [...(JSON.parse(elements) as Element[]), ...(JSON.parse(contradictions) as Element[])];
      const says = Object.fromEntries(all.map(({ id, answer }) => [id, answer]));
      return [name, { name, ...rest, says, cells: Object.fromEntries(all.map(({ id, cells }) => [id, cells])) }];
    }),
  );
}

const speaker = [['沈以墨', '澄溪市第一人民医院', '3000.00']] as const;
const proper = {
  conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
  conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', speaker),
};
const one = (sheets: ModelExample['sheets']): Checked => Object.values(check(sheets))[0]!;
/** The proper conference with some cells changed. */
const changed = (more: Readonly<Record<string, string>>, people = proper.conference_person): Checked =>
  one({ conference: [{ ...meeting('云澜骨科春季论坛', '2024-04-12'), ...more }], conference_person: people });
const withoutColumns = (fields: readonly string[]): Checked =>
  one({
    ...proper,
    conference: [
      Object.fromEntries(Object.entries(proper.conference[0]!).filter(([field]) => !fields.includes(field))),
    ],
  });

test('a conference with filing, venue, agenda, roster and material is genuine', () => {
  expect(one(proper)).toMatchObject({
    result: 'genuine',
    says: { E2: 'yes', E3: 'yes', E4: 'yes', E5: 'yes', E6: 'yes', E10: 'yes', H1: 'no', H5: 'no' },
  });
});

test('an empty cell is missing, an absent column is unknown', () => {
  expect(changed({ filing_no: '', agenda: '' }).says).toMatchObject({ E2: 'no', E5: 'no' });
  expect(withoutColumns(['filing_no', 'agenda']).says).toMatchObject({ E2: 'unknown', E5: 'unknown' });
});

test('two topics in the roster stand for an agenda', () => {
  const people = signedIn('云澜骨科春季论坛', '2024-04-12', [...speaker, ['顾长宁', '望川市人民医院', '3000.00']]);
  expect(changed({ agenda: '' }, people).says.E5).toBe('yes');
  expect(changed({ agenda: '' }).says.E5).toBe('no');
});

test('an agenda of nineteen characters is none, one of twenty is', () => {
  expect(changed({ agenda: '一二三四五六七八九十一二三四五六七八九' }).says.E5).toBe('no');
  expect(changed({ agenda: '一二三四五六七八九十一二三四五六七八九十' }).says.E5).toBe('yes');
});

test('a venue that is still to be decided is no venue', () => {
  expect(changed({ venue: '待定' }).says.E3).toBe('no');
  expect(changed({ venue: '线上（澄云会议平台）', type: '线上会议' }).says.E3).toBe('yes');
  expect(changed({ city: '' }).says.E3).toBe('no');
  expect(changed({ city: '', venue: '成都云栖会议中心' }).says.E3).toBe('yes');
});

test('ten days are a conference, eleven are not, and a filing after its end is none', () => {
  expect(changed({ end_date: '2024-04-21' }).says.E4).toBe('yes');
  expect(changed({ end_date: '2024-04-22' }).says.E4).toBe('no');
  expect(changed({ filing_date: '2024-04-12' }).says.E4).toBe('yes');
  expect(changed({ filing_date: '2024-04-13' }).says.E4).toBe('no');
});

test('a roster must hold six tenths of the stated attendance, from three employers', () => {
  // five people of four hospitals
  expect(changed({ actual_attendance: '8' }).says.E6).toBe('yes');
  expect(changed({ actual_attendance: '9' }).says.E6).toBe('no');
  const colleagues = proper.conference_person.map((row) => ({ ...row, org: '澄溪市第一人民医院' }));
  expect(changed({}, colleagues).says.E6).toBe('no');
});

test('a missing roster says nothing where no roster of that list was handed over', () => {
  expect(one({ conference: proper.conference }).says.E6).toBe('unknown');
  const others = check({
    conference: [...proper.conference, meeting('云澜骨科秋季论坛', '2024-10-18', { venue: '澄溪会展中心五号厅' })],
    conference_person: proper.conference_person,
  });
  expect(others.云澜骨科秋季论坛?.says.E6).toBe('no');
});

test('a list of speakers alone is no sign-in list', () => {
  const speakers = proper.conference_person.filter(({ role }) => role === '讲者');
  expect(changed({}, speakers).says.E6).toBe('unknown');
});

test('sponsor money to the corporate account is proper, to somebody who is no speaker it is not', () => {
  const toHost = [paid('启衡药业有限公司', '云澜省骨科学会', '50000.00', '2024-04-01', '赞助费')];
  const toNobody = [paid('启衡药业有限公司', '白若川', '50000.00', '2024-04-20', '云澜骨科春季论坛劳务费')];
  expect(one({ ...proper, bank_flow: toHost }).says.E8).toBe('yes');
  expect(one({ ...proper, bank_flow: toNobody }).says.E8).toBe('no');
  expect(one(proper).says.E8).toBe('unknown');
});

test('payments to third parties show where the cost went', () => {
  const costs = [paid('云栖会展服务有限公司', '澄溪会展中心', '42000.00', '2024-04-15', '云澜骨科春季论坛场租')];
  expect(one({ ...proper, bank_flow: costs }).says.E9).toBe('yes');
  expect(one(proper).says.E9).toBe('unknown');
});

test('the end before the beginning contradicts', () => {
  expect(changed({ end_date: '2024-04-10' })).toMatchObject({ result: 'sham', says: { H1: 'yes', E4: 'no' } });
});

test('more speakers than people contradict', () => {
  const people = signedIn('云澜骨科春季论坛', '2024-04-12', [...speaker, ['顾长宁', '望川市人民医院', '3000.00']]);
  expect(changed({ actual_attendance: '1' }, people)).toMatchObject({ result: 'sham', says: { H2: 'yes' } });
  expect(changed({ actual_attendance: '2' }, people).says.H2).toBe('no');
});

test('a cancelled conference is a contradiction only when money was spent on it', () => {
  const called = { status: '已取消', agenda: '', filing_no: '', venue: '', city: '', evidence_files: '' };
  expect(changed({ ...called, total_cost: '' })).toMatchObject({ result: 'unverified', says: { H5: 'no' } });
  expect(changed(called)).toMatchObject({ result: 'sham', says: { H5: 'yes' } });
});

const sixteen = Array.from({ length: 16 }, (_, n) => `参会${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[n]}`);
const rosterOf = (name: string, on: string, names: readonly string[] = sixteen) =>
  names.map((person, n) => came(name, on, person, `云澜省第${'一二三四'[n % 4]}医院`));

test('of two equal rosters the conference that has nothing else to show is contradicted', () => {
  const found = check({
    conference: [
      meeting('云澜创伤骨科年会', '2024-03-15', { actual_attendance: '18' }),
      meeting('骨水泥应用经验分享会', '2024-08-23', {
        actual_attendance: '18',
        agenda: '',
        filing_no: '',
        venue: '',
        city: '',
      }),
    ],
    conference_person: [
      ...rosterOf('云澜创伤骨科年会', '2024-03-15'),
      ...rosterOf('骨水泥应用经验分享会', '2024-08-23'),
    ],
  });
  expect(found.骨水泥应用经验分享会).toMatchObject({ result: 'sham', says: { H3: 'yes' } });
  expect(found.云澜创伤骨科年会).toMatchObject({ result: 'genuine', says: { H3: 'no' } });
});

test('parts of one course may have one class, and fifteen people are needed to speak of a copy', () => {
  const course = check({
    conference: ['第1期', '第2期'].map((part, i) =>
      meeting(`云澜关节镜培训班（${part}）`, `2024-0${3 + i}-15`, {
        actual_attendance: '18',
        agenda: '',
        filing_no: '',
      }),
    ),
    conference_person: ['第1期', '第2期'].flatMap((part, i) =>
      rosterOf(`云澜关节镜培训班（${part}）`, `2024-0${3 + i}-15`),
    ),
  });
  expect(Object.values(course).map(({ says }) => says.H3)).toEqual(['no', 'no']);
  const few = check({
    conference: ['云澜创伤骨科沙龙', '骨水泥经验交流会'].map((name, i) =>
      meeting(name, `2024-0${3 + i}-15`, { actual_attendance: '14', agenda: '', filing_no: '' }),
    ),
    conference_person: ['云澜创伤骨科沙龙', '骨水泥经验交流会'].flatMap((name, i) =>
      rosterOf(name, `2024-0${3 + i}-15`, sixteen.slice(0, 14)),
    ),
  });
  expect(Object.values(few).map(({ says }) => says.H3)).toEqual(['no', 'no']);
});

test('two conferences in one hall at one time cannot both have been', () => {
  const thin = { agenda: '', filing_no: '', evidence_files: '' };
  const found = check({
    conference: [meeting('云澜创伤骨科沙龙', '2024-03-15', thin), meeting('骨水泥经验交流会', '2024-03-15', thin)],
  });
  expect(Object.values(found).map(({ says }) => says.H4)).toEqual(['yes', 'yes']);
  const hotel = check({
    conference: [
      meeting('云澜创伤骨科沙龙', '2024-03-15', { ...thin, venue: '澄溪国际酒店' }),
      meeting('骨水泥经验交流会', '2024-03-15', { ...thin, venue: '澄溪国际酒店' }),
    ],
  });
  expect(Object.values(hotel).map(({ says }) => says.H4)).toEqual(['no', 'no']);
});

test('sponsorship that goes on to hospital staff within a month, with no lecture behind it, contradicts', () => {
  const doctors = ['叶知秋', '薛明远', '孟以宁'];
  const people = signedIn('云澜骨科春季论坛', '2024-04-12', speaker).map((row) => ({
    ...row,
    account_no: paid('甲', row.name ?? '', '1', '2024-01-01').counterparty_account ?? '',
  }));
  const sponsored = paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-04-01', '赞助费');
  const split = doctors.map((name) => paid('云澜省骨科学会', name, '7000.00', '2024-04-20', '劳务费'));
  expect(one({ ...proper, conference_person: people, bank_flow: [sponsored, ...split] }).says.H6).toBe('yes');
  expect(one({ ...proper, conference_person: people, bank_flow: [sponsored, ...split.slice(0, 2)] }).says.H6).toBe(
    'no',
  );
  expect(one(proper).says.H6).toBe('unknown');
});

test('every answer names the cells it rests on', () => {
  const { cells, says } = changed({ filing_no: '' });
  expect(says.E2).toBe('no');
  expect(cells.E2).toEqual([{ row: expect.any(Number), field: 'filing_no' }]);
});

/** One conference in two lists: the same number, slightly different names. */
const twice = (more: Readonly<Record<string, string>>) =>
  check({
    conference: [
      { ...meeting('云澜骨科春季论坛', '2024-04-12'), conference_no: 'XH2024001' },
      { ...meeting('2024云澜骨科春季论坛', '2024-04-12', more), conference_no: 'XH2024001' },
    ],
    conference_person: proper.conference_person,
  });

test('what one list lacks another may show', () => {
  const found = twice({ organizer: '', agenda: '', filing_no: '', venue: '', city: '', evidence_files: '' });
  expect(Object.values(found).map(({ result }) => result)).toEqual(['genuine', 'genuine']);
});

test('dates that another list has right are a slip of the pen', () => {
  const found = twice({ end_date: '2024-04-10' });
  expect(Object.values(found).map(({ result, says }) => [result, says.H1])).toEqual([
    ['genuine', 'no'],
    ['genuine', 'no'],
  ]);
});
