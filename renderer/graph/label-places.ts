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
  /** all of it stands, whoever is in its way */
  readonly always: boolean;
  /** the spot of the line at a share of its way, 0 where it begins and 1 where it ends */
  at(share: number): Spot;
}

export interface PlacedLabel {
  readonly text: string;
  /** of the way of its line */
  readonly share: number;
  /** another labelled line runs over it: it is drawn above that one */
  readonly crossed: boolean;
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
  const boxes = new Near<Box>();
  for (const box of taken) boxes.add(box, box);
  const lines = new Near<Spot & { readonly id: string }>();
  for (const { id, at } of labels)
    for (const { x, y } of STEPS.map(at)) lines.add({ x1: x, y1: y, x2: x, y2: y }, { id, x, y });
  const isFree = (box: Box) => !boxes.some(box, (other) => meet(box, other));
  const isCrossed = (own: string, box: Box) => lines.some(box, (spot) => spot.id !== own && isIn(box, spot));
  return new Map(
    labels.map(({ id, texts, always, at }) => {
      const middle = at(0.5);
      const all = (always ? texts.slice(0, 1) : texts).flatMap((text) =>
        SHARES.map((share) => ({ text, share, spot: at(share), box: boxOf(text, at(share)) })),
      );
      const free = all.filter(({ box }) => isFree(box));
      const chosen = free.find(({ box }) => !isCrossed(id, box)) ?? free[0] ?? (always ? all[0] : undefined);
      if (!chosen) return [id, { text: '', share: 0.5, crossed: false, x: 0, y: 0 }];
      boxes.add(chosen.box, chosen.box);
      const { text, share, spot, box } = chosen;
      return [id, { text, share, crossed: isCrossed(id, box), x: spot.x - middle.x, y: spot.y - middle.y }];
    }),
  );
}

/** The side of a field, in the units of the chart. */
const FIELD = 128;

/** What lies near a box, without a look at all there is: it is kept by the fields of the chart it reaches into. */
class Near<T> {
  readonly #fields = new Map<string, T[]>();

  add(box: Box, what: T): void {
    for (const field of fieldsOf(box)) {
      const inside = this.#fields.get(field);
      if (inside) inside.push(what);
      else this.#fields.set(field, [what]);
    }
  }
  some(box: Box, is: (what: T) => boolean): boolean {
    return fieldsOf(box).some((field) => this.#fields.get(field)?.some(is) ?? false);
  }
}

function fieldsOf({ x1, y1, x2, y2 }: Box): string[] {
  const [left, right, top, bottom] = [x1, x2, y1, y2].map((place) => Math.floor(place / FIELD)) as Four;
  const fields: string[] = [];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) fields.push(`${x} ${y}`);
  return fields;
}
type Four = [number, number, number, number];

/** What a label may say: all of it, how much, or that the line is of a finding; '' where it has no such part. */
type Lengths = Readonly<Record<'whole' | 'amount' | 'mark', string>>;

export function lengthsOf(label: string): Lengths {
  const mark = label.startsWith('! ') ? '!' : '';
  // how often and how much
  const [, amount = ''] = label.split('\n');
  return { whole: label, amount: mark && amount ? `${mark} ${amount}` : amount, mark };
}

/** As much of another label as was drawn of the one before: a figure that no longer holds is never left standing. */
export function asMuchOf(label: string, { of: was, drawn }: { of: string; drawn: string }): string {
  if (drawn === '') return '';
  const before = lengthsOf(was);
  const length = (['whole', 'amount', 'mark'] as const).find((each) => before[each] === drawn);
  return length ? lengthsOf(label)[length] : '';
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
