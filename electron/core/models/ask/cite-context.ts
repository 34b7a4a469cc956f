import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { HitRow } from '../model.ts';

/** So many rows are listed for comparison; the note says of how many. */
const LISTED = 40;

/** Rows with which a figure was compared: listed as context, each saying what it is. */
export const citeContext = (cited: readonly HitRow[], what: Bilingual): HitRow[] =>
  cited.slice(0, LISTED).map(
    (row): HitRow => ({
      ...row,
      role: 'context',
      note:
        cited.length <= LISTED
          ? what
          : {
              zh: `${what.zh}（列出 ${LISTED} 条，共 ${cited.length} 条）`,
              en: `${what.en} (${LISTED} of ${cited.length} listed)`,
            },
    }),
  );
