import type { Answer } from '../../../../shared/protocol/requests.ts';
import type { relaxations } from '../../../../shared/protocol/routes.requests.ts';
import type { Store } from '../../store/connect.ts';
import { type PathAsk, searchPaths } from './answer-paths.ts';

type What = (typeof relaxations)[number];

/** So many paths are counted; beyond that it is said that there are more. */
const COUNTED = 200;
const MOST_HOPS = 8;

/** Each condition that can be given up, and the question without it. */
function eased(ask: PathAsk): Array<{ what: What; ask: PathAsk }> {
  const { kinds: _kinds, minFen: _minFen, since, until, maxGap, hidden, ...rest } = ask;
  const without = (leave: Partial<Record<keyof PathAsk, true>>, change: Partial<PathAsk> = {}): PathAsk =>
    ({ ...Object.fromEntries(Object.entries(ask).filter(([name]) => !(name in leave))), ...change }) as PathAsk;
  return [
    ...(ask.minFen ? [{ what: 'amount' as const, ask: without({ minFen: true }) }] : []),
    ...(since || until ? [{ what: 'period' as const, ask: without({ since: true, until: true }) }] : []),
    ...(rest.order === 'none' ? [] : [{ what: 'order' as const, ask: without({ maxGap: true }, { order: 'none' }) }]),
    ...(rest.order === 'strict' && maxGap !== undefined
      ? [{ what: 'gap' as const, ask: without({ maxGap: true }) }]
      : []),
    ...(rest.direction === 'any' ? [] : [{ what: 'direction' as const, ask: without({}, { direction: 'any' }) }]),
    ...(ask.kinds ? [{ what: 'kinds' as const, ask: without({ kinds: true }) }] : []),
    ...(rest.excludeHubs ? [{ what: 'hubs' as const, ask: without({}, { excludeHubs: false }) }] : []),
    ...(hidden ? [{ what: 'hidden' as const, ask: without({ hidden: true }) }] : []),
  ];
}

/** How many paths there would be without each condition alone; more hops are tried until there is one. */
export function relax(store: Store, ask: PathAsk, pulse: () => void): Answer<'graph.path-relax'> {
  const count = (question: PathAsk) => {
    pulse();
    const { paths, truncated } = searchPaths(store, question, COUNTED, pulse).found;
    // what lies beyond maxHops is not meant by "more"
    return { paths: paths.length, more: truncated && paths.length >= COUNTED };
  };
  const without: Answer<'graph.path-relax'>['without'] = [];
  for (let maxHops = ask.maxHops + 1; maxHops <= MOST_HOPS; maxHops++) {
    const found = count({ ...ask, maxHops });
    if (found.paths === 0) continue;
    without.push({ what: 'hops', ...found, maxHops });
    break;
  }
  for (const { what, ask: question } of eased(ask)) {
    const found = count(question);
    if (found.paths > 0) without.push({ what, ...found, maxHops: null });
  }
  return { without, leastHops: leastHopsOf(store, ask.from, ask.to) };
}

/** Hops of the shortest way between two parties over any link, through anybody but cash and payment institutions; null: none within eight. */
export function leastHopsOf(store: Store, from: number, to: number): number | null {
  const anyWay: PathAsk = { from, to, direction: 'any', order: 'none', maxHops: MOST_HOPS, excludeHubs: false };
  const [path] = searchPaths(store, anyWay, 1, () => undefined).found.paths;
  return path === undefined ? null : path.parties.length - 1;
}
