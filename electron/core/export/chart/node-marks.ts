import { families } from '../../../../shared/ontology/families.ts';
import { glyphs } from '../../../../shared/ontology/glyphs.ts';
import { partyKind } from '../../../../shared/ontology/index.ts';
import { ellipse, moved, parsePath } from './path.ts';
import { nodeShape } from './shapes.ts';
import type { Mark } from './sheet.ts';

export const INK = '#141A24';
export const SOFT_INK = '#475264';
export const PAPER = '#FFFFFF';
export const WARNING = '#B3201B';

/** A party as on the light chart: shape, colour and glyph by kind, a double ring around whoever has one. */
export function nodeMarks(drawnAs: string, x: number, y: number, size: number): Mark[] {
  const kind = partyKind(drawnAs) ?? partyKind('org');
  if (!kind) throw new Error('the ontology has no kind org');
  const fill = families[kind.family].light;
  const scale = (size * 0.58) / 24;
  return [
    ...(kind.ring ? [{ path: nodeShape(kind.shape, x, y, size + 9), stroke: fill, width: 2.2 }] : []),
    { path: nodeShape(kind.shape, x, y, size), fill },
    ...glyphs[kind.glyph].map((data) => ({
      path: moved(parsePath(data), x - 12 * scale, y - 12 * scale, scale),
      stroke: PAPER,
      width: 1.9 * scale,
    })),
  ];
}

/** The number of findings at the upper right of a node. */
export function findingsBadge(findings: number, x: number, y: number): Mark[] {
  if (findings === 0) return [];
  return [
    { path: ellipse(x, y, 8.5, 8.5), fill: WARNING, stroke: PAPER, width: 1.5 },
    {
      text: findings > 99 ? '99' : String(findings),
      x,
      y: y + 4,
      size: findings > 9 ? 9.5 : 11,
      anchor: 'middle',
      colour: PAPER,
      bold: true,
    },
  ];
}
