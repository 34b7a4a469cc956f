const MOST = 50_000;

/** Names repeat thousands of times: each spelling is looked at once. */
export function remembered<T>(look: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const seen = look(name);
    known.set(name, seen);
    return seen;
  };
}
