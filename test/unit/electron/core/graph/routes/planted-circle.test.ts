import { beforeAll, expect, test } from 'vitest';
import { noSchemes } from '../../../../../../build/sample/options.ts';
import cycles from '../../../../../../electron/core/graph/cycles.request.ts';
import { hopRows } from '../../../../../../electron/core/graph/trace/hop-rows.ts';
import { readTrace } from '../../../../../../electron/core/graph/trace/read-trace.ts';
import type { Store } from '../../../../../../electron/core/store/connect.ts';
import { requests } from '../../../../../../shared/protocol/requests.ts';
import { ask } from '../../../../../make/ask.ts';
import { plantedCase } from '../../../../../make/score-models.ts';

const quiet = { progress: () => undefined, checkCancelled: () => undefined };

let store: Store;
let members: readonly number[];

/** The party that bears one of these numbers. */
const partyWith = (numbers: readonly string[]): number =>
  store.db
    .prepare(
      `select m.party from mention_identifier i join mention m on m.id = i.mention where i.value in (select value from json_each(?))
       group by m.party order by count(*) desc limit 1`,
    )
    .pluck()
    .get(JSON.stringify(numbers)) as number;

beforeAll(async () => {
  const planted = await plantedCase({
    seed: 1,
    size: 'S',
    noise: 0.5,
    scope: 'all',
    schemes: { ...noSchemes, S06: 1 },
    lookalikes: false,
  });
  store = planted.store;
  const plant = planted.truth.schemes.find(({ id }) => id === 'S06-1')!;
  members = plant.subjects.map(({ entity }) => {
    const known = planted.entities.find(({ id }) => id === entity);
    return partyWith(known?.identifiers.map(({ value }) => value) ?? []);
  });
  expect(members.every(Number.isInteger)).toBe(true);
}, 240_000);

test('the round trip of the sample is told from its company: through whom it went, in the order of time, and what came back', async () => {
  const [company] = members;
  const answer = await ask(cycles, 'graph.cycles', store, { parties: [company!], keep: 0.4, ordered: true });
  const found = answer.cycles.find(({ parties }) => members.every((party) => parties.includes(party)));
  expect(found).toBeDefined();
  expect(found!.parties[0]).toBe(company);
  expect(found!.backFen).toBeLessThan(found!.fen);
  expect(found!.backFen).toBeGreaterThan(found!.fen * 0.4);
  const [round] = found!.rounds;
  const days = round!.rows.map(({ day }) => day);
  expect(days).toEqual(days.toSorted());
  expect(round!.rows.every(({ source }) => source.cell !== null)).toBe(true);
});

test('a trace from the company follows its money around and says what returned to where it began, with the cells it came by', () => {
  const [company, cso] = members;
  const question = requests['trace.run'].ask.parse({ seeds: { pairs: [{ payer: company!, payee: cso! }] }, layers: 4 });
  const { perLayer: _, ...asked } = question;
  const { ledger, traced } = readTrace(store, asked, quiet);
  const [down] = traced;
  const rests = down!.layers.flatMap(({ rests: each }) => [...each]);
  expect(rests.reduce((sum, [, { fen }]) => sum + fen, 0)).toBe(down!.seedFen);
  const first = hopRows(store, ledger, down!, { layer: 1, payer: company!, payee: cso! }, { offset: 0, limit: 10 });
  expect(first.list.every(({ source }) => source.cell !== null)).toBe(true);
});
