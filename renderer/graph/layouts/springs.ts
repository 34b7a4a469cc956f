import type { Spot } from '../layered.ts';
import type { Blocks } from './layout.ts';
import { QuadTree } from './quad-tree.ts';
import { spiral } from './spiral.ts';

const REST = 60; // px between the rims of two linked blocks
const PUSH = 900;
const GRAVITY = 0.04;
const FRICTION = 0.6;
/** the heat of the last step, as a share of the first */
const COLD = 0.002;

/**
 * Force layout of large charts: springs along the links, a Barnes–Hut push between all, collision of discs, cooling down in a set number of
 * steps. Nothing in it is left to chance.
 */
export function springs({ blocks, links }: Blocks, progress: (share: number) => void): Map<string, Spot> {
  const n = blocks.length;
  const steps = n > 1_000 ? 200 : 300;
  const at = new Map(blocks.map((block, i) => [block.id, i]));
  const start = spiral(blocks);
  const x = Float64Array.from(blocks, ({ id }) => start.get(id)!.x);
  const y = Float64Array.from(blocks, ({ id }) => start.get(id)!.y);
  const vx = new Float64Array(n);
  const vy = new Float64Array(n);
  const radius = Float64Array.from(blocks, ({ width, height }) => Math.max(width, height) / 2);
  const fixed = blocks.map((block) => block.fixed);
  const middle = { x: mean(x), y: mean(y) };
  const springOf = ends(links, at);
  const degree = new Float64Array(n);
  for (const [a, b] of springOf) {
    degree[a]!++;
    degree[b]!++;
  }
  const tree = new QuadTree(x, y, radius);
  const cooling = COLD ** (1 / steps);
  let heat = 1;
  for (let step = 0; step < steps; step++) {
    for (const [a, b] of springOf) {
      const dx = x[b]! + vx[b]! - x[a]! - vx[a]!;
      const dy = y[b]! + vy[b]! - y[a]! - vy[a]!;
      const far = Math.hypot(dx, dy) || 1;
      const pull = ((far - radius[a]! - radius[b]! - REST) / far) * (heat / Math.min(degree[a]!, degree[b]!));
      // whoever has many links moves less
      const share = degree[a]! / (degree[a]! + degree[b]!);
      vx[b]! -= dx * pull * share;
      vy[b]! -= dy * pull * share;
      vx[a]! += dx * pull * (1 - share);
      vy[a]! += dy * pull * (1 - share);
    }
    tree.build();
    for (let i = 0; i < n; i++) {
      tree.push(i, PUSH * heat, vx, vy);
      vx[i]! += (middle.x - x[i]!) * GRAVITY * heat;
      vy[i]! += (middle.y - y[i]!) * GRAVITY * heat;
    }
    for (let i = 0; i < n; i++) {
      vx[i]! *= FRICTION;
      vy[i]! *= FRICTION;
      if (fixed[i]) continue;
      x[i]! += vx[i]!;
      y[i]! += vy[i]!;
    }
    if (step > steps / 2) separate(x, y, radius, fixed, 0.5);
    heat *= cooling;
    if (step % 5 === 0) progress(step / steps);
  }
  for (let pass = 0; pass < 80 && separate(x, y, radius, fixed, 1) > 0; pass++);
  return new Map(blocks.map((block, i) => [block.id, { x: x[i]!, y: y[i]! }]));
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Each linked pair once, whatever the directions. */
function ends(links: Blocks['links'], at: ReadonlyMap<string, number>): Array<[number, number]> {
  const pairs = new Map<string, [number, number]>();
  for (const { source, target } of links) {
    const [a, b] = [at.get(source)!, at.get(target)!].sort((p, q) => p - q) as [number, number];
    pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()];
}

/** Moves discs that overlap apart by `share` of the overlap, over a grid of their largest size; returns how many overlapped. */
function separate(
  x: Float64Array,
  y: Float64Array,
  radius: Float64Array,
  fixed: readonly boolean[],
  share: number,
): number {
  const cell = 2 * radius.reduce((most, each) => Math.max(most, each), 1);
  const grid = new Map<number, number[]>();
  const key = (cx: number, cy: number) => cx * 1_000_003 + cy;
  for (let i = 0; i < x.length; i++) {
    const at = key(Math.floor(x[i]! / cell), Math.floor(y[i]! / cell));
    const here = grid.get(at);
    if (here) here.push(i);
    else grid.set(at, [i]);
  }
  let overlaps = 0;
  for (let i = 0; i < x.length; i++) {
    const [cx, cy] = [Math.floor(x[i]! / cell), Math.floor(y[i]! / cell)];
    for (let near = 0; near < 9; near++)
      for (const j of grid.get(key(cx + (near % 3) - 1, cy + Math.floor(near / 3) - 1)) ?? []) {
        if (j <= i || (fixed[i] && fixed[j])) continue;
        const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
        const wanted = radius[i]! + radius[j]!;
        const far = Math.hypot(dx, dy);
        if (far >= wanted - 0.5) continue;
        overlaps++;
        // on one spot: apart in a direction of their own
        const [ux, uy] = far > 1e-6 ? [dx / far, dy / far] : [Math.cos(i + j), Math.sin(i + j)];
        const move = (wanted - far) * share;
        const ofI = fixed[i] ? 0 : fixed[j] ? 1 : 0.5;
        x[i]! -= ux * move * ofI;
        y[i]! -= uy * move * ofI;
        x[j]! += ux * move * (1 - ofI);
        y[j]! += uy * move * (1 - ofI);
      }
  }
  return overlaps;
}
