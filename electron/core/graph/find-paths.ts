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
 * then keep the enumeration from every step that cannot arrive. All paths of a length are found before longer ones are tried.
 * `better` orders paths of one length.
 */
export function findPaths(
  graph: Adjacency,
  question: PathQuestion,
  better: (a: number[], b: number[]) => number,
): FoundPaths {
  const { from, to, maxHops, limit } = question;
  const none = { paths: [], examined: 0, truncated: false };
  if (from === to) return none;
  const least = leastHops(graph, question);
  if (least === undefined) return none;
  const toGoal = distances(graph, question);
  const known = new Map<number, number[]>();
  // the parties one step further from which the goal can still be reached, each once
  const nextOf = (at: number): number[] => {
    const cached = known.get(at);
    if (cached) return cached;
    const next = new Set<number>();
    eachNext(graph, at, question, 'forward', (party) => {
      if (toGoal[party] !== FAR && (party === to || question.mayPass(party))) next.add(party);
    });
    known.set(at, [...next]);
    return [...next];
  };
  const paths: number[][] = [];
  let examined = 0;
  for (let length = least; length <= maxHops; length++) {
    const found: number[][] = [];
    const trail = [from];
    const onTrail = new Set(trail);
    // false: stopped, because there were too many steps or paths
    const walk = (at: number): boolean => {
      const left = length - trail.length;
      for (const next of nextOf(at)) {
        if (++examined > MAX_STEPS) return false;
        if (next === to) {
          if (left === 0 && found.push([...trail, to]) >= CANDIDATES) return false;
          continue;
        }
        if (left === 0 || onTrail.has(next) || toGoal[next]! > left) continue;
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
    found.sort((a, b) => better(a, b) || compareParties(a, b));
    paths.push(...found);
    if (!complete || paths.length > limit) return { paths: paths.slice(0, limit), examined, truncated: true };
    if (paths.length === limit) return { paths, examined, truncated: length < maxHops };
  }
  return { paths, examined, truncated: false };
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

/** Hops from each party to the goal, up to maxHops; further = 255. */
function distances(graph: Adjacency, question: PathQuestion): Uint8Array {
  const dist = new Uint8Array(graph.outStart.length).fill(FAR);
  dist[question.to] = 0;
  let edge = [question.to];
  for (let hops = 1; hops < question.maxHops && edge.length > 0; hops++) {
    const further: number[] = [];
    for (const at of edge)
      eachNext(graph, at, question, 'back', (next) => {
        if (dist[next] !== FAR || next === question.from || !question.mayPass(next)) return;
        dist[next] = hops;
        further.push(next);
      });
    edge = further;
  }
  return dist;
}

function compareParties(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((party, index) => party !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
