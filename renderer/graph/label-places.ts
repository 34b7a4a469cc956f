/** An upright box in the units of the chart. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What is to stand somewhere on a line. */
export interface LineLabel {
  readonly id: string;
  /** the whole of it first, then what may stand where it finds no place */
  readonly texts: readonly string[];
  /** it stands whoever is in its way */
  readonly always: boolean;
  /** the spot of the line at a share of its way, 0 where it begins and 1 where it ends */
  at(share: number): Spot;
}

export interface PlacedLabel {
  readonly text: string;
  /** from the middle of its line */
  readonly x: number;
  readonly y: number;
}

/** Where a line is looked at to see whom it runs over. */
const STEPS = Array.from({ length: 41 }, (_, step) => step / 40);

/** Where a label may stand, the middle first: too near an end it would seem to be the party's own. */
const SHARES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

/**
 * Where the labels of lines stand so that they cover no party, no name and no other label, and if possible where no other labelled line runs over
 * them; those that come first choose first. A line without a free spot carries less, or nothing: half a figure reads as another one.
 */
export function placeLabels(labels: readonly LineLabel[], taken: readonly Box[]): Map<string, PlacedLabel> {
  const boxes = [...taken];
  const lines = new Map(labels.map(({ id, at }) => [id, STEPS.map(at)]));
  const isCrossed = (own: string, box: Box) =>
    [...lines].some(([id, spots]) => id !== own && spots.some((spot) => isIn(box, spot)));
  return new Map(
    labels.map(({ id, texts, always, at }) => {
      const middle = at(0.5);
      const all = texts.flatMap((text) =>
        SHARES.map((share) => ({ text, spot: at(share), box: boxOf(text, at(share)) })),
      );
      const free = always ? all.slice(0, 1) : all.filter(({ box }) => !boxes.some((other) => meet(box, other)));
      const chosen = free.find(({ box }) => !isCrossed(id, box)) ?? free[0];
      if (!chosen) return [id, { text: '', x: 0, y: 0 }];
      boxes.push(chosen.box);
      return [id, { text: chosen.text, x: chosen.spot.x - middle.x, y: chosen.spot.y - middle.y }];
    }),
  );
}

/** Of a text of the chart: the height of a line, and the width of a 汉字 or an ellipsis; other characters take less than two thirds of it, bold. */
const LINE = 15;
const CHARACTER = 12;
/** Around it. */
const AIR = 2;

/** How much room a text takes, in the units of the chart. */
export function roomOf(text: string): { readonly w: number; readonly h: number } {
  const lines = text.split('\n');
  const widths = lines.map((line) => [...line].reduce((sum, each) => sum + (each > '\u2000' ? 1 : 0.62), 0));
  return { w: Math.max(...widths) * CHARACTER + 2 * AIR, h: lines.length * LINE + 2 * AIR };
}

function boxOf(text: string, { x, y }: Spot): Box {
  const { w, h } = roomOf(text);
  return { x1: x - w / 2, y1: y - h / 2, x2: x + w / 2, y2: y + h / 2 };
}

const isIn = ({ x1, y1, x2, y2 }: Box, { x, y }: Spot): boolean => x > x1 && x < x2 && y > y1 && y < y2;
const meet = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
