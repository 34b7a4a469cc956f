import { linkKind } from '../../../shared/ontology/index.ts';
import type { GraphLink } from '../../../shared/protocol/graph.requests.ts';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { client } from '../../client/client.ts';
import { changeEntry } from '../manual/entry-asked.ts';
import type { ActionContext } from './actions/action.ts';
import { addParties, did, reread, withinStep } from './graph-store.ts';

type T = ActionContext['t'];

/** Draws what was just entered by hand, as a step: taking it back takes back the entry. */
export async function showEntered(rowId: number, t: T): Promise<void> {
  const entry = await entryOf(rowId);
  if (!entry) return reread();
  let made = await withinStep(() => drawn(entry));
  let now = entry.entry;
  did({
    name: 'entry',
    count: 1,
    undo: async (chart) => {
      await client.request('manual.remove', { entry: now, reason: t('deeds.takenBack') });
      for (const step of made.toReversed()) await step.undo(chart);
      await reread();
    },
    redo: async () => {
      const again = await type(entry, now, t);
      now = again.entry;
      made = await withinStep(() => drawn(again));
    },
  });
}

/** An entry was replaced by another one from the chart: taking it back types the former one again. */
export async function changed(before: ManualEntry, rowId: number, t: T): Promise<void> {
  const after = await entryOf(rowId);
  await reread();
  if (!after) return;
  let now = after.entry;
  const to = (entry: ManualEntry) => async () => {
    now = (await type(entry, now, t)).entry;
    await reread();
  };
  did({ name: 'entry', count: 1, undo: to(before), redo: to(after) });
}

/** An entry was taken back from the chart: taking that back types it again. */
export async function takenBack(entry: ManualEntry, t: T): Promise<void> {
  await reread();
  let now = entry.entry;
  did({
    name: 'takeBack',
    count: 1,
    undo: async () => {
      now = (await type(entry, now, t)).entry;
      await reread();
    },
    redo: async () => {
      await client.request('manual.remove', { entry: now, reason: t('deeds.takenBack') });
      await reread();
    },
  });
}

/** Types an entry once more in the place of the one that stands now, or stood last. */
async function type({ what, category, values, from, to }: ManualEntry, replaces: number, t: T): Promise<ManualEntry> {
  const { rowId } = await client.request('manual.add', {
    what,
    ...(what === 'record' && { category }),
    values: Object.fromEntries(values.map(({ field, text }) => [field, text])),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    reason: t('deeds.typedAgain'),
    replaces,
  });
  const entry = await entryOf(rowId);
  if (!entry) throw new Error('an entry that was just typed is not in the list');
  return entry;
}

async function entryOf(rowId: number): Promise<ManualEntry | undefined> {
  const { rows } = await client.request('manual.list', { limit: 20 });
  return rows.find((each) => each.rowId === rowId);
}

async function drawn(entry: ManualEntry): Promise<void> {
  await reread();
  await addParties(entry.parties.map(({ id }) => id));
}

/** Whether links of its kind are typed by persons. */
export const isTyped = (link: GraphLink | undefined): link is GraphLink =>
  link !== undefined && linkKind(link.kind)?.byHand !== undefined;

/** The entry behind a link that was typed; of several the newest. */
async function entryBehind({ kind, source, target }: GraphLink): Promise<ManualEntry | null> {
  const { list } = await client.request('graph.link-rows', { kind, source, target, limit: 1 });
  const [row] = list;
  if (!row) return null;
  return (await client.request('source.read', { rowId: row.rowId, around: 0 })).manual ?? null;
}

/** Opens the entry behind a link that was typed. */
export async function changeTyped(link: GraphLink, { t, attempt }: Pick<ActionContext, 't' | 'attempt'>) {
  const entry = await entryBehind(link);
  if (entry) changeEntry(entry, (rowId) => void attempt(() => changed(entry, rowId, t)));
}
