import type { EvidenceReader } from '../model.ts';
import type { Listed } from './copied-rosters.ts';

/** Conference → its roster lines, in the order of the lists. */
export const readRosters = (evidence: EvidenceReader): ReadonlyMap<number, readonly Listed[]> =>
  evidence.once('rosters', () =>
    Map.groupBy(
      evidence.all<Listed & { conference: number }>(
        `select conference, row, person, org, role from attendance where conference is not null and person is not null order by row`,
      ),
      ({ conference }) => conference,
    ),
  );
