import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adjacency } from '../../electron/core/graph/adjacency.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import expandPreview from '../../electron/core/graph/expand-preview.request.ts';
import { anyTrail, findPaths } from '../../electron/core/graph/find-paths.ts';
import linkRows from '../../electron/core/graph/link-rows.request.ts';
import neighbours from '../../electron/core/graph/neighbours.request.ts';
import path from '../../electron/core/graph/path.request.ts';
import start from '../../electron/core/graph/start.request.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { ask } from '../make/ask.ts';
import { seeded } from '../make/many-mentions.ts';
import { sampleCase } from '../make/sample-case.ts';
import { against, type Figure, ours } from './figure.ts';
import { median, peerPython, root, taken, takenBy } from './measure.ts';

const PARTIES = 100_000;
const LINKS = 1_000_000;
const HUB = 20_000;

/** Drawing the links of the sample, and walking a graph of a million links with a hub of 20,000. */
export async function figures(): Promise<Figure[]> {
  return [...(await sample()), ...(await large())];
}

/** The median of a question asked several times, in milliseconds. */
async function waits(question: (run: number) => unknown, runs = 7): Promise<number> {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    await question(run);
    times.push(performance.now() - begun);
  }
  return median(times);
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
    ours('sample M: first picture, milliseconds', await waits(() => ask(start, 'graph.start', store, {})), {
      most: 200,
    }),
    ours(
      'sample M: rows of the busiest link, milliseconds',
      await waits(() => ask(linkRows, 'graph.link-rows', store, { kind: 'payment', source, target })),
      { most: 200 },
    ),
    ours(
      'sample M: neighbours within a period, milliseconds',
      await waits(() =>
        ask(neighbours, 'graph.neighbours', store, { party: source, from: '2024-01-01', to: '2024-06-30' }),
      ),
      { most: 200 },
    ),
  ];
  store.close();
  return lines;
}

/** Parties and links only: a random graph with one hub. */
function drawnAtRandom(): Store {
  const store = caseInMemory();
  const random = seeded(7);
  store.transaction(() => {
    const party = store.db.prepare(
      "insert into party (id, uid, kind, name, created_at) values (?, ?, 'person', ?, '')",
    );
    for (let id = 1; id <= PARTIES; id++) party.run(id, `u${id}`, `主体${id}`);
    const link = store.db.prepare(
      "insert or ignore into link (kind, source, target, rows, fen, first_day, last_day) values ('payment', ?, ?, 3, ?, '2024-01-01', '2024-12-31')",
    );
    for (let n = 0; n < HUB; n++) link.run(1, 2 + n, 1_000 + n);
    for (let n = HUB; n < LINKS; n++) {
      const [a, b] = [2 + Math.floor(random() * (PARTIES - 1)), 2 + Math.floor(random() * (PARTIES - 1))];
      if (a !== b) link.run(a, b, Math.floor(random() * 1e8));
    }
  });
  return store;
}

async function large(): Promise<Figure[]> {
  const store = drawnAtRandom();
  const reading = await taken(() => adjacency(store));
  const graph = adjacency(store);
  const ends = (run: number) => ({ from: 10 + run * 991, to: PARTIES - 50 - run * 877 });
  const shortest = await waits((run) =>
    findPaths(
      graph,
      { ...ends(run), directed: false, maxHops: 6, limit: 1, mayUse: () => true, mayPass: () => true },
      () => 0,
      anyTrail,
    ),
  );
  const { components, seconds, peer } = await componentsAgainstNetworkx(store);
  return [
    ours(`reading ${graph.links} links into memory, CPU seconds`, reading.cpuSeconds, { most: 3 }),
    ours(
      `ten neighbours of a hub with ${HUB} links, milliseconds`,
      await waits(() => ask(neighbours, 'graph.neighbours', store, { party: 1 })),
      { most: 200 },
    ),
    ours(
      'what an expansion of the hub would add, milliseconds',
      await waits(() => ask(expandPreview, 'graph.expand-preview', store, { party: 1 })),
      { most: 200 },
    ),
    ours(`one shortest path among ${graph.links} links, milliseconds`, shortest, { most: 200 }),
    ours(
      'ten shortest paths up to four hops, milliseconds',
      await waits((run) => ask(path, 'graph.path', store, ends(run))),
      { most: 500 },
    ),
    against(`${components} connected components, CPU seconds`, seconds, peer, { most: 0.5 }),
  ];
}

/** Components by walking the links in memory, against networkx on the same links; the numbers of components must agree. */
async function componentsAgainstNetworkx(store: Store) {
  const graph = adjacency(store);
  let components = 0;
  const walked = await taken(() => {
    components = countComponents(graph);
  });
  const python = peerPython('networkx');
  if (!python) return { components, seconds: walked.cpuSeconds, peer: { name: 'networkx', value: undefined } };
  const file = join(root, '.cache/bench/links.csv');
  const lines = Array.from({ length: graph.links }, (_, link) => `${graph.source[link]},${graph.target[link]}`);
  writeFileSync(file, lines.join('\n'));
  const script = `
import sys, time, networkx as nx
g = nx.Graph(); g.add_nodes_from(range(1, ${PARTIES + 1}))
g.add_edges_from(tuple(map(int, line.split(','))) for line in open(sys.argv[1]))
t = time.process_time(); n = nx.number_connected_components(g); print(n, time.process_time() - t)`;
  const [n, seconds] = takenBy({ command: python.command, args: ['-c', script, file] })
    .stdout.trim()
    .split(' ')
    .map(Number);
  if (n !== components) throw new Error(`networkx finds ${n} components, the links in memory make ${components}`);
  return { components, seconds: walked.cpuSeconds, peer: { name: `networkx ${python.version}`, value: seconds } };
}

function countComponents({ outStart, links, source, target }: ReturnType<typeof adjacency>): number {
  const parent = Int32Array.from({ length: outStart.length }, (_, party) => party);
  const find = (party: number) => {
    let at = party;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  let joined = 0;
  for (let link = 0; link < links; link++) {
    const [a, b] = [find(source[link]!), find(target[link]!)];
    if (a === b) continue;
    parent[a] = b;
    joined++;
  }
  return PARTIES - joined;
}
