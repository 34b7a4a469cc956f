import type { NodeShape } from '../../../../shared/ontology/kind.ts';
import { ellipse, moved, polygon, roundBox, type Segment } from './path.ts';

/** The shapes of nodes as the chart draws them, within −1 … 1. */
const shapes: Readonly<Record<NodeShape, readonly Segment[]>> = {
  ellipse: ellipse(0, 0, 1, 1),
  'round-rectangle': roundBox(-1, -1, 2, 2, 0.28),
  'cut-rectangle': polygon([
    [-0.6, -1],
    [0.6, -1],
    [1, -0.6],
    [1, 0.6],
    [0.6, 1],
    [-0.6, 1],
    [-1, 0.6],
    [-1, -0.6],
  ]),
  rectangle: polygon([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  barrel: [
    ['M', -1, -0.8],
    ['C', -0.5, -1.05, 0.5, -1.05, 1, -0.8],
    ['L', 1, 0.8],
    ['C', 0.5, 1.05, -0.5, 1.05, -1, 0.8],
    ['Z'],
  ],
  hexagon: polygon([
    [-1, 0],
    [-0.5, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-0.5, 1],
  ]),
  'round-hexagon': polygon([
    [-1, -0.12],
    [-0.94, 0.12],
    [-0.56, 0.92],
    [-0.42, 1],
    [0.42, 1],
    [0.56, 0.92],
    [0.94, 0.12],
    [1, -0.12],
    [0.56, -0.92],
    [0.42, -1],
    [-0.42, -1],
    [-0.56, -0.92],
  ]),
  octagon: polygon([
    [-0.42, -1],
    [0.42, -1],
    [1, -0.42],
    [1, 0.42],
    [0.42, 1],
    [-0.42, 1],
    [-1, 0.42],
    [-1, -0.42],
  ]),
  diamond: polygon([
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ]),
  pentagon: polygon([
    [0, -1],
    [1, -0.24],
    [0.62, 1],
    [-0.62, 1],
    [-1, -0.24],
  ]),
  tag: polygon([
    [-1, -1],
    [0.3, -1],
    [1, 0],
    [0.3, 1],
    [-1, 1],
  ]),
  vee: polygon([
    [-1, -1],
    [0, -0.33],
    [1, -1],
    [0, 1],
  ]),
  triangle: polygon([
    [0, -1],
    [1, 1],
    [-1, 1],
  ]),
};

/** A node's outline of `size` px around a place. */
export const nodeShape = (shape: NodeShape, x: number, y: number, size: number): Segment[] =>
  moved(shapes[shape], x, y, size / 2);
