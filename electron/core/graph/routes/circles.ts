import type { Adjacency } from '../adjacency.ts';

/** Which parties can be part of a circle of at most so many hops, and how far each is from another along the money. */
export interface Circles {
  mayBe(payer: number, payee: number): boolean;
  /** hops from each party to `goal` along usable links, up to `most`; parties further away are absent */
  hopsTo(goal: number, most: number): ReadonlyMap<number, number>;
}

/**
 * The part of the money that can come back: links inside strongly connected parts, and, where circles have to lead through given parties, only those
 * on a closed walk of at most `maxLength` hops through one of them.
 */
export function circlesOf(
  graph: Adjacency,
  through: readonly number[],
  maxLength: number,
  mayUse: (link: number) => boolean,
  mayPass: (party: number) => boolean,
): Circles {
  const passes = (party: number) => mayPass(party) || through.includes(party);
  const back = new Map<number, number[]>();
  const onward = new Map<number, number[]>();
  for (let link = 0; link < graph.links; link++) {
    const [payer, payee] = [graph.source[link]!, graph.target[link]!];
    if (!mayUse(link) || !passes(payer) || !passes(payee)) continue;
    put(onward, payer, payee);
    put(back, payee, payer);
  }
  const part = strongParts(onward);
  const near = through.length === 0 ? null : new Set<number>();
  for (const party of through) {
    const [there, here] = [hopsFrom(onward, party, maxLength), hopsFrom(back, party, maxLength)];
    for (const [other, hops] of there) if (hops + (here.get(other) ?? maxLength) <= maxLength) near!.add(other);
  }
  const isNear = (party: number) => near === null || near.has(party);
  const mayBe = (payer: number, payee: number) =>
    part.get(payer) !== undefined && part.get(payer) === part.get(payee) && isNear(payer) && isNear(payee);
  return {
    mayBe,
    hopsTo: (goal, most) => hopsFrom(back, goal, most, (party) => mayBe(party, goal)),
  };
}

function put(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function hopsFrom(
  next: ReadonlyMap<number, readonly number[]>,
  start: number,
  most: number,
  may: (party: number) => boolean = () => true,
): Map<number, number> {
  const hops = new Map([[start, 0]]);
  let edge = [start];
  for (let depth = 1; depth <= most && edge.length > 0; depth++) {
    const further: number[] = [];
    for (const at of edge)
      for (const party of next.get(at) ?? [])
        if (!hops.has(party) && may(party)) {
          hops.set(party, depth);
          further.push(party);
        }
    edge = further;
  }
  return hops;
}

/** Strongly connected parts of two parties or more (Tarjan, without recursion: chains of payments may be long). */
function strongParts(next: ReadonlyMap<number, readonly number[]>): Map<number, number> {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const part = new Map<number, number>();
  for (const root of next.keys()) {
    if (order.has(root)) continue;
    const stack: Array<{ at: number; child: number }> = [];
    const enter = (at: number) => {
      order.set(at, order.size);
      low.set(at, order.get(at)!);
      open.push(at);
      isOpen.add(at);
      stack.push({ at, child: 0 });
    };
    enter(root);
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const child = next.get(frame.at)?.[frame.child++];
      if (child !== undefined) {
        if (!order.has(child)) enter(child);
        else if (isOpen.has(child)) low.set(frame.at, Math.min(low.get(frame.at)!, order.get(child)!));
        continue;
      }
      stack.pop();
      const above = stack.at(-1);
      if (above) low.set(above.at, Math.min(low.get(above.at)!, low.get(frame.at)!));
      if (low.get(frame.at) !== order.get(frame.at)) continue;
      const members = open.splice(open.lastIndexOf(frame.at));
      for (const member of members) {
        isOpen.delete(member);
        if (members.length > 1) part.set(member, frame.at);
      }
    }
  }
  return part;
}
