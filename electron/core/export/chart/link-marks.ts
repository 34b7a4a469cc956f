import { linkKind } from '../../../../shared/ontology/index.ts';
import type { LineStyle } from '../../../../shared/ontology/kind.ts';
import type { ChartLink } from './chart-data.ts';
import { polygon } from './path.ts';
import type { Shape } from './sheet.ts';

const EDGE = '#8792A2';
const SOFT = '#9AA4B1';
/** px between the curves of one pair */
const STEP = 40;

const dashes: Readonly<Record<LineStyle, readonly number[] | null>> = {
  solid: null,
  double: null,
  'long-dash': [10, 3],
  'dash-dot': [7, 3, 1.5, 3],
  dotted: [1.5, 3],
  'sparse-dots': [1.5, 6],
  'short-dash': [3, 3],
};

/** How a line of this kind is drawn; a guess is dashed and quiet whatever its kind. */
export function lineOf(kind: string, guess: boolean): { stroke: string; dash?: readonly number[] } {
  const dash = guess ? dashes['short-dash'] : dashes[linkKind(kind)?.line ?? 'solid'];
  return { stroke: dash ? SOFT : EDGE, ...(dash && { dash }) };
}

/** Width of a link by the money it carries, as the legend says: 1万 2.0 · 10万 3.3 · 100万 4.9 · 1000万 6.6 px, never above 12. */
export const moneyWidth = (fen: number | null): number =>
  fen === null || fen <= 0 ? 1.5 : Math.min(12, 1.5 + 1.7 * Math.log10(1 + fen / 1_000_000));

/** Where a link ends: a disc, or the box of a frame. */
export interface End {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly half?: { readonly w: number; readonly h: number };
}

export interface DrawnLine {
  readonly marks: Shape[];
  /** a place on it, 0 … 1 */
  at(share: number): { readonly x: number; readonly y: number };
}

/** One link as a line, or as one of the parallel curves of its pair: the `nth` of `of`. An arrow stands at the receiver. */
export function linkMarks(
  link: ChartLink & { readonly isForward: boolean },
  from: End,
  to: End,
  width: number,
  { nth, of }: { nth: number; of: number },
): DrawnLine {
  const look = lineOf(link.kind, link.guess);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  // both directions of a pair bend away from one and the same side
  const side = link.isForward ? 1 : -1;
  const bend = (nth - (of - 1) / 2) * STEP * side;
  const control = { x: (from.x + to.x) / 2 - (dy / far) * bend, y: (from.y + to.y) / 2 + (dx / far) * bend };
  const start = rim(from, control, 2);
  const end = rim(to, control, link.directed ? 3 : 2);
  const back = { x: end.x - control.x, y: end.y - control.y };
  const length = Math.hypot(back.x, back.y) || 1;
  const head = link.directed ? 5 + width * 1.3 : 0;
  const [ux, uy] = [back.x / length, back.y / length];
  const neck = { x: end.x - ux * head * 0.9, y: end.y - uy * head * 0.9 };
  // a quadratic curve as a cubic one
  const handle = (a: number, b: number) => a / 3 + (2 * b) / 3;
  const marks: Shape[] = [
    {
      path: [
        ['M', start.x, start.y],
        [
          'C',
          handle(start.x, control.x),
          handle(start.y, control.y),
          handle(neck.x, control.x),
          handle(neck.y, control.y),
          neck.x,
          neck.y,
        ],
      ],
      width,
      ...look,
    },
  ];
  if (link.directed)
    marks.push({
      path: polygon([
        [end.x, end.y],
        [end.x - ux * head - uy * head * 0.5, end.y - uy * head + ux * head * 0.5],
        [end.x - ux * head + uy * head * 0.5, end.y - uy * head - ux * head * 0.5],
      ]),
      // the head of a guess is hollow
      ...(link.guess ? { stroke: look.stroke, width: 1, fill: '#FFFFFF' } : { fill: look.stroke }),
    });
  const on = (t: number, p: number, c: number, q: number) => (1 - t) ** 2 * p + 2 * t * (1 - t) * c + t ** 2 * q;
  return {
    marks,
    at: (share) => ({ x: on(share, start.x, control.x, end.x), y: on(share, start.y, control.y, end.y) }),
  };
}

/** Where a line towards `there` leaves its end, `gap` px outside. */
function rim({ x, y, radius, half }: End, there: { x: number; y: number }, gap: number): { x: number; y: number } {
  const [dx, dy] = [there.x - x, there.y - y];
  const far = Math.hypot(dx, dy) || 1;
  const out = half ? Math.min(half.w / Math.abs(dx / far || 1e-9), half.h / Math.abs(dy / far || 1e-9)) : radius;
  return { x: x + (dx / far) * (out + gap), y: y + (dy / far) * (out + gap) };
}
