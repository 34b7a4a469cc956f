import type { Core } from 'cytoscape';
import type { Spot } from './layered.ts';

/** ms the pointer rests before what came into sight at the edges is drawn */
const REST_MS = 120;
/** the strip at an edge that may be missing meanwhile, as a share of the window */
const STRIP = 0.25;
/** drawing fewer nodes and lines than this keeps up with the pointer */
const HEAVY = 600;

/** What is used of Cytoscape's renderer; none of it is in its types. */
interface Renderer {
  render(options?: { forcedContext?: unknown }): void;
  redrawHint(layer: 'eles', isNeeded: boolean): void;
  redraw(): void;
  readonly hoverData: { readonly dragging?: boolean };
  readonly swipePanning?: boolean;
  readonly data: { readonly canvases: readonly HTMLCanvasElement[] };
}

/**
 * Dragging a large chart moves the picture that is drawn instead of drawing it anew for every frame. It is drawn again when the pointer
 * rests, when the strip that is missing at an edge gets wide, and when it is let go. Cytoscape itself pans as always, so that whoever
 * asks where something is gets the place under the pointer.
 */
export class Slide {
  #isHeld = false;
  readonly #cy: Core;
  readonly #renderer: Renderer;
  /** what the canvas shows */
  #drawn: { pan: Spot; zoom: number; width: number; height: number } | null = null;
  #isMoved = false;
  #rest: number | undefined;

  constructor(cy: Core) {
    this.#cy = cy;
    this.#renderer = (cy as unknown as { renderer(): Renderer }).renderer();
    const render = this.#renderer.render.bind(this.#renderer);
    this.#renderer.render = (options) => {
      if (options?.forcedContext) return render(options);
      const by = this.#offset();
      if (by) this.#move(by);
      else {
        this.#settle();
        render(options);
      }
    };
  }

  /** The chart is going to be dragged by other means than Cytoscape's own. */
  hold(): void {
    this.#isHeld = true;
  }
  letGo(): void {
    this.#isHeld = false;
    if (this.#isMoved) this.#draw();
  }

  stop(): void {
    window.clearTimeout(this.#rest);
  }

  /** How far the picture has to be moved to be right; null: it has to be drawn. */
  #offset(): Spot | null {
    const { hoverData, swipePanning } = this.#renderer;
    const was = this.#drawn;
    if (!was || !(this.#isHeld || hoverData.dragging || swipePanning)) return null;
    if (was.zoom !== this.#cy.zoom() || was.width !== this.#cy.width() || was.height !== this.#cy.height()) return null;
    if (this.#cy.elements().length < HEAVY) return null;
    const { x, y } = this.#cy.pan();
    const by = { x: x - was.pan.x, y: y - was.pan.y };
    return Math.abs(by.x) > STRIP * was.width || Math.abs(by.y) > STRIP * was.height ? null : by;
  }

  #move({ x, y }: Spot): void {
    this.#isMoved = true;
    for (const canvas of this.#renderer.data.canvases) canvas.style.transform = `translate(${x}px, ${y}px)`;
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#draw(), REST_MS);
  }

  #draw(): void {
    this.#drawn = null;
    this.#renderer.redrawHint('eles', true);
    this.#renderer.redraw();
  }

  #settle(): void {
    window.clearTimeout(this.#rest);
    this.#drawn = {
      pan: { ...this.#cy.pan() },
      zoom: this.#cy.zoom(),
      width: this.#cy.width(),
      height: this.#cy.height(),
    };
    if (!this.#isMoved) return;
    this.#isMoved = false;
    for (const canvas of this.#renderer.data.canvases) canvas.style.transform = '';
    this.#renderer.redrawHint('eles', true);
  }
}
