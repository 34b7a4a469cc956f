import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { onlyTagged } from './find/only-tagged.ts';
import { readQuery } from './find/read-query.ts';
import { searchGroups } from './find/search-groups.ts';
import { shanghaiDay } from './find/shanghai-day.ts';

/** A page of everything of one kind that fits a text. */
export default answerInCase(
  'search.list',
  async ({ text, kind, tags, offset, limit }, { openCase: { store }, shell }) => {
    const groups = await searchGroups(store, readQuery(text, shanghaiDay(shell.now())), {
      most: Number.MAX_SAFE_INTEGER,
      only: onlyTagged(store, tags),
    });
    const found = groups[kind]?.({ offset, limit });
    return ok({ total: found?.total ?? 0, rows: found?.hits ?? [] });
  },
);
