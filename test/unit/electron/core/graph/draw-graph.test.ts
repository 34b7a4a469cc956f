import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { linkKinds } from '../../../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../../../shared/ontology/kind.ts';
import { type Payment, Records } from '../../../../make/records.ts';

type Link = {
  kind: string;
  source: number;
  target: number;
  rows: number;
  fen: number | null;
  first_day: string | null;
  last_day: string | null;
};
const linksOf = (records: Records) =>
  records.store.db
    .prepare<[], Link>(
      'select kind, source, target, rows, fen, first_day, last_day from link order by kind, source, target',
    )
    .all();

test('a link holds the rows, the sum and the first and last day of one ordered pair', () => {
  const records = new Records();
  records.pay({ by: '瑞衡药业有限公司', to: '周启明', yuan: 20_000, on: '2024-07-15' });
  records.pay({ by: '瑞衡药业有限公司', to: '周启明', yuan: 500.01, on: '2024-06-01' });
  records.pay({ by: '周启明', to: '瑞衡药业有限公司', yuan: 8, on: '2024-08-01' });
  records.draw();
  const [company, person] = [records.party('瑞衡药业有限公司'), records.party('周启明')];
  expect(linksOf(records)).toEqual([
    {
      kind: 'payment',
      source: company,
      target: person,
      rows: 2,
      fen: 2_050_001,
      first_day: '2024-06-01',
      last_day: '2024-07-15',
    },
    {
      kind: 'payment',
      source: person,
      target: company,
      rows: 1,
      fen: 800,
      first_day: '2024-08-01',
      last_day: '2024-08-01',
    },
  ]);
});

test('failed, reversed, mirrored and neutral bookings are in no link', () => {
  const records = new Records();
  const paid = { by: '瑞衡药业有限公司', to: '周启明', yuan: 100, on: '2024-07-15' };
  const row = records.pay(paid);
  records.pay({ ...paid, outcome: 'failed' });
  records.pay({ ...paid, outcome: 'reversed' });
  records.pay({ ...paid, direction: 'neutral' });
  records.pay({ ...paid, direction: 'in', mirrors: row });
  expect(linksOf(records.draw())).toMatchObject([{ rows: 1, fen: 10_000 }]);
});

test('money between two accounts of one person is no link', () => {
  const records = new Records();
  const idNo = '990000197001010019';
  records.pay({
    by: { name: '周启明', idNo, account: '9999990000000000011' },
    to: { name: '周启明', idNo, account: '9999990000000000022' },
    yuan: 100,
    on: '2024-07-15',
  });
  expect(linksOf(records.draw())).toEqual([]);
});

test('a fee and a payment of the same money are two kinds and are never added', () => {
  const records = new Records();
  records.pay({ by: '瑞衡药业有限公司', to: '周启明', yuan: 100, on: '2024-07-15' });
  records.fee({ company: '瑞衡药业有限公司', payee: '周启明', yuan: 100, on: '2024-07-10' });
  records.fee({ company: '瑞衡药业有限公司', payee: '周启明', yuan: -30, on: '2024-07-20' });
  records.draw();
  expect(linksOf(records)).toMatchObject([
    { kind: 'fee', rows: 2, fen: 7_000 },
    { kind: 'payment', rows: 1, fen: 10_000 },
  ]);
  const figure = records.store.db.prepare('select in_fen, out_fen, rows, degree from party_figure where party = ?');
  expect(figure.get(records.party('周启明'))).toEqual({ in_fen: 10_000, out_fen: 0, rows: 3, degree: 1 });
});

test('in a case without statements, in and out are what ledgers booked', () => {
  const records = new Records();
  records.fee({ company: '瑞衡药业有限公司', payee: '周启明', yuan: 100, on: '2024-07-10', conference: '骨科论坛' });
  records.draw();
  expect(
    records.store.db
      .prepare('select out_fen from party_figure where party = ?')
      .pluck()
      .get(records.party('瑞衡药业有限公司')),
  ).toBe(10_000);
});

test('a conference is linked with sponsors, organiser, guests and what was booked for it', () => {
  const records = new Records();
  records.meeting({
    name: '骨科新技术论坛',
    on: '2024-05-06',
    organizer: '澄溪市医学会',
    sponsors: ['瑞衡药业有限公司', '瑞衡药业'],
  });
  records.attend({
    person: '周启明',
    conference: '骨科新技术论坛',
    on: '2024-05-06',
    org: '澄溪市第一人民医院',
    title: '主任医师',
  });
  records.fee({
    company: '瑞衡药业有限公司',
    payee: '周启明',
    yuan: 100,
    on: '2024-05-10',
    conference: '骨科新技术论坛',
    handler: '方晓',
  });
  records.draw();
  const name = (id: number) => records.store.db.prepare('select name from party where id = ?').pluck().get(id);
  expect(
    linksOf(records)
      .map(({ kind, source, target, rows }) => `${name(source)} ${kind} ${name(target)} ${rows}`)
      .toSorted(),
  ).toEqual(
    [
      '周启明 attendance 骨科新技术论坛 1',
      '周启明 employment 澄溪市第一人民医院 1',
      '方晓 handling 周启明 1',
      '澄溪市医学会 organising 骨科新技术论坛 1',
      // the sponsor is written twice in one cell, under two names: one row
      '瑞衡药业有限公司 sponsorship 骨科新技术论坛 1',
      '瑞衡药业有限公司 fee 周启明 1',
      '瑞衡药业有限公司 meetingCost 骨科新技术论坛 1',
    ].toSorted(),
  );
});

const names = ['瑞衡药业有限公司', '青穗推广有限公司', '周启明', '方晓', '沈国栋'];
const payment: fc.Arbitrary<Payment> = fc.record({
  by: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  yuan: fc.integer({ min: 0, max: 10_000_000 }).map((fen) => fen / 100),
  on: fc.constantFrom('2024-01-31', '2024-02-01', '2024-12-31'),
  outcome: fc.constantFrom('ok', 'ok', 'ok', 'failed', 'reversed'),
  direction: fc.constantFrom('in', 'out', 'out', 'neutral'),
});

test('whatever was paid, the links of each kind come to what its view comes to, row for row and fen for fen', () => {
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 40 }), (payments) => {
      const records = new Records();
      for (const each of payments) records.pay(each);
      for (const { by, to, yuan, on } of payments) records.fee({ company: by, payee: to, yuan, on });
      records.draw();
      for (const { id, edge } of linkKinds as readonly LinkKind[]) {
        const drawn = records.store.db
          .prepare('select coalesce(sum(rows), 0) as rows, sum(fen) as fen from link where kind = ?')
          .get(id);
        const sum = edge.amount === undefined ? 'null' : `sum(${edge.amount})`;
        const said = records.store.db
          .prepare(`select count(*) as rows, ${sum} as fen from ${edge.view} where ${edge.from} <> ${edge.to}`)
          .get();
        if (edge.only === undefined) expect({ id, ...(drawn as object) }).toEqual({ id, ...(said as object) });
      }
      records.store.close();
    }),
    { numRuns: 25 },
  );
});

test('drawing again draws the same', () => {
  const records = new Records();
  records.pay({ by: '瑞衡药业有限公司', to: '周启明', yuan: 100, on: '2024-07-15' });
  const before = linksOf(records.draw());
  drawLinks(records.store);
  expect(linksOf(records)).toEqual(before);
});
