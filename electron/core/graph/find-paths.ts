import type { Adjacency } from './adjacency.ts';

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

export interface FoundPaths {
  /** the parties of each path, both ends included; shortest first */
  readonly paths: number[][];
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
 * The shortest simple paths between two parties. A search from both ends gives the least number of hops; distances to the far end
 * then keep the enumeration from every step that cannot arrive. All paths of a length are found before longer ones are tried;
 * `worth` orders paths of one length, the most first.
 */
export function findPaths(graph: Adjacency, question: PathQuestion, worth: (parties: number[]) => number): FoundPaths {
  const { from, to, maxHops, limit } = question;
  const none = { paths: [], examined: 0, truncated: false };
  if (from === to) return none;
  const least = leastHops(graph, question);
  if (least === undefined) return none;
  const toGoal = new Distances(graph, question);
  const paths: number[][] = [];
  let examined = 0;
  for (let length = least; length <= maxHops; length++) {
    toGoal.reach(length - 1);
    const steps = nextSteps(graph, question, toGoal);
    const found: number[][] = [];
    const trail = [from];
    const onTrail = new Set(trail);
    // false: stopped, because there were too many steps or paths
    const walk = (at: number): boolean => {
      const left = length - trail.length;
      for (const next of steps(at)) {
        if (++examined > MAX_STEPS) return false;
        if (next === to) {
          if (left === 0 && found.push([...trail, to]) >= CANDIDATES) return false;
          continue;
        }
        if (left === 0 || onTrail.has(next) || toGoal.of(next) > left) continue;
        trail.push(next);
        onTrail.add(next);
        const goesOn = walk(next);
        trail.pop();
        onTrail.delete(next);
        if (!goesOn) return false;
      }
      return true;
    };
    const complete = walk(from);
    paths.push(...best(found, worth));
    if (!complete || paths.length > limit) return { paths: paths.slice(0, limit), examined, truncated: true };
    if (paths.length === limit) return { paths, examined, truncated: length < maxHops };
  }
  return { paths, examined, truncated: false };
}

function best(paths: readonly number[][], worth: (parties: number[]) => number): number[][] {
  const ranked = paths.map((path) => ({ path, worth: worth(path) }));
  ranked.sort((a, b) => b.worth - a.worth || compareParties(a.path, b.path));
  return ranked.map(({ path }) => path);
}

/** From a party, those one step further from which the goal can still be reached, each once. */
function nextSteps(graph: Adjacency, question: PathQuestion, toGoal: Distances): (at: number) => readonly number[] {
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
    for (let i = graph.outStart[at]!; i < graph.outStart[at + 1]!; i++)
      if (mayUse(graph.out[i]!)) visit(graph.target[graph.out[i]!]!);
  if (!directed || way === 'back')
    for (let i = graph.intoStart[at]!; i < graph.intoStart[at + 1]!; i++)
      if (mayUse(graph.into[i]!)) visit(graph.source[graph.into[i]!]!);
}

/** The least number of hops, found from both ends at once; undefined: more than maxHops, or none. */
function leastHops(graph: Adjacency, question: PathQuestion): number | undefined {
  const sides = {
    forward: { dist: new Map([[question.from, 0]]), edge: [question.from], depth: 0 },
    back: { dist: new Map([[question.to, 0]]), edge: [question.to], depth: 0 },
  };
  while (sides.forward.depth + sides.back.depth < question.maxHops) {
    const way = sides.forward.edge.length <= sides.back.edge.length ? 'forward' : 'back';
    const [own, other] = way === 'forward' ? [sides.forward, sides.back] : [sides.back, sides.forward];
    if (own.edge.length === 0) return undefined;
    const edge: number[] = [];
    own.depth++;
    let met = false;
    for (const at of own.edge)
      eachNext(graph, at, question, way, (next) => {
        if (other.dist.has(next)) met = true;
        if (own.dist.has(next) || !question.mayPass(next)) return;
        own.dist.set(next, own.depth);
        edge.push(next);
      });
    if (met) return own.depth + other.depth;
    own.edge = edge;
  }
  return undefined;
}

/** Hops from each party to the goal, searched no further than asked so far; beyond that FAR. The start is never on the way. */
class Distances {
  readonly #graph: Adjacency;
  readonly #question: PathQuestion;
  readonly #hops: Uint8Array;
  #edge: number[];
  #depth = 0;

  constructor(graph: Adjacency, question: PathQuestion) {
    this.#graph = graph;
    this.#question = question;
    this.#hops = new Uint8Array(graph.outStart.length).fill(FAR);
    this.#hops[question.to] = 0;
    this.#edge = [question.to];
  }

  of(party: number): number {
    return this.#hops[party]!;
  }

  reach(depth: number): void {
    for (; this.#depth < depth && this.#edge.length > 0; this.#depth++) {
      const further: number[] = [];
      for (const at of this.#edge)
        eachNext(this.#graph, at, this.#question, 'back', (next) => {
          if (this.#hops[next] !== FAR || next === this.#question.from || !this.#question.mayPass(next)) return;
          this.#hops[next] = this.#depth + 1;
          further.push(next);
        });
      this.#edge = further;
    }
  }
}

function compareParties(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((party, index) => party !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
