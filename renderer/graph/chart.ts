import cytoscape, {
  type CollectionReturnValue,
  type Core,
  type EdgeSingular,
  type NodeCollection,
  type NodeSingular,
} from 'cytoscape';
import { linkKind, partyKind } from '../../shared/ontology/index.ts';
import { isGuess } from '../../shared/ontology/link-guess.ts';
import { carries, type TagId } from '../../shared/ontology/tags.ts';
import type { DrawnChart } from '../../shared/protocol/chart-file.requests.ts';
import type { GraphLink, GraphNode, Subgraph } from '../../shared/protocol/graph.requests.ts';
import type { Mode } from '../styles/tokens.ts';
import { AreaSelect, type PointerTool } from './area.ts';
import { around } from './around.ts';
import { chartStyle } from './chart-style.ts';
import { type ChartText, textData, textElement } from './chart-text.ts';
import { type Composition, compose, type Look } from './compose.ts';
import { drawCap } from './draw-cap.ts';
import { drawLess } from './draw-less.ts';
import { edgeElement, frameElement, frameNode, type NodeState, newEdge, nodeData, nodeElement } from './elements.ts';
import { forgetOnce } from './forget-once.ts';
import { type Frame, around as framesAround, type Groups, membersOf, noGroups } from './frames.ts';
import { type Glide, glide } from './glide.ts';
import type { Spot } from './layered.ts';
import { layerOf } from './layouts/layers.ts';
import type { LayoutInput, Places } from './layouts/layout.ts';
import { pickOnlyNear } from './picking.ts';
import { Slide } from './slide.ts';
import { setLabel, spreadLabels } from './spread-labels.ts';
import type { DrawnEdge, LinkPart } from './sums.ts';
import { TakenOff } from './taken-off.ts';

export interface ChartListener {
  /** what is selected now, by party ids and link ids; `part` where the only line selected is a month or a row of its link */
  selected(parties: number[], links: string[], part: { from: string; to: string } | null): void;
  /** double-click on a group: folded into one node, or opened again */
  fold(frame: string): void;
  /** double-click: the next neighbours of this party */
  expand(party: number): void;
  /** Alt and double-click: whom expanding it brought */
  collapse(party: number): void;
  /** double-click on the blank, or on a text that stands there: a place of the chart */
  write(at: Spot, text: ChartText | null): void;
  /** `dragged`: the parties that were drawn to another place */
  moved(before: Positions, after: Positions, dragged: number[]): void;
  zoomed(zoom: number): void;
  /** the menu was asked for at a place of the window, over a party, a link or nothing */
  menu(at: { x: number; y: number; party: number | null; link: string | null }): void;
  /** what has been under the pointer for a while, and where that is in the canvas; null: nothing any more */
  hovered(what: Hovered | null): void;
}

/** What the pointer rests on: a party, a group, or a line. */
export interface Hovered {
  readonly node: GraphNode | null;
  readonly frame: Frame | null;
  readonly edge: DrawnEdge | null;
  readonly x: number;
  readonly y: number;
}

/** fen that a party received and paid in a period. */
export type PartyFigures = Pick<GraphNode, 'id' | 'inFen' | 'outFen'>;

export type Positions = Places;

/** All that is on the chart: kept over leaving the place, put back by undo. */
export interface Picture {
  readonly graph: Subgraph;
  readonly at: Positions;
  readonly pinned: readonly number[];
  readonly groups?: Groups;
  /** hidden from sight by a person */
  readonly hidden?: readonly number[];
  readonly texts?: readonly ChartText[];
}

/** The words on the chart, in the reader's language and unit. */
export interface ChartWords {
  link(edge: DrawnEdge): string;
  /** name of a group */
  frame(frame: Frame): string;
  /** second line of a folded group: how many are in it */
  inside(count: number): string;
  /** second line under a node: role, day or money */
  detail(node: GraphNode): string;
}

/** how an element was drawn last, kept with it: setting what it has already would cost its style again */
const DRAWN_AS = '_drawnAs';
const LABELLED = 8;
/** so many of those with most money keep their name when everybody is small */
const NAMED_WHEN_SMALL = 20;
/** below this height second lines stay only where they say most */
const LOW_CANVAS = 620;
const DETAILED_WHEN_LOW = 12;
const HOVER_MS = 400;
/** px between what is fitted and the edge of the canvas */
const MARGIN = 28;
/** about what the legend takes, until it is drawn; and what layouts leave for it anyway */
const LEGEND = 84;
const LOW_LEGEND = 64;
/** how far the minimap reaches in from the right, px */
const MINIMAP_WIDE = 188;
/** pixels of an image for each of the screen */
const SCALE = 2;
/** px that a party one walked to stands off the edge of the canvas */
const EDGE = 72;
const LABELS_FROM_ZOOM = 0.45;
/** drawing more than this takes longer than a frame */
const GLIDING_UP_TO = 300;

/**
 * The chart: one Cytoscape instance from mounting to leaving, changed in batches and never rebuilt. It draws what it is given and
 * tells what the person does; it computes nothing about evidence.
 */
export class Chart {
  readonly #cy: Core;
  readonly #nodes = new Map<number, GraphNode>();
  readonly #links = new Map<string, GraphLink>();
  readonly #pinned = new Set<number>();
  readonly #away = new Set<number>();
  readonly #texts = new Map<string, ChartText>();
  readonly #area: AreaSelect;
  readonly #slide: Slide;
  readonly #off: TakenOff;
  readonly #words: ChartWords;
  #mode: Mode;
  #glide: Glide | null = null;
  readonly #spreadLabels: () => void;
  readonly #covers = { legend: LEGEND, minimap: 0 };
  /** everything was fitted into the window, which was not moved since */
  #fitted = false;
  #look: Look = { grouping: 'hospital', links: 'direction', size: 'amount', cap: drawCap };
  #groups: Groups = noGroups;
  /** links of a period with the figures of that period, instead of all */
  #within: readonly GraphLink[] | null = null;
  #figures: ReadonlyMap<number, PartyFigures> = new Map();
  #parts: ReadonlyMap<string, readonly LinkPart[]> = new Map();
  /** what keeps an element of its own whatever the cap says */
  #always: ReadonlySet<number> = new Set();
  #composed: Composition = {
    framed: { frames: new Map(), within: new Map() },
    folded: new Set(),
    placeOf: String,
    edges: [],
    inside: 0,
    overCap: 0,
  };
  #edges: ReadonlyMap<string, DrawnEdge> = new Map();
  #hidden: { drawnAs: ReadonlySet<string>; kinds: ReadonlySet<string>; minFen: number; tags: readonly TagId[] } = {
    tags: [],
    drawnAs: new Set(),
    kinds: new Set(),
    minFen: 0,
  };

  constructor(container: HTMLElement, options: { mode: Mode; words: ChartWords; listener: ChartListener }) {
    this.#mode = options.mode;
    this.#words = options.words;
    this.#area = new AreaSelect(container, (elements, isAdded) => {
      const parties = elements.flatMap((id) => this.#partiesOf(id));
      this.select(isAdded ? [...this.#selected(), ...parties] : parties);
    });
    this.#cy = cytoscape({
      container,
      style: chartStyle(options.mode),
      minZoom: 0.15,
      maxZoom: 3,
      boxSelectionEnabled: false,
      selectionType: 'single',
    });
    pickOnlyNear(this.#cy);
    forgetOnce(this.#cy);
    drawLess(this.#cy);
    this.#spreadLabels = spreadLabels(this.#cy);
    this.#slide = new Slide(this.#cy);
    this.#off = new TakenOff(this.#cy);
    this.#area.on(this.#cy, this.#slide);
    this.#listen(options.listener);
  }

  get parties(): number[] {
    return [...this.#nodes.keys()];
  }
  get links(): GraphLink[] {
    return [...this.#links.values()];
  }
  node(party: number): GraphNode | undefined {
    return this.#nodes.get(party);
  }

  /** Draws what is not drawn yet; newcomers stand around `near` while the others stay. Returns the new parties. */
  add({ nodes, links }: Subgraph, near?: number, at?: Positions): number[] {
    const fresh = nodes.filter((node) => !this.#nodes.has(node.id));
    const parent = near === undefined ? undefined : this.#cy.getElementById(String(near));
    const taken = this.#cy.nodes().map((node) => node.position());
    // who hangs on nobody stands below the chart; on an empty one a layout says where
    const hub = parent?.nonempty() ? parent.position() : taken.length > 0 ? this.#below() : null;
    const places = hub ? around(hub, fresh.length, taken, this.#middle()) : [];
    this.#cy.batch(() => {
      for (const node of fresh) this.#nodes.set(node.id, node);
      // how they look is set when everybody is drawn, together with what that depends on
      this.#off.put(fresh.map(({ id }, i) => nodeElement(id, at?.[String(id)] ?? places[i])));
      for (const link of links) {
        if (this.#links.has(link.id) || !this.#nodes.has(link.source) || !this.#nodes.has(link.target)) continue;
        this.#links.set(link.id, link);
      }
      this.#draw();
    });
    return fresh.map((node) => node.id);
  }

  /** Takes parties off the chart. Returns what was taken with its places, so that it can be put back. */
  remove(parties: readonly number[]): { graph: Subgraph; at: Positions } {
    const at = this.positions();
    const gone = new Set(parties);
    const nodes = parties.flatMap((id) => this.#nodes.get(id) ?? []);
    const links = this.links.filter((link) => gone.has(link.source) || gone.has(link.target));
    this.#cy.batch(() => {
      const elements = this.#cy.collection();
      for (const id of gone) {
        const element = this.#cy.getElementById(String(id));
        if (element.isParent()) element.children().move({ parent: null });
        elements.merge(element);
        this.#nodes.delete(id);
      }
      this.#off.take(elements);
      for (const link of links) this.#links.delete(link.id);
      this.#draw();
    });
    return { graph: { nodes, links }, at };
  }

  get picture(): Picture {
    return {
      graph: { nodes: [...this.#nodes.values()], links: this.links },
      at: this.positions(),
      pinned: this.parties.filter((id) => this.isPinned(id)),
      groups: this.#groups,
      hidden: this.away,
      texts: this.texts,
    };
  }

  /** Another picture instead of this one, everybody at the place where they stood in it. What is selected stays so where the other has it. */
  show({ graph, at, pinned, groups, hidden = [], texts = [] }: Picture): void {
    const [parties, links] = [this.#selected(), this.#selectedLinks()];
    this.#cy.batch(() => {
      this.remove(this.parties);
      this.#pinned.clear();
      this.#away.clear();
      for (const id of this.#texts.keys()) this.removeText(id);
      for (const id of hidden) this.#away.add(id);
      this.#groups = groups ?? noGroups;
      this.add(graph, undefined, at);
      for (const text of texts) this.write(text, at[text.id]);
      for (const id of pinned) this.#pinned.add(id);
      this.#refresh();
    });
    // who was selected and is in this picture too stays so
    this.select(parties, links);
  }

  /** The same picture after the case changed: figures, badges and links are drawn anew, what is gone leaves, the rest stays where it is. */
  renew({ nodes, links }: Subgraph): void {
    const known = new Set(nodes.map(({ id }) => id));
    this.#cy.batch(() => {
      this.remove(this.parties.filter((id) => !known.has(id)));
      for (const node of nodes) if (this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
      this.#links.clear();
      this.add({ nodes: [], links });
    });
  }

  /** The same chart with the figures of a period on links and parties: widths, labels and sizes are those; links that are not given disappear from sight. */
  showOnly(links: readonly GraphLink[] | null, parties: readonly PartyFigures[] = []): void {
    if (links === null && this.#within === null) return;
    this.#within = links;
    this.#figures = new Map(links ? parties.map((party) => [party.id, party]) : []);
    this.#draw();
  }

  /** Who and what passes filters and period, folded or not. */
  get shown(): { parties: ReadonlySet<number>; links: ReadonlySet<string> } {
    const { nodes, links } = this.#passing();
    return { parties: new Set(nodes.map(({ id }) => id)), links: new Set(links.map(({ id }) => id)) };
  }

  /** Hides kinds of parties (`drawnAs`), kinds of links, small sums, and parties that neither carry the `tags` nor are linked to one that does from sight; newcomers are held to the same. */
  hideKinds(drawnAs: ReadonlySet<string>, kinds: ReadonlySet<string>, minFen: number, tags: readonly TagId[]): void {
    this.#hidden = { drawnAs, kinds, minFen, tags };
    this.#draw();
  }

  /** Takes parties out of sight, or back into it; they stay on the chart. */
  setAway(parties: readonly number[], isAway: boolean): void {
    for (const id of parties) {
      if (isAway) this.#away.add(id);
      else this.#away.delete(id);
    }
    this.#draw();
    this.#cy.nodes('.hidden').unselect();
  }
  get away(): number[] {
    return this.parties.filter((id) => this.#away.has(id));
  }

  /** Writes a text on the chart, or another wording of one that stands there. */
  write(text: ChartText, at?: Spot): void {
    const known = this.#texts.has(text.id);
    this.#texts.set(text.id, text);
    if (known) this.#cy.getElementById(text.id).data(textData(text));
    else this.#cy.add(textElement(text, at));
    this.#spreadLabels();
  }
  removeText(id: string): void {
    this.#texts.delete(id);
    this.#cy.getElementById(id).remove();
    this.#spreadLabels();
  }
  get texts(): ChartText[] {
    return [...this.#texts.values()];
  }
  get selectedTexts(): ChartText[] {
    return this.#cy.nodes('.text:selected').map((node) => this.#texts.get(node.id())!);
  }

  /** What the pointer does on the blank. */
  setTool(tool: PointerTool): void {
    this.#area.tool = tool;
  }
  /** The box that is drawn with the arrow keys. */
  get keyBox(): AreaSelect {
    return this.#area;
  }

  /** Rings the party that the arrow keys walked to, and brings it into sight. */
  walkTo(party: number | null): void {
    this.#cy.batch(() => {
      this.#cy.nodes('.walked').removeClass('walked');
      if (party !== null) this.#elementOf(party).addClass('walked');
    });
    const at = party === null ? null : this.pixelOf(party);
    if (!at) return;
    const by = (place: number, size: number) => (place < EDGE ? EDGE - place : Math.min(0, size - EDGE - place));
    const [x, y] = [by(at.x, this.#cy.width()), by(at.y, this.#cy.height() - this.#covered)];
    if (x !== 0 || y !== 0) this.#cy.panBy({ x, y });
  }
  panBy(dx: number, dy: number): void {
    this.#cy.panBy({ x: -dx, y: -dy });
  }

  /** Where a party stands on the canvas, in px; null: it is not in sight. */
  pixelOf(party: number): Spot | null {
    const node = this.#elementOf(party);
    return node.nonempty() && node.visible() ? { ...node.renderedPosition() } : null;
  }
  pixelAt({ x, y }: Spot): Spot {
    const [zoom, pan] = [this.#cy.zoom(), this.#cy.pan()];
    return { x: x * zoom + pan.x, y: y * zoom + pan.y };
  }
  placeOf(party: number): Spot {
    return { ...this.#elementOf(party).position() };
  }
  /** The spot of the chart in the middle of the canvas. */
  get middleInSight(): Spot {
    const { x1, y1, w, h } = this.#cy.extent();
    return { x: x1 + w / 2, y: y1 + h / 2 };
  }
  #elementOf(party: number): NodeSingular {
    return this.#cy.getElementById(this.#composed.placeOf(party));
  }

  /** Parties in sight, alone or within a folded group: neither hidden nor filtered out. */
  get inSight(): number[] {
    return this.#passing().nodes.map(({ id }) => id);
  }
  /** Those in sight that lie at most so many links in sight away from the given ones; these are among them. */
  within(parties: readonly number[], layers: number): number[] {
    const { nodes, links } = this.#passing();
    const reached = new Set(parties);
    for (let layer = 0; layer < layers; layer++) {
      const from = new Set(reached);
      for (const { source, target } of links) {
        if (from.has(source)) reached.add(target);
        if (from.has(target)) reached.add(source);
      }
    }
    return nodes.map(({ id }) => id).filter((id) => reached.has(id));
  }
  /** The links of a party that are in sight, the largest first. */
  linksOf(party: number): GraphLink[] {
    return this.#passing()
      .links.filter(({ source, target }) => source === party || target === party)
      .sort((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows || (a.id < b.id ? -1 : 1));
  }
  get isHighlighted(): boolean {
    return this.#cy.elements('.faded, .way').nonempty();
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    this.#off.forget();
    this.#cy.batch(() => {
      this.#cy.style(chartStyle(mode));
      this.#refresh();
    });
  }

  /** How parties are grouped and sized, and how many lines a pair gets. */
  setLook(look: Look): void {
    this.#look = look;
    this.#draw();
  }

  /** Months or rows of the drawn links, by link; used while the look asks for them. */
  setParts(parts: ReadonlyMap<string, readonly LinkPart[]>): void {
    this.#parts = parts;
    this.#draw();
  }

  get groups(): Groups {
    return this.#groups;
  }
  /** Other groups made by hand, others folded; whoever leaves a folded group stands around where it stood. */
  setGroups(groups: Groups): void {
    this.#groups = groups;
    this.#draw();
  }

  /** What is drawn now. */
  get composed(): Composition {
    return this.#composed;
  }
  /** The frames around a party, the nearest first; for the party of a frame its own before them. */
  framesOf(party: number): Frame[] {
    const { framed } = this.#composed;
    const own = framed.frames.get(String(party));
    return own ? [own, ...framesAround(framed, own.id)] : framesAround(framed, party);
  }
  /** Everybody in a frame. */
  membersOf(frame: string): number[] {
    return membersOf(this.#composed.framed, frame);
  }
  /** Takes some of what was put together above the cap out of it: those with most money first. */
  keepApart(parties: readonly number[]): void {
    this.#always = new Set([...this.#always, ...parties]);
    this.#draw();
  }

  pin(party: number, pinned: boolean): void {
    if (pinned) this.#pinned.add(party);
    else this.#pinned.delete(party);
    this.#refresh();
  }
  isPinned(party: number): boolean {
    return this.#pinned.has(party);
  }

  /** What a layout needs to know of the chart. */
  arrangement(): LayoutInput {
    const { framed, folded, edges } = this.#composed;
    // a frame stands where its members do, but its party tells the layer
    const drawn = this.#visible().filter((element) => !element.isParent() || this.#nodes.has(Number(element.id())));
    const nodes = drawn.map((element) => {
      const id = element.id();
      const party = this.#nodes.get(Number(id));
      const frames = framesAround(framed, party ? party.id : id).filter((frame) => !folded.has(frame.id));
      return {
        id,
        frame: frames.at(-1)?.id ?? null,
        inner: frames.length > 1 ? (frames[0]?.id ?? null) : null,
        column: layerOf(party ?? { kind: '', drawnAs: framed.frames.get(id)?.drawnAs ?? '' }),
        institution: party ? institutionOf(party) : null,
        post: party?.detail ?? '',
      };
    });
    const links = edges.map(({ source, target, fen, rows, first }) => ({
      source,
      target,
      weight: (fen ?? 0) / 1_000_000 + rows,
      first,
    }));
    const fixed = [...this.#pinned].map(String).filter((id) => nodes.some((node) => node.id === id));
    return {
      nodes,
      links,
      at: this.positions(),
      fixed,
      width: this.#cy.width(),
      height: this.#cy.height() - Math.max(0, this.#covers.legend - LOW_LEGEND),
    };
  }

  /** Moves everybody to new places within `ms`, the window following; at once where there are too many to draw them moving. */
  glideTo(positions: Positions, ms: number): void {
    const from = this.positions();
    const isMany = this.#nodes.size > GLIDING_UP_TO;
    this.#glide = glide(isMany ? 0 : ms, (share) => {
      this.#place(between(from, positions, share));
      this.fit();
    });
  }

  /** Where everybody stands; on the way somewhere, where they are going. */
  positions(): Positions {
    this.#glide?.finish();
    return Object.fromEntries(
      this.#cy
        .nodes()
        .filter((node) => !node.isParent())
        .toArray()
        .map((node) => [node.id(), { ...(node as NodeSingular).position() }]),
    );
  }
  /** Puts everybody where they are said to stand, those that are pinned too. */
  moveTo(positions: Positions): void {
    this.#glide?.finish();
    this.#cy.batch(() => {
      for (const [id, spot] of Object.entries(positions)) this.#cy.getElementById(id).position({ ...spot });
    });
  }

  select(parties: readonly number[], links: readonly string[] = []): void {
    this.#cy.batch(() => {
      this.#cy.elements(':selected').unselect();
      for (const id of parties) this.#cy.getElementById(this.#composed.placeOf(id)).select();
      this.#edgesOf(links).select();
    });
  }

  /** The lines in which links are drawn. */
  #edgesOf(links: Iterable<string>) {
    const wanted = new Set(links);
    return this.#cy.edges().filter((edge) => this.#edges.get(edge.id())?.links.some((id) => wanted.has(id)) ?? false);
  }
  /** The parties an element stands for: itself, or everybody in a group that is no party. */
  #partiesOf(element: string): number[] {
    const frame = this.#composed.framed.frames.get(element);
    return frame && frame.party === null ? this.membersOf(element) : [Number(element)];
  }

  /** Marks a way over links and fades the rest; null, or a way of which no line is in sight, shows everything again. */
  highlight(links: readonly string[] | null): void {
    const way = this.#edgesOf(links ?? []);
    this.#cy.batch(() => {
      this.#cy.elements('.faded, .way').removeClass('faded way');
      if (way.empty()) return;
      way.addClass('way');
      this.#cy.edges().difference(way).addClass('faded');
      this.#cy.nodes().difference(this.#cy.edges('.way').connectedNodes()).addClass('faded');
    });
    this.#relabel();
  }

  /** Brings a way over links into sight, to the right of what covers the chart up to `left`; stays where it is when all of it is seen. */
  showWay(links: readonly string[], left: number): void {
    const wanted = new Set(links);
    const edges = this.#cy.edges().filter((edge) => wanted.has(edge.id()));
    if (edges.empty()) return;
    const box = edges.connectedNodes().boundingBox();
    const [wide, tall] = [this.#cy.width() - left, this.#cy.height() - this.#covered];
    const pan = this.#cy.pan();
    const now = this.#cy.zoom();
    const isSeen =
      box.x1 * now + pan.x >= left &&
      box.x2 * now + pan.x <= left + wide &&
      box.y1 * now + pan.y >= 0 &&
      box.y2 * now + pan.y <= tall;
    if (isSeen) return;
    const zoom = Math.max(this.#cy.minZoom(), Math.min(now, (wide - 2 * MARGIN) / box.w, (tall - 2 * MARGIN) / box.h));
    this.#cy.viewport({
      zoom,
      pan: { x: left + wide / 2 - (zoom * (box.x1 + box.x2)) / 2, y: tall / 2 - (zoom * (box.y1 + box.y2)) / 2 },
    });
  }

  /** Fits everything, or what is selected; never larger than 1:1 so that labels keep their size. */
  fit(selectionOnly = false): void {
    const chosen = this.#cy.$(':selected');
    this.#fitTo(selectionOnly && chosen.nonempty() ? chosen : this.#cy.elements(':visible'));
    this.#fitted = !selectionOnly;
  }
  /** Fits these parties together with whom they hang on: those that a line in sight joins to one of them. */
  fitAround(parties: readonly number[]): void {
    const places = new Set(parties.map((id) => this.#composed.placeOf(id)));
    const own = this.#cy.nodes(':visible').filter((node) => places.has(node.id()));
    const lines = own.connectedEdges(':visible');
    this.#fitTo(own.union(lines).union(lines.connectedNodes()));
  }
  /** Fits everything where the window shows none of it: what was put back is seen again. */
  keepInSight(): void {
    const { x1, y1, x2, y2 } = this.#cy.extent();
    const isSeen = (node: NodeSingular) => {
      const { x, y } = node.position();
      return x >= x1 && x <= x2 && y >= y1 && y <= y2;
    };
    if (!this.#visible().some((node) => isSeen(node as NodeSingular))) this.fit();
  }
  #fitTo(what: CollectionReturnValue): void {
    if (what.empty()) return;
    const box = what.boundingBox();
    const above = (covered: number) => {
      const wide = this.#cy.width() - 2 * MARGIN;
      const tall = this.#cy.height() - covered - 2 * MARGIN;
      const zoom = Math.max(this.#cy.minZoom(), Math.min(1, wide / box.w, tall / box.h));
      return {
        zoom,
        pan: {
          x: this.#cy.width() / 2 - (zoom * (box.x1 + box.x2)) / 2,
          y: (this.#cy.height() - covered) / 2 - (zoom * (box.y1 + box.y2)) / 2,
        },
      };
    };
    // the minimap is in a corner, where often nobody stands
    const aboveLegend = above(this.#covers.legend);
    const isInCorner = what.nodes().some((node) => this.#isUnderMinimap(node as NodeSingular, aboveLegend));
    this.#cy.viewport(isInCorner ? above(this.#covered) : aboveLegend);
  }
  /** Whether the minimap would lie over somebody or the name, were the window that one. */
  #isUnderMinimap(node: NodeSingular, { zoom, pan }: { zoom: number; pan: Spot }): boolean {
    const { x2, y2 } = node.boundingBox();
    return (
      x2 * zoom + pan.x > this.#cy.width() - MINIMAP_WIDE &&
      y2 * zoom + pan.y > this.#cy.height() - this.#covers.minimap
    );
  }
  /** So many px at the lower edge lie under the legend or the minimap: what is fitted stands above them, and stays so until the window is moved. */
  cover(by: 'legend' | 'minimap', px: number): void {
    this.#covers[by] = px;
    if (this.#fitted) this.fit();
  }
  get #covered(): number {
    return Math.max(this.#covers.legend, this.#covers.minimap);
  }
  zoomBy(factor: number): void {
    this.#cy.zoom({
      level: this.#cy.zoom() * factor,
      renderedPosition: { x: this.#cy.width() / 2, y: this.#cy.height() / 2 },
    });
  }
  zoomTo(level: number): void {
    this.zoomBy(level / this.#cy.zoom());
  }
  centre(party: number): void {
    this.#cy.center(this.#cy.getElementById(this.#composed.placeOf(party)));
  }

  /** What is drawn of parties and groups. */
  #visible(): NodeCollection {
    return this.#cy.nodes('[fill]').difference('.hidden, .folded') as NodeCollection;
  }
  #selected(): number[] {
    const nodes = this.#cy.nodes(':selected').not('.text');
    return [...new Set(nodes.map((node) => node.id()).flatMap((id) => this.#partiesOf(id)))];
  }

  #selectedLinks(): string[] {
    const edges = this.#cy.edges(':selected').map((edge) => this.#edges.get(edge.id())?.links ?? []);
    return [...new Set(edges.flat())];
  }

  /** The nearest party in a direction, for walking with the arrow keys. */
  nearest(from: number | null, dx: number, dy: number): number | null {
    const visible = this.#visible().filter((node) => !node.isParent());
    const start = from === null ? undefined : this.#cy.getElementById(this.#composed.placeOf(from));
    const partyOf = (id: string): number => this.#partiesOf(id)[0] ?? Number(id);
    if (!start || start.empty() || !start.visible()) return visible.empty() ? null : partyOf(visible[0]!.id());
    const here = start.position();
    let best: { id: number; cost: number } | null = null;
    for (const node of visible) {
      if (node.id() === start.id()) continue;
      const there = node.position();
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (along <= 0 || aside > along * 2) continue;
      const cost = along + aside * 2;
      if (!best || cost < best.cost) best = { id: partyOf(node.id()), cost };
    }
    return best?.id ?? null;
  }

  /** What the minimap draws: every visible node with its colour, the frames, the lines, and the window onto the chart. */
  overview(): {
    nodes: Array<Spot & { fill: string }>;
    frames: Array<{ x: number; y: number; w: number; h: number }>;
    lines: Array<readonly [Spot, Spot]>;
    view: { x: number; y: number; w: number; h: number };
  } {
    const extent = this.#cy.extent();
    const visible = this.#visible();
    return {
      nodes: visible
        .filter((node) => !node.isParent())
        .map((node) => ({ ...(node as NodeSingular).position(), fill: String(node.data('fill')) })),
      frames: visible
        .filter((node) => node.isParent())
        .map((node) => {
          const box = node.boundingBox({ includeLabels: false, includeOverlays: false });
          return { x: box.x1, y: box.y1, w: box.w, h: box.h };
        }),
      lines: this.#cy
        .edges()
        .map((edge) => [{ ...edge.source().position() }, { ...edge.target().position() }] as const),
      view: { x: extent.x1, y: extent.y1, w: extent.w, h: extent.h },
    };
  }
  /** Moves the window so that this spot of the chart is in its middle. */
  lookAt({ x, y }: Spot): void {
    const zoom = this.#cy.zoom();
    this.#cy.pan({ x: this.#cy.width() / 2 - x * zoom, y: this.#cy.height() / 2 - y * zoom });
  }
  /** Tells that the window or what stands on the chart changed: once, whatever came and went together. */
  onView(listener: () => void): void {
    let waiting = false;
    this.#cy.on('viewport position add remove', () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        listener();
      });
    });
  }
  /** What is in sight, for a file: elements with whom they stand for and where, the links between them, what was written on the chart. */
  drawn(): DrawnChart | null {
    const places = this.#visible().map((element) => {
      const id = element.id();
      const frame = this.#composed.framed.frames.get(id);
      return {
        id,
        // of an open frame only its own party: its members have elements of their own
        parties: element.isParent() ? (frame && frame.party === null ? [] : [Number(id)]) : this.#inFolded(id),
        name: frame && frame.party === null ? frame.name : '',
        ...element.position(),
        size: Number(element.data('size')) || 36,
        frame: (element.data('parent') as string | undefined) ?? null,
      };
    });
    if (places.length === 0) return null;
    const links = this.#cy.edges(':visible').map((edge) => this.#edges.get(edge.id())?.links ?? []);
    const texts = this.texts.map(({ id, text }) => ({ text, ...this.#cy.getElementById(id).position() }));
    return { places, links: [...new Set(links.flat())], texts };
  }
  /** Everybody whom a node stands for: itself, or all who are folded into it. */
  #inFolded(id: string): number[] {
    if (!this.#composed.folded.has(id)) return [Number(id)];
    const frame = this.#composed.framed.frames.get(id);
    return [...(frame?.party == null ? [] : [frame.party]), ...this.membersOf(id)];
  }
  /** The whole chart in the light colours, drawn at once: a window that is about to print waits for nothing. */
  paper(): HTMLCanvasElement {
    const mode = this.#mode;
    this.setMode('light');
    // what `png` draws, before it is turned into an image that would have to be loaded
    const renderer = (
      this.#cy as unknown as { renderer(): { bufferCanvasImage(how: object): HTMLCanvasElement } }
    ).renderer();
    const canvas = renderer.bufferCanvasImage({ full: true, scale: SCALE, bg: '#FFFFFF' });
    this.setMode(mode);
    return canvas;
  }
  /** of the canvas, in px */
  get size(): { width: number; height: number } {
    return { width: this.#cy.width(), height: this.#cy.height() };
  }
  resize(): void {
    // behind a trace or the table there is no canvas to fit into
    if (this.#cy.container()?.clientWidth === 0) return;
    const before = this.#scale();
    this.#cy.resize();
    if (this.#scale() !== before) this.#refresh();
    if (this.#fitted) this.fit();
  }
  destroy(): void {
    this.#glide?.stop();
    this.#area.stop();
    this.#slide.stop();
    this.#cy.destroy();
  }

  #listen(listener: ChartListener): void {
    // Cytoscape takes the focus away wherever one presses: what was pressed on hears the keys that follow
    this.#cy.on('tapstart cxttapstart', () => this.#cy.container()?.focus({ preventScroll: true }));
    const tell = () => {
      const edges = this.#cy.edges(':selected').map((edge) => this.#edges.get(edge.id()));
      const [only] = edges.length === 1 ? edges : [];
      listener.selected(
        this.#selected(),
        this.#selectedLinks(),
        only?.part && only.part !== 'rest' && only.first && only.last ? { from: only.first, to: only.last } : null,
      );
    };
    let waiting = false;
    const selectedAnew = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        this.#relabel();
        tell();
      });
    };
    this.#cy.on('select unselect', selectedAnew);
    // what leaves the chart is selected no more
    this.#cy.on('remove', (event) => {
      if ((event.target as NodeSingular).selected()) selectedAnew();
    });
    this.#cy.on('dbltap', (event) => {
      const { target, position, originalEvent } = event;
      const id = target === this.#cy ? '' : String(target.id());
      const text = this.#texts.get(id);
      const frame = this.#composed.framed.frames.get(id);
      if (target === this.#cy || text) listener.write({ ...(text ? target.position() : position) }, text ?? null);
      else if (target.isEdge()) return;
      else if (frame && (frame.party === null || this.#composed.folded.has(id))) listener.fold(id);
      else if ((originalEvent as MouseEvent).altKey) listener.collapse(Number(id));
      else listener.expand(Number(id));
    });
    // Shift adds to the selection; Cytoscape takes a second click with any key for taking away
    let isShift = false;
    this.#cy.on('tap', (event) => {
      isShift = (event.originalEvent as MouseEvent).shiftKey;
    });
    this.#cy.on('tapunselect', (event) => {
      if (isShift) queueMicrotask(() => event.target.select());
    });
    this.#cy.on('cxttap', (event) => {
      const { target, originalEvent } = event;
      const { clientX: x, clientY: y } = originalEvent as MouseEvent;
      const isElement = target !== this.#cy;
      const id = isElement ? String(target.id()) : '';
      const parties = isElement && target.isNode() && !this.#texts.has(id) ? this.#partiesOf(id) : [];
      const links = isElement && target.isEdge() ? (this.#edges.get(id)?.links ?? []) : [];
      // the menu of a group, or of a line with several links in it, is about all of them
      if ((parties.length > 1 || links.length > 1) && !target.selected()) this.select(parties, links);
      listener.menu({ x, y, party: parties[0] ?? null, link: links[0] ?? null });
    });
    let before: Positions = {};
    this.#cy.on('grab', 'node', () => {
      before = this.positions();
    });
    // several that are selected move together and are let go one after the other
    const dragged = new Set<string>();
    this.#cy.on('dragfree', 'node', (event) => {
      dragged.add((event.target as NodeSingular).id());
      if (dragged.size > 1) return;
      queueMicrotask(() => {
        const parties = [...dragged].map(Number).filter((id) => this.#nodes.has(id));
        dragged.clear();
        listener.moved(before, this.positions(), parties);
      });
    });
    this.#cy.on('zoom', () => {
      listener.zoomed(this.#cy.zoom());
      this.#quieten();
    });
    let timer: number | undefined;
    this.#cy.on('mouseover', 'node[fill], edge', (event) => {
      window.clearTimeout(timer);
      const element = event.target as NodeSingular | EdgeSingular;
      element.addClass('under');
      timer = window.setTimeout(() => listener.hovered(this.#hoveredAt(element, event.renderedPosition)), HOVER_MS);
    });
    this.#cy.on('mouseout drag remove', 'node, edge', (event) => {
      window.clearTimeout(timer);
      setClass(event.target as NodeSingular, 'under', false);
      listener.hovered(null);
    });
    this.#cy.on('viewport', () => {
      this.#fitted = false;
      window.clearTimeout(timer);
      listener.hovered(null);
    });
  }

  #hoveredAt(element: NodeSingular | EdgeSingular, { x, y }: Spot): Hovered {
    const id = element.id();
    return {
      node: this.#nodes.get(Number(id)) ?? null,
      frame: this.#composed.framed.frames.get(id) ?? null,
      edge: this.#edges.get(id) ?? null,
      x,
      y,
    };
  }

  /** When everybody is small only some names are readable and kept: of those with most money, of what is pinned, selected or under the pointer. */
  #quieten(): void {
    const isSmall = this.#cy.zoom() < LABELS_FROM_ZOOM;
    const kept = isSmall ? new Set(this.#largest(NAMED_WHEN_SMALL)) : new Set<string>();
    this.#cy.batch(() => {
      for (const node of this.#cy.nodes('[fill]')) {
        const stays = node.isParent() || kept.has(node.id()) || this.#pinned.has(Number(node.id()));
        setClass(node, 'quiet', isSmall && !stays);
      }
    });
  }

  /** The elements of the parties with most money. */
  #largest(count: number): string[] {
    return [...this.#nodes.values()]
      .sort((a, b) => b.inFen + b.outFen - a.inFen - a.outFen || a.id - b.id)
      .slice(0, count)
      .map(({ id }) => this.#composed.placeOf(id));
  }

  /** What passes the filters. */
  #passing(): { nodes: GraphNode[]; links: GraphLink[] } {
    const { drawnAs, kinds, minFen, tags } = this.#hidden;
    const tagged = this.#tagged(tags);
    const shown = [...this.#nodes.values()].filter(
      ({ id, drawnAs: kind }) => !drawnAs.has(kind) && !this.#away.has(id),
    );
    const near = new Set(shown.filter(({ id }) => tagged.near.has(id)).map(({ id }) => id));
    // an institution whose people carry the tags stays around them
    for (const { id, group } of shown) if (near.has(id) && group !== null) near.add(group);
    const nodes = shown.filter(({ id }) => near.has(id));
    const known = new Set(nodes.map(({ id }) => id));
    const links = (this.#within ?? this.links).filter((link) => {
      const small = linkKind(link.kind)?.money !== null && link.fen !== null && link.fen < minFen;
      const apart = !tagged.own.has(link.source) && !tagged.own.has(link.target);
      return !small && !apart && !kinds.has(link.kind) && known.has(link.source) && known.has(link.target);
    });
    return { nodes, links };
  }

  /** Draws what is on the chart as filters, groups and look have it. Nobody moves, but whoever leaves a folded group follows it. */
  #draw(): void {
    const { nodes, links } = this.#passing();
    const before = this.#composed;
    this.#composed = compose({ nodes, links }, this.#look, this.#groups, this.#parts, this.#always);
    this.#cy.batch(() => {
      this.#leaveFolded(before);
      this.#drawFrames(new Set(nodes.map(({ id }) => id)), before);
      this.#drawEdges();
      this.#refresh();
      this.#quieten();
    });
  }

  /** Whoever comes out of a folded group stands around the place it was moved to. */
  #leaveFolded(before: Composition): void {
    for (const id of before.folded) {
      const element = this.#cy.getElementById(id);
      if (this.#composed.folded.has(id) || element.empty()) continue;
      const inside = new Set(membersOf(before.framed, id).map(String));
      const members = this.#cy.nodes().filter((node) => inside.has(node.id()));
      if (members.empty()) continue;
      const [from, to] = [middleOf(members.map((member) => (member as NodeSingular).position())), element.position()];
      members.shift({ x: to.x - from.x, y: to.y - from.y });
    }
  }

  #drawFrames(passing: ReadonlySet<number>, before: Composition): void {
    const { framed, folded } = this.#composed;
    const isInside = (of: number | string) => framesAround(framed, of).some(({ id }) => folded.has(id));
    const drawn = [...framed.frames.values()].filter(({ id }) => !isInside(id));
    const wanted = new Set(drawn.map(({ id }) => id));
    for (const frame of drawn) {
      const members = membersOf(framed, frame.id).map((id) => this.#cy.getElementById(String(id)).position());
      if (frame.party === null && this.#cy.getElementById(frame.id).empty())
        this.#cy.add(frameElement(frame, middleOf(members)));
      if (folded.has(frame.id) && !before.folded.has(frame.id)) {
        this.#cy.getElementById(frame.id).children().move({ parent: null });
        this.#cy.getElementById(frame.id).position(middleOf(members));
      }
    }
    const put = (id: string, of: number | string) => {
      const element = this.#cy.getElementById(id);
      const [frame] = framesAround(framed, of);
      const parent = frame && frame.id !== id && !folded.has(frame.id) && wanted.has(frame.id) ? frame.id : null;
      if ((element.data('parent') ?? null) !== parent) element.move({ parent });
    };
    for (const { id } of drawn) if (framed.frames.get(id)?.party === null) put(id, id);
    for (const id of this.#nodes.keys()) {
      put(String(id), id);
      const element = this.#cy.getElementById(String(id));
      setClass(element, 'hidden', !passing.has(id));
      setClass(element, 'folded', isInside(id));
    }
    for (const id of before.framed.frames.keys())
      if (!wanted.has(id) && before.framed.frames.get(id)?.party === null) {
        this.#cy.getElementById(id).remove();
      }
  }

  /** Draws the lines that are not drawn yet and takes off those that are none any more; the others are set to their figures. */
  #drawEdges(): void {
    const selected = this.#cy.edges(':selected').map((edge) => this.#edges.get(edge.id())?.links ?? []);
    const edges = new Map(this.#composed.edges.map((edge) => [edge.id, edge]));
    const isStill = (id: string) => {
      const [was, is] = [this.#edges.get(id), edges.get(id)];
      return was !== undefined && is !== undefined && was.source === is.source && was.target === is.target;
    };
    this.#off.take(this.#cy.edges().filter((edge) => !isStill(edge.id())) as CollectionReturnValue);
    const fresh: DrawnEdge[] = [];
    for (const edge of edges.values()) {
      if (!isStill(edge.id)) fresh.push(edge);
      else if (JSON.stringify(edge) !== JSON.stringify(this.#edges.get(edge.id)))
        this.#cy.getElementById(edge.id).data(edgeElement(edge).data);
    }
    this.#edges = edges;
    this.#off.put(fresh.map(newEdge));
    if (selected.length > 0) this.#edgesOf(selected.flat()).select();
  }

  #stateOf(node: GraphNode): Omit<NodeState, 'more' | 'detail'> {
    return { pinned: this.#pinned.has(node.id), size: this.#look.size, scale: this.#scale() };
  }

  /** Nodes are smaller on a low canvas and larger on a high one; their labels are not. */
  #scale(): number {
    const height = this.#cy.height();
    return height > 800 ? 1.15 : height > 0 && height < LOW_CANVAS ? 0.86 : 1;
  }

  /** Sets badges, hidden-neighbour counts and labels anew after the set of nodes changed. */
  #refresh(): void {
    const { framed, folded } = this.#composed;
    const neighbours = new Map<number, Set<number>>();
    const guessed = new Set<number>();
    const stated = new Set<number>();
    for (const link of this.#links.values()) {
      const { source, target } = link;
      for (const end of [source, target]) (isGuess(link) ? guessed : stated).add(end);
      if (source === target) continue;
      neighbours.set(source, (neighbours.get(source) ?? new Set()).add(target));
      neighbours.set(target, (neighbours.get(target) ?? new Set()).add(source));
    }
    const isLow = this.#scale() < 1;
    const detailed = new Set(isLow ? this.#largest(DETAILED_WHEN_LOW) : []);
    for (const [id, whole] of this.#nodes) {
      const node = { ...whole, ...this.#figures.get(id) };
      const more = Math.max(0, node.degree - (neighbours.get(id)?.size ?? 0));
      const isFolded = folded.has(String(id));
      const inferred = node.byHand === true && guessed.has(id) && !stated.has(id);
      const detail = isFolded
        ? this.#words.inside(this.membersOf(String(id)).length)
        : isLow && !detailed.has(String(id)) && node.findings < 3
          ? ''
          : this.#words.detail(node);
      // of a finding that names several of those inside only one is counted for sure
      const inside = isFolded
        ? this.membersOf(String(id)).flatMap((member) => this.#nodes.get(member)?.findings ?? 0)
        : [];
      const findings = Math.max(node.findings, ...inside);
      const element = this.#dress(String(id), { ...node, findings }, { ...this.#stateOf(node), more, detail });
      setClass(element, 'ring', partyKind(node.drawnAs)?.ring !== undefined);
      setClass(element, 'out', node.ruledOut === true);
      setClass(element, 'inferred', inferred);
      setClass(element, 'pile', isFolded);
    }
    for (const frame of framed.frames.values()) {
      const element = this.#cy.getElementById(frame.id);
      const isFolded = folded.has(frame.id);
      if (frame.party !== null) {
        if (isFolded) continue;
        element.data('label', this.#words.frame(frame));
        element.removeScratch(DRAWN_AS);
        continue;
      }
      const members = this.membersOf(frame.id).flatMap((id) => this.#nodes.get(id) ?? []);
      const node = frameNode(frame, members, this.#words.frame(frame));
      const state = { pinned: false, size: this.#look.size, scale: this.#scale(), more: 0 };
      this.#dress(frame.id, node, { ...state, detail: isFolded ? this.#words.inside(members.length) : '' });
      setClass(element, 'pile', isFolded);
    }
    this.#relabel();
  }

  /** Sets how a party or group is drawn, where that differs from how it is. */
  #dress(id: string, node: GraphNode, state: NodeState): NodeSingular {
    const element = this.#cy.getElementById(id);
    const asked = JSON.stringify([node, state, this.#mode]);
    if (element.scratch(DRAWN_AS) === asked) return element;
    element.scratch(DRAWN_AS, asked);
    return element.data(nodeData(node, state, this.#mode));
  }

  /** Only the largest lines of money, those a person typed, those of a way and the selected ones carry a label; a guess has its “?” whatever its size. */
  #relabel(): void {
    const edges = [...this.#edges.values()];
    const largest = edges
      .filter((edge) => edge.fen !== null && linkKind(edge.kind)?.money === 'moved')
      .sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0) || (a.id < b.id ? -1 : 1));
    const typed = edges.filter((edge) => linkKind(edge.kind)?.byHand !== undefined);
    const chosen = new Set(
      [
        ...typed.slice(0, 4 * LABELLED),
        ...largest.slice(0, LABELLED),
        ...largest.filter((edge) => edge.hot).slice(0, LABELLED / 2),
        ...edges.filter((edge) => edge.source === edge.target && edge.fen !== null),
      ].map((edge) => edge.id),
    );
    this.#cy.batch(() => {
      this.#cy.edges().forEach((element: EdgeSingular) => {
        const edge = this.#edges.get(element.id());
        const label =
          edge && (chosen.has(edge.id) || element.selected() || element.hasClass('way'))
            ? `${edge.hot ? '! ' : ''}${this.#words.link(edge)}`
            : edge && isGuess(edge)
              ? '?'
              : '';
        setLabel(element, label);
      });
    });
    this.#spreadLabels();
  }

  /** The parties that carry the tags, and with them those that a drawn link joins to one of them: alone they would say nothing. */
  #tagged(tags: readonly TagId[]): { own: ReadonlySet<number>; near: ReadonlySet<number> } {
    const own = new Set([...this.#nodes.values()].filter((node) => carries(node.tags, tags)).map(({ id }) => id));
    const near = new Set(own);
    for (const { source, target } of this.#links.values()) {
      if (own.has(source)) near.add(target);
      if (own.has(target)) near.add(source);
    }
    return { own, near };
  }

  #place(spots: ReadonlyMap<string, Spot>): void {
    this.#cy.batch(() => {
      for (const [id, spot] of spots)
        if (!this.#pinned.has(Number(id))) this.#cy.getElementById(id).position({ ...spot });
    });
  }

  /** The spot under the middle of what stands on the chart. */
  #below(): Spot {
    const box = this.#cy.nodes().boundingBox();
    return { x: (box.x1 + box.x2) / 2, y: box.y2 };
  }

  #middle(): Spot {
    const box = this.#cy.nodes().boundingBox();
    return { x: (box.x1 + box.x2) / 2 || 0, y: (box.y1 + box.y2) / 2 || 0 };
  }
}

/** Gives an element a class or takes it away. Cytoscape works out its style anew even where that changes nothing. */
function setClass(element: NodeSingular | EdgeSingular, name: string, isOn: boolean): void {
  if (element.hasClass(name) !== isOn) element.toggleClass(name, isOn);
}

/** The hospital or department that employs somebody, or that it is. */
const institutionOf = ({ id, kind, group }: GraphNode): string | null =>
  kind === 'hospital' || kind === 'department' ? String(id) : group === null ? null : String(group);

function between(from: Positions, to: Positions, share: number): Map<string, Spot> {
  return new Map(
    Object.entries(to).map(([id, { x, y }]) => {
      const start = share === 1 ? undefined : from[id];
      return [id, start ? { x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share } : { x, y }];
    }),
  );
}

function middleOf(spots: readonly Spot[]): Spot {
  const n = Math.max(1, spots.length);
  return { x: spots.reduce((sum, { x }) => sum + x, 0) / n, y: spots.reduce((sum, { y }) => sum + y, 0) / n };
}
