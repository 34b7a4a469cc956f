import fc from 'fast-check';
import { expect, test } from 'vitest';
import split from '../../../../../electron/core/graph/split.job.ts';
import start from '../../../../../electron/core/graph/start.request.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { type Answer, type Ask, requests } from '../../../../../shared/protocol/requests.ts';
import { ask } from '../../../../make/ask.ts';
import { Records } from '../../../../make/records.ts';

const maker = '瑞衡药业有限公司';

/** What the job answers; it is done in a thread of its own, here at once. */
async function parts(records: Records, question: Ask<'graph.split'>): Promise<Answer<'graph.split'>> {
  const run = split.run as (payload: unknown, job: unknown) => Reply<unknown>;
  const reply = await run(requests['graph.split'].ask.parse(question), {
    openCase: { store: records.store },
    checkCancelled: () => undefined,
    progress: () => undefined,
  });
  if (!reply.ok) throw new Error(reply.problem.code);
  return requests['graph.split'].answer.parse(reply.value);
}

function paid() {
  const records = new Records();
  records.pay({ by: maker, to: '方晓', yuan: 300, on: '2024-07-16' });
  records.pay({ by: maker, to: '方晓', yuan: 20.01, on: '2024-07-30' });
  records.pay({ by: maker, to: '方晓', yuan: 5, on: '2024-08-01' });
  records.pay({ by: maker, to: '方晓', yuan: 7_000, on: '2024-08-02', outcome: 'failed' });
  records.draw();
  return { records, link: `payment:${records.party(maker)}:${records.party('方晓')}` };
}

test('a link taken apart by month has the rows and money of each month; what failed is in none', async () => {
  const { records, link } = paid();
  expect(await parts(records, { links: [link], by: 'month' })).toEqual({
    parts: [
      { link, key: '2024-07', rows: 2, fen: 32_001, first: '2024-07-16', last: '2024-07-30' },
      { link, key: '2024-08', rows: 1, fen: 500, first: '2024-08-01', last: '2024-08-01' },
    ],
    total: 2,
  });
});

test('of more rows than asked for, those with most money come, and it says how many there are', async () => {
  const { records, link } = paid();
  const answer = await parts(records, { links: [link], by: 'row', most: 2 });
  expect(answer.total).toBe(3);
  expect(answer.parts.map(({ fen }) => fen)).toEqual([30_000, 2_001]);
});

test('within a period only its rows are parts', async () => {
  const { records, link } = paid();
  const answer = await parts(records, { links: [link], by: 'row', from: '2024-08-01', to: '2024-08-31' });
  expect(answer.parts.map(({ fen }) => fen)).toEqual([500]);
});

test('rows without a day are parts of their own, and none where they are left out', async () => {
  const records = new Records();
  records.meeting({ name: '春季会', on: '2024-07-01' });
  records.attend({ person: '方晓', conference: '春季会', on: '2024-07-01' });
  records.attend({ person: '方晓', conference: '春季会' });
  records.draw();
  const { id } = records.store.db
    .prepare("select kind || ':' || source || ':' || target as id from link where kind = 'attendance'")
    .get() as { id: string };
  const keys = async (undated: boolean) =>
    (await parts(records, { links: [id], by: 'month', undated })).parts.map(({ key }) => key).sort();
  expect(await keys(true)).toEqual(['', '2024-07']);
  expect(await keys(false)).toEqual(['2024-07']);
});

test('all parts of all links add up to the links, to the fen', async () => {
  const payment = fc.record({
    by: fc.constantFrom(maker, '方晓', '沈国栋'),
    to: fc.constantFrom(maker, '方晓', '沈国栋'),
    yuan: fc.integer({ min: 1, max: 9_999_999 }).map((fen) => fen / 100),
    on: fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-29', '2025-12-31'),
    outcome: fc.constantFrom('ok' as const, 'failed' as const, 'reversed' as const),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(payment, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('row' as const, 'month' as const),
      async (payments, by) => {
        const records = new Records();
        for (const each of payments) records.pay(each);
        records.draw();
        const ids = [...new Set(payments.flatMap(({ by: payer, to }) => [payer, to]))].map((name) =>
          records.party(name),
        );
        const { links } = await ask(start, 'graph.start', records.store, { parties: ids });
        const answer = await parts(records, { links: links.map(({ id }) => id), by });
        for (const link of links) {
          const own = answer.parts.filter((part) => part.link === link.id);
          expect(own.reduce((sum, part) => sum + (part.fen ?? 0), 0)).toBe(link.fen);
          expect(own.reduce((sum, part) => sum + part.rows, 0)).toBe(link.rows);
        }
      },
    ),
    { numRuns: 12 },
  );
});
