import { IconCaretDownFilled, IconCaretUpFilled } from '@tabler/icons-react';
import type { GraphNode } from '../../../shared/protocol/graph.requests.ts';
import { isGroup, type MetricId, metricIds } from '../../../shared/protocol/metric-ids.ts';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import type { Column } from '../../parts/data-grid.tsx';
import { MetricValue } from './metric-value.tsx';
import { type MetricSort, useMetrics } from './use-metrics.ts';

/** In and out stand in the table anyway. */
const shown = metricIds.filter((metric) => metric !== 'inFen' && metric !== 'outFen');

/** The measures as columns of the table, each of which sorts it; none until something was measured. */
export function useMetricColumns(): {
  columns: Column<GraphNode>[];
  /** compares two parties by the column that was chosen; undefined: in the order of the table */
  order: ((a: GraphNode, b: GraphNode) => number) | undefined;
} {
  const { query } = useMetrics();
  const [sort, setSort] = useKept<MetricSort | null>('graph.metricSort', null);
  if (!query.data) return { columns: [], order: undefined };
  const values = new Map(query.data.rows.map((row) => [row.id, row.values]));
  const of = (node: GraphNode, metric: MetricId) => values.get(node.id)?.[metric];
  const columns = shown.map(
    (metric): Column<GraphNode> => ({
      id: `metric-${metric}`,
      head: (
        <SortHead
          metric={metric}
          sort={sort?.by === metric ? sort : null}
          next={() => setSort(nextSort(metric, sort))}
        />
      ),
      width: metric === 'netFen' ? 120 : 96,
      end: true,
      cell: (node) => <MetricValue metric={metric} value={of(node, metric)} />,
    }),
  );
  if (!sort) return { columns, order: undefined };
  // what cannot be told, and who is in no group, stands last either way
  const rank = (node: GraphNode) => {
    const value = of(node, sort.by) ?? Number.NaN;
    return Number.isNaN(value) || (isGroup(sort.by) && value === 0) ? null : value;
  };
  const order = (a: GraphNode, b: GraphNode) => {
    const [one, other] = [rank(a), rank(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (sort.down ? other - one : one - other) || a.id - b.id;
  };
  return { columns, order };
}

/** The most first, then the least first, then as before; groups by number first. */
function nextSort(metric: MetricId, sort: MetricSort | null): MetricSort | null {
  const first = !isGroup(metric);
  if (sort?.by !== metric) return { by: metric, down: first };
  return sort.down === first ? { by: metric, down: !first } : null;
}

/** A click sorts by the column: the most first, then the least first, then as before. */
function SortHead({ metric, sort: now, next }: { metric: MetricId; sort: MetricSort | null; next: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="sort-head"
      aria-pressed={now !== null}
      title={t(`metrics.says.${metric}`)}
      onClick={next}
    >
      {t(`metrics.name.${metric}`)}
      {now && (now.down ? <IconCaretDownFilled size={12} /> : <IconCaretUpFilled size={12} />)}
    </button>
  );
}
