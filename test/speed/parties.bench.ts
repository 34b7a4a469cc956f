import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import search from '../../electron/core/parties/search.request.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { ask } from '../make/ask.ts';
import { writeManyMentions } from '../make/many-mentions.ts';
import { sampleCase } from '../make/sample-case.ts';
import { scoreParties } from '../make/score-parties.ts';
import { type Figure, ours } from './figure.ts';
import { median, taken } from './measure.ts';

const MENTIONS = 1_000_000;

/** Who is who: how fast in a case of a million mentions, how right in the sample case, how soon a search answers. */
export async function figures(): Promise<Figure[]> {
  return [...(await million()), ...(await agreement(1, 'S')), ...(await agreement(2, 'S')), ...(await middleSample())];
}

async function million(): Promise<Figure[]> {
  const store = caseInMemory();
  writeManyMentions(store, MENTIONS);
  const first = await taken(() => resolveParties(store, '2026-01-01T00:00:00.000Z'));
  const again = await taken(() => resolveParties(store, '2026-01-02T00:00:00.000Z'));
  drawLinks(store);
  const parties = store.db.prepare('select count(*) from party').pluck().get() as number;
  const lines = [
    ours(`resolving ${MENTIONS} mentions into ${parties} parties, CPU seconds`, first.cpuSeconds, { most: 15 }),
    ours('resolving them again when nothing changed, CPU seconds', again.cpuSeconds, { most: 15 }),
    ...(await searches(store, `${MENTIONS} mentions`, ['伟芳', '王', '45678', '澄溪瑞衡'])),
  ];
  store.close();
  return lines;
}

/** The first search reads the names into memory; those that follow are what a person waits for while typing. */
async function searches(store: Store, where: string, texts: readonly string[]): Promise<Figure[]> {
  const time = async (text: string) => {
    const start = performance.now();
    await ask(search, 'search', store, { text });
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
