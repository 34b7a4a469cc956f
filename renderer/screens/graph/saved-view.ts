import { useShallow } from 'zustand/react/shallow';
import type { Ask } from '../../../shared/protocol/requests.ts';
import { useApp } from '../../app/store.ts';
import { client } from '../../client/client.ts';
import type { Chart, Picture } from '../../graph/chart.ts';
import { type GraphFilters, noFilters } from './filters.tsx';
import { did, type Step, useGraph } from './graph-store.ts';
import { changeLook, type GraphLook, lookNow } from './look.ts';
import { allTime, asked, type Period } from './period.ts';

type Save = Ask<'graph.views-save'>;

/** Which view the chart was last saved as or opened from, and at which step of the person that was. */
export interface StandingView {
  readonly view: number;
  readonly name: string;
  readonly note: string;
  readonly at: string;
  readonly step: Step | null;
}

const STANDING = 'graph.standing';
const FILTERS = 'graph.filters';
const PERIOD = 'graph.period';

const kept = <T>(key: string, otherwise: T): T => (useApp.getState().kept[key] as T | undefined) ?? otherwise;

export const standingView = (): StandingView | undefined => kept<StandingView | undefined>(STANDING, undefined);

export function stand(head: Omit<StandingView, 'step'>): void {
  useApp.getState().keep(STANDING, { ...head, step: useGraph.getState().done.at(-1) ?? null } satisfies StandingView);
}

/** Groups and look, which the core keeps without reading them. */
interface Rest {
  readonly groups?: Picture['groups'];
  readonly look?: GraphLook;
}

const whole = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: Math.round(x), y: Math.round(y) });

/** The chart as it is now, as a view is saved; undefined while nothing is on it. */
export function pictureNow(): Pick<Save, 'parties' | 'state' | 'texts'> | undefined {
  const { chart } = useGraph.getState();
  return chart && chart.parties.length > 0 ? pictureOf(chart) : undefined;
}

function pictureOf(chart: Chart): Pick<Save, 'parties' | 'state' | 'texts'> {
  const { at, pinned, groups, hidden = [], texts = [] } = chart.picture;
  const { hiddenKinds, hiddenLinks, minFen, tags } = kept<GraphFilters>(FILTERS, noFilters);
  const rest: Rest = { ...(groups ? { groups } : {}), look: lookNow() };
  const none = { x: 0, y: 0 };
  return {
    parties: chart.parties.map((id) => ({
      id,
      ...whole(at[String(id)] ?? none),
      pinned: pinned.includes(id),
      hidden: hidden.includes(id),
    })),
    state: {
      filter: { hiddenKinds: [...hiddenKinds], hiddenLinks: [...hiddenLinks], minFen, tags: [...tags] },
      period: asked(kept<Period>(PERIOD, allTime)),
      rest: JSON.stringify(rest),
    },
    texts: texts.map((text) => ({ ...text, ...whole(at[text.id] ?? none) })),
  };
}

/** What the chart holds and leaves in sight, again after every deed; where its parties stand is no part of it. */
export function useChartNow(): Pick<Save, 'parties' | 'state'> | undefined {
  const [chart] = useGraph(
    useShallow(({ chart: on, nodes, hidden, done, turning }) => [on, nodes, hidden, done, turning] as const),
  );
  useApp(useShallow((app) => [app.kept[FILTERS], app.kept[PERIOD]]));
  const now = chart && pictureOf(chart);
  return now ? { state: now.state, parties: now.parties.map((party) => ({ ...party, x: 0, y: 0 })) } : undefined;
}

/** Puts a view on the chart in the place of what is there, as one step. Tells who of it is not in the case any more. */
export async function openView(view: number): Promise<{ name: string; of: number; gone: string[] } | undefined> {
  const saved = await client.request('graph.views-read', { view });
  const { chart } = useGraph.getState();
  if (!chart) return undefined;
  const there = saved.parties.flatMap((party) => (party.now === null ? [] : [{ ...party, now: party.now }]));
  const graph =
    there.length === 0
      ? { nodes: [], links: [] }
      : await client.request('graph.start', { parties: [...new Set(there.map(({ now }) => now))] });
  const idOf = new Map(there.map((party) => [party.saved, party.now]));
  const { groups, look } = JSON.parse(saved.state.rest) as Rest;
  const picture: Picture = {
    graph: { nodes: graph.nodes, links: graph.links },
    at: Object.fromEntries([
      ...there.map(({ now, x, y }) => [String(now), { x, y }] as const),
      ...saved.texts.map(({ id, x, y }) => [id, { x, y }] as const),
    ]),
    pinned: there.filter(({ pinned }) => pinned).map(({ now }) => now),
    hidden: there.filter(({ hidden }) => hidden).map(({ now }) => now),
    texts: saved.texts.map(({ id, text }) => ({ id, text })),
    ...(groups ? { groups: withIds(groups, idOf) } : {}),
  };
  const { filter, period } = saved.state;
  const { folded, ...before } = kept<GraphFilters>(FILTERS, noFilters);
  const beforePeriod = kept<Period>(PERIOD, allTime);
  const [was, beforeLook] = [chart.picture, lookNow()];
  const show = (on: Chart, what: Picture, filters: Omit<GraphFilters, 'folded'>, when: Period, how: GraphLook) => {
    const { keep } = useApp.getState();
    keep(FILTERS, { ...filters, folded: kept<GraphFilters>(FILTERS, { ...noFilters, folded }).folded });
    keep(PERIOD, when);
    changeLook(how);
    on.show(what);
    on.fit();
  };
  const after: Period = {
    ...(period.from === undefined ? {} : { from: period.from }),
    ...(period.to === undefined ? {} : { to: period.to }),
    ...(period.undated ? {} : { undated: false as const }),
  };
  const redo = (on: Chart) => show(on, picture, { ...before, ...filter }, after, look ?? beforeLook);
  redo(chart);
  did({ name: 'view', count: 0, redo, undo: (on) => show(on, was, before, beforePeriod, beforeLook) });
  stand({ view, name: saved.name, note: saved.note, at: saved.changedAt });
  return {
    name: saved.name,
    of: saved.parties.length,
    gone: saved.parties.filter(({ now }) => now === null).map(({ name }) => name),
  };
}

/** Groups with the ids that their parties have now. */
function withIds(
  groups: NonNullable<Picture['groups']>,
  idOf: ReadonlyMap<number, number>,
): NonNullable<Picture['groups']> {
  return {
    ...groups,
    hand: groups.hand.map((group) => ({ ...group, members: group.members.flatMap((id) => idOf.get(id) ?? []) })),
  };
}
