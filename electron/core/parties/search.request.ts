import type { SearchHit } from '../../../shared/protocol/parties.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import { onlyTagged } from './find/only-tagged.ts';
import { type Query, readQuery } from './find/read-query.ts';
import type { RowsFound } from './find/rows-found.ts';
import { searchGroups } from './find/search-groups.ts';
import { shanghaiDay } from './find/shanghai-day.ts';

/** While a person types, bookings are counted up to here: then the total is "at least". */
const MOST_ROWS = 2_000;

/** One box for everything: names, numbers or their ends, posts, amounts (>10万), dates in words, findings. */
export default answerInCase('search', async ({ text, limit, quick, tags }, { openCase: { store }, shell }) => {
  const query = readQuery(text, shanghaiDay(shell.now()));
  if (query.text === '') return ok({ hits: [], totals: {}, inCells: false, understood: {} });
  const only = onlyTagged(store, tags);
  const within = async (most: number) => {
    const groups = await searchGroups(store, query, { most, only });
    return answerOf(Object.entries(groups).map(([kind, group]) => [kind, group({ offset: 0, limit })] as const));
  };
  const first = quick ? await within(MOST_ROWS) : undefined;
  // nothing among the first is not yet nothing
  const isAnswer = first !== undefined && (first.hits.length > 0 || first.atLeast === undefined);
  const found = isAnswer ? first : await within(Number.MAX_SAFE_INTEGER);
  return ok({ ...found, inCells: query.inCells && tags.length === 0, understood: understood(query) });
});

function answerOf(
  groups: readonly (readonly [kind: string, found: RowsFound])[],
): Pick<Answer<'search'>, 'hits' | 'totals' | 'atLeast'> {
  const open = groups.filter(([, { whole }]) => !whole).map(([kind]) => kind as SearchHit['kind']);
  return {
    hits: groups.flatMap(([, { hits }]) => hits),
    totals: Object.fromEntries(groups.map(([kind, { total }]) => [kind, total])),
    ...(open.length > 0 && { atLeast: open }),
  };
}

const understood = ({ range, span }: Query) => ({
  ...span,
  ...(range && { least: range.least }),
  ...(range && range.most < Number.MAX_SAFE_INTEGER && { most: range.most }),
});
