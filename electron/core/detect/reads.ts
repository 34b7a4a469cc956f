import type { Inputs } from './inputs.ts';

/** What was read while something was worked out. What is made once for a run counts for everybody who uses it. */
export interface Reads {
  /** A question that is asked now. */
  asked(sql: string, params?: Readonly<Record<string, unknown>>): void;
  /** The sheets of a category, or the cells of one of their rows, are looked at. */
  looked(category: string): void;
  /** What is made at the first asking, by name. */
  once<T>(name: string, make: () => T): T;
  /** Everything that `work` read, sorted. */
  during<T>(work: () => T): { readonly value: T; readonly reads: readonly string[] };
  /** Lets go of what was made once and not asked for in this `during` or the one before; whoever asks for it later has it made again. */
  letGo(): void;
}

/** Listens to a reader of evidence. Use one for one run. */
export function listening(inputs: Inputs): Reads {
  let now = new Set<string>();
  let asked = new Set<string>();
  const behind = new Map<string, readonly string[]>();
  const made = new Map<string, { readonly value: unknown; readonly reads: ReadonlySet<string>; used: number }>();
  let turn = 0;

  function apart<T>(work: () => T): { value: T; reads: Set<string> } {
    const outer = { now, asked };
    now = new Set();
    asked = new Set();
    try {
      return { value: work(), reads: now };
    } finally {
      ({ now, asked } = outer);
    }
  }

  return {
    asked(sql, params) {
      if (asked.has(sql)) return;
      asked.add(sql);
      const known = behind.get(sql) ?? inputs.behind(sql, params);
      behind.set(sql, known);
      for (const name of known) now.add(name);
    },
    looked: (category) => void now.add(`sheets:${category}`),
    once<T>(name: string, make: () => T): T {
      const known = made.get(name) ?? { ...apart(make), used: turn };
      known.used = turn;
      made.set(name, known);
      for (const each of known.reads) now.add(each);
      return known.value as T;
    },
    during(work) {
      turn++;
      const { value, reads } = apart(work);
      for (const each of reads) now.add(each);
      return { value, reads: [...reads].sort() };
    },
    letGo() {
      for (const [name, { used }] of made) if (used < turn - 1) made.delete(name);
    },
  };
}
