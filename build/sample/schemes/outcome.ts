/** Schemes that come in several manners: each instance takes the next one. */
import type { Random } from '../plain/random.ts';
import type { Plant } from '../truth/plants.ts';
import type { Town } from './town.ts';

export type Outcome = Pick<Plant, 'expected' | 'subjects' | 'rows' | 'drawn' | 'zh'> &
  Partial<Pick<Plant, 'fen' | 'difficulty'>>;
export type Manner = (town: Town, random: Random, index: number, id: string) => Outcome;

/** Plants `count` instances of a scheme after the first `before`, each manner in turn. */
export function plantManners(town: Town, scheme: string, manners: readonly Manner[], count: number, before = 0): void {
  for (let i = before; i < before + count; i++) {
    const id = `${scheme}-${i + 1}`;
    const made = manners[i % manners.length]!(town, town.world.random(`scheme/${id}`), i, id);
    town.plant({ difficulty: 1, id, scheme, ...made });
  }
}
