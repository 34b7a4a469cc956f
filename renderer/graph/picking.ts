import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

/** px of the screen by which a line, and a node, is wider for the finger than it is drawn; more than Cytoscape takes */
const TOLERANCE = 24;
/** an arrow is never longer, whatever the width of its line */
const ARROW = 100;

interface Geometry {
  readonly _private: { readonly rscratch: { readonly allpts?: readonly number[] } };
  /** visible, and takes events */
  interactive(): boolean;
}
type Drawn = (NodeSingular & Geometry) | (EdgeSingular & Geometry);
type Sorted = Drawn[] & { interactive: Drawn[] };

/** What is used of Cytoscape's renderer; none of it is in its types. */
interface Renderer {
  findNearestElements(x: number, y: number, onlyInteractive: boolean, isTouch: boolean): Drawn[];
  getCachedZSortedEles(): Sorted;
  cachedZSortedEles: Sorted;
}

/**
 * Cytoscape asks every element, with the box of its label, whether the pointer is on it, for each movement of the mouse: of 2,000 nodes
 * and 5,000 lines that takes two frames. Here it asks only those that are near. Labels take no events, so that nothing else is missed.
 */
export function pickOnlyNear(cy: Core): void {
  const renderer = (cy as unknown as { renderer(): Renderer }).renderer();
  const find = renderer.findNearestElements.bind(renderer);
  renderer.findNearestElements = (x, y, onlyInteractive, isTouch) => {
    const all = renderer.getCachedZSortedEles();
    const slack = TOLERANCE / cy.zoom();
    const near = all.filter((element) => isNear(element, x, y, slack)) as Sorted;
    near.interactive = near.filter((element) => element.interactive());
    renderer.cachedZSortedEles = near;
    try {
      const found = find(x, y, onlyInteractive, isTouch);
      // a selected line is drawn over whoever stands in its way; who is pressed there is meant, not the line
      const node = found.find((element) => element.isNode() && !element.isParent());
      return node ? [node, ...found.filter((element) => element !== node)] : found;
    } finally {
      renderer.cachedZSortedEles = all;
    }
  };
}

function isNear(element: Drawn, x: number, y: number, slack: number): boolean {
  if (element.isNode()) {
    const at = element.position();
    return (
      Math.abs(at.x - x) <= element.outerWidth() / 2 + slack && Math.abs(at.y - y) <= element.outerHeight() / 2 + slack
    );
  }
  // ends and control points: the curve lies between them
  const points = element._private.rscratch.allpts;
  if (!points) return true;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  const reach = ARROW + slack;
  return left - reach <= x && x <= right + reach && top - reach <= y && y <= bottom + reach;
}
