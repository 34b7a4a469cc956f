import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { writeManyMentions } from '../make/many-mentions.ts';
import { type Figure, ours } from './figure.ts';
import { taken } from './measure.ts';

const MENTIONS = 1_000_000;

/** Who is who in a case of a million mentions. */
export async function figures(): Promise<Figure[]> {
  const store = caseInMemory();
  writeManyMentions(store, MENTIONS);
  const first = await taken(() => resolveParties(store, '2026-01-01T00:00:00.000Z'));
  const again = await taken(() => resolveParties(store, '2026-01-02T00:00:00.000Z'));
  const parties = store.db.prepare('select count(*) from party').pluck().get() as number;
  return [
    ours(`resolving ${MENTIONS} mentions into ${parties} parties, CPU seconds`, first.cpuSeconds, { most: 15 }),
    ours('resolving them again when nothing changed, CPU seconds', again.cpuSeconds, { most: 15 }),
  ];
}
