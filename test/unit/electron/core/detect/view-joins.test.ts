import { expect, test } from 'vitest';
import { inputsOf } from '../../../../../electron/core/detect/inputs.ts';
import { joinedByNumber, namesByNumber } from '../../../../../electron/core/detect/view-joins.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const isRecord = (table: string) => table.startsWith('rec_');

test('a view shows those whom its records name when each is found by a number of the record', () => {
  const shows = (sql: string) => namesByNumber(sql, isRecord);
  expect(
    shows('select p.party from rec_fee f join mention p on p.id = f.payer left join party q on q.id = p.party'),
  ).toBe(true);
  expect(shows('select p.party from rec_fee f join mention p on p.key = f.name')).toBe(false);
  expect(
    shows('select p.party from rec_fee f join mention p on p.id = f.payer join mention o on o.id = p.join_mention'),
  ).toBe(false);
  expect(shows('select p.party from identifier i join mention p on p.id = i.mention')).toBe(false);
  expect(shows('select id from party')).toBe(false);
});

test('a question finds people by number only where each is joined to what a record names', () => {
  const asks = (sql: string) => joinedByNumber(sql, 'who', 'party', (view) => view === 'payment');
  expect(asks("select p.row from payment p join who w on w.party = p.payee where w.kind = 'company'")).toBe(true);
  expect(
    asks('select e.payee from (select payee from payment group by payee) e cross join who w on w.party = e.payee'),
  ).toBe(true);
  expect(asks("select party from who where kind = 'company'")).toBe(false);
  expect(asks('select p.row from payment p join who w on w.name = p.memo')).toBe(false);
  expect(asks('select p.row from payment p, who w where w.party = p.payee')).toBe(false);
  expect(asks('select p.row from payment p join who w on w.party = p.payee join who o on o.party = w.party')).toBe(
    false,
  );
  expect(asks('select s.row from shared_between s join who w on w.party = s.another')).toBe(false);
});

test('what a question depends on is not more than what can change its answer', () => {
  const { behind } = inputsOf(caseInMemory(), () => undefined);
  const of = (sql: string) => [...behind(sql)].sort();
  expect(of('select row, bidder from bid order by row')).toEqual(['records:rec_bid']);
  expect(
    of("select b.row from bid b join who w on w.party = b.bidder where w.kind = 'company' order by b.row"),
  ).toEqual(['records:rec_bid']);
  expect(of('select i.row, p.sheet from invoice i join place p on p.row = i.row order by i.row')).toEqual([
    'records:rec_invoice',
  ]);
  const hospitals = "select party, name from who where kind = 'hospital' order by party";
  expect(of(hospitals)).toEqual([`answer:${hospitals}`]);
  expect(of('select party, value from identifier')).toContain('parties');
});
