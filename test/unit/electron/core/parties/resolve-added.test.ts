import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { resolveAdded } from '../../../../../electron/core/parties/resolve-added.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { type CaseBuilder, type FieldTexts, makeCase, type Payment } from '../../../../make/make-case.ts';

const AT = '2026-01-02T00:00:00.000Z';

/** Who is who and why, in words that do not depend on the numbers of parties. */
function state(store: Store) {
  const all = (sql: string) => store.db.prepare(sql).raw().all();
  return {
    parties: all(
      'select p.uid, p.kind, p.role, p.name from party p join mention m on m.party = p.id group by p.id order by 1',
    ),
    mentions: all(
      'select m.id, p.uid, join_reason, join_mention from mention m left join party p on p.id = m.party order by 1',
    ),
    pairs: all('select a, b, how from mention_pair order by 1, 2, 3'),
  };
}

/** What joining everything anew gives, from what the case was before this file came in. */
function whole(store: Store) {
  store.db.exec('savepoint compare');
  resolveParties(store, AT);
  const is = state(store);
  store.db.exec('rollback to compare; release compare');
  return is;
}

/** Imports file by file; after each, what is joined where it concerns must be what joining everything gives. Returns for how many it was. */
function follow(builder: CaseBuilder): number {
  let partly = 0;
  let last: Store | undefined;
  for (const { store, added } of builder.fileByFile()) {
    last = store;
    store.transaction(() => {
      const expected = whole(store);
      const written = resolveAdded(store, AT, added);
      if (written) {
        partly++;
        drawLinks(store);
        written.remove();
        expect(state(store)).toEqual(expected);
      } else {
        resolveParties(store, AT);
        drawLinks(store);
      }
    });
  }
  last?.close();
  return partly;
}

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const people = ['王伟', '李娜', '王伟民', '周启明', '王*', '欧阳明珠小'];
const companies = [
  '瑞衡药业有限公司',
  '瑞衡药业',
  '恒沅贸易有限公司',
  '恒沅贸易',
  '澄溪天森骨科植入物',
  '现金',
  '支付宝（中国）网络技术有限公司',
];
const accounts = [
  '9999990000000000011',
  '9999990000000000022',
  '9999990000000000033',
  '999999*********0011',
  '999999*********0022',
];
const employers = ['澄溪市第一人民医院', '澄溪市一院', '澄溪骨科医院'];
const texts = (record: Record<string, string | undefined>): FieldTexts =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));

const payment = fc.record({
  from: fc.constantFrom(...people, ...companies),
  to: fc.constantFrom(...people, ...companies),
  fromAccount: some(...accounts.slice(0, 3)),
  toAccount: some(...accounts),
  yuan: fc.constantFrom('100', '200', '300'),
  on: fc.constantFrom('2024-03-01', '2024-03-02'),
  memo: some('转存', '讲课费', '冲正'),
  of: fc.constantFrom('payer' as const, 'payee' as const),
  success: some('成功', '冲正'),
});
const payments = fc
  .array(payment, { minLength: 1, maxLength: 5 })
  .map(
    (list) => (builder: CaseBuilder) =>
      void builder.payments(list.map((each) => texts(each as never) as never as Payment)),
  );
const register = fc
  .array(
    fc.record({
      name: fc.constantFrom(...companies.slice(0, 5)),
      uscc: some('91990000MA00000A1X', '91990000MA00000B2Y'),
      former_names: some('瑞衡药业', '恒沅贸易', '澄溪瑞衡'),
      legal_rep: some(...people.slice(0, 4)),
      phone: some('19900001111', '19900002222'),
      role: some('生产企业', '配送企业'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => (builder: CaseBuilder) => void builder.sheet('company', list.map(texts)));
const staff = fc
  .array(
    fc.record({
      name: fc.constantFrom(...people.slice(0, 4)),
      employer: fc.constantFrom(...employers),
      dept: some('骨科', '心内科'),
      phone: some('19900001111', '19900002222'),
      position: some('科主任', '采购'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => (builder: CaseBuilder) => void builder.sheet('staff', list.map(texts)));
const institutions = fc
  .array(fc.record({ name: fc.constantFrom(...employers), aliases: some('澄溪市一院', '澄溪骨科医院') }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((list) => (builder: CaseBuilder) => void builder.sheet('institution', list.map(texts)));
const byHand = fc
  .oneof(
    fc.record({
      kind: fc.constant('医生'),
      name: fc.constantFrom(...people.slice(0, 4)),
      org: some(...employers),
      aliases: some('王伟民'),
    }),
    fc.record({
      kind: fc.constantFrom('企业', '医院'),
      name: fc.constantFrom(...companies.slice(0, 5), ...employers),
      aliases: some('瑞衡药业', '澄溪市一院'),
    }),
  )
  .map((entry) => (builder: CaseBuilder) => void builder.sheet('manual_party', [texts(entry)]));
const meetings = ['骨科论坛', '“骨科”论坛', '骨科新技术论坛（第一期）', '心内科沙龙', '科室会'];
const numbers = ['HY001', 'HY002'];
const days = ['2024-03-01', '2024-03-02', '2024-03-05'];
const conferences = fc
  .array(
    fc.record({
      name: fc.constantFrom(...meetings),
      conference_no: some(...numbers),
      start_date: fc.constantFrom(...days),
      end_date: some('2024-03-05'),
      organizer: some(...companies.slice(0, 4)),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => (builder: CaseBuilder) => void builder.sheet('conference', list.map(texts)));
const attended = fc
  .array(
    fc
      .record({
        conference_name: some(...meetings),
        conference_no: some(...numbers),
        conference_date: some(...days),
        name: fc.constantFrom(...people.slice(0, 4)),
        org: some(...employers),
        title: some('主任医师'),
      })
      .map((row) => ((row.conference_name ?? row.conference_no) ? row : { ...row, conference_no: numbers[0] })),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => (builder: CaseBuilder) => void builder.sheet('conference_person', list.map(texts)));
const files = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: payments },
    { weight: 3, arbitrary: register },
    { weight: 3, arbitrary: staff },
    { weight: 2, arbitrary: institutions },
    { weight: 2, arbitrary: byHand },
    { weight: 2, arbitrary: conferences },
    { weight: 3, arbitrary: attended },
  ),
  { minLength: 2, maxLength: 6 },
);

test('a file that comes in is joined where it concerns, and who is who is what joining everything anew gives', {
  timeout: 120_000,
}, () => {
  let [partly, all] = [0, 0];
  fc.assert(
    fc.property(files, (list) => {
      const builder = makeCase();
      for (const add of list) add(builder);
      partly += follow(builder);
      all += list.length - 1;
    }),
    { numRuns: 60 },
  );
  expect(partly / all).toBeGreaterThan(0.6);
});
