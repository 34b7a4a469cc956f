import type { Segment } from './path.ts';

/** What one drawing is made of, in px from the upper left corner, in the order in which it is painted; SVG and PDF are written from it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** what the drawing shows, in one line */
  readonly title: string;
}

export type Mark = Shape | Label;

export interface Shape {
  readonly path: readonly Segment[];
  /** #rrggbb; absent: not filled */
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

export interface Label {
  readonly text: string;
  readonly x: number;
  /** of the baseline */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
  readonly bold?: true;
}

export const isLabel = (mark: Mark): mark is Label => 'text' in mark;

/** About how wide a text is, px: 汉字 are as wide as high, Latin letters about half. No font is at hand where drawings are made. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += /[\u2e80-\uffee]/.test(char) ? 1 : /[A-Z@%MWmw]/.test(char) ? 0.72 : 0.56;
  return width * size;
}
