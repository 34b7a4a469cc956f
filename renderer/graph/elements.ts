import type { ElementDefinition } from 'cytoscape';
import { families } from '../../shared/ontology/families.ts';
import { glyphs } from '../../shared/ontology/glyphs.ts';
import { linkKind, partyKind } from '../../shared/ontology/index.ts';
import { isGuess } from '../../shared/ontology/link-guess.ts';
import type { GraphLink, GraphNode } from '../../shared/protocol/graph.requests.ts';
import { type Mode, palette } from '../styles/tokens.ts';
import { badgeImage, glyphImage, handImage, moreImage, noteImage, pinImage } from './images.ts';
import { linkWidth, nodeSize, shortName } from './measure.ts';

/** What the person did to a node on the chart. */
export interface NodeState {
  readonly pinned: boolean;
  /** neighbours that are not on the chart */
  readonly more: number;
}

/** A party as a Cytoscape node: shape, glyph and colour by kind; badges for findings, hidden neighbours and the pin. */
export function nodeElement(node: GraphNode, state: NodeState, mode: Mode, detail: string): ElementDefinition {
  return {
    group: 'nodes',
    data: nodeData(node, state, mode, detail),
    classes: partyKind(node.drawnAs)?.ring ? 'ring' : '',
  };
}

/** The drawn side of a node; set again when its badges, the theme or its pin change. */
export function nodeData(
  node: GraphNode,
  { pinned, more }: NodeState,
  mode: Mode,
  detail: string,
): Record<string, unknown> {
  const p = palette[mode];
  const kind = partyKind(node.drawnAs) ?? partyKind('org');
  if (!kind) throw new Error('the ontology has no kind org');
  const family = families[kind.family];
  const ink = mode === 'dark' ? family.glyphOnDark : '#FFFFFF';
  const pictures: Array<{ image: string; width: string; x: string; y: string; dx: string; dy: string }> = [
    { image: glyphImage(glyphs[kind.glyph], ink), width: '58%', x: '50%', y: '50%', dx: '0px', dy: '0px' },
  ];
  if (node.findings > 0)
    pictures.push({
      image: badgeImage(node.findings, p.badge),
      width: '18px',
      x: '100%',
      y: '0%',
      dx: '8px',
      dy: '-7px',
    });
  if (node.byHand)
    pictures.push({ image: handImage(p.text2, p.canvas), width: '16px', x: '0%', y: '100%', dx: '-7px', dy: '7px' });
  if ((node.notes ?? 0) > 0)
    pictures.push({ image: noteImage(p.text2, p.canvas), width: '16px', x: '0%', y: '50%', dx: '-11px', dy: '0px' });
  if (pinned)
    pictures.push({ image: pinImage(p.text2, p.canvas), width: '16px', x: '0%', y: '0%', dx: '-7px', dy: '-7px' });
  if (more > 0)
    pictures.push({
      image: moreImage(more, p.text2, p.canvas),
      width: '22px',
      x: '100%',
      y: '100%',
      dx: '15px',
      dy: '9px',
    });
  return {
    id: String(node.id),
    name: node.name,
    label: detail ? `${shortName(node.name)}\n${detail}` : shortName(node.name),
    size: nodeSize(Math.max(node.inFen, node.outFen)),
    shape: kind.shape,
    fill: family[mode],
    images: pictures.map((each) => each.image),
    widths: pictures.map((each) => each.width),
    xs: pictures.map((each) => each.x),
    ys: pictures.map((each) => each.y),
    dxs: pictures.map((each) => each.dx),
    dys: pictures.map((each) => each.dy),
    clips: pictures.map(() => 'none'),
    overs: pictures.map(() => 'over'),
  };
}

/** A link as a Cytoscape edge: line by kind, width by amount. Its label is set apart, because only the largest carry one. */
export function linkElement(link: GraphLink): ElementDefinition {
  const kind = linkKind(link.kind);
  return {
    group: 'edges',
    data: {
      id: link.id,
      source: String(link.source),
      target: String(link.target),
      kind: link.kind,
      line: kind?.line ?? 'solid',
      arrow: kind?.directed === false ? 'none' : 'triangle',
      width: kind?.money ? linkWidth(link.fen) : 1.5,
      label: '',
    },
    classes: [link.findings > 0 ? 'hot' : '', link.manual?.rows === link.rows || isGuess(link) ? 'hand' : '']
      .filter(Boolean)
      .join(' '),
  };
}
