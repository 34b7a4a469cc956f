import { create } from 'zustand';
import type { GraphLink, GraphNode, Subgraph } from '../../../shared/protocol/graph.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import type { Chart, LayoutName, Positions } from '../../graph/chart.ts';

export type Totals = Answer<'graph.start'>['totals'];

/** One step that can be taken back; `name` is a key of words graph.step. */
interface Step {
  readonly name: 'add' | 'remove' | 'move' | 'layout' | 'pin' | 'clear';
  readonly count: number;
  undo(): void;
  redo(): void;
}

interface GraphState {
  readonly chart: Chart | null;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly totals: Totals | null;
  readonly selectedParties: readonly number[];
  readonly selectedLinks: readonly string[];
  readonly zoom: number;
  readonly undone: readonly Step[];
  readonly done: readonly Step[];
  /** counts changes of place or window, so that the minimap draws again */
  readonly seen: number;
}

export const useGraph = create<GraphState>()(() => ({
  chart: null,
  nodes: [],
  links: [],
  totals: null,
  selectedParties: [],
  selectedLinks: [],
  zoom: 1,
  undone: [],
  done: [],
  seen: 0,
}));

const state = () => useGraph.getState();

/** What is on the chart, as it was when the place was left: parties, places, pins. Kept until the case is closed. */
export interface KeptChart {
  readonly graph: Subgraph;
  readonly at: Positions;
  readonly pinned: readonly number[];
  readonly totals: Totals | null;
  readonly from: string;
}

/** Tells the panes what the chart holds now. */
export function sync(): void {
  const { chart } = state();
  if (!chart) return;
  useGraph.setState({ nodes: chart.parties.flatMap((id) => chart.node(id) ?? []), links: chart.links });
}

function did(step: Step): void {
  useGraph.setState(({ done }) => ({ done: [...done, step], undone: [] }));
  sync();
}

export function undo(): void {
  const step = state().done.at(-1);
  if (!step) return;
  step.undo();
  useGraph.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
  sync();
}

export function redo(): void {
  const step = state().undone.at(-1);
  if (!step) return;
  step.redo();
  useGraph.setState(({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
  sync();
}

/** Draws a subgraph as one undoable step. Returns the parties that are new on the chart. */
export function draw(graph: Subgraph, near?: number): number[] {
  const { chart } = state();
  if (!chart) return [];
  const fresh = chart.add(graph, near);
  if (fresh.length === 0 && graph.links.every((link) => state().links.some((known) => known.id === link.id))) return [];
  const at = chart.positions();
  did({
    name: 'add',
    count: fresh.length,
    undo: () => void chart.remove(fresh),
    redo: () => void chart.add(graph, near, at),
  });
  return fresh;
}

export function takeOff(parties: readonly number[]): void {
  const { chart } = state();
  if (!chart || parties.length === 0) return;
  let taken = chart.remove(parties);
  did({
    name: 'remove',
    count: parties.length,
    undo: () => void chart.add(taken.graph, undefined, taken.at),
    redo: () => {
      taken = chart.remove(parties);
    },
  });
}

export function arrange(name: LayoutName): void {
  const { chart } = state();
  if (!chart) return;
  const { before, after } = chart.layout(name);
  did({ name: 'layout', count: 0, undo: () => chart.moveTo(before), redo: () => chart.moveTo(after) });
}

export function moved(before: Positions, after: Positions): void {
  const { chart } = state();
  if (!chart) return;
  did({ name: 'move', count: 0, undo: () => chart.moveTo(before), redo: () => chart.moveTo(after) });
}

export function togglePin(parties: readonly number[]): void {
  const { chart } = state();
  if (!chart || parties.length === 0) return;
  const pinned = parties.some((id) => !chart.isPinned(id));
  const set = (value: boolean) => {
    for (const id of parties) chart.pin(id, value);
  };
  set(pinned);
  did({ name: 'pin', count: parties.length, undo: () => set(!pinned), redo: () => set(pinned) });
}

export interface Expanded {
  readonly name: string;
  readonly added: number;
  readonly left: number;
  readonly total: number;
}

/** The next neighbours of a party by amount, drawn around it; links of the newcomers to everybody on the chart come with them. */
export async function expand(party: number, limit: number, kinds?: readonly string[]): Promise<Expanded | undefined> {
  const { chart } = state();
  if (!chart) return undefined;
  const answer = await client.request('graph.neighbours', {
    party,
    shown: chart.parties,
    limit,
    ...(kinds ? { kinds: [...kinds] } : {}),
  });
  const added = draw(answer, party).length;
  return {
    name: chart.node(party)?.name ?? '',
    added,
    left: Math.max(0, answer.newTotal - added),
    total: answer.total,
  };
}

/** Adds parties by id with the links among everybody on the chart. */
export async function addParties(parties: readonly number[]): Promise<void> {
  const { chart } = state();
  if (!chart) return;
  const wanted = [...new Set([...chart.parties, ...parties])].slice(-500);
  const answer = await client.request('graph.start', { parties: wanted });
  const first = chart.parties.length === 0;
  draw(answer, first ? undefined : chart.parties[0]);
  useGraph.setState({ totals: answer.totals });
  if (first) chart.layout('force');
  chart.select(parties);
}

/** Draws the parties on the chart anew after the case changed; what does not exist any more leaves it. */
export async function reread(): Promise<void> {
  const { chart } = state();
  if (!chart || chart.parties.length === 0) return;
  const parties = chart.parties.slice(0, 500);
  const answer = await client.request('graph.start', { parties });
  chart.renew(answer);
  useGraph.setState({ totals: answer.totals });
  sync();
}
