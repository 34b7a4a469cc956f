import { linkKind } from '../../../shared/ontology/index.ts';
import type { GraphLink } from '../../../shared/protocol/graph.requests.ts';
import { client } from '../../client/client.ts';
import { changeEntry } from '../manual/entry-asked.ts';
import { addParties, reread } from './graph-store.ts';

/** Draws what was just entered by hand. */
export async function showEntered(rowId: number): Promise<void> {
  const { rows } = await client.request('manual.list', { limit: 20 });
  const entry = rows.find((each) => each.rowId === rowId);
  await reread();
  if (entry) await addParties(entry.parties.map(({ id }) => id));
}

/** Whether links of its kind are typed by persons. */
export const isTyped = (link: GraphLink | undefined): link is GraphLink =>
  link !== undefined && linkKind(link.kind)?.byHand !== undefined;

/** Opens the entry behind a link that was typed; of several the newest. */
export async function changeTyped({ kind, source, target }: GraphLink): Promise<void> {
  const { list } = await client.request('graph.link-rows', { kind, source, target, limit: 1 });
  const [row] = list;
  if (!row) return;
  const { manual } = await client.request('source.read', { rowId: row.rowId, around: 0 });
  if (manual) changeEntry(manual, () => void reread());
}
