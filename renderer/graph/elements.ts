import type { ElementDefinition } from 'cytoscape';
import { families } from '../../shared/ontology/families.ts';
import { glyphs } from '../../shared/ontology/glyphs.ts';
import { linkKind, partyKind } from '../../shared/ontology/index.ts';
import { isThing } from '../../shared/ontology/kind.ts';
import { isGuess } from '../../shared/ontology/link-guess.ts';
import type { GraphNode } from '../../shared/protocol/graph.requests.ts';
import { type Mode, palette } from '../styles/tokens.ts';
import type { Frame } from './frames.ts';
import {
  badgeImage,
  glyphImage,
  handImage,
  moreImage,
  namesakeImage,
  noteImage,
  pinImage,
  strikeImage,
} from './images.ts';
import type { Spot } from './layered.ts';
import { linkWidth, nodeSize, shortName } from './measure.ts';
import { noLabel } from './spread-labels.ts';
import type { DrawnEdge } from './sums.ts';

/** What the person did to a node on the chart, and how nodes are drawn. */
export interface NodeState {
  readonly pinned: boolean;
  /** neighbours that are not on the chart */
  readonly more: number;
  /** second line of its label */
  readonly detail: string;
  readonly size: 'amount' | 'fixed';
  readonly scale: number;
}

/** A party as a Cytoscape node, where it stands; how it looks is `nodeData`. */
export const nodeElement = (party: number, position?: Spot): ElementDefinition => ({
  group: 'nodes',
  data: { id: String(party) },
  ...(position && { position: { ...position } }),
});

/** The element of a group that is no party: a frame, or one node when it is folded. */
export const frameElement = (frame: Frame, position: Spot): ElementDefinition => ({
  group: 'nodes',
  data: { id: frame.id, sort: frame.kind },
  position: { ...position },
});

/** How a group that is no party is drawn when it is folded: as one of its members, with what they have together. */
export function frameNode(frame: Frame, members: readonly GraphNode[], name: string): GraphNode {
  const sum = (of: (node: GraphNode) => number) => members.reduce((total, node) => total + of(node), 0);
  return {
    id: -1,
    kind: '',
    name,
    drawnAs: frame.drawnAs,
    detail: '',
    inFen: sum((node) => node.inFen),
    outFen: sum((node) => node.outFen),
    degree: 0,
    // of a finding that names several members only one is counted for sure
    findings: Math.max(0, ...members.map((node) => node.findings)),
    severity: Math.max(0, ...members.map((node) => node.severity)),
    sameName: 0,
    tags: [],
    group: null,
  };
}

interface Picture {
  readonly image: string;
  readonly width: string;
  readonly x: string;
  readonly y: string;
  readonly dx: string;
  readonly dy: string;
}

/** The drawn side of a node: shape, glyph and colour by kind; badges for findings, hidden neighbours and the pin. Set again when its badges, the theme or its pin change. */
export function nodeData(node: GraphNode, state: NodeState, mode: Mode): Record<string, unknown> {
  const kind = partyKind(node.drawnAs) ?? partyKind('org');
  if (!kind) throw new Error('the ontology has no kind org');
  const family = families[kind.family];
  const pictures = picturesOf(node, state, mode, {
    glyph: glyphs[kind.glyph],
    ink: mode === 'dark' ? family.glyphOnDark : '#FFFFFF',
  });
  return {
    name: node.name,
    label: state.detail ? `${shortName(node.name)}\n${state.detail}` : shortName(node.name),
    size: Math.round(nodeSize(node.inFen + node.outFen, state.size) * state.scale),
    shape: kind.shape,
    fill: family[mode],
    images: one(pictures.map((each) => each.image)),
    widths: one(pictures.map((each) => each.width)),
    xs: one(pictures.map((each) => each.x)),
    ys: one(pictures.map((each) => each.y)),
    dxs: one(pictures.map((each) => each.dx)),
    dys: one(pictures.map((each) => each.dy)),
    clips: one(pictures.map(() => 'none')),
    overs: one(pictures.map(() => 'over')),
  };
}

const lists = new Map<string, readonly string[]>();

/** The same list for the same words: Cytoscape takes a figure for unchanged when it is the very same. */
function one(words: readonly string[]): readonly string[] {
  const key = words.join('\n');
  const known = lists.get(key) ?? words;
  lists.set(key, known);
  return known;
}

/** Glyph in the middle, then the badges, each with a corner or side of its own. */
function picturesOf(
  node: GraphNode,
  { pinned, more }: NodeState,
  mode: Mode,
  { glyph, ink }: { glyph: readonly string[]; ink: string },
): Picture[] {
  const p = palette[mode];
  const pictures = [at('50%', '50%', '0px', '0px', '58%', glyphImage(glyph, ink))];
  if (node.ruledOut) pictures.push(at('50%', '50%', '0px', '0px', '100%', strikeImage(p.text2, p.canvas)));
  if (node.findings > 0) pictures.push(at('100%', '0%', '8px', '-7px', '18px', badgeImage(node.findings, p.badge)));
  if (node.byHand) pictures.push(at('0%', '100%', '-7px', '7px', '16px', handImage(p.text2, p.canvas)));
  if ((node.notes ?? 0) > 0) pictures.push(at('0%', '50%', '-11px', '0px', '16px', noteImage(p.text2, p.canvas)));
  if (pinned) pictures.push(at('0%', '0%', '-7px', '-7px', '16px', pinImage(p.text2, p.canvas)));
  if (isNamesake(node))
    pictures.push(at('100%', '50%', '16px', '0px', '24px', namesakeImage(node.sameName, p.text2, p.canvas)));
  if (more > 0) pictures.push(at('100%', '100%', '15px', '9px', '22px', moreImage(more, p.text2, p.canvas)));
  return pictures;
}

/** 同名: it shares its name with others that could be taken for it; products and contracts of one name are but a kind of goods. */
export const isNamesake = ({ kind, sameName }: Pick<GraphNode, 'kind' | 'sameName'>): boolean =>
  sameName > 1 && !isThing(kind);

const at = (x: string, y: string, dx: string, dy: string, width: string, image: string): Picture => ({
  image,
  width,
  x,
  y,
  dx,
  dy,
});

/** Double lines are thin whatever runs over them: their width tells the kind. */
const DOUBLE = 2;

/** A line as a Cytoscape edge: dashes by kind, width by amount. Its label is set apart, because only the largest carry one, and where there is room for it. */
export function edgeElement(edge: DrawnEdge): ElementDefinition {
  const kind = linkKind(edge.kind);
  const line = kind?.line ?? 'solid';
  return {
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      kind: edge.kind,
      line,
      arrow: kind?.directed === false || edge.back !== null ? 'none' : 'triangle',
      width: line === 'double' ? DOUBLE : kind?.money ? linkWidth(edge.fen) : 1.5,
      stated: edge.manual?.rows === edge.rows || isGuess(edge) ? 'by hand' : '',
      hot: edge.hot ? 'yes' : '',
    },
  };
}

/** A line that is new on the chart. */
export function newEdge(edge: DrawnEdge): ElementDefinition {
  const element = edgeElement(edge);
  return { ...element, data: { ...element.data, ...noLabel } };
}
