import type { Core, NodeSingular } from 'cytoscape';
import type { Spot } from './layered.ts';
import type { Slide } from './slide.ts';

/** A place of the canvas, in px from its upper left corner. */
type Pixel = Spot;

const SVG = 'http://www.w3.org/2000/svg';
/** px the pointer moves before a press is a drag */
const SLACK = 4;
/** ms within which what the middle button pastes has come */
const PASTED = 200;
/** px by which one press of an arrow key changes an area */
const STRIDE = 24;

/** What the pointer does on the blank: move the chart, or mark an area, also where a node lies under it. */
export type PointerTool = 'pan' | 'box' | 'lasso';

/**
 * Selecting by area: Shift and dragging draws a box, Alt and dragging a lasso, a tool does so without keys, and a box can be drawn with the
 * arrow keys. The middle button moves the chart whatever the tool. Listens before Cytoscape does, which must be made after it.
 */
export class AreaSelect {
  tool: PointerTool = 'pan';
  readonly #container: HTMLElement;
  readonly #chosen: (elements: string[], isAdded: boolean) => void;
  #cy: Core | null = null;
  #slide: Slide | null = null;
  #shape: SVGPolygonElement | null = null;
  #keyBox: { from: Pixel; to: Pixel } | null = null;
  #end: (() => void) | null = null;

  constructor(container: HTMLElement, chosen: (elements: string[], isAdded: boolean) => void) {
    this.#container = container;
    this.#chosen = chosen;
    container.addEventListener('mousedown', this.#pressed, { capture: true });
  }

  /** The chart whose parties are marked, and what moves its picture. */
  on(cy: Core, slide: Slide): void {
    this.#cy = cy;
    this.#slide = slide;
  }

  stop(): void {
    this.#end?.();
    this.#container.removeEventListener('mousedown', this.#pressed, { capture: true });
  }

  get isKeyBoxOpen(): boolean {
    return this.#keyBox !== null;
  }

  /** A box for the arrow keys, around a place of the canvas. Returns how many it holds. */
  openKeyBox({ x, y }: Pixel): number {
    this.#keyBox = { from: { x: x - 90, y: y - 70 }, to: { x: x + 90, y: y + 70 } };
    return this.#drawKeyBox();
  }

  /** Moves the lower right corner, or the whole box. Returns how many it holds. */
  changeKeyBox(dx: number, dy: number, isMoved: boolean): number {
    if (!this.#keyBox) return 0;
    const by = (at: Pixel) => ({ x: at.x + dx * STRIDE, y: at.y + dy * STRIDE });
    this.#keyBox = { from: isMoved ? by(this.#keyBox.from) : this.#keyBox.from, to: by(this.#keyBox.to) };
    return this.#drawKeyBox();
  }

  /** Selects what the box holds, or leaves it. */
  closeKeyBox(how: 'select' | 'add' | 'leave'): void {
    const box = this.#keyBox;
    this.#keyBox = null;
    this.#draw([]);
    if (box && how !== 'leave') this.#chosen(this.#within(corners(box.from, box.to)), how === 'add');
  }

  #drawKeyBox(): number {
    if (!this.#keyBox) return 0;
    const area = corners(this.#keyBox.from, this.#keyBox.to);
    this.#draw(area);
    return this.#within(area).length;
  }

  readonly #pressed = (event: MouseEvent): void => {
    // Cytoscape takes the focus away from whatever has it, and keys are heard where the focus is
    this.#container.focus({ preventScroll: true });
    const tool = this.#toolOf(event);
    if (event.button === 1) this.#drag(event, null);
    else if (event.button === 0 && tool !== 'pan') this.#drag(event, tool);
  };

  #toolOf(event: MouseEvent): PointerTool {
    if (this.tool !== 'pan') return this.tool;
    if ((!event.shiftKey && !event.altKey) || this.#isOnNode(this.#pixel(event))) return 'pan';
    return event.shiftKey ? 'box' : 'lasso';
  }

  /** Follows the pointer until its button is let go; without a tool the chart moves with it. */
  #drag(event: MouseEvent, tool: 'box' | 'lasso' | null): void {
    event.preventDefault();
    event.stopPropagation();
    const start = this.#pixel(event);
    const way = [start];
    if (tool === null) {
      this.#slide?.hold();
      window.addEventListener('paste', takeNone, true);
    }
    const move = (now: MouseEvent) => {
      const at = this.#pixel(now);
      const last = way.at(-1) ?? start;
      way.push(at);
      if (tool === null) this.#cy?.panBy({ x: at.x - last.x, y: at.y - last.y });
      else this.#draw(tool === 'box' ? corners(start, at) : way);
    };
    const end = (now?: MouseEvent) => {
      window.removeEventListener('mousemove', move, true);
      window.removeEventListener('mouseup', end, true);
      this.#end = null;
      this.#slide?.letGo();
      this.#draw([]);
      // it comes with the end of the press, before or after it
      if (tool === null) window.setTimeout(() => window.removeEventListener('paste', takeNone, true), PASTED);
      if (!now || tool === null) return;
      const isDrag = way.some((at) => Math.hypot(at.x - start.x, at.y - start.y) > SLACK);
      const area = tool === 'box' ? corners(start, this.#pixel(now)) : way;
      if (isDrag) this.#chosen(this.#within(area), event.ctrlKey || (event.shiftKey && this.tool !== 'pan'));
      else if (this.tool !== 'pan') this.#chosen([], false);
    };
    this.#end = end;
    window.addEventListener('mousemove', move, true);
    window.addEventListener('mouseup', end, true);
  }

  #pixel(event: MouseEvent): Pixel {
    const box = this.#container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #nodes(): NodeSingular[] {
    const nodes = this.#cy?.nodes(':visible').filter((node) => !node.isParent() && !node.hasClass('text'));
    return (nodes?.toArray() ?? []) as NodeSingular[];
  }

  #isOnNode({ x, y }: Pixel): boolean {
    return this.#nodes().some((node) => {
      const at = node.renderedPosition();
      return Math.hypot(at.x - x, at.y - y) <= node.renderedOuterWidth() / 2 + 2;
    });
  }

  /** What is drawn with its middle in the area: parties, and groups that are one node. */
  #within(area: readonly Pixel[]): string[] {
    return this.#nodes()
      .filter((node) => isInside(node.renderedPosition(), area))
      .map((node) => node.id());
  }

  #draw(area: readonly Pixel[]): void {
    if (!this.#shape) {
      const sheet = document.createElementNS(SVG, 'svg');
      sheet.setAttribute('class', 'chart-area');
      sheet.setAttribute('aria-hidden', 'true');
      this.#shape = document.createElementNS(SVG, 'polygon');
      sheet.append(this.#shape);
      this.#container.append(sheet);
    }
    this.#shape.setAttribute('points', area.map(({ x, y }) => `${x},${y}`).join(' '));
  }
}

/** Linux pastes what is marked anywhere when the middle button is let go: whoever moves the chart wants none of it. */
function takeNone(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const corners = (a: Pixel, b: Pixel): Pixel[] => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];

/** Whether a place lies within a closed line: a ray from it crosses the line an odd number of times. */
export function isInside({ x, y }: Pixel, area: readonly Pixel[]): boolean {
  let inside = false;
  for (let i = 0, before = area.length - 1; i < area.length; before = i++) {
    const a = area[i]!;
    const b = area[before]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
