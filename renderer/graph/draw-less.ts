import type { Core } from 'cytoscape';

type Box = { readonly w: number; readonly h: number } | null | undefined;
type Colour = readonly [number, number, number];
type Context = CanvasRenderingContext2D;

/** What a style property comes to; only that kind is set which the property has. */
interface Figure {
  readonly value: unknown;
  readonly pfValue: number;
}

/** What is used of Cytoscape's elements and its renderer; none of it is in its types. */
interface Drawn {
  readonly _private: {
    readonly labelBounds: { readonly main: Box; readonly source: Box; readonly target: Box };
    readonly rscratch: {
      readonly badLine?: boolean;
      readonly edgeType?: string;
      readonly allpts?: readonly number[] | null;
      readonly arrowEndX?: number;
      readonly arrowEndY?: number;
      readonly tgtArrowAngle?: number;
    };
  };
  isEdge(): boolean;
  pstyle(name: string): Figure;
}
interface Renderer {
  readonly data: Readonly<Record<'eleTxrCache' | 'lblTxrCache' | 'slbTxrCache', object>>;
  drawEdge(context: Context, edge: Drawn, origin: undefined, hasLabel: boolean, hasOverlay: boolean): void;
  drawElementUnderlay(context: Context, element: Drawn): void;
  drawElementOverlay(context: Context, element: Drawn): void;
  drawCachedElementPortion(context: Context, element: Drawn, cache: object, ...how: unknown[]): void;
  getArrowWidth(width: number, scale: number): number;
}

/** Lines that are curves from control point to control point; the only line of its pair is straight. */
const CURVED: ReadonlySet<string | undefined> = new Set(['bezier', 'self', 'compound', 'multibezier']);
const NO_DASHES: number[] = [];

/**
 * Draws what is on the canvas with less work than Cytoscape. Of each element that draws a body and up to three labels, each looked up by
 * its box among what was drawn before: here a label that is not there or not to be seen is not asked for. For each line it makes a path
 * and a text to find that path by, moves the canvas to its arrow and back, and draws the arrow twice: here a line is drawn at once.
 */
export function drawLess(cy: Core): void {
  const renderer = (cy as unknown as { renderer(): Renderer }).renderer();
  const draw = renderer.drawCachedElementPortion.bind(renderer);
  renderer.drawCachedElementPortion = (context, element, cache, ...how) => {
    const { eleTxrCache, lblTxrCache, slbTxrCache } = renderer.data;
    if (cache !== eleTxrCache) {
      const { main, source, target } = element._private.labelBounds;
      const box = cache === lblTxrCache ? main : cache === slbTxrCache ? source : target;
      if (box?.w && box.h && element.pstyle('text-opacity').pfValue > 0) draw(context, element, cache, ...how);
    } else if (!element.isEdge()) draw(context, element, cache, ...how);
    else if (!drawPlain(context, element, renderer)) renderer.drawEdge(context, element, undefined, false, false);
  };
  const { drawElementUnderlay: under, drawElementOverlay: over } = renderer;
  renderer.drawElementUnderlay = (context, element) => {
    if (element.pstyle('underlay-opacity').value !== 0) under.call(renderer, context, element);
  };
  renderer.drawElementOverlay = (context, element) => {
    if (element.pstyle('overlay-opacity').value !== 0) over.call(renderer, context, element);
  };
}

/** Draws a line of one colour with a full arrow at its end, or none; false: it is none, and nothing is drawn. */
function drawPlain(context: Context, edge: Drawn, renderer: Renderer): boolean {
  const {
    badLine,
    edgeType,
    allpts: points,
    arrowEndX: x,
    arrowEndY: y,
    tgtArrowAngle: angle,
  } = edge._private.rscratch;
  if (badLine || !points || !(edgeType === 'straight' || CURVED.has(edgeType)) || Number.isNaN(points[0])) return false;
  const style = edge.pstyle('line-style').value;
  if (style === 'dotted' || edge.pstyle('line-fill').value !== 'solid') return false;
  if (edge.pstyle('line-outline-width').pfValue > 0 || edge.pstyle('ghost').value === 'yes') return false;
  const arrow = edge.pstyle('target-arrow-shape').value;
  if (arrow !== 'none' && (arrow !== 'triangle' || edge.pstyle('target-arrow-fill').value !== 'filled')) return false;

  const width = edge.pstyle('width').pfValue;
  const opacity = edge.pstyle('opacity').value as number;
  const dashed = style === 'dashed';
  context.lineWidth = width;
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.strokeStyle = inked(edge.pstyle('line-color').value as Colour, opacity);
  if (dashed) context.setLineDash(edge.pstyle('line-dash-pattern').pfValue as unknown as number[]);
  context.beginPath();
  context.moveTo(points[0]!, points[1]!);
  if (edgeType === 'straight')
    for (let i = 2; i + 1 < points.length; i += 2) context.lineTo(points[i]!, points[i + 1]!);
  else
    for (let i = 2; i + 3 < points.length; i += 4)
      context.quadraticCurveTo(points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!);
  context.stroke();
  if (dashed) context.setLineDash(NO_DASHES);
  if (arrow === 'none' || x === undefined || y === undefined || angle === undefined || Number.isNaN(angle)) return true;

  const size = renderer.getArrowWidth(width, edge.pstyle('arrow-scale').value as number);
  const [cos, sin] = [size * Math.cos(angle), size * Math.sin(angle)];
  context.fillStyle = inked(edge.pstyle('target-arrow-color').value as Colour, opacity);
  context.beginPath();
  context.moveTo(x - 0.15 * cos + 0.3 * sin, y - 0.15 * sin - 0.3 * cos);
  context.lineTo(x, y);
  context.lineTo(x + 0.15 * cos + 0.3 * sin, y + 0.15 * sin - 0.3 * cos);
  context.fill();
  return true;
}

const inks = new Map<number, string>();

/** A colour as the canvas takes it. */
function inked([red, green, blue]: Colour, opacity: number): string {
  const key = ((red * 256 + green) * 256 + blue) * 1_024 + Math.round(opacity * 1_000);
  const ink = inks.get(key) ?? `rgba(${red},${green},${blue},${opacity})`;
  inks.set(key, ink);
  return ink;
}
