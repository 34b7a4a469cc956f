/** Groups, told by the first node of each, numbered 1, 2 … from the largest; equal ones by their first node. 0: alone. */
export function numberedBySize(first: Uint32Array): {
  readonly number: Uint32Array;
  readonly sizes: readonly number[];
} {
  const members = new Uint32Array(first.length);
  for (const each of first) members[each]!++;
  const groups = Array.from(members.keys()).filter((node) => members[node]! > 1);
  groups.sort((a, b) => members[b]! - members[a]! || a - b);
  const numberOf = new Uint32Array(first.length);
  groups.forEach((node, i) => {
    numberOf[node] = i + 1;
  });
  return { number: first.map((each) => numberOf[each]!), sizes: groups.map((node) => members[node]!) };
}
