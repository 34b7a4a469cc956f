import { linkKind } from '../../../../shared/ontology/index.ts';
import type { LineStyle } from '../../../../shared/ontology/kind.ts';
import type { ChartLink } from './chart-data.ts';
import { PAPER } from './node-marks.ts';
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
function lineOf(kind: string, guess: boolean): { stroke: string; dash?: readonly number[] } {
  const dash = guess ? dashes['short-dash'] : dashes[linkKind(kind)?.line ?? 'solid'];
  return { stroke: dash ? SOFT : EDGE, ...(dash && { dash }) };
}

/** px by which the two lines of a purchase stand out on either side */
const OUTLINE = 1.2;

/** A line along this path, as on the chart: of a purchase two thin ones, with paper between them. */
export function strokesOf(path: Shape['path'], width: number, kind: string, guess: boolean): Shape[] {
  const look = lineOf(kind, guess);
  if (look.dash || linkKind(kind)?.line !== 'double') return [{ path, width, ...look }];
  return [
    { path, width: width + 2 * OUTLINE, stroke: look.stroke },
    { path, width, stroke: PAPER },
  ];
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
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  // both directions of a pair bend away from one and the same side
  const side = link.isForward ? 1 : -1;
  const bend = (nth - (of - 1) / 2) * STEP * side;
  const control = { x: (from.x + to.x) / 2 - (dy / far) * bend, y: (from.y + to.y) / 2 + (dx / far) * bend };
  const start = rim(from, control, 2);
  const end = rim(to, control, link.directed ? 3 : 2);
  const head = headOf(link, control, end, width);
  // a quadratic curve as a cubic one
  const handle = (a: number, b: number) => a / 3 + (2 * b) / 3;
  const on = (t: number, p: number, c: number, q: number) => (1 - t) ** 2 * p + 2 * t * (1 - t) * c + t ** 2 * q;
  return {
    marks: [
      ...strokesOf(
        [
          ['M', start.x, start.y],
          [
            'C',
            handle(start.x, control.x),
            handle(start.y, control.y),
            handle(head.neck.x, control.x),
            handle(head.neck.y, control.y),
            head.neck.x,
            head.neck.y,
          ],
        ],
        width,
        link.kind,
        link.guess,
      ),
      ...head.marks,
    ],
    at: (share) => ({ x: on(share, start.x, control.x, end.x), y: on(share, start.y, control.y, end.y) }),
  };
}

/** px by which a loop stands off its party, each further one more */
const LOOP = 64;
const NEXT_LOOP = 26;
/** how far up and left a loop may reach beyond the middle of a party of this radius */
export const loopReach = (radius: number, nth: number): number => radius + (LOOP + nth * NEXT_LOOP) * 0.8;

/** 同主体内转, and what a folded group moved within itself: the `nth` loop at the upper left of its element, as on the chart. */
export function loopMarks(link: ChartLink, around: End, width: number, nth: number): DrawnLine {
  const corner = around.half
    ? { x: around.x - around.half.w, y: around.y - around.half.h, radius: 0 }
    : { x: around.x, y: around.y, radius: around.radius };
  const towards = (degrees: number, far: number) => ({
    x: corner.x + far * Math.cos((degrees * Math.PI) / 180),
    y: corner.y + far * Math.sin((degrees * Math.PI) / 180),
  });
  const far = corner.radius + LOOP + nth * NEXT_LOOP;
  const [start, out] = [towards(-165, corner.radius + 2), towards(-165, far)];
  const [back, end] = [towards(-105, far), towards(-105, corner.radius + 3)];
  const head = headOf(link, back, end, width);
  const on = (t: number, a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t ** 2 * (1 - t) * c + t ** 3 * d;
  return {
    marks: [
      ...strokesOf(
        [
          ['M', start.x, start.y],
          ['C', out.x, out.y, back.x, back.y, head.neck.x, head.neck.y],
        ],
        width,
        link.kind,
        link.guess,
      ),
      ...head.marks,
    ],
    at: (share) => ({ x: on(share, start.x, out.x, back.x, end.x), y: on(share, start.y, out.y, back.y, end.y) }),
  };
}

/** The arrow of a line that comes to its `end` from this side, and where the line itself stops; without direction it stops at the end. */
function headOf(
  link: ChartLink,
  from: { readonly x: number; readonly y: number },
  end: { readonly x: number; readonly y: number },
  width: number,
): { readonly marks: Shape[]; readonly neck: { readonly x: number; readonly y: number } } {
  if (!link.directed) return { marks: [], neck: end };
  const { stroke } = lineOf(link.kind, link.guess);
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [ux, uy] = [(end.x - from.x) / length, (end.y - from.y) / length];
  const head = 5 + width * 1.3;
  return {
    neck: { x: end.x - ux * head * 0.9, y: end.y - uy * head * 0.9 },
    marks: [
      {
        path: polygon([
          [end.x, end.y],
          [end.x - ux * head - uy * head * 0.5, end.y - uy * head + ux * head * 0.5],
          [end.x - ux * head + uy * head * 0.5, end.y - uy * head - ux * head * 0.5],
        ]),
        // the head of a guess is hollow
        ...(link.guess ? { stroke, width: 1, fill: '#FFFFFF' } : { fill: stroke }),
      },
    ],
  };
}

/** Where a line towards `there` leaves its end, `gap` px outside. */
function rim({ x, y, radius, half }: End, there: { x: number; y: number }, gap: number): { x: number; y: number } {
  const [dx, dy] = [there.x - x, there.y - y];
  const far = Math.hypot(dx, dy) || 1;
  const out = half ? Math.min(half.w / Math.abs(dx / far || 1e-9), half.h / Math.abs(dy / far || 1e-9)) : radius;
  return { x: x + (dx / far) * (out + gap), y: y + (dy / far) * (out + gap) };
}
