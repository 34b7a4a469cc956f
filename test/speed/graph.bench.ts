import { spawnSync } from 'node:child_process';
import { adjacency } from '../../electron/core/graph/adjacency.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import expandPreview from '../../electron/core/graph/expand-preview.request.ts';
import { anyTrail, findPaths } from '../../electron/core/graph/find-paths.ts';
import linkRows from '../../electron/core/graph/link-rows.request.ts';
import { measureNetwork } from '../../electron/core/graph/metrics/measure-network.ts';
import neighbours from '../../electron/core/graph/neighbours.request.ts';
import path from '../../electron/core/graph/path.request.ts';
import start from '../../electron/core/graph/start.request.ts';
import { readTrace } from '../../electron/core/graph/trace/read-trace.ts';
import { requests } from '../../shared/protocol/requests.ts';
import { ask } from '../make/ask.ts';
import { sampleCase } from '../make/sample-case.ts';
import { againstNetworkx } from './against-networkx.ts';
import { type Figure, ours } from './figure.ts';
import type { FirstQuestion } from './graph.child.ts';
import { cpuTimes, median, taken } from './measure.ts';
import { panChart } from './pan-chart.ts';
import { type GraphOnDisk, graphOnDisk } from './random-graph.ts';

const HUB = 20_000;

/** Drawing the links of the sample, graphs of a million and five million links from the store, measures beside networkx, and dragging the chart. */
export async function figures(): Promise<Figure[]> {
  return [...(await sample()), ...(await large()), ...(await largest()), ...(await panChart())];
}

async function sample(): Promise<Figure[]> {
  const { store } = await sampleCase(1, 'M');
  const rows = store.db.prepare('select count(*) from row').pluck().get() as number;
  const drawing = await taken(() => drawLinks(store));
  const { source, target } = store.db
    .prepare("select source, target from link where kind = 'payment' order by rows desc limit 1")
    .get() as { source: number; target: number };
  const lines = [
    ours(`drawing all links of sample M (${rows} rows), CPU seconds`, drawing.cpuSeconds, { most: 5 }),
    ours('sample M: first picture, CPU ms', await works(() => ask(start, 'graph.start', store, {})), {
      most: 200,
    }),
    ours(
      'sample M: rows of the busiest link, CPU ms',
      await works(() => ask(linkRows, 'graph.link-rows', store, { kind: 'payment', source, target })),
      { most: 200 },
    ),
    ours(
      'sample M: neighbours within a period, CPU ms',
      await works(() =>
        ask(neighbours, 'graph.neighbours', store, { party: source, from: '2024-01-01', to: '2024-06-30' }),
      ),
      { most: 200 },
    ),
    ours(
      'sample M: tracing all that a busy payer paid, five layers down, CPU ms',
      await works((run) =>
        readTrace(store, trace(source, run), { checkCancelled: () => undefined, progress: () => undefined }),
      ),
      { most: 200 },
    ),
  ];
  store.close();
  return lines;
}

/** Another smallest payment each time: the last trace is kept. */
function trace(party: number, minRow: number) {
  const { perLayer: _, ...question } = requests['trace.run'].ask.parse({
    seeds: { parties: [party] },
    layers: 5,
    minRow,
  });
  return question;
}

/** The median CPU of a question asked several times, in milliseconds. */
const works = async (question: (run: number) => unknown): Promise<number> => median(await cpuTimes(question, 9));

/** A case of a million payments, and one of five million links, opened and asked. */
async function large(): Promise<Figure[]> {
  const disk = graphOnDisk({ parties: 100_000, links: 1_000_000, hub: HUB });
  const snapshot = atOnce(disk, 'everything');
  const store = disk.open();
  const graph = adjacency(store);
  const lines = [
    ours(`the graph of ${graph.links} links from the encrypted store, with sums and days, CPU ms`, snapshot, {
      most: 100,
    }),
    ours(
      `neighbourhood of a hub with ${HUB} rows, CPU ms`,
      await works(() => ask(neighbours, 'graph.neighbours', store, { party: 1 })),
      { most: 20 },
    ),
    ours(
      'what an expansion of the hub would add, CPU ms',
      await works(() => ask(expandPreview, 'graph.expand-preview', store, { party: 1 })),
      { most: 200 },
    ),
    ours(
      'ten shortest paths up to four hops, CPU ms',
      await works((run) => ask(path, 'graph.path', store, endsAmong(100_000, run))),
      { most: 500 },
    ),
    ...(await againstNetworkx(graph)),
    ours(
      'all measures of the network, paths from a sample of parties, CPU seconds',
      (await taken(() => measureNetwork(graph, { over: 'money', aside: new Set() }, () => undefined))).cpuSeconds,
      { most: 30 },
    ),
  ];
  store.close();
  disk.remove();
  return lines;
}

async function largest(): Promise<Figure[]> {
  const parties = 1_000_000;
  const disk = graphOnDisk({ parties, links: 5_000_000, hub: HUB });
  const links = atOnce(disk, 'links');
  const all = atOnce(disk, 'everything');
  const store = disk.open();
  const graph = adjacency(store);
  const shortest = await works((run) =>
    findPaths(
      graph,
      { ...endsAmong(parties, run), directed: false, maxHops: 8, limit: 1, mayUse: () => true, mayPass: () => true },
      () => 0,
      anyTrail,
    ),
  );
  store.close();
  disk.remove();
  return [
    ours(`who is linked with whom by ${graph.links} links, from the encrypted store, CPU ms`, links, { most: 300 }),
    ours('the same with sums and days, CPU ms', all),
    ours(`one shortest path among ${graph.links} links, CPU ms`, shortest, { most: 20 }),
  ];
}

const endsAmong = (parties: number, run: number) => ({ from: 10 + run * 991, to: parties - 50 - run * 877 });

/** The median CPU of a question to a case that was just opened, in milliseconds; opening it is not counted. */
function atOnce({ file, key }: GraphOnDisk, question: FirstQuestion): number {
  const asked = JSON.stringify({ file, key: key.toString('hex'), question });
  const program = new URL('./child.js', import.meta.url);
  const code = `const { firstAsked } = await import(${JSON.stringify(program.href)}); await firstAsked(${asked});`;
  // each in a process of its own, as a window opens it: what this one has kept in memory would be looked through as well
  const once = () => {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return Number(done.stdout);
  };
  return median(Array.from({ length: 5 }, once));
}
