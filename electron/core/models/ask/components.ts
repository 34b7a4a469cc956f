/** What hangs together: joins numbers pair by pair and tells the group of each, its smallest member. */
export interface Components {
  unite(a: number, b: number): void;
  groupOf(member: number): number;
}

export function components(): Components {
  const parent = new Map<number, number>();
  const groupOf = (member: number): number => {
    let root = member;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    // whoever was passed on the way up need not be passed again
    for (let at = member; at !== root; ) {
      const up = parent.get(at)!;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    unite(a, b) {
      const [one, other] = [groupOf(a), groupOf(b)];
      if (one !== other) parent.set(Math.max(one, other), Math.min(one, other));
    },
    groupOf,
  };
}
