import cytoscape, { type Core, type EdgeSingular, type NodeSingular } from 'cytoscape';
import { linkKind } from '../../shared/ontology/index.ts';
import { isGuess } from '../../shared/ontology/link-guess.ts';
import { carries, type TagId } from '../../shared/ontology/tags.ts';
import type { GraphLink, GraphNode, Subgraph } from '../../shared/protocol/graph.requests.ts';
import type { Mode } from '../styles/tokens.ts';
import { around } from './around.ts';
import { captioned } from './caption.ts';
import { chartStyle } from './chart-style.ts';
import { linkElement, nodeData, nodeElement } from './elements.ts';
import { type Glide, glide } from './glide.ts';
import type { Spot } from './layered.ts';
import { layerOf } from './layouts/layers.ts';
import type { LayoutInput, Places } from './layouts/layout.ts';

export interface ChartListener {
  /** what is selected now, by party ids and link ids */
  selected(parties: number[], links: string[]): void;
  /** double-click: the next neighbours of this party */
  expand(party: number): void;
  moved(before: Positions, after: Positions): void;
  zoomed(zoom: number): void;
  /** the menu was asked for at a place of the window, over a party, a link or nothing */
  menu(at: { x: number; y: number; party: number | null; link: string | null }): void;
  /** the node under the pointer for a while, or none */
  hovered(party: number | null): void;
}

export type Positions = Places;

/** All that is on the chart: kept over leaving the place, put back by undo. */
export interface Picture {
  readonly graph: Subgraph;
  readonly at: Positions;
  readonly pinned: readonly number[];
}

/** The words on the chart, in the reader's language and unit. */
export interface ChartWords {
  link(link: GraphLink): string;
  /** second line under a node: role, day or money */
  detail(node: GraphNode): string;
}

const LABELLED = 6;
/** pixels of an image for each of the screen */
const SCALE = 2;
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
  readonly #words: ChartWords;
  #mode: Mode;
  #grouped = true;
  #glide: Glide | null = null;
  #hidden: { drawnAs: ReadonlySet<string>; kinds: ReadonlySet<string>; minFen: number; tags: readonly TagId[] } = {
    tags: [],
    drawnAs: new Set(),
    kinds: new Set(),
    minFen: 0,
  };

  constructor(container: HTMLElement, options: { mode: Mode; words: ChartWords; listener: ChartListener }) {
    this.#mode = options.mode;
    this.#words = options.words;
    this.#cy = cytoscape({
      container,
      style: chartStyle(options.mode),
      minZoom: 0.15,
      maxZoom: 3,
      boxSelectionEnabled: true,
      selectionType: 'single',
    });
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
    const places = parent?.nonempty() ? around(parent.position(), fresh.length, taken, this.#middle()) : [];
    this.#cy.batch(() => {
      fresh.forEach((node, i) => {
        this.#nodes.set(node.id, node);
        const position = at?.[String(node.id)] ?? places[i];
        this.#cy.add({
          ...nodeElement(node, { pinned: this.#pinned.has(node.id), more: 0 }, this.#mode, this.#words.detail(node)),
          ...(position ? { position: { ...position } } : {}),
        });
      });
      for (const link of links) {
        if (this.#links.has(link.id) || !this.#nodes.has(link.source) || !this.#nodes.has(link.target)) continue;
        this.#links.set(link.id, link);
        this.#cy.add(linkElement(link));
      }
      this.#group();
      this.#hide();
      this.#refresh();
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
      for (const id of gone) {
        this.#cy.getElementById(String(id)).children().move({ parent: null });
        this.#cy.remove(this.#cy.getElementById(String(id)));
        this.#nodes.delete(id);
      }
      for (const link of links) this.#links.delete(link.id);
      this.#group();
      this.#refresh();
    });
    return { graph: { nodes, links }, at };
  }

  get picture(): Picture {
    return {
      graph: { nodes: [...this.#nodes.values()], links: this.links },
      at: this.positions(),
      pinned: this.parties.filter((id) => this.isPinned(id)),
    };
  }

  /** Another picture instead of this one, everybody at the place where they stood in it. */
  show({ graph, at, pinned }: Picture): void {
    this.#cy.batch(() => {
      this.remove(this.parties);
      this.#pinned.clear();
      this.add(graph, undefined, at);
      for (const id of pinned) this.#pinned.add(id);
      this.#refresh();
    });
  }

  /** The same picture after the case changed: figures, badges and links are drawn anew, what is gone leaves, the rest stays where it is. */
  renew({ nodes, links }: Subgraph): void {
    const selected = this.#cy.edges(':selected').map((edge) => edge.id());
    const known = new Set(nodes.map(({ id }) => id));
    this.remove(this.parties.filter((id) => !known.has(id)));
    this.#cy.batch(() => {
      for (const node of nodes) if (this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
      this.#cy.remove(this.#cy.edges());
      this.#links.clear();
      this.add({ nodes: [], links });
      for (const id of selected) this.#cy.getElementById(id).select();
    });
  }

  /** The same chart with other figures on its links (another period, other filters): links that are not given disappear from sight. */
  showOnly(links: readonly GraphLink[] | null): void {
    const shown = links && new Map(links.map((link) => [link.id, link]));
    this.#cy.batch(() => {
      for (const edge of this.#cy.edges()) edge.toggleClass('gone', shown ? !shown.has(edge.id()) : false);
    });
  }

  /** Hides kinds of parties (`drawnAs`), kinds of links, small sums, and parties that neither carry the `tags` nor are linked to one that does from sight; newcomers are held to the same. */
  hideKinds(drawnAs: ReadonlySet<string>, kinds: ReadonlySet<string>, minFen: number, tags: readonly TagId[]): void {
    this.#hidden = { drawnAs, kinds, minFen, tags };
    this.#cy.batch(() => this.#hide());
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    this.#cy.batch(() => {
      this.#cy.style(chartStyle(mode));
      this.#refresh();
    });
  }

  setGrouped(grouped: boolean): void {
    this.#grouped = grouped;
    this.#cy.batch(() => this.#group());
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
    const frameOf = (id: number) => (this.#cy.getElementById(String(id)).data('parent') as string | undefined) ?? null;
    const nodes = [...this.#nodes.values()].map((node) => ({
      id: String(node.id),
      frame: frameOf(node.id),
      column: layerOf(node),
      institution: institutionOf(node),
      post: node.detail,
    }));
    const links = this.links.map(({ source, target, fen, rows, first }) => ({
      source: String(source),
      target: String(target),
      weight: (fen ?? 0) / 1_000_000 + rows,
      first,
    }));
    const fixed = [...this.#pinned].filter((id) => this.#nodes.has(id)).map(String);
    return { nodes, links, at: this.positions(), fixed, width: this.#cy.width(), height: this.#cy.height() };
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
      for (const id of parties) this.#cy.getElementById(String(id)).select();
      for (const id of links) this.#cy.getElementById(id).select();
    });
  }

  /** Marks a way over links and fades the rest; null shows everything again. */
  highlight(links: readonly string[] | null): void {
    const way = new Set(links ?? []);
    this.#cy.batch(() => {
      this.#cy.elements().removeClass('faded way');
      if (!links) return;
      for (const edge of this.#cy.edges()) edge.addClass(way.has(edge.id()) ? 'way' : 'faded');
      this.#cy.nodes().difference(this.#cy.edges('.way').connectedNodes()).addClass('faded');
    });
  }

  /** Fits everything, or what is selected; never larger than 1:1 so that labels keep their size. */
  fit(selectionOnly = false): void {
    const chosen = this.#cy.$(':selected');
    const what = selectionOnly && chosen.nonempty() ? chosen : this.#cy.elements(':visible');
    if (what.empty()) return;
    this.#cy.fit(what, 62);
    if (this.#cy.zoom() > 1) {
      this.#cy.zoom(1);
      this.#cy.center(what);
    }
    this.#cy.panBy({ x: 0, y: -28 }); // the legend lies over the lower edge
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
    this.#cy.center(this.#cy.getElementById(String(party)));
  }

  /** The nearest party in a direction, for walking with the arrow keys. */
  nearest(from: number | null, dx: number, dy: number): number | null {
    const visible = this.#cy.nodes(':visible').filter((node) => !node.isParent());
    const start = from === null ? undefined : this.#cy.getElementById(String(from));
    if (!start || start.empty()) return visible.empty() ? null : Number(visible[0]?.id());
    const here = start.position();
    let best: { id: number; cost: number } | null = null;
    for (const node of visible) {
      if (node.id() === start.id()) continue;
      const there = node.position();
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (along <= 0 || aside > along * 2) continue;
      const cost = along + aside * 2;
      if (!best || cost < best.cost) best = { id: Number(node.id()), cost };
    }
    return best?.id ?? null;
  }

  /** What the minimap draws: every visible node with its colour, the links, and the window onto the chart. */
  overview(): { nodes: Array<Spot & { fill: string }>; view: { x: number; y: number; w: number; h: number } } {
    const extent = this.#cy.extent();
    return {
      nodes: this.#cy
        .nodes(':visible')
        .filter((node) => !node.isParent())
        .toArray()
        .map((node) => ({ ...(node as NodeSingular).position(), fill: String(node.data('fill')) })),
      view: { x: extent.x1, y: extent.y1, w: extent.w, h: extent.h },
    };
  }
  onView(listener: () => void): void {
    this.#cy.on('viewport position add remove', listener);
  }
  /** The chart as a PNG at double size, with a line below it; `caption` is given how many of the links in it are guesses. */
  async png(look: { ground: string; ink: string }, caption: (guesses: number) => string): Promise<Blob> {
    const chart = (await this.#cy.png({ output: 'blob-promise', scale: SCALE, full: true, bg: look.ground })) as Blob;
    const shown = this.#cy.edges(':visible').toArray();
    const guesses = shown.filter((edge) => isGuess(this.#links.get(edge.id()) ?? {})).length;
    return captioned(chart, { ...look, text: caption(guesses), scale: SCALE });
  }
  resize(): void {
    this.#cy.resize();
  }
  destroy(): void {
    this.#glide?.stop();
    this.#cy.destroy();
  }

  #listen(listener: ChartListener): void {
    const tell = () =>
      listener.selected(
        this.#cy.nodes(':selected').map((node) => Number(node.id())),
        this.#cy.edges(':selected').map((edge) => edge.id()),
      );
    let waiting = false;
    this.#cy.on('select unselect', () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        this.#relabel();
        tell();
      });
    });
    this.#cy.on('dbltap', 'node', (event) => listener.expand(Number((event.target as NodeSingular).id())));
    this.#cy.on('cxttap', (event) => {
      const { target, originalEvent } = event;
      const { clientX: x, clientY: y } = originalEvent as MouseEvent;
      const isElement = target !== this.#cy;
      const node = isElement && target.isNode() ? Number(target.id()) : null;
      listener.menu({ x, y, party: node, link: isElement && target.isEdge() ? target.id() : null });
    });
    let before: Positions = {};
    this.#cy.on('grab', 'node', () => {
      before = this.positions();
    });
    this.#cy.on('dragfree', 'node', () => listener.moved(before, this.positions()));
    this.#cy.on('zoom', () => {
      listener.zoomed(this.#cy.zoom());
      const quiet = this.#cy.zoom() < LABELS_FROM_ZOOM;
      this.#cy.batch(() => {
        for (const node of this.#cy.nodes()) node.toggleClass('quiet', quiet && !node.selected() && !node.isParent());
      });
    });
    let timer: number | undefined;
    this.#cy.on('mouseover', 'node', (event) => {
      timer = window.setTimeout(() => listener.hovered(Number((event.target as NodeSingular).id())), 400);
    });
    this.#cy.on('mouseout drag', 'node', () => {
      window.clearTimeout(timer);
      listener.hovered(null);
    });
  }

  /** Sets badges, hidden-neighbour counts and labels anew after the set of nodes changed. */
  #refresh(): void {
    const neighbours = new Map<number, Set<number>>();
    for (const { source, target } of this.#links.values()) {
      if (source === target) continue;
      neighbours.set(source, (neighbours.get(source) ?? new Set()).add(target));
      neighbours.set(target, (neighbours.get(target) ?? new Set()).add(source));
    }
    for (const [id, node] of this.#nodes) {
      const more = Math.max(0, node.degree - (neighbours.get(id)?.size ?? 0));
      this.#cy
        .getElementById(String(id))
        .data(nodeData(node, { pinned: this.#pinned.has(id), more }, this.#mode, this.#words.detail(node)));
    }
    this.#relabel();
  }

  /** Only the largest money links, those a person typed and the selected ones carry a label; a guess has its “?” whatever its size. */
  #relabel(): void {
    const largest = this.links
      .filter((link) => link.fen !== null && linkKind(link.kind)?.money === 'moved')
      .sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0) || (a.id < b.id ? -1 : 1));
    const typed = this.links.filter((link) => linkKind(link.kind)?.byHand !== undefined);
    const chosen = new Set(
      [
        ...typed.slice(0, 4 * LABELLED),
        ...largest.slice(0, LABELLED),
        ...largest.filter((link) => link.findings > 0).slice(0, LABELLED),
      ].map((link) => link.id),
    );
    this.#cy.batch(() => {
      this.#cy.edges().forEach((edge: EdgeSingular) => {
        const link = this.#links.get(edge.id());
        const label =
          link && (chosen.has(link.id) || edge.selected())
            ? `${link.findings > 0 ? '! ' : ''}${this.#words.link(link)}`
            : link && isGuess(link)
              ? '?'
              : '';
        if (edge.data('label') !== label) edge.data('label', label);
      });
    });
  }

  /** Puts people into the frame of their hospital when both are on the chart; ends of employment links need no line then. */
  #group(): void {
    for (const [id, node] of this.#nodes) {
      const element = this.#cy.getElementById(String(id));
      const frame =
        this.#grouped &&
        node.group !== null &&
        node.group !== id &&
        this.#nodes.has(node.group) &&
        this.#memberCount(node.group) > 1
          ? String(node.group)
          : null;
      if ((element.data('parent') ?? null) !== frame) element.move({ parent: frame });
    }
    for (const edge of this.#cy.edges("[kind = 'employment']")) {
      edge.toggleClass('inside', edge.source().data('parent') === edge.target().id());
    }
  }

  #hide(): void {
    const { drawnAs, kinds, minFen, tags } = this.#hidden;
    const isOfKind = (id: string) => drawnAs.has(this.#nodes.get(Number(id))?.drawnAs ?? '');
    const tagged = this.#tagged(tags);
    for (const node of this.#cy.nodes()) {
      // a frame out of sight takes its members with it
      const members = node.children().map((member) => member.id());
      const isShown = [node.id(), ...members.filter((id) => !isOfKind(id))].some((id) => tagged.near.has(Number(id)));
      node.toggleClass('hidden', isOfKind(node.id()) || !isShown);
    }
    for (const edge of this.#cy.edges()) {
      const link = this.#links.get(edge.id());
      const small = link !== undefined && linkKind(link.kind)?.money !== null && link.fen !== null && link.fen < minFen;
      const apart = link !== undefined && !tagged.own.has(link.source) && !tagged.own.has(link.target);
      edge.toggleClass('hidden', small || apart || kinds.has(String(edge.data('kind'))));
    }
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

  #memberCount(group: number): number {
    let n = 0;
    for (const node of this.#nodes.values()) if (node.group === group && node.id !== group) n++;
    return n;
  }

  #place(spots: ReadonlyMap<string, Spot>): void {
    this.#cy.batch(() => {
      for (const [id, spot] of spots)
        if (!this.#pinned.has(Number(id))) this.#cy.getElementById(id).position({ ...spot });
    });
  }

  #middle(): Spot {
    const box = this.#cy.nodes().boundingBox();
    return { x: (box.x1 + box.x2) / 2 || 0, y: (box.y1 + box.y2) / 2 || 0 };
  }
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
