/**
 * Strongly connected components (Tarjan), without recursion: node → a number that two nodes share when each can be reached from the other.
 */
export function stronglyConnected(
  nodes: readonly number[],
  next: (node: number) => Iterable<number>,
): Map<number, number> {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const group = new Map<number, number>();
  const open: number[] = [];
  let groups = 0;
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path: Array<{ node: number; rest: Iterator<number> }> = [];
    const enter = (node: number) => {
      index.set(node, index.size);
      low.set(node, index.get(node)!);
      open.push(node);
      path.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node, rest } = top;
      const step = rest.next();
      if (!step.done) {
        if (!index.has(step.value)) enter(step.value);
        else if (!group.has(step.value)) low.set(node, Math.min(low.get(node)!, index.get(step.value)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node)!, low.get(node)!));
      if (low.get(node) !== index.get(node)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        group.set(member, groups);
        if (member === node) break;
      }
      groups++;
    }
  }
  return group;
}
