import { carryOut } from '../../electron/core/carry-out.ts';
import { adjacency } from '../../electron/core/graph/adjacency.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { refreshSuggestions } from '../../electron/core/parties/alike/refresh-suggestions.ts';
import { decidePairs } from '../../electron/core/parties/decide-pairs.ts';
import { findParties } from '../../electron/core/parties/find/find-parties.ts';
import { type Names, nameIndex } from '../../electron/core/parties/find/name-index.ts';
import { MOST_COMPARED } from '../../electron/core/parties/find/search-groups.ts';
import { resolveAdded } from '../../electron/core/parties/resolve-added.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import search from '../../electron/core/parties/search.request.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { undoDecisions } from '../../electron/core/store/party-decisions.ts';
import { largeCaseInMemory } from '../case-in-memory.ts';
import { ask } from '../make/ask.ts';
import { importBytes } from '../make/import-bytes.ts';
import { writeManyMentions } from '../make/many-mentions.ts';
import { manyPayments, statementHeader } from '../make/many-payments.ts';
import { sampleCase } from '../make/sample-case.ts';
import { scoreParties } from '../make/score-parties.ts';
import { writeTwoHubs } from '../make/two-hubs.ts';
import { csv } from '../make/workbooks.ts';
import { type Figure, ours } from './figure.ts';
import { median, taken } from './measure.ts';

const MENTIONS = 1_000_000;
/** of each of two hubs */
const PAYMENTS = 20_000;
/** rows of a file that comes in later */
const BATCH = 1_000;

/**
 * Who is who: how fast in a case of a million mentions, how soon a search answers and a decision is carried out, how right in the sample case. With
 * QY_QUICK set, suggestions are left out and only the small sample is looked at.
 */
export async function figures(): Promise<Figure[]> {
  if (process.env.QY_QUICK) return [...(await million()), ...(await agreement(1, 'S'))];
  const seeds = [];
  for (const seed of [2, 3, 4, 5]) seeds.push(...(await agreement(seed, 'M')));
  return [...(await million()), ...(await middleSample()), ...seeds];
}

async function million(): Promise<Figure[]> {
  const store = largeCaseInMemory();
  writeManyMentions(store, MENTIONS);
  await importPayments(store, '一月.csv', manyPayments(10));
  store.db.pragma('foreign_keys=off'); // as in the thread that joins parties (`bulk` of connect.ts)
  const first = await taken(() => resolveParties(store, '2026-01-01T00:00:00.000Z'));
  const again = await taken(() => resolveParties(store, '2026-01-02T00:00:00.000Z'));
  const batch = await oneBatch(store);
  const hubs = writeTwoHubs(store, PAYMENTS);
  store.transaction(() => resolveParties(store, '2026-01-04T00:00:00.000Z'));
  drawLinks(store);
  store.db.pragma('foreign_keys=on');
  const parties = store.db.prepare('select count(*) from party').pluck().get() as number;
  const lines = [
    ours(`resolving ${MENTIONS} mentions into ${parties} parties, CPU seconds`, first.cpuSeconds, { most: 15 }),
    ours('resolving them again when nothing changed, CPU seconds', again.cpuSeconds, { most: 15 }),
    batch,
    ...(await searches(store, `${MENTIONS} mentions`, ['伟芳', '王', '45678', '澄溪瑞衡', 'wangwei'])),
    ...(await namesAlone(store)),
    ...(await decisions(store, hubs)),
    ...(process.env.QY_QUICK ? [] : await suggestions(store)),
  ];
  store.close();
  return lines;
}

const importPayments = (store: Store, path: string, rows: readonly string[][]) =>
  importBytes([{ path, bytes: csv([[...statementHeader], ...rows], 'utf-8') }], { store });

/** A file that comes in later is joined where it concerns. */
async function oneBatch(store: Store): Promise<Figure> {
  const { added } = await importPayments(store, '二月.csv', manyPayments(BATCH));
  const joined = await taken(() => {
    if (!store.transaction(() => added && resolveAdded(store, '2026-01-03T00:00:00.000Z', added)))
      throw new Error('everything was joined anew');
  });
  return ours(`joining a file of ${BATCH} rows that comes in, CPU seconds`, joined.cpuSeconds, { most: 1 });
}

/** What the core needs for the names themselves, as a person types; the answer on screen adds cards and rows. */
async function namesAlone(store: Store): Promise<Figure[]> {
  let index: Names | undefined;
  const made = await taken(async () => {
    index = await nameIndex(store);
  });
  const ready = index!;
  const figures = NAMES_TYPED.map((text) => {
    const bounds = { most: MOST_COMPARED };
    const times = Array.from({ length: 15 }, () => {
      const begun = process.cpuUsage();
      findParties(ready, text.split('+'), bounds).parties.page(0, 8);
      return cpuMilliseconds(begun);
    });
    const { parties, identifiers } = findParties(ready, text.split('+'), bounds);
    const found = parties.total + identifiers.total;
    return ours(`“${text}” among ${MENTIONS} names (${found} found), milliseconds of CPU`, median(times), { most: 5 });
  });
  return [ours(`making the index of ${MENTIONS} names, CPU seconds`, made.cpuSeconds), ...figures];
}

/** names, parts that tens of thousands share, posts, numbers, sounds; with + between them, several words */
const NAMES_TYPED =
  '伟芳 王伟 医药 澄溪 澄溪瑞衡 有限公司 医药有限公司 骨科 45678 999 9999 99991 wangwei wang wa li zh yiyao zqm zq ABCDE 王伟+骨科 澄溪+有限+医药 wang+9999'.split(
    ' ',
  );

/** User and system of all threads since: what others do on the machine meanwhile is not counted. */
function cpuMilliseconds(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** Two hubs made one by a person's word, and parted again by taking it back; then the graph and the search as they are asked next. */
async function decisions(store: Store, [a, b]: readonly [number, number]): Promise<Figure[]> {
  const said = { at: '2026-01-03T00:00:00.000Z', actor: '测试员', reason: '核对' };
  const partyOf = store.db.prepare<[number], number>('select party from mention where id = ?').pluck();
  const degree = store.db.prepare<[number], number>('select degree from party_figure where party = ?').pluck();
  const degrees = [a, b].map((hub) => degree.get(partyOf.get(hub)!));
  adjacency(store);
  const times: Record<'merge' | 'undo' | 'graph' | 'names', number[]> = { merge: [], undo: [], graph: [], names: [] };
  const time = async (what: keyof typeof times, work: () => unknown) => {
    const begun = process.cpuUsage();
    await work();
    times[what].push(cpuMilliseconds(begun));
  };
  for (let run = 0; run < 5; run++) {
    let batch = 0;
    const pairs = [{ a: partyOf.get(a)!, b: partyOf.get(b)! }];
    const merge = () => carryOut(store, said.at, () => decidePairs(store, 'same', pairs, said));
    await time('merge', () => {
      batch = store.transaction(merge);
    });
    await time('graph', () => adjacency(store));
    await time('names', () => nameIndex(store));
    await time('undo', () =>
      store.transaction(() => carryOut(store, said.at, () => undoDecisions(store, batch, said))),
    );
  }
  const hubs = `two hubs of ${PAYMENTS} payments, ${degrees.join(' and ')} partners, among ${MENTIONS} mentions`;
  return [
    ours(`merging ${hubs}, milliseconds of CPU`, median(times.merge), { most: 200 }),
    ours('taking that back, milliseconds of CPU', median(times.undo), { most: 200 }),
    ours('the graph in memory after the merge, milliseconds of CPU', median(times.graph)),
    ours('the names in memory after the merge, milliseconds of CPU', median(times.names)),
  ];
}

/** Pairs that may be one: everything anew, and again when nothing changed. */
async function suggestions(store: Store): Promise<Figure[]> {
  const first = await taken(() => refreshSuggestions(store));
  const again = await taken(() => refreshSuggestions(store));
  const pairs = store.db.prepare('select count(*) from party_suggestion').pluck().get() as number;
  return [
    ours(`comparing ${MENTIONS} mentions in blocks (${pairs} pairs suggested), CPU seconds`, first.cpuSeconds),
    ours('comparing them again when nothing changed, CPU seconds', again.cpuSeconds),
  ];
}

/** The first search reads the names into memory; those that follow are what a person waits for while typing. */
async function searches(store: Store, where: string, texts: readonly string[]): Promise<Figure[]> {
  const time = async (text: string) => {
    const start = performance.now();
    await ask(search, 'search', store, { text, quick: true });
    return performance.now() - start;
  };
  const cold = await time(texts[0]!);
  const warm: Figure[] = [];
  for (const text of texts) {
    const times = [];
    for (let run = 0; run < 5; run++) times.push(await time(text));
    warm.push(ours(`searching “${text}” in ${where}, milliseconds`, median(times), { most: 150 }));
  }
  return [ours(`first search after an import in ${where}, milliseconds`, cold), ...warm];
}

async function agreement(seed: number, size: 'S' | 'M'): Promise<Figure[]> {
  const { store, truth } = await sampleCase(seed, size);
  const lines = agrees(store, truth, `sample ${size}, seed ${seed}`);
  store.close();
  return lines;
}

function agrees(store: Store, truth: Parameters<typeof scoreParties>[1], where: string): Figure[] {
  const score = scoreParties(store, truth);
  return [
    ours(`${where}: pairs of cells rightly joined, of all joined (precision)`, score.precision, { least: 0.995 }),
    ours(`${where}: pairs of cells rightly joined, of all true (recall)`, score.recall, { least: 0.9 }),
    ours(`${where}: B-cubed precision`, score.bCubedPrecision, { least: 0.995 }),
    ours(`${where}: B-cubed recall`, score.bCubedRecall, { least: 0.9 }),
    ours(`${where}: parties that mix true parties`, score.mixed.length),
  ];
}

async function middleSample(): Promise<Figure[]> {
  const { store, truth } = await sampleCase(1, 'M');
  return [
    ...agrees(store, truth, 'sample M, seed 1'),
    ...(await searches(store, 'sample M', ['周启明', '王', '0011', '>10万', '4.99万', '学术推广费'])),
  ];
}
