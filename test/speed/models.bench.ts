import { writeFileSync } from 'node:fs';
import { noSchemes, type SampleOptions } from '../../build/sample/options.ts';
import { readRisk } from '../../electron/core/detect/read-risk.ts';
import { detectIn } from '../make/detect-in.ts';
import { type CaseScore, plantedCase, type RiskScored, scoreModels, scoreRisk } from '../make/score-models.ts';
import { type Figure, ours } from './figure.ts';

/**
 * How right the warning models are on fictitious cases whose truth is known, and how long they take: three small cases and one middle one,
 * with `--seeds=5` as many middle ones (and no small ones), with `--seeds=0` none, with `--seed=3` the middle one of that seed alone.
 * `--list=FILE` writes down what was missed and what was found beside, model by model.
 */
export async function figures(): Promise<Figure[]> {
  const asked = argument('seeds');
  const alone = argument('seed');
  const middle = alone === undefined ? upTo(Number(asked ?? 1)) : [Number(alone)];
  const small = alone === undefined && (asked === undefined || middle.length === 0) ? upTo(3) : [];
  const list: string[] = [];
  const lines: Figure[] = [];
  for (const [size, seeds] of [
    ['S', small],
    ['M', middle],
  ] as const) {
    if (seeds.length === 0) continue;
    const cases: Scored[] = [];
    for (const seed of seeds) cases.push(await scored({ seed, size, noise: 0.5, scope: 'all' }));
    list.push(...cases.flatMap(listed));
    lines.push(...rightness(`${seeds.length} case(s) of size ${size}`, cases), ...speed(size, cases));
  }
  const file = argument('list');
  if (file !== undefined) writeFileSync(file, `${list.join('\n')}\n`);
  return [...lines, ...(await negativeControl(asked !== undefined && middle.length > 0 ? 'M' : 'S'))];
}

/** 1 … `last`. */
const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

/** What stands behind `--name=` on the command line. */
const argument = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

interface Scored {
  readonly options: SampleOptions;
  readonly score: CaseScore;
  readonly risk: RiskScored;
  /** CPU seconds of each model */
  readonly seconds: ReadonlyMap<string, number>;
  readonly all: number;
}

async function scored(options: SampleOptions): Promise<Scored> {
  const planted = await plantedCase(options);
  const seconds = new Map<string, number>();
  const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const from = spent();
  let last: { model: string; at: number } | undefined;
  const until = (model?: string): void => {
    const now = spent();
    if (last) seconds.set(last.model, now - last.at);
    last = model === undefined ? undefined : { model, at: now };
  };
  detectIn(planted.store, { progress: until });
  until();
  const all = spent() - from;
  const result = { options, score: scoreModels(planted.store, planted.truth), risk: scoreRisk(planted), seconds, all };
  planted.store.close();
  return result;
}

/** Their published definition leaves nothing to judgement: rows are within it or not. */
const exact: ReadonlySet<string> = new Set([
  'price-gap-across-hospitals',
  'doctor-drug-5x-department',
  'avg-cost-per-visit-growth',
  'hcv-consumable-surge',
  'price-above-list',
  'duplicate-udi',
  'duplicate-invoice',
  'multi-company-rep',
  'unregistered-rep',
]);

/** Look-alikes among conferences: not one may be flagged. */
const conference = /^L(?:01|02|03|04|05|23)/;

/** Per model over all cases together; every honest matter that was flagged is named. */
function rightness(where: string, cases: readonly Scored[]): Figure[] {
  const scores = cases.map(({ score }) => score);
  const models = [...new Set(scores.flatMap((each) => each.models.map(({ model }) => model)))].sort();
  const lines = models.flatMap((model) => {
    const of = scores.flatMap((each) => each.models.filter((score) => score.model === model));
    const sum = (field: 'expected' | 'hit' | 'findings' | 'right' | 'events' | 'cited') =>
      of.reduce((total, score) => total + score[field], 0);
    const bound = exact.has(model) ? { precision: 1, recall: 0.98 } : { precision: 0.8, recall: 0.8 };
    const figure = (
      what: string,
      part: 'right' | 'hit' | 'cited',
      whole: 'findings' | 'expected' | 'events',
      least: number,
    ) =>
      sum(whole) === 0
        ? []
        : [ours(`${model}: ${what}, of ${sum(whole)} in ${where}`, sum(part) / sum(whole), { least })];
    return [
      ...figure('findings that are right', 'right', 'findings', bound.precision),
      ...figure('planted matters found', 'hit', 'expected', bound.recall),
      ...figure('planted payments and rows cited', 'cited', 'events', 0.8),
    ];
  });
  const unplanted = models.filter((model) =>
    scores.every((each) => each.models.every((score) => score.model !== model || score.expected === 0)),
  );
  const flagged = scores.flatMap(({ lookAlikes }) => lookAlikes);
  const meetings = flagged.filter((each) => conference.test(each));
  const edges = scores.flatMap(({ boundaries }) => boundaries);
  const least = Math.min(...cases.map(({ risk }) => risk.planted));
  const strangers = cases.flatMap(({ risk }) => risk.strangers);
  const high = cases.flatMap(({ risk }) => risk.honestHigh);
  return [
    ...lines,
    ours(
      `models that found something and for which nothing was planted in ${where}${named(unplanted)}`,
      unplanted.length,
    ),
    ours(`honest conferences flagged in ${where}${named(meetings)}`, meetings.length, { most: 0 }),
    ours(`honest look-alikes flagged in ${where}${named(flagged)}`, flagged.length, { most: 0 }),
    ours(`boundary rows judged wrongly in ${where}${named(edges)}`, edges.length, { most: 0 }),
    ours(`planted subjects among the twenty of highest risk, fewest in ${where}${named(strangers)}`, least, {
      least: 17,
    }),
    ours(`honest look-alikes of high risk in ${where}${named(high)}`, high.length, { most: 0 }),
  ];
}

/** The slowest of the cases. */
function speed(size: string, cases: readonly Scored[]): Figure[] {
  const most = Math.max(...cases.map(({ all }) => all));
  const models = [...new Set(cases.flatMap(({ seconds }) => [...seconds.keys()]))];
  const slowest = models
    .map((model) => ({ model, seconds: Math.max(...cases.map((each) => each.seconds.get(model) ?? 0)) }))
    .sort((a, b) => b.seconds - a.seconds);
  // The truth of every row is in memory here, and is looked through again and again; M has four times as many rows that are no payments as the
  // goal of a million payments has. That is measured by `models-large`, in a process of its own.
  const goal = size === 'S' ? { most: 10 } : undefined;
  return [
    ours(`all models over a case of size ${size}, CPU seconds`, most, goal),
    ...slowest
      .slice(0, size === 'M' ? 10 : 3)
      .map(({ model, seconds }) => ours(`${model}: over a case of size ${size}, CPU seconds`, seconds, goal)),
  ];
}

/** What was missed and what was found beside, a line each. */
const listed = ({ options, score }: Scored): string[] =>
  [
    ...score.models.flatMap(({ model, missed, extra }) => [
      ...missed.map((id) => `${model} misses ${id}`),
      ...extra.map((finding) => `${model} finds beside ${finding}`),
    ]),
    ...score.lookAlikes.map((each) => `look-alike flagged ${each}`),
    ...score.boundaries.map((each) => `boundary judged wrongly ${each}`),
  ].map((line) => `${options.size} seed ${options.seed}: ${line}`);

/** Cases in which nothing is planted: nobody may stand out. */
async function negativeControl(size: 'S' | 'M'): Promise<Figure[]> {
  const { store } = await plantedCase({
    seed: Number(argument('seed') ?? 5),
    size,
    noise: 0.5,
    scope: 'all',
    schemes: noSchemes,
  });
  detectIn(store);
  const risk = readRisk(store);
  const parties = store.db
    .prepare("select count(*) from party where kind not in ('cash', 'payment-institution', 'conference')")
    .pluck()
    .get() as number;
  const high = risk.filter(({ band }) => band === 'high');
  const medium = risk.filter(({ band }) => band === 'medium');
  return [
    ours(
      `parties of high risk in a case of size ${size} where nothing is planted${named(high.map(({ name }) => name))}`,
      high.length,
      {
        most: 0,
      },
    ),
    ours(
      `parties of medium risk in a case of size ${size} where nothing is planted, share of ${parties}${named(medium.map(({ name }) => name))}`,
      medium.length / parties,
      { most: 0.005 },
    ),
  ];
}

const named = (list: readonly string[]): string =>
  list.length === 0 ? '' : `: ${[...new Set(list)].slice(0, 12).join('; ')}`;
