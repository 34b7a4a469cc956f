import { fen as asFen } from '../../../../shared/evidence/fen.ts';
import { showMoney } from '../../../../shared/evidence/show-money.ts';
import { fill } from '../../../../shared/plain/fill.ts';
import type { ChartData, ChartLink, ChartParty, ChartPlace } from './chart-data.ts';
import { legendMarks } from './legend-marks.ts';
import { type End, linkMarks, loopMarks, loopReach, moneyWidth } from './link-marks.ts';
import { findingsBadge, INK, nodeMarks, PAPER, SOFT_INK, WARNING } from './node-marks.ts';
import { box, moved, roundBox } from './path.ts';
import { isLabel, type Label, type Mark, type Sheet, textWidth } from './sheet.ts';
import { fileWords, stamp } from './stamp.ts';

const MARGIN = 28;
/** px above the chart, for the title */
const HEAD = 84;
const NARROWEST = 900;
const FRAME = '#103328';
/** as many links carry their amount, the largest first, where there is room: more would cover the drawing */
const LABELLED = 14;

/** The chart as it is drawn, with title, classification, legend and what it says of itself. Light colours whatever the window shows: it goes to paper. */
export function drawSheet(data: ChartData): Sheet {
  const words = fileWords(data.lang);
  const elements = elementsOf(data);
  const frames = elements.filter((element) => element.isFrame);
  const others = elements.filter((element) => !element.isFrame);
  const chart = [
    ...frames.flatMap(frameMarks),
    ...lineMarks(data, elements),
    ...others.flatMap((element) => elementMarks(element, data.lang)),
    ...data.texts.flatMap(textMarks),
  ];
  const area = extent([
    ...elements.map(({ box: around }) => around),
    ...loopBoxes(linesOf(data.links, elements)),
    ...data.texts.map(textBox),
  ]);
  const width = Math.max(NARROWEST, area.right - area.left + 2 * MARGIN);
  const shift = { x: (width - (area.right - area.left)) / 2 - area.left, y: HEAD - area.top };
  const legend = legendMarks(data, MARGIN, HEAD + (area.bottom - area.top) + 42, width - 2 * MARGIN);
  const lines = stamp(data).flatMap((line) => wrapped(line, width - 2 * MARGIN, 12));
  const top = legend.bottom + 14;
  const label = (text: string, at: Partial<Label>): Label => ({
    ...{ text, x: MARGIN, y: 0, size: 12, anchor: 'start', colour: SOFT_INK },
    ...at,
  });
  const right = { x: width - MARGIN, anchor: 'end' } as const;
  return {
    width,
    height: top + lines.length * 18 + MARGIN,
    title: `${words.chartTitle} ${data.number}`.trim(),
    marks: [
      { path: box(0, 0, width, top + lines.length * 18 + MARGIN), fill: PAPER },
      label(`${words.chartTitle}  ${data.title}`, { y: 40, size: 18, colour: INK, bold: true }),
      label(data.classification || words.unmarked, { ...right, y: 40, size: 16, colour: WARNING, bold: true }),
      label([data.number, data.at.toISOString().slice(0, 10)].filter(Boolean).join(' · '), { ...right, y: 62 }),
      ...chart.map((mark) => shifted(mark, shift.x, shift.y)),
      ...legend.marks,
      ...lines.map((line, i) => label(line, { y: top + i * 18 })),
    ],
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element of the chart with who it stands for and the room it takes. */
interface Element {
  readonly place: ChartPlace;
  readonly parties: readonly ChartParty[];
  readonly name: string;
  readonly isFrame: boolean;
  readonly box: Box;
}

function elementsOf({ parties, places, lang }: ChartData): Element[] {
  const party = new Map(parties.map((each) => [each.id, each]));
  const members = Map.groupBy(places, ({ frame }) => frame);
  const boxes = new Map<string, Box>();
  const boxOf = (place: ChartPlace): Box => {
    const known = boxes.get(place.id);
    if (known) return known;
    const { x, y, size, id } = place;
    const inside = members.get(id)?.map(boxOf);
    const whole = inside && extent(inside);
    const made = whole
      ? { left: whole.left - 10, right: whole.right + 10, top: whole.top - 24, bottom: whole.bottom + 6 }
      : { left: x - 72, right: x + 72, top: y - size / 2 - 12, bottom: y + size / 2 + 36 };
    boxes.set(id, made);
    return made;
  };
  return places.map((place) => {
    const own = place.parties.flatMap((id) => party.get(id) ?? []);
    const isFrame = members.has(place.id);
    const name = place.name || (own.length === 1 ? own[0]!.name : (own[0]?.kindWord ?? ''));
    const count = own.length > 1 ? ` ${fill(fileWords(lang).members, { n: own.length })}` : '';
    return { place, parties: own, name: `${name}${count}`, isFrame, box: boxOf(place) };
  });
}

const frameMarks = ({ box: { left, top, right, bottom }, name }: Element): Mark[] => [
  { path: roundBox(left, top, right - left, bottom - top, 4), fill: '#F7F9F8', stroke: '#7F918B', width: 1.2 },
  { text: name, x: (left + right) / 2, y: top + 17, size: 12, anchor: 'middle', colour: FRAME, bold: true },
];

function elementMarks({ place: { x, y, size }, parties, name }: Element, lang: ChartData['lang']): Mark[] {
  const [first] = parties;
  const lines = [shortened(name), parties.length === 1 && first ? moneyOf(first, lang) : ''].filter(
    (line) => line !== '',
  );
  const findings = parties.reduce((most, party) => Math.max(most, party.findings), 0);
  return [
    ...nodeMarks(first?.drawnAs ?? 'org', x, y, size),
    ...findingsBadge(findings, x + size / 2, y - size / 2 + 2),
    ...lines.flatMap((line, i) =>
      onPaper({ text: line, x, y: y + size / 2 + 16 + i * 15, size: 12, anchor: 'middle', colour: INK }),
    ),
  ];
}

/** The larger side of a party's money: 付 1,942.60万元. */
function moneyOf({ inFen, outFen }: ChartParty, lang: ChartData['lang']): string {
  if (inFen + outFen === 0) return '';
  const { paid, got } = fileWords(lang).sides;
  return `${outFen >= inFen ? paid : got} ${showMoney(asFen(Math.max(inFen, outFen)), lang)}`;
}

/** At most 10 汉字, then an ellipsis. */
function shortened(name: string): string {
  if (textWidth(name, 1) <= 10.5) return name;
  let cut = '';
  for (const char of name) {
    if (textWidth(cut + char, 1) > 9.5) break;
    cut += char;
  }
  return `${cut}…`;
}

/** One line for each ordered pair of elements and kind; its sum is that of its links, to the fen. */
interface Line {
  readonly source: Element;
  readonly target: Element;
  readonly links: ChartLink[];
}

function linesOf(links: readonly ChartLink[], elements: readonly Element[]): Line[] {
  const elementOf = new Map<number, Element>();
  // an open frame is its party; who stands in it comes after and has an element of its own
  for (const element of elements) for (const id of element.place.parties) elementOf.set(id, element);
  const lines = new Map<string, Line>();
  for (const link of links) {
    const [source, target] = [elementOf.get(link.source), elementOf.get(link.target)];
    if (!source || !target) continue;
    const key = `${source.place.id} ${target.place.id} ${link.kindWord}`;
    const known = lines.get(key);
    if (known) known.links.push(link);
    else lines.set(key, { source, target, links: [link] });
  }
  return [...lines.values()];
}

/** The room of the loops, which stand out beyond their elements. */
function loopBoxes(lines: readonly Line[]): Box[] {
  const loops = Map.groupBy(
    lines.filter(({ source, target }) => source === target),
    ({ source }) => source,
  );
  return [...loops].map(([element, same]) => {
    const { x, y, radius, half } = endOf(element);
    const reach = loopReach(half ? 0 : radius, same.length - 1);
    return { ...element.box, left: x - (half?.w ?? 0) - reach, top: y - (half?.h ?? 0) - reach };
  });
}

const sumOf = ({ links }: Line): number | null =>
  links.every(({ fen }) => fen === null) ? null : links.reduce((sum, { fen }) => sum + (fen ?? 0), 0);

function lineMarks({ links, lang }: ChartData, elements: readonly Element[]): Mark[] {
  const lines = linesOf(links, elements);
  const bundles = Map.groupBy(lines, ({ source, target }) => [source.place.id, target.place.id].sort().join(' '));
  const labelled = new Set([
    ...lines
      .filter(({ links: [first] }) => first?.money === 'moved')
      .sort((a, b) => (sumOf(b) ?? 0) - (sumOf(a) ?? 0))
      .slice(0, LABELLED),
    // as on the chart, what went round says how much
    ...lines.filter((line) => line.source === line.target && sumOf(line) !== null),
  ]);
  const marks: Mark[] = [];
  const labels: Mark[] = [];
  const taken = elements.filter((element) => !element.isFrame).map(textRoom);
  for (const bundle of bundles.values())
    for (const [nth, line] of bundle.entries()) {
      const { source, target, links: same } = line;
      const first = same[0]!;
      const sum = sumOf(line);
      const width = first.money ? moneyWidth(sum) : 1.5;
      const drawn =
        source === target
          ? loopMarks(first, endOf(source), width, nth)
          : linkMarks({ ...first, isForward: source.place.id < target.place.id }, endOf(source), endOf(target), width, {
              nth,
              of: bundle.length,
            });
      marks.push(...drawn.marks);
      const rows = same.reduce((total, each) => total + each.rows, 0);
      const guess = same.some((each) => each.guess);
      const text = labelled.has(line)
        ? `${rows}${fileWords(lang).rows} ${showMoney(asFen(sum ?? 0), lang)}${guess ? ' ?' : ''}`
        : guess
          ? '?'
          : '';
      const room = text === '' ? undefined : roomFor(text, drawn.at, taken);
      if (room) {
        taken.push(room.box);
        labels.push(...onPaper({ text, x: room.x, y: room.y + 4, size: 12, anchor: 'middle', colour: SOFT_INK }));
      }
    }
  return [...marks, ...labels];
}

/** The places along a line that are tried for its label, one after the other. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

/** Where a label stands on its line without covering a party or another label; a guess has its mark whatever it covers. */
function roomFor(
  text: string,
  at: (share: number) => { x: number; y: number },
  taken: readonly Box[],
): { x: number; y: number; box: Box } | undefined {
  const half = textWidth(text, 12) / 2 + 2;
  const places = ALONG.map((share) => {
    const { x, y } = at(share);
    return { x, y, box: { left: x - half, right: x + half, top: y - 9, bottom: y + 9 } };
  });
  const isFree = ({ box: { left, right, top, bottom } }: { box: Box }) =>
    taken.every((other) => right < other.left || left > other.right || bottom < other.top || top > other.bottom);
  return places.find(isFree) ?? (text === '?' ? places[0] : undefined);
}

/** What a party takes with its name below it. */
function textRoom({ place: { x, y, size }, name }: Element): Box {
  const half = Math.max(size / 2 + 4, textWidth(shortened(name), 12) / 2);
  return { left: x - half, right: x + half, top: y - size / 2 - 8, bottom: y + size / 2 + 36 };
}

function endOf({ place, isFrame, box: { left, right, top, bottom } }: Element): End {
  if (!isFrame) return { x: place.x, y: place.y, radius: place.size / 2 };
  const half = { w: (right - left) / 2, h: (bottom - top) / 2 };
  return { x: left + half.w, y: top + half.h, radius: half.w, half };
}

/** A text with paper behind it, so that lines do not run through it. */
function onPaper(label: Label): Mark[] {
  const width = textWidth(label.text, label.size);
  return [
    { path: box(label.x - width / 2 - 1, label.y - label.size + 1, width + 2, label.size + 3), fill: PAPER },
    label,
  ];
}

const NOTE = 216; // px, as wide as on the screen
type Note = ChartData['texts'][number];
const textLines = ({ text }: Note): string[] => text.split('\n').flatMap((line) => wrapped(line, NOTE, 12));
function textBox(note: Note): Box {
  const tall = textLines(note).length * 18;
  return {
    left: note.x - NOTE / 2 - 8,
    right: note.x + NOTE / 2 + 8,
    top: note.y - tall / 2 - 6,
    bottom: note.y + tall / 2 + 6,
  };
}
function textMarks(note: Note): Mark[] {
  const { left, right, top, bottom } = textBox(note);
  return [
    { path: box(left, top, right - left, bottom - top), fill: '#FFFBEA', stroke: '#D3D9E1', width: 1 },
    ...textLines(note).map(
      (text, i): Label => ({ text, x: left + 8, y: top + 19 + i * 18, size: 12, anchor: 'start', colour: INK }),
    ),
  ];
}

function extent(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, right: 0, top: 0, bottom: 0 };
  return boxes.reduce((whole, each) => ({
    left: Math.min(whole.left, each.left),
    right: Math.max(whole.right, each.right),
    top: Math.min(whole.top, each.top),
    bottom: Math.max(whole.bottom, each.bottom),
  }));
}

const shifted = (mark: Mark, dx: number, dy: number): Mark =>
  isLabel(mark) ? { ...mark, x: mark.x + dx, y: mark.y + dy } : { ...mark, path: moved(mark.path, dx, dy) };

/** A line in pieces that fit. */
function wrapped(line: string, width: number, size: number): string[] {
  const lines = [''];
  for (const char of line) {
    if (textWidth(lines.at(-1)! + char, size) > width) lines.push('');
    lines[lines.length - 1] += char;
  }
  return lines;
}
