/** Where a node stands on the canvas, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LayeredInput {
  readonly nodes: readonly string[];
  /** directed links; `weight` decides which of two opposite ones leads */
  readonly links: ReadonlyArray<{ readonly source: string; readonly target: string; readonly weight: number }>;
  readonly width: number;
  readonly height: number;
}

/**
 * 层级(资金): columns from left to right along the flow. The heaviest links decide the order (links that would close a circle are left
 * out of the count), a column is as far right as the longest way to it, and inside a column each node stands near its sources.
 */
export function layered({ nodes, links, width, height }: LayeredInput): Map<string, Spot> {
  const kept = withoutCircles(nodes, links);
  const column = columns(nodes, kept);
  const byColumn = new Map<number, string[]>();
  for (const node of nodes) byColumn.set(column.get(node) ?? 0, [...(byColumn.get(column.get(node) ?? 0) ?? []), node]);
  const order = [...byColumn.keys()].sort((a, b) => a - b);
  const split = order.flatMap((c) =>
    chunks(orderInside(byColumn.get(c) ?? [], kept, byColumn), Math.max(4, Math.floor(height / 84))),
  );
  const step = Math.max(130, Math.min(210, (width - 120) / Math.max(1, split.length - 1)));
  const spots = new Map<string, Spot>();
  split.forEach((members, c) => {
    const gap = Math.max(78, Math.min(120, (height - 90) / Math.max(1, members.length)));
    const top = (height - gap * (members.length - 1)) / 2;
    for (const [i, node] of members.entries()) spots.set(node, { x: 70 + c * step, y: top + i * gap + (c % 2) * 14 });
  });
  return spots;
}

type Link = LayeredInput['links'][number];

/** Takes links by falling weight and leaves out each that would lead back. */
function withoutCircles(nodes: readonly string[], links: readonly Link[]): Link[] {
  const next = new Map<string, string[]>(nodes.map((node) => [node, []]));
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>([from]);
    const stack = [from];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === to) return true;
      for (const other of next.get(at) ?? []) {
        if (!seen.has(other)) {
          seen.add(other);
          stack.push(other);
        }
      }
    }
    return false;
  };
  const sorted = [...links].sort((a, b) => b.weight - a.weight || (a.source + a.target < b.source + b.target ? -1 : 1));
  return sorted.filter(({ source, target }) => {
    if (source === target || !next.has(source) || !next.has(target) || reaches(target, source)) return false;
    next.get(source)?.push(target);
    return true;
  });
}

/** The longest way from any source, in links. */
function columns(nodes: readonly string[], links: readonly Link[]): Map<string, number> {
  const incoming = new Map<string, string[]>();
  for (const { source, target } of links) incoming.set(target, [...(incoming.get(target) ?? []), source]);
  const found = new Map<string, number>();
  const of = (node: string): number => {
    const known = found.get(node);
    if (known !== undefined) return known;
    found.set(node, 0);
    const value = Math.max(-1, ...(incoming.get(node) ?? []).map(of)) + 1;
    found.set(node, value);
    return value;
  };
  for (const node of nodes) of(node);
  return found;
}

function orderInside(
  members: readonly string[],
  links: readonly Link[],
  byColumn: ReadonlyMap<number, readonly string[]>,
): string[] {
  const place = new Map<string, number>();
  for (const list of byColumn.values()) {
    for (const [i, node] of list.entries()) place.set(node, i / Math.max(1, list.length - 1));
  }
  const middle = (node: string): number => {
    const sources = links.filter((link) => link.target === node).map((link) => place.get(link.source) ?? 0.5);
    return sources.length === 0 ? (place.get(node) ?? 0.5) : sources.reduce((sum, at) => sum + at, 0) / sources.length;
  };
  const at = new Map(members.map((node) => [node, middle(node)]));
  return [...members].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || (a < b ? -1 : 1));
}

const chunks = (list: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / size)) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  ).filter((part) => part.length > 0);
