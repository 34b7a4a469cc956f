import type { Adjacency } from './adjacency.ts';

/** Where more than the links decides about a hop: what is known after a hop, `undefined` where the hop cannot be taken. */
export interface Trail<State> {
  readonly start: State;
  step(state: State, at: number, next: number): State | undefined;
  /** too much was read: the answer is what was found so far */
  spent(): boolean;
}

/** Where the links decide alone. */
export const anyTrail: Trail<true> = { start: true, step: () => true, spent: () => false };

export interface PathQuestion {
  readonly from: number;
  readonly to: number;
  /** follow links only from source to target */
  readonly directed: boolean;
  readonly maxHops: number;
  readonly limit: number;
  readonly mayUse: (link: number) => boolean;
  /** whether a path may lead through this party; its ends always may */
  readonly mayPass: (party: number) => boolean;
}

/** A party of a path and all those before it. */
type FoundPath<State> = { readonly parties: number[]; readonly state: State };

export interface FoundPaths<State = true> {
  /** the parties of each path, both ends included, with what is known at its end; shortest first */
  readonly paths: Array<FoundPath<State>>;
  /** steps that were tried */
  readonly examined: number;
  /** whether there may be further paths within maxHops */
  readonly truncated: boolean;
}

/** Beyond this many steps the answer is what was found so far. */
const MAX_STEPS = 2_000_000;
/** So many paths of one length are compared before the best are chosen. */
const CANDIDATES = 2_000;
const FAR = 255;

/**
 * The shortest simple paths between two parties. A search from both ends gives the least number of hops and the parties of the shortest paths;
 * for longer ones, distances to the far end keep the enumeration from every step that cannot arrive. All paths of a length are found before
 * longer ones are tried; `worth` orders paths of one length, the most first.
 */
export function findPaths<State>(
  graph: Adjacency,
  question: PathQuestion,
  worth: (path: FoundPath<State>) => number,
  { start, step, spent }: Trail<State>,
): FoundPaths<State> {
  const { from, to, maxHops, limit } = question;
  const none = { paths: [], examined: 0, truncated: false };
  if (from === to) return none;
  const hopsOf = keptHops(graph);
  const least = leastHops(graph, question, hopsOf);
  if (least === undefined) return none;
  let far: Distances | undefined;
  const paths: Array<FoundPath<State>> = [];
  let examined = 0;
  for (let length = least; length <= maxHops; length++) {
    if (length > least) far = (far ?? new Distances(graph, question, hopsOf.forward)).reach(length - 1);
    const toGoal: ToGoal = far ?? hopsOf.back;
    const steps = nextSteps(graph, question, toGoal);
    const found: Array<FoundPath<State>> = [];
    const parties = [from];
    const onTrail = new Set(parties);
    // false: stopped, because there were too many steps or paths
    const walk = (at: number, state: State): boolean => {
      const left = length - parties.length;
      for (const next of steps(at)) {
        if (++examined > MAX_STEPS || spent()) return false;
        if (next === to ? left !== 0 : left === 0 || onTrail.has(next) || toGoal.of(next) > left) continue;
        const then = step(state, at, next);
        if (then === undefined) continue;
        if (next === to) {
          if (found.push({ parties: [...parties, to], state: then }) >= CANDIDATES) return false;
          continue;
        }
        parties.push(next);
        onTrail.add(next);
        const goesOn = walk(next, then);
        parties.pop();
        onTrail.delete(next);
        if (!goesOn) return false;
      }
      return true;
    };
    const complete = walk(from, start);
    paths.push(...best(found, worth));
    if (!complete || paths.length > limit) return { paths: paths.slice(0, limit), examined, truncated: true };
    if (paths.length === limit) return { paths, examined, truncated: length < maxHops };
  }
  return { paths, examined, truncated: false };
}

function best<State>(
  paths: ReadonlyArray<FoundPath<State>>,
  worth: (path: FoundPath<State>) => number,
): Array<FoundPath<State>> {
  const ranked = paths.map((path) => ({ path, worth: worth(path) }));
  ranked.sort((a, b) => b.worth - a.worth || compareParties(a.path.parties, b.path.parties));
  return ranked.map(({ path }) => path);
}

/** Hops from a party to the goal; FAR where it cannot be reached soon enough. */
interface ToGoal {
  of(party: number): number;
}

/** From a party, those one step further from which the goal can still be reached, each once. */
function nextSteps(graph: Adjacency, question: PathQuestion, toGoal: ToGoal): (at: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (at) => {
    const cached = known.get(at);
    if (cached) return cached;
    const next = new Set<number>();
    eachNext(graph, at, question, 'forward', (party) => {
      if (toGoal.of(party) !== FAR) next.add(party);
    });
    const steps = [...next];
    known.set(at, steps);
    return steps;
  };
}

/** Visits the parties one usable link further; a party with several links is visited for each. */
function eachNext(
  graph: Adjacency,
  at: number,
  { directed, mayUse }: PathQuestion,
  way: 'forward' | 'back',
  visit: (party: number) => void,
): void {
  if (!directed || way === 'forward')
    for (let link = graph.outStart[at]!; link < graph.outStart[at + 1]!; link++)
      if (mayUse(link)) visit(graph.target[link]!);
  if (!directed || way === 'back')
    for (let i = graph.intoStart[at]!; i < graph.intoStart[at + 1]!; i++)
      if (mayUse(graph.into[i]!)) visit(graph.source[graph.into[i]!]!);
}

/** Hops from one end to each party it was searched for; FAR for all others. It serves one question after another: clearing a million takes longer than most searches. */
class Hops implements ToGoal {
  /** as wide as to hold any number of questions */
  readonly #hops: Float64Array;
  /** as what no hop is written; what is less was written for an earlier question */
  #none = 0;

  constructor(parties: number) {
    this.#hops = new Float64Array(parties);
  }

  /** Forgets everything, and begins at this party. */
  begin(party: number): this {
    this.#none += FAR;
    this.set(party, 0);
    return this;
  }

  of(party: number): number {
    const hops = this.#hops[party]! - this.#none;
    return hops < 0 ? FAR : hops;
  }

  set(party: number, hops: number): void {
    this.#hops[party] = this.#none + hops;
  }
}

/** Hops from the start, and those to the goal. */
interface BothHops {
  readonly forward: Hops;
  readonly back: Hops;
}

const kept = new WeakMap<Adjacency, BothHops>();

function keptHops(graph: Adjacency): BothHops {
  const parties = graph.outStart.length;
  const hops = kept.get(graph) ?? { forward: new Hops(parties), back: new Hops(parties) };
  kept.set(graph, hops);
  return hops;
}

/** The least number of hops, found from both ends at once; `back` then tells how far each party of a shortest path is from the goal. undefined: more than maxHops, or none. */
function leastHops(graph: Adjacency, question: PathQuestion, { forward, back }: BothHops): number | undefined {
  const sides = {
    forward: { hops: forward.begin(question.from), edge: [question.from], depth: 0 },
    back: { hops: back.begin(question.to), edge: [question.to], depth: 0 },
  };
  while (sides.forward.depth + sides.back.depth < question.maxHops) {
    const way = sides.forward.edge.length <= sides.back.edge.length ? 'forward' : 'back';
    const [own, other] = way === 'forward' ? [sides.forward, sides.back] : [sides.back, sides.forward];
    if (own.edge.length === 0) return undefined;
    const edge: number[] = [];
    const met: number[] = [];
    own.depth++;
    for (const at of own.edge)
      eachNext(graph, at, question, way, (next) => {
        if (other.hops.of(next) !== FAR) met.push(next);
        if (own.hops.of(next) !== FAR || !question.mayPass(next)) return;
        own.hops.set(next, own.depth);
        edge.push(next);
      });
    if (met.length > 0) {
      markShortest(graph, question, new Set(met), sides.forward, sides.back);
      return sides.forward.depth + sides.back.depth;
    }
    own.edge = edge;
  }
  return undefined;
}

interface Side {
  readonly hops: Hops;
  readonly depth: number;
}

/** Those met lie `back.depth` hops before the goal; from them back to the start, only parties that lead to one of them are on a shortest path. */
function markShortest(
  graph: Adjacency,
  question: PathQuestion,
  met: ReadonlySet<number>,
  forward: Side,
  back: Side,
): void {
  for (const party of met) back.hops.set(party, back.depth);
  let layer = met;
  for (let hop = 1; hop <= forward.depth; hop++) {
    const before = new Set<number>();
    for (const at of layer)
      eachNext(graph, at, question, 'back', (party) => {
        if (forward.hops.of(party) === forward.depth - hop) before.add(party);
      });
    for (const party of before) back.hops.set(party, back.depth + hop);
    layer = before;
  }
}

/** Hops from each party to the goal, searched no further than asked so far; beyond that FAR. The start is never on the way. */
class Distances implements ToGoal {
  readonly #graph: Adjacency;
  readonly #question: PathQuestion;
  readonly #hops: Hops;
  #edge: number[];
  #depth = 0;

  constructor(graph: Adjacency, question: PathQuestion, hops: Hops) {
    this.#graph = graph;
    this.#question = question;
    this.#hops = hops.begin(question.to);
    this.#edge = [question.to];
  }

  of(party: number): number {
    return this.#hops.of(party);
  }

  reach(depth: number): this {
    for (; this.#depth < depth && this.#edge.length > 0; this.#depth++) {
      const further: number[] = [];
      for (const at of this.#edge)
        eachNext(this.#graph, at, this.#question, 'back', (next) => {
          if (this.of(next) !== FAR || next === this.#question.from || !this.#question.mayPass(next)) return;
          this.#hops.set(next, this.#depth + 1);
          further.push(next);
        });
      this.#edge = further;
    }
    return this;
  }
}

function compareParties(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((party, index) => party !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
