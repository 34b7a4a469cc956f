import { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';

/** Where everything is, and which part of it the window shows. */
export function Minimap() {
  const { t } = useWords();
  const { chart, nodes } = useGraph();
  useGraph((graph) => graph.seen);
  if (!chart || nodes.length < 2) return null;
  const { nodes: dots, view } = chart.overview();
  const xs = [...dots.map((dot) => dot.x), view.x, view.x + view.w];
  const ys = [...dots.map((dot) => dot.y), view.y, view.y + view.h];
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const wide = Math.max(...xs) - left;
  const tall = Math.max(...ys) - top;
  const unit = Math.max(wide / 178, tall / 110);
  return (
    <div className="chart-over minimap" role="img" aria-label={t('graph.minimap')}>
      <svg
        width="178"
        height="110"
        viewBox={`${left} ${top} ${wide} ${tall}`}
        preserveAspectRatio="xMidYMid meet"
        aria-hidden="true"
      >
        {dots.map((dot, i) => (
          <circle key={i} cx={dot.x} cy={dot.y} r={2.6 * unit} fill={dot.fill} />
        ))}
        <rect
          x={view.x}
          y={view.y}
          width={view.w}
          height={view.h}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={1.6 * unit}
        />
      </svg>
    </div>
  );
}
