/** A path in absolute moves, lines and cubic curves: all that SVG and PDF have in common. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** Puts a path elsewhere: (x, y) becomes (x · scale + dx, y · scale + dy). */
export const moved = (path: readonly Segment[], dx: number, dy: number, scale = 1): Segment[] =>
  path.map(
    ([op, ...at]) => [op, ...at.map((value, i) => value * scale + (i % 2 === 0 ? dx : dy))] as unknown as Segment,
  );

export const polygon = (points: ReadonlyArray<readonly [number, number]>): Segment[] => [
  ...points.map(([x, y], i): Segment => [i === 0 ? 'M' : 'L', x, y]),
  ['Z'],
];

export const box = (x: number, y: number, w: number, h: number): Segment[] =>
  polygon([
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ]);

const KAPPA = 0.5522847498; // of a quarter circle as one cubic curve

export const ellipse = (x: number, y: number, rx: number, ry: number): Segment[] => {
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  return [
    ['M', x + rx, y],
    ['C', x + rx, y + ky, x + kx, y + ry, x, y + ry],
    ['C', x - kx, y + ry, x - rx, y + ky, x - rx, y],
    ['C', x - rx, y - ky, x - kx, y - ry, x, y - ry],
    ['C', x + kx, y - ry, x + rx, y - ky, x + rx, y],
    ['Z'],
  ];
};

export const roundBox = (x: number, y: number, w: number, h: number, r: number): Segment[] => {
  const k = r * (1 - KAPPA);
  const [right, bottom] = [x + w, y + h];
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ];
};

/** Reads the path data of an SVG (all commands but quadratic curves, which no glyph uses) and leaves with an Error for anything else. */
export function parsePath(data: string): Segment[] {
  const tokens = data.match(/[a-zA-Z]|[-+]?(?:\d*\.\d+|\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  const path: Segment[] = [];
  let at = 0;
  let [x, y, startX, startY, handleX, handleY] = [0, 0, 0, 0, 0, 0];
  let op = '';
  const next = () => Number(tokens[at++]);
  while (at < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[at]!)) op = tokens[at++]!;
    const relative = op === op.toLowerCase();
    const [baseX, baseY] = relative ? [x, y] : [0, 0];
    const before = [x, y] as const;
    const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => {
      path.push(['C', x1, y1, x2, y2, toX, toY]);
      [handleX, handleY, x, y] = [x2, y2, toX, toY];
    };
    switch (op.toUpperCase()) {
      case 'M':
        [x, y] = [baseX + next(), baseY + next()];
        [startX, startY] = [x, y];
        path.push(['M', x, y]);
        op = relative ? 'l' : 'L';
        break;
      case 'L':
        [x, y] = [baseX + next(), baseY + next()];
        path.push(['L', x, y]);
        break;
      case 'H':
        x = baseX + next();
        path.push(['L', x, y]);
        break;
      case 'V':
        y = baseY + next();
        path.push(['L', x, y]);
        break;
      case 'C':
        curve(baseX + next(), baseY + next(), baseX + next(), baseY + next(), baseX + next(), baseY + next());
        break;
      case 'S': {
        const last = path.at(-1)?.[0] === 'C' ? [2 * x - handleX, 2 * y - handleY] : [x, y];
        curve(last[0]!, last[1]!, baseX + next(), baseY + next(), baseX + next(), baseY + next());
        break;
      }
      case 'A': {
        const [rx, ry, turn, large, sweep] = [next(), next(), next(), next() === 1, next() === 1];
        for (const part of arc(before, rx, ry, turn, large, sweep, [baseX + next(), baseY + next()])) curve(...part);
        break;
      }
      case 'Z':
        path.push(['Z']);
        [x, y] = [startX, startY];
        break;
      default:
        throw new Error(`path data with ${op}`);
    }
  }
  return path;
}

/** An arc as cubic curves of at most a quarter turn each (SVG 2, appendix B.2). */
function arc(
  [x1, y1]: readonly [number, number],
  radiusX: number,
  radiusY: number,
  turn: number,
  large: boolean,
  sweep: boolean,
  [x2, y2]: readonly [number, number],
): Array<[number, number, number, number, number, number]> {
  if (radiusX === 0 || radiusY === 0) return [[x1, y1, x2, y2, x2, y2]];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * hx + sin * hy, -sin * hx + cos * hy];
  const tooSmall = Math.max(1, Math.sqrt((px / radiusX) ** 2 + (py / radiusY) ** 2));
  const [rx, ry] = [Math.abs(radiusX) * tooSmall, Math.abs(radiusY) * tooSmall];
  const under = rx ** 2 * py ** 2 + ry ** 2 * px ** 2;
  const over = Math.max(0, rx ** 2 * ry ** 2 - under);
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(under === 0 ? 0 : over / under);
  const [qx, qy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let round = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && round < 0) round += 2 * Math.PI;
  if (!sweep && round > 0) round -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(round) / (Math.PI / 2) - 1e-9));
  const step = round / parts;
  const k = (4 / 3) * Math.tan(step / 4);
  const point = (a: number, dx: number, dy: number): [number, number] => {
    const [ex, ey] = [rx * (Math.cos(a) + dx), ry * (Math.sin(a) + dy)];
    return [cos * ex - sin * ey + cx, sin * ex + cos * ey + cy];
  };
  return Array.from({ length: parts }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const first = point(a, -k * Math.sin(a), k * Math.cos(a));
    const second = point(b, k * Math.sin(b), -k * Math.cos(b));
    return [...first, ...second, ...point(b, 0, 0)];
  });
}
