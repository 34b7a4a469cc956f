import fc from 'fast-check';
import { expect, test } from 'vitest';
import linkRows from '../../../../../electron/core/graph/link-rows.request.ts';
import nodeRequest from '../../../../../electron/core/graph/node.request.ts';
import timeBar from '../../../../../electron/core/graph/time-bar.request.ts';
import { barAt, barsFor, unitFor } from '../../../../../electron/core/graph/time-bars.ts';
import totals from '../../../../../electron/core/graph/totals.request.ts';
import within from '../../../../../electron/core/graph/within.request.ts';
import { addDays, daysBetween } from '../../../../../shared/evidence/day.ts';
import { ask } from '../../../../make/ask.ts';
import { Records } from '../../../../make/records.ts';

const maker = '瑞衡药业有限公司';
const doctor = { name: '周启明', idNo: '990000197001010019' };

/** A maker that pays a doctor over four months and a shop once; the doctor attends a conference and another without a day. */
function small() {
  const records = new Records();
  const first = records.pay({ by: maker, to: doctor, yuan: 20_000, on: '2024-07-15' });
  records.pay({ by: maker, to: doctor, yuan: 5_000, on: '2024-10-02' });
  records.pay({ by: maker, to: '沈国栋', yuan: 90_000, on: '2024-09-16' });
  records.pay({ by: '沈国栋', to: doctor, yuan: 40, on: '2024-09-17' });
  records.meeting({ name: '骨科新技术论坛', on: '2024-09-20', organizer: maker });
  const undated = records.attend({
    person: doctor,
    conference: '骨科新技术论坛',
    on: '2024-09-20',
    org: '澄溪市第一人民医院',
  });
  records.store.db.prepare('update rec_conference_person set conference_day = null where row = ?').run(undated);
  records.draw();
  return { records, first, id: (name: string) => records.party(name) };
}

test('the sum of the status bar is over every row of the case that passes, whatever is drawn', async () => {
  const { records } = small();
  const { store } = records;
  const whole = await ask(totals, 'graph.totals', store, {});
  expect(whole).toMatchObject({ rows: 4, fen: 11_504_000, moneyKinds: ['payment'] });
  expect(whole.whole).toEqual({ parties: whole.parties, rows: 4, fen: 11_504_000 });
  const autumn = { from: '2024-09-01', to: '2024-12-31' };
  expect(await ask(totals, 'graph.totals', store, autumn)).toMatchObject({
    rows: 3,
    fen: 9_504_000,
    whole: { rows: 4 },
  });
  // a link is as large as it is within the period
  expect(await ask(totals, 'graph.totals', store, { ...autumn, minFen: 1_000_000 })).toMatchObject({
    rows: 1,
    fen: 9_000_000,
  });
  expect(await ask(totals, 'graph.totals', store, { hiddenLinks: ['payment'] })).toMatchObject({ rows: 0, fen: 0 });
  expect(await ask(totals, 'graph.totals', store, { hiddenKinds: ['company'] })).toMatchObject({
    parties: whole.parties - 1,
    rows: 1,
    fen: 4_000,
  });
});

test('within a period links have the figures of the period, and a link without a row in it is not there', async () => {
  const { records, id } = small();
  const parties = [id(maker), id(doctor.name), id('骨科新技术论坛')];
  const answer = await ask(within, 'graph.within', records.store, { parties, from: '2024-09-01', to: '2024-10-31' });
  expect(answer.links.filter(({ kind }) => kind === 'payment')).toMatchObject([
    { id: `payment:${id(maker)}:${id(doctor.name)}`, rows: 1, fen: 500_000, first: '2024-10-02', last: '2024-10-02' },
  ]);
  // paid by 沈国栋, who is not on the chart, counts for the doctor all the same
  expect(answer.parties.find((party) => party.id === id(doctor.name))).toMatchObject({ inFen: 504_000, outFen: 0 });
  const attendance = (links: typeof answer.links) => links.some(({ kind }) => kind === 'attendance');
  expect(attendance(answer.links)).toBe(true);
  const dated = await ask(within, 'graph.within', records.store, { parties, undated: false });
  expect(attendance(dated.links)).toBe(false);
  expect(dated.links.some(({ kind }) => kind === 'payment')).toBe(true);
});

test('who holds a post stays in every period: such a link has no day', async () => {
  const { records, id } = small();
  const parties = [id(doctor.name), id('澄溪市第一人民医院')];
  const answer = await ask(within, 'graph.within', records.store, {
    parties,
    from: '1999-01-01',
    to: '1999-12-31',
    undated: false,
  });
  expect(answer.links.map(({ kind }) => kind)).toEqual(['employment']);
});

test('node and rows of a link follow the period', async () => {
  const { records, id } = small();
  const period = { from: '2024-09-01', to: '2024-09-30' };
  const node = await ask(nodeRequest, 'graph.node', records.store, { party: id(doctor.name), ...period });
  expect(node.byKind.filter(({ kind }) => kind === 'payment')).toEqual([
    { kind: 'payment', direction: 'in', parties: 1, rows: 1, fen: 4_000 },
  ]);
  const link = { kind: 'attendance', source: id(doctor.name), target: id('骨科新技术论坛') };
  expect((await ask(linkRows, 'graph.link-rows', records.store, link)).rows).toBe(1);
  expect((await ask(linkRows, 'graph.link-rows', records.store, { ...link, undated: false })).rows).toBe(0);
});

test('the time bar counts every row once, undated ones apart, and names what stands on its days', async () => {
  const { records, first } = small();
  records.finding({ rows: [first], about: [doctor.name] });
  const answer = await ask(timeBar, 'graph.time-bar', records.store, {});
  expect(answer).toMatchObject({ unit: 'week', undated: 1 });
  const sum = (figure: 'rows' | 'fen' | 'findingFen') => answer.bars.reduce((total, bar) => total + bar[figure], 0);
  expect([sum('rows'), sum('fen'), sum('findingFen')]).toEqual([4, 11_504_000, 2_000_000]);
  expect(answer.bars[0]).toEqual({
    from: '2024-07-15',
    to: '2024-07-21',
    rows: 1,
    fen: 2_000_000,
    findingFen: 2_000_000,
  });
  expect(answer.marks.map(({ kind, day, names }) => [kind, day, ...names])).toEqual([
    ['midAutumn', '2024-09-17'],
    ['conference', '2024-09-20', '骨科新技术论坛'],
    ['national', '2024-10-01'],
  ]);
  expect((await ask(timeBar, 'graph.time-bar', records.store, { hiddenLinks: ['attendance'] })).undated).toBe(0);
});

test('bars cover every day from the first to the last without a gap, and are never too many to tell apart', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20_000 }), (first, span) => {
      const last = addDays(first, span);
      const bars = barsFor(first, last, unitFor(first, last));
      expect(bars.length).toBeLessThanOrEqual(182);
      expect(bars[0]!.from <= first && bars.at(-1)!.to >= last).toBe(true);
      for (const [at, bar] of bars.entries()) if (at > 0) expect(daysBetween(bars[at - 1]!.to, bar.from)).toBe(1);
      expect([barAt(bars, first), barAt(bars, last)]).toEqual([0, bars.length - 1]);
    }),
  );
});
