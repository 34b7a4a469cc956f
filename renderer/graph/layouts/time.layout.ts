import type { Spot } from '../layered.ts';
import { stack } from './columns.ts';
import type { Block, Layout } from './layout.ts';

/** More columns than this are told apart by nobody: then by quarter, then by year. */
const MOST = 24;
const GAP = 70;

/** 时间列: a column for each month (quarter, year) in which somebody first appears, from left to right; without a date at the far right. */
export default {
  name: 'time',
  place({ blocks, height }) {
    const dated = blocks.filter((block) => block.first !== null);
    const period = [monthOf, quarterOf].find((of) => new Set(dated.map((block) => of(block.first!))).size <= MOST);
    const columns = Map.groupBy(dated, (block) => (period ?? yearOf)(block.first!));
    const spots = new Map<string, Spot>();
    const tall = Math.max(height - 140, 5 * 88, 44 * Math.sqrt(blocks.length) * 2);
    let left = 0;
    const put = (column: readonly Block[]) => {
      left += stack([...column].sort(earliest), { left, top: 0, tall }, spots) + GAP;
    };
    for (const name of [...columns.keys()].sort()) put(columns.get(name)!);
    left += GAP;
    put(blocks.filter((block) => block.first === null));
    return spots;
  },
} satisfies Layout;

const monthOf = (day: string): string => day.slice(0, 7);
const quarterOf = (day: string): string => `${day.slice(0, 4)} ${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`;
const yearOf = (day: string): string => day.slice(0, 4);

const earliest = (a: Block, b: Block): number =>
  a.first !== b.first ? ((a.first ?? '9') < (b.first ?? '9') ? -1 : 1) : a.column - b.column || (a.id < b.id ? -1 : 1);
