import { fuses } from './config.ts';

/** Marks the place of the fuses in Electron's binary; behind it: version, how many, and one letter for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

export type FuseState = 'on' | 'off' | 'removed' | 'unknown';

/** The fuses of a binary by name, or undefined when it has none (then it is no Electron). */
export function readFuses(binary: Buffer): Record<keyof typeof fuses, FuseState> | undefined {
  const at = binary.indexOf(SENTINEL);
  if (at < 0) return undefined;
  const wire = at + SENTINEL.length;
  const length = binary[wire + 1] ?? 0;
  const names = Object.keys(fuses) as (keyof typeof fuses)[];
  const states = names.map((name, n) => [name, n < length ? stateOf(binary[wire + 2 + n]) : 'unknown'] as const);
  return Object.fromEntries(states) as Record<keyof typeof fuses, FuseState>;
}

function stateOf(letter: number | undefined): FuseState {
  if (letter === 0x30) return 'off';
  if (letter === 0x31) return 'on';
  return letter === 0x72 ? 'removed' : 'unknown';
}

/** The fuses that are not as they should be. */
export function wrongFuses(binary: Buffer): string[] {
  const found = readFuses(binary);
  if (!found) return ['no fuses: this is not Electron'];
  return Object.entries(fuses)
    .filter(([name, on]) => found[name as keyof typeof fuses] !== (on ? 'on' : 'off'))
    .map(([name]) => `${name} is ${found[name as keyof typeof fuses]}`);
}
