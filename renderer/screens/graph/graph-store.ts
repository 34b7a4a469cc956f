import { create } from 'zustand';
import type { GraphLink, GraphNode, Subgraph } from '../../../shared/protocol/graph.requests.ts';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import type { Words } from '../../../shared/text/zh-CN/index.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import type { PointerTool } from '../../graph/area.ts';
import type { Chart, Hovered, Picture, Positions } from '../../graph/chart.ts';
import type { Composition } from '../../graph/compose.ts';
import type { LayoutName } from '../../graph/layouts/layout.ts';
import { checkRoom, mostNew } from './chart-room.ts';
import { place, workOut } from './layout-under-way.ts';

export type Totals = Answer<'graph.start'>['totals'];

/**
 * One step that can be taken back; `name` is a key of words graph.step. Steps outlive the chart they were done on (leaving the place and coming
 * back makes a new one), so each is given the chart of now. What writes to the case takes it back through its own request.
 */
export interface Step {
  readonly name: keyof Words['graph']['step'];
  readonly count: number;
  /** what follows at once under the same word is one step with it: a slider that is drawn, a node that is nudged */
  readonly joins?: string;
  undo(chart: Chart): void | Promise<void>;
  redo(chart: Chart): void | Promise<void>;
}

interface GraphState {
  readonly chart: Chart | null;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** of these, what filters and period leave in sight */
  readonly shown: Chart['shown'];
  readonly totals: Totals | null;
  readonly selectedParties: readonly number[];
  readonly selectedLinks: readonly string[];
  /** the party that the arrow keys walked to: keys are about it where it is outside of the selection */
  readonly walked: number | null;
  /** hidden from sight by a person, still on the chart */
  readonly hidden: readonly number[];
  /** what the pointer does on the blank */
  readonly tool: PointerTool;
  /** how many the box of the keyboard holds; null: it is not open */
  readonly boxed: number | null;
  /** the field for finding on the chart is open */
  readonly finding: boolean;
  /** what was last sought on the chart */
  readonly sought: string;
  /** a text on the chart that is being written: where, and which one where it is not new */
  readonly writing: { readonly x: number; readonly y: number; readonly id?: string; readonly text: string } | null;
  /** by party, whom expanding it brought onto the chart */
  readonly expansions: Readonly<Record<number, readonly number[]>>;
  /** the days of the month or row of a link that is selected alone */
  readonly part: { readonly from: string; readonly to: string } | null;
  /** what is drawn of it: groups, folded ones, lines */
  readonly composed: Composition | null;
  readonly hovered: Hovered | null;
  readonly zoom: number;
  readonly undone: readonly Step[];
  readonly done: readonly Step[];
  /** a step is being taken back or done again right now */
  readonly turning: boolean;
  /** counts changes of place or window, so that the minimap draws again */
  readonly seen: number;
}

export const useGraph = create<GraphState>()(() => ({
  chart: null,
  nodes: [],
  links: [],
  shown: { parties: new Set(), links: new Set() },
  totals: null,
  selectedParties: [],
  selectedLinks: [],
  walked: null,
  hidden: [],
  tool: 'pan',
  boxed: null,
  finding: false,
  sought: '',
  writing: null,
  expansions: {},
  part: null,
  composed: null,
  hovered: null,
  zoom: 1,
  undone: [],
  done: [],
  turning: false,
  seen: 0,
}));

const state = () => useGraph.getState();

/** What is on the chart, as it was when the place was left, with every step that led there. Kept until the case is closed. */
export interface KeptChart {
  readonly picture: Picture;
  readonly selected: { readonly parties: readonly number[]; readonly links: readonly string[] };
  readonly totals: Totals | null;
  readonly from: string;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly expansions: Readonly<Record<number, readonly number[]>>;
}

/** Tells the panes what the chart holds now. */
export function sync(): void {
  const { chart } = state();
  if (!chart) return;
  useGraph.setState({
    nodes: chart.parties.flatMap((id) => chart.node(id) ?? []),
    links: chart.links,
    composed: chart.composed,
    hidden: chart.away,
    shown: chart.shown,
  });
}

/** A step that follows within this many milliseconds joins the one before it. */
const JOINED = 1_000;
let lastDid = 0;

/** Writes down what was just done, so that it can be taken back. */
export function did(step: Step): void {
  const before = state().done.at(-1);
  const follows = step.joins !== undefined && before?.joins === step.joins && Date.now() - lastDid < JOINED;
  lastDid = Date.now();
  useGraph.setState(({ done }) => ({
    done: follows ? [...done.slice(0, -1), { ...step, undo: before.undo }] : [...done, step],
    undone: [],
  }));
  sync();
}

/** Does what is part of a larger step: its own steps are not written down, they are given back. */
export async function withinStep(deed: () => Promise<unknown>): Promise<readonly Step[]> {
  const { done, undone } = state();
  await deed();
  const made = state().done.slice(done.length);
  useGraph.setState({ done, undone });
  return made;
}

/** Takes the last step back. One that the case refuses to take back for good is forgotten, so that it does not bar those before it. */
export const undo = (): Promise<void> => turn('done', 'undone', 'undo');

export const redo = (): Promise<void> => turn('undone', 'done', 'redo');

async function turn(from: 'done' | 'undone', to: 'done' | 'undone', how: 'undo' | 'redo'): Promise<void> {
  const { chart, turning } = state();
  const step = state()[from].at(-1);
  if (!step || !chart || turning) return;
  const without = () => state()[from].filter((each) => each !== step);
  lastDid = 0;
  useGraph.setState({ turning: true });
  try {
    await step[how](chart);
    chart.keepInSight();
    useGraph.setState({ [from]: without(), [to]: [...state()[to], step] });
  } catch (error) {
    if (problemOf(error)?.code !== 'job.running') useGraph.setState({ [from]: without() });
    throw error;
  } finally {
    useGraph.setState({ turning: false });
    sync();
  }
}

/** Draws a subgraph as one undoable step. Returns the parties that are new on the chart. */
export function draw(graph: Subgraph, near?: number, name: Step['name'] = 'add'): number[] {
  const { chart } = state();
  if (!chart) return [];
  checkRoom(
    chart,
    graph.nodes.map(({ id }) => id),
  );
  const fresh = chart.add(graph, near);
  if (fresh.length === 0 && graph.links.every((link) => state().links.some((known) => known.id === link.id))) return [];
  const at = chart.positions();
  did({
    name,
    count: fresh.length,
    undo: (now) => void now.remove(fresh),
    redo: (now) => void now.add(graph, near, at),
  });
  return fresh;
}

export function takeOff(parties: readonly number[], name: Step['name'] = 'remove'): void {
  const { chart } = state();
  if (!chart || parties.length === 0) return;
  let taken = chart.remove(parties);
  did({
    name,
    count: parties.length,
    undo: (now) => void now.add(taken.graph, undefined, taken.at),
    redo: (now) => {
      taken = now.remove(parties);
    },
  });
}

/** The longest that places take to change before one's eyes. */
const GLIDE_MS = 320;

/** Places the chart by a layout as one step. */
export async function arrange(name: LayoutName): Promise<void> {
  const { chart } = state();
  if (!chart) return;
  const after = await workOut(chart, name);
  if (!after || state().chart !== chart) return;
  const before = chart.positions();
  chart.glideTo(after, GLIDE_MS);
  did({ name: 'layout', count: 0, undo: (now) => now.moveTo(before), redo: (now) => now.moveTo(after) });
}

/** Somebody was drawn to another place; `pinned`: those who are held there from now on. */
export function moved(before: Positions, after: Positions, pinned: readonly number[] = []): void {
  const { chart } = state();
  const fresh = pinned.filter((id) => !chart?.isPinned(id));
  const hold = (now: Chart | null, isHeld: boolean) => {
    for (const id of fresh) now?.pin(id, isHeld);
  };
  hold(chart, true);
  did({
    name: 'move',
    count: 0,
    undo: (now) => {
      now.moveTo(before);
      hold(now, false);
    },
    redo: (now) => {
      now.moveTo(after);
      hold(now, true);
    },
  });
}

export function togglePin(parties: readonly number[]): void {
  const { chart } = state();
  if (!chart || parties.length === 0) return;
  const before = parties.filter((id) => chart.isPinned(id));
  const pinned = before.length < parties.length;
  const set = (now: Chart, are: readonly number[]) => {
    for (const id of parties) now.pin(id, are.includes(id));
  };
  const after = pinned ? parties : [];
  set(chart, after);
  did({ name: 'pin', count: parties.length, undo: (now) => set(now, before), redo: (now) => set(now, after) });
}

export interface Expanded {
  readonly name: string;
  readonly added: number;
  readonly left: number;
  readonly total: number;
}

/** The next neighbours of a party by amount, drawn around it; links of the newcomers to everybody on the chart come with them. */
export async function expand(
  party: number,
  limit: number,
  wish: Partial<Pick<Ask<'graph.neighbours'>, 'only' | 'order'>> = {},
): Promise<Expanded | undefined> {
  const { chart } = state();
  if (!chart) return undefined;
  const answer = await client.request('graph.neighbours', {
    party,
    shown: chart.parties,
    limit: Math.max(1, Math.min(limit, mostNew(chart))),
    ...wish,
  });
  const added = draw(answer, party, 'expand');
  useGraph.setState(({ expansions }) => ({
    expansions: { ...expansions, [party]: [...new Set([...(expansions[party] ?? []), ...added])] },
  }));
  return {
    name: chart.node(party)?.name ?? '',
    added: added.length,
    left: Math.max(0, answer.newTotal - added.length),
    total: answer.total,
  };
}

/** Takes off what expanding a party brought; whoever was expanded in turn, or is pinned, stays. Returns how many. */
export function collapse(party: number): number {
  const { chart, expansions } = state();
  if (!chart) return 0;
  const isLeaf = (id: number) =>
    chart.node(id) && !chart.isPinned(id) && !expansions[id]?.some((own) => chart.node(own));
  const leaves = (expansions[party] ?? []).filter(isLeaf);
  takeOff(leaves, 'collapse');
  return leaves.length;
}

/** Adds parties by id with the links among everybody on the chart. */
export async function addParties(parties: readonly number[]): Promise<void> {
  const { chart } = state();
  if (!chart) return;
  checkRoom(chart, parties);
  const answer = await client.request('graph.start', { parties: [...new Set([...chart.parties, ...parties])] });
  const first = chart.parties.length === 0;
  draw(answer, first ? undefined : chart.parties[0]);
  useGraph.setState({ totals: answer.totals });
  if (first) await place(chart, 'force');
  chart.select(parties);
}

/** Draws the parties on the chart anew after the case changed; what does not exist any more leaves it. */
export async function reread(): Promise<void> {
  const { chart } = state();
  if (!chart || chart.parties.length === 0) return;
  const answer = await client.request('graph.start', { parties: [...chart.parties] });
  chart.renew(answer);
  useGraph.setState({ totals: answer.totals });
  sync();
}
