import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { kindOf, type PairRow, pairRows, rowWithin } from './pair-rows.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.split': { payload: Asked<'graph.split'>; result: Answer<'graph.split'> };
  }
}

type Part = Answer<'graph.split'>['parts'][number];

/** Takes drawn links apart. A link that does not exist has no parts. */
export default defineJob('graph.split', ({ links, by, most, ...period }, job) => {
  const { store } = job.openCase;
  let parts: Part[] = [];
  let total = 0;
  for (const [n, link] of links.entries()) {
    if (n % 50 === 0) {
      job.checkCancelled();
      job.progress('graph.split', n, links.length);
    }
    const [kind = '', source, target] = link.split(':');
    const isWithin = rowWithin(kindOf(kind), period);
    const rows = pairRows(store, kindOf(kind), Number(source), Number(target)).filter(
      (row) => row.aside === null && isWithin(row),
    );
    const found = by === 'row' ? rows.map((row) => partOf(link, String(row.row), [row])) : monthsOf(link, rows);
    total += found.length;
    parts.push(...found);
    if (parts.length > 8 * most) parts = largest(parts, most);
  }
  return ok({ parts: largest(parts, most), total });
});

const monthsOf = (link: string, rows: readonly PairRow[]): Part[] =>
  [...Map.groupBy(rows, ({ day }) => day?.slice(0, 7) ?? '')].map(([month, same]) => partOf(link, month, same));

function partOf(link: string, key: string, rows: readonly PairRow[]): Part {
  const days = rows.flatMap(({ day }) => day ?? []).sort();
  const told = rows.filter(({ fen }) => fen !== null);
  return {
    link,
    key,
    rows: rows.length,
    fen: told.length === 0 ? null : told.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

/** The first by money, then by rows, then by name, so that the same question has the same answer. */
const largest = (parts: readonly Part[], most: number): Part[] => parts.toSorted(byMoney).slice(0, most);

function byMoney(a: Part, b: Part): number {
  const name = (part: Part) => `${part.link} ${part.key}`;
  return (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows || (name(a) < name(b) ? -1 : 1);
}
