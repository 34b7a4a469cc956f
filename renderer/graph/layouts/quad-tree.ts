const THETA = 0.9;
const DEEPEST = 48;
const NONE = -1;

/**
 * A Barnes–Hut tree over points with masses: far groups of points push as one. Built anew for each step into the same arrays.
 */
export class QuadTree {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #weight: Float64Array;
  /** four children of each square, NONE where empty; a square with one point has it in `#point` */
  #children: Int32Array;
  #point: Int32Array;
  #mass: Float64Array;
  #mx: Float64Array;
  #my: Float64Array;
  #size: Float64Array;
  #used = 0;
  readonly #stack: number[] = [];

  constructor(x: Float64Array, y: Float64Array, weight: Float64Array) {
    this.#x = x;
    this.#y = y;
    this.#weight = weight;
    const room = Math.max(64, x.length * 4);
    this.#children = new Int32Array(room * 4);
    this.#point = new Int32Array(room);
    this.#mass = new Float64Array(room);
    this.#mx = new Float64Array(room);
    this.#my = new Float64Array(room);
    this.#size = new Float64Array(room);
  }

  build(): void {
    this.#used = 0;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < this.#x.length; i++) {
      left = Math.min(left, this.#x[i]!);
      right = Math.max(right, this.#x[i]!);
      top = Math.min(top, this.#y[i]!);
      bottom = Math.max(bottom, this.#y[i]!);
    }
    const size = Math.max(right - left, bottom - top, 1);
    this.#square(size);
    for (let i = 0; i < this.#x.length; i++) this.#insert(i, left, top, size);
    for (let s = 0; s < this.#used; s++) {
      this.#mx[s]! /= this.#mass[s]!;
      this.#my[s]! /= this.#mass[s]!;
    }
  }

  /** Adds to the speed of point `i` what all others push it with. */
  push(i: number, strength: number, vx: Float64Array, vy: Float64Array): void {
    const [x, y] = [this.#x[i]!, this.#y[i]!];
    const stack = this.#stack;
    stack.length = 0;
    stack.push(0);
    while (stack.length > 0) {
      const s = stack.pop()!;
      if (this.#point[s] === i) continue;
      const [dx, dy] = [x - this.#mx[s]!, y - this.#my[s]!];
      const square = Math.max(dx * dx + dy * dy, 100);
      if (this.#point[s] === NONE && (this.#size[s]! * this.#size[s]!) / square > THETA * THETA) {
        for (let q = 0; q < 4; q++) {
          const child = this.#children[s * 4 + q]!;
          if (child !== NONE) stack.push(child);
        }
        continue;
      }
      const force = (strength * this.#mass[s]!) / 48 / square;
      vx[i]! += dx * force;
      vy[i]! += dy * force;
    }
  }

  #square(size: number): number {
    if (this.#used === this.#point.length) this.#grow();
    const s = this.#used++;
    this.#children.fill(NONE, s * 4, s * 4 + 4);
    this.#point[s] = NONE;
    this.#mass[s] = 0;
    this.#mx[s] = 0;
    this.#my[s] = 0;
    this.#size[s] = size;
    return s;
  }

  #weigh(s: number, i: number): void {
    const weight = this.#weight[i]!;
    this.#mass[s]! += weight;
    this.#mx[s]! += this.#x[i]! * weight;
    this.#my[s]! += this.#y[i]! * weight;
  }

  #insert(i: number, left: number, top: number, size: number): void {
    let s = 0;
    let [x, y, wide] = [left, top, size];
    for (let depth = 0; ; depth++) {
      const isEmpty = this.#mass[s] === 0;
      const other = this.#point[s]!;
      this.#weigh(s, i);
      if (isEmpty) {
        this.#point[s] = i;
        return;
      }
      // two points on one spot stay one square
      if (depth === DEEPEST) return;
      const half = wide / 2;
      if (other !== NONE) {
        this.#point[s] = NONE;
        const child = this.#child(s, this.#quarter(other, x, y, half), half);
        this.#weigh(child, other);
        this.#point[child] = other;
      }
      const quarter = this.#quarter(i, x, y, half);
      s = this.#child(s, quarter, half);
      if (quarter % 2 === 1) x += half;
      if (quarter >= 2) y += half;
      wide = half;
    }
  }

  #quarter(i: number, left: number, top: number, half: number): number {
    return (this.#x[i]! >= left + half ? 1 : 0) + (this.#y[i]! >= top + half ? 2 : 0);
  }

  #child(s: number, quarter: number, size: number): number {
    const known = this.#children[s * 4 + quarter]!;
    if (known !== NONE) return known;
    const made = this.#square(size);
    this.#children[s * 4 + quarter] = made;
    return made;
  }

  #grow(): void {
    const room = this.#point.length * 2;
    const larger = <A extends Int32Array | Float64Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.#children = larger(this.#children, new Int32Array(room * 4));
    this.#point = larger(this.#point, new Int32Array(room));
    this.#mass = larger(this.#mass, new Float64Array(room));
    this.#mx = larger(this.#mx, new Float64Array(room));
    this.#my = larger(this.#my, new Float64Array(room));
    this.#size = larger(this.#size, new Float64Array(room));
  }
}
