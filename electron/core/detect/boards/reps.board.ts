import { type Filing, overlap, readFilings } from '../../models/ask/filings.ts';
import { type Board, byFigures, money, number, party, text, words } from './board.ts';

interface Visit {
  readonly row: number;
  readonly rep: number;
  readonly day: string;
  readonly doctor: number | null;
  readonly hospital: number | null;
  readonly fen: number | null;
}

/** 医药代表: everybody who is filed or logged as one, with what both sheets say of them (S11). */
export default {
  id: 'reps',
  title: { zh: '医药代表登记', en: 'Representatives' },
  question: {
    zh: '备案的代表有没有活动，有活动的有没有备案，一人是否同时代表多家企业？',
    en: 'Are those who are filed active, those who are active filed, and does one person represent several companies at once?',
  },
  method: {
    zh: '按人合并备案与活动记录。“同时在效”为同一时间备案在效的企业数，两家以上的标出；“期外活动”为备案有效期外的活动数；没有活动表或备案表时相应各列留空，不等于没有。活动费用只合计写明的。',
    en: 'Filings and activity logs put together by person. Filings of two or more companies in force at once are marked, and activities on days outside every filing; where one of the sheets is missing its columns stay empty, which does not mean none. Costs are those that are written.',
  },
  columns: [
    { id: 'rep', title: { zh: '代表', en: 'Representative' }, kind: 'name' },
    { id: 'companies', title: { zh: '备案企业', en: 'Filed for' }, kind: 'wide' },
    { id: 'note', title: { zh: '情况', en: 'Note' }, kind: 'name' },
    { id: 'atOnce', title: { zh: '同时在效', en: 'Companies at once' }, kind: 'number' },
    { id: 'outside', title: { zh: '期外活动', en: 'Outside the filing' }, kind: 'number' },
    { id: 'visits', title: { zh: '活动记录', en: 'Activities' }, kind: 'number' },
    { id: 'doctors', title: { zh: '接触医生', en: 'Doctors met' }, kind: 'number' },
    { id: 'hospitals', title: { zh: '医院', en: 'Hospitals' }, kind: 'number' },
    { id: 'cost', title: { zh: '活动费用', en: 'Costs' }, kind: 'money' },
    { id: 'valid', title: { zh: '备案有效期', en: 'Filing valid' }, kind: 'period' },
    { id: 'active', title: { zh: '活动期间', en: 'Active' }, kind: 'period' },
  ],
  needs: [{ category: 'rep', fields: [], or: 'rep_activity' }],
  models: [
    'unregistered-rep',
    'multi-company-rep',
    'nominal-rep',
    'rep-activity-expense-mismatch',
    'identity-conflict',
    'third-party-collection',
  ],

  read(evidence) {
    const filings = Map.groupBy(readFilings(evidence), ({ person }) => person);
    const visits = Map.groupBy(
      evidence.all<Visit>('select row, rep, day, doctor, hospital, expense_fen as fen from rep_visit order by row'),
      ({ rep }) => rep,
    );
    const isLogged = evidence.has('rep_activity');
    const isFiled = evidence.has('rep');
    return [...new Set([...filings.keys(), ...visits.keys()])]
      .map((person) => {
        const filed = filings.get(person) ?? [];
        const met = visits.get(person) ?? [];
        const atOnce = companiesAtOnce(filed);
        const outside =
          filed.length === 0 ? 0 : met.filter(({ day }) => !filed.some((each) => covers(each, day))).length;
        const distinct = (of: Array<number | null>) => new Set(of.filter((each) => each !== null)).size;
        const days = met.map(({ day }) => day).sort();
        const note =
          filed.length === 0
            ? isFiled
              ? words('有活动，无备案', 'Active, not filed')
              : text('')
            : met.length === 0 && isLogged
              ? words('有备案，无活动', 'Filed, not active')
              : text('');
        const striking = Number(note.type === 'words') + Number(atOnce > 1) + Number(outside > 0);
        return {
          striking,
          visits: met.length,
          row: {
            key: evidence.party(person).uid,
            cells: [
              party(evidence, person),
              text([...new Set(filed.map(({ company }) => evidence.party(company).name))].join('；')),
              note,
              number(isFiled ? atOnce : null, atOnce > 1),
              number(isLogged && filed.length > 0 ? outside : null, outside > 0),
              number(isLogged ? met.length : null),
              number(isLogged ? distinct(met.map(({ doctor }) => doctor)) : null),
              number(isLogged ? distinct(met.map(({ hospital }) => hospital)) : null),
              money(met.some(({ fen }) => fen !== null) ? met.reduce((sum, { fen }) => sum + (fen ?? 0), 0) : null),
              text(spanOf(filed)),
              text(days.length === 0 ? '' : `${days[0]} ~ ${days.at(-1)}`),
            ],
            cited: [
              ...filed.map(({ row }) => ({ row, field: 'name' })),
              ...met.map(({ row, fen }) => ({ row, field: fen === null ? 'visit_at' : 'expense' })),
            ],
            parties: [person],
          },
        };
      })
      .sort(
        byFigures(
          (each) => each.striking,
          (each) => each.visits,
        ),
      )
      .map(({ row }) => row);
  },
} satisfies Board;

/** The most companies whose filings of one person were in force at one time. */
function companiesAtOnce(filings: readonly Filing[]): number {
  return filings.reduce((most, each) => {
    const companies = new Set(
      filings.filter((other) => other === each || overlap(each, other)).map(({ company }) => company),
    );
    return Math.max(most, companies.size);
  }, 0);
}

const covers = ({ from, to }: Filing, day: string): boolean =>
  (from === null || from <= day) && (to === null || day.slice(0, to.length) <= to);

const spanOf = (filings: readonly Filing[]): string => {
  const from = filings.map((each) => each.from ?? '').sort()[0];
  const to = filings
    .map((each) => each.to ?? '')
    .sort()
    .at(-1);
  return filings.length === 0 || (!from && !to) ? '' : `${from || '?'} ~ ${to || '?'}`;
};
