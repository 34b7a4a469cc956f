import { expect, test } from 'vitest';
import { adjacency } from '../../../../../electron/core/graph/adjacency.ts';
import { measureNetwork } from '../../../../../electron/core/graph/metrics/measure-network.ts';
import metricsJob from '../../../../../electron/core/graph/metrics-read.job.ts';
import metricsRequest from '../../../../../electron/core/graph/metrics-read.request.ts';
import { Stop } from '../../../../../electron/core/request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { figuresOf } from '../../../../../electron/core/store/party-figures.ts';
import type { Answer, Ask } from '../../../../../shared/protocol/requests.ts';
import { coreOf } from '../../../../make/core-context.ts';
import { Records } from '../../../../make/records.ts';
import { testShell } from '../../../../test-shell.ts';

async function measure(store: Store, ask: Ask<'metrics.read'>): Promise<Answer<'metrics.read'>> {
  const core = coreOf(testShell({ folder: '' }), [metricsRequest], [metricsJob]);
  core.context.setCase({ store, caseId: 'test', folder: '', key: Buffer.alloc(32), actor: '测试员' });
  const reply = await core.ask('metrics.read', ask);
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
}

const [maker, agent, doctor, other] = ['瑞衡药业有限公司', '澄溪青穗咨询有限公司', '周启明', '方晓'] as const;

/** A maker pays an agent, who pays two people; one of them draws cash, and they teach at the same meeting. */
function small() {
  const records = new Records();
  records.pay({ by: maker, to: agent, yuan: 50_000, on: '2024-07-01' });
  records.pay({ by: agent, to: doctor, yuan: 30_000, on: '2024-07-02' });
  records.pay({ by: agent, to: other, yuan: 5_000, on: '2024-07-03' });
  records.pay({ by: maker, to: agent, yuan: 1_000, on: '2024-07-04', outcome: 'failed' });
  records.fee({ company: maker, payee: doctor, yuan: 9_999, on: '2024-07-10' });
  records.draw();
  return { store: records.store, id: (name: string) => records.party(name) };
}

test('money that came to rest is told first, and the one in the middle is on every path', async () => {
  const { store, id } = small();
  const answer = await measure(store, {});
  expect(answer).toMatchObject({
    parties: 4,
    pairs: 3,
    moneyKinds: ['payment'],
    sources: 4,
    settled: true,
    components: [4],
    strong: [],
  });
  expect(answer.rows.map(({ name, values }) => [name, values.netFen])).toEqual([
    [doctor, 3_000_000],
    [agent, 1_500_000],
    [other, 500_000],
    [maker, -5_000_000],
  ]);
  const values = (name: string) => answer.rows.find((row) => row.id === id(name))!.values;
  // two of the six ordered pairs without the agent: maker → doctor, maker → other
  expect(values(agent)).toMatchObject({
    degree: 3,
    betweenness: 1 / 3,
    closeness: 1,
    core: 1,
    component: 1,
    strong: 0,
  });
});

test('sums in and out are those of the party’s card', async () => {
  const { store } = small();
  for (const { id, values } of (await measure(store, {})).rows) {
    const { in_fen, out_fen } = figuresOf(store, id);
    expect([values.inFen, values.outFen]).toEqual([in_fen, out_fen]);
  }
});

test('over all links a booked fee joins as a payment does, and amounts stay those of the statements', async () => {
  const { store, id } = small();
  const answer = await measure(store, { over: 'all' });
  expect(answer.pairs).toBe(4);
  expect(answer.rows.find((row) => row.id === id(doctor))!.values).toMatchObject({
    degree: 2,
    inFen: 3_000_000,
    core: 2,
  });
});

test('what is on the chart is a network of its own; who deals with nobody there stands in it with nothing', async () => {
  const { store, id } = small();
  const parties = [id(maker), id(doctor), id(other)];
  const answer = await measure(store, { parties });
  expect(answer).toMatchObject({ parties: 3, pairs: 0, components: [] });
  expect(answer.rows.map(({ values }) => [values.netFen, values.degree, values.closeness])).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('only the first of each measure are told, besides those asked for', async () => {
  const { store, id } = small();
  const { rows } = await measure(store, { top: 1, show: [id(other)] });
  expect(rows.length).toBe(4);
  expect((await measure(store, { top: 1, parties: [id(other), id(maker)] })).rows.length).toBe(2);
});

test('a case without links has nothing to measure', async () => {
  const records = new Records();
  records.draw();
  expect(await measure(records.store, {})).toMatchObject({ parties: 0, pairs: 0, rows: [], modularity: 0 });
});

test('measuring can be stopped', () => {
  const { store } = small();
  const stop = () => {
    throw new Stop({ code: 'job.cancelled' });
  };
  expect(() => measureNetwork(adjacency(store), { over: 'money', aside: new Set() }, stop)).toThrow('job.cancelled');
});
