import type { PointerEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';
import { useGraphLook } from './look.ts';

/** Inside of the 180 × 120 map, in px. */
const WIDE = 178;
const TALL = 118;
/** above this many, lines are but a grey cloud */
const LINES = 600;

/** Where everything is, and which part of it the window shows: a click or a drag moves the window there. */
export function Minimap() {
  const { t } = useWords();
  const { chart, nodes } = useGraph();
  const { minimap } = useGraphLook();
  useGraph((graph) => graph.seen);
  const isShown = chart !== null && nodes.length >= 2 && minimap;
  useEffect(() => chart?.cover('minimap', isShown ? TALL + 2 : 0), [chart, isShown]);
  const held = useRef<{ dx: number; dy: number } | null>(null);
  if (!isShown) return null;
  const { nodes: dots, frames, lines, view } = chart.overview();
  const xs = [...dots.map((dot) => dot.x), view.x, view.x + view.w];
  const ys = [...dots.map((dot) => dot.y), view.y, view.y + view.h];
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const wide = Math.max(...xs) - left;
  const tall = Math.max(...ys) - top;
  const unit = Math.max(wide / WIDE, tall / TALL);
  const spotAt = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: left + wide / 2 + (event.clientX - box.left - box.width / 2) * unit,
      y: top + tall / 2 + (event.clientY - box.top - box.height / 2) * unit,
    };
  };
  const middle = { x: view.x + view.w / 2, y: view.y + view.h / 2 };
  return (
    <div className="chart-over minimap" role="img" aria-label={t('graph.minimap')}>
      <svg
        width={WIDE}
        height={TALL}
        viewBox={`${left} ${top} ${wide} ${tall}`}
        preserveAspectRatio="xMidYMid meet"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const spot = spotAt(event);
          const isIn = Math.abs(spot.x - middle.x) < view.w / 2 && Math.abs(spot.y - middle.y) < view.h / 2;
          // the window is taken where it is touched; elsewhere it jumps there first
          held.current = isIn ? { dx: middle.x - spot.x, dy: middle.y - spot.y } : { dx: 0, dy: 0 };
          if (!isIn) chart.lookAt(spot);
        }}
        onPointerMove={(event) => {
          if (!held.current) return;
          const spot = spotAt(event);
          chart.lookAt({ x: spot.x + held.current.dx, y: spot.y + held.current.dy });
        }}
        onPointerUp={() => {
          held.current = null;
        }}
        onPointerCancel={() => {
          held.current = null;
        }}
      >
        {frames.map((frame, i) => (
          <rect
            key={i}
            x={frame.x}
            y={frame.y}
            width={frame.w}
            height={frame.h}
            fill="none"
            stroke="var(--edge)"
            strokeWidth={unit}
          />
        ))}
        {lines.length <= LINES && (
          <path
            d={lines.map(([a, b]) => `M${a.x} ${a.y}L${b.x} ${b.y}`).join('')}
            fill="none"
            stroke="var(--edgeSoft)"
            strokeWidth={0.7 * unit}
          />
        )}
        {dots.map((dot, i) => (
          <circle key={i} cx={dot.x} cy={dot.y} r={2.6 * unit} fill={dot.fill} />
        ))}
        <rect
          className="minimap-window"
          x={view.x}
          y={view.y}
          width={view.w}
          height={view.h}
          stroke="var(--accent)"
          strokeWidth={1.6 * unit}
        />
      </svg>
    </div>
  );
}
