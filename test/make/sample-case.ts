import { generateSample } from '../../build/sample/generate.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { largeCaseInMemory } from '../case-in-memory.ts';
import { importBytes } from './import-bytes.ts';
import type { TrueParty } from './score-parties.ts';

/** The fictitious sample case, imported, resolved and drawn, with the truth about who is who. */
export async function sampleCase(
  seed: number,
  size: 'S' | 'M',
  noise = 0.5,
): Promise<{ store: Store; truth: readonly TrueParty[] }> {
  const files = generateSample({ seed, size, noise });
  const entities = files.find(({ name }) => name === 'truth_entities.json');
  if (!entities) throw new Error('the sample tells no truth_entities.json');
  const told = JSON.parse(new TextDecoder().decode(entities.bytes)) as
    | readonly TrueParty[]
    | { entities: readonly TrueParty[] };
  const sheets = files
    .filter(({ name }) => /\.(xlsx?|csv)$/.test(name))
    .map(({ name, bytes }) => ({ path: name, bytes }));
  const { store } = await importBytes(sheets, { store: largeCaseInMemory() });
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  return { store, truth: 'entities' in told ? told.entities : told };
}
