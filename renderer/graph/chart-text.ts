import type { ElementDefinition } from 'cytoscape';
import type { Spot } from './layered.ts';

/** 图上文字: what a person wrote on the chart itself; it belongs to the picture, not to the case. */
export interface ChartText {
  readonly id: string;
  readonly text: string;
}

const WIDEST = 216;
const LINE = 18;

/** Width of a line in px at 12 px: 汉字 12, everything else about 7. */
const widthOf = (line: string): number =>
  [...line].reduce((width, char) => width + (/[\u2e80-\uffee]/.test(char) ? 12 : 7), 0);

/** A text as a node of its own class: it can be moved and selected, and is in every picture of the chart. */
export const textElement = ({ id, text }: ChartText, at?: Spot): ElementDefinition => ({
  group: 'nodes',
  data: textData({ id, text }),
  classes: 'text',
  ...(at && { position: { ...at } }),
});

export function textData({ id, text }: ChartText): Record<string, unknown> {
  const lines = text.split('\n').map(widthOf);
  const rows = lines.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / WIDEST)), 0);
  return { id, label: text, wide: Math.min(WIDEST, Math.max(36, ...lines)) + 16, high: rows * LINE + 10 };
}
