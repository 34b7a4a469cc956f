import { noSchemes, type SampleOptions } from '../../build/sample/options.ts';
import { readRisk } from '../../electron/core/detect/read-risk.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { detectIn } from '../make/detect-in.ts';
import { type CaseScore, plantedCase, scoreModels } from '../make/score-models.ts';
import { type Figure, ours } from './figure.ts';
import { taken } from './measure.ts';

const seeds = [1, 2, 3];

/** How right the warning models are on fictitious cases whose truth is known, and how long they take. */
export async function figures(): Promise<Figure[]> {
  const small = [];
  for (const seed of seeds) for (const noise of [0, 0.5, 1]) small.push(await scored({ seed, size: 'S', noise }));
  return [
    ...rightness(
      `${small.length} small cases`,
      small.map(({ score }) => score),
    ),
    ...(await negativeControl()),
    ...(await middle()),
  ];
}

async function scored(options: SampleOptions): Promise<{ store: Store; score: CaseScore; seconds: number }> {
  const { store, truth } = await plantedCase(options);
  const { cpuSeconds } = await taken(() => detectIn(store));
  return { store, score: scoreModels(store, truth), seconds: cpuSeconds };
}

/** Per model over all cases together; every honest matter that was flagged is named. */
function rightness(where: string, cases: readonly CaseScore[]): Figure[] {
  const models = [...new Set(cases.flatMap((each) => each.models.map(({ model }) => model)))].sort();
  const lines = models.flatMap((model) => {
    const scores = cases.flatMap((each) => each.models.filter((score) => score.model === model));
    const sum = (of: 'expected' | 'hit' | 'findings' | 'right' | 'events' | 'cited') =>
      scores.reduce((total, score) => total + score[of], 0);
    return [
      ours(
        `${model}: findings that are right, of ${sum('findings')} in ${where}`,
        share(sum('right'), sum('findings')),
        { least: 0.9 },
      ),
      ours(`${model}: planted matters found, of ${sum('expected')} in ${where}`, share(sum('hit'), sum('expected')), {
        least: 0.7,
      }),
      ours(
        `${model}: planted payments and rows cited, of ${sum('events')} in ${where}`,
        share(sum('cited'), sum('events')),
        { least: 0.7 },
      ),
    ];
  });
  const flagged = cases.flatMap(({ lookAlikes }) => lookAlikes);
  const edges = cases.flatMap(({ boundaries }) => boundaries);
  return [
    ...lines,
    ours(`honest look-alikes flagged in ${where}${named(flagged)}`, flagged.length, { most: 0 }),
    ours(`boundary rows judged wrongly in ${where}${named(edges)}`, edges.length, { most: 0 }),
  ];
}

/** A case in which nothing is planted: nobody may stand out. */
async function negativeControl(): Promise<Figure[]> {
  const { store } = await plantedCase({ seed: 5, size: 'S', noise: 0.5, schemes: noSchemes });
  detectIn(store);
  const risk = readRisk(store);
  const parties = store.db
    .prepare("select count(*) from party where kind not in ('cash', 'payment-institution', 'conference')")
    .pluck()
    .get() as number;
  const high = risk.filter(({ band }) => band === 'high');
  const medium = risk.filter(({ band }) => band === 'medium');
  return [
    ours(`parties of high risk where nothing is planted${named(high.map(({ name }) => name))}`, high.length, {
      most: 0,
    }),
    ours(`parties of medium risk where nothing is planted, share of ${parties}`, share(medium.length, parties), {
      most: 0.005,
    }),
  ];
}

/** 200 000 bookings, 60 000 lines of rosters: what a person waits for. */
async function middle(): Promise<Figure[]> {
  const { score, seconds } = await scored({ seed: 7, size: 'M', noise: 0.5 });
  return [
    ours('all models over the middle sample (200 000 bookings), CPU seconds', seconds, { most: 20 }),
    ...rightness('the middle case', [score]),
  ];
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const named = (list: readonly string[]): string => (list.length === 0 ? '' : `: ${list.slice(0, 12).join('; ')}`);
