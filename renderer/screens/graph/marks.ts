import type { TagId } from '../../../shared/ontology/tags.ts';
import { client } from '../../client/client.ts';
import type { ActionContext } from './actions/action.ts';
import { did, reread, useGraph } from './graph-store.ts';

type T = ActionContext['t'];

/** Gives a tag to whoever does not carry it, as one step. Returns how many that were. */
export async function mark(parties: readonly number[], tag: TagId, reason: string, t: T): Promise<number> {
  const { nodes } = useGraph.getState();
  const without = parties.filter((party) => !nodes.find(({ id }) => id === party)?.tags.includes(tag));
  const given: number[] = [];
  for (const party of without) given.push((await client.request('tags.add', { party, tag, reason })).id);
  return written(given, { undo: 'remove', redo: 'restore' }, t);
}

/** Takes away the tags that persons gave; what follows from records stays. Returns how many. */
export async function unmark(parties: readonly number[], tag: TagId, reason: string, t: T): Promise<number> {
  const taken: number[] = [];
  for (const party of parties) {
    const { tags } = await client.request('tags.read', { party });
    for (const { tag: each, given } of tags) if (each === tag && given && !given.removed) taken.push(given.id);
  }
  for (const id of taken) await client.request('tags.change', { id, what: 'remove', reason });
  return written(taken, { undo: 'restore', redo: 'remove' }, t);
}

async function written(
  tags: readonly number[],
  how: Readonly<Record<'undo' | 'redo', 'remove' | 'restore'>>,
  t: T,
): Promise<number> {
  await reread();
  if (tags.length === 0) return 0;
  const turn = (what: 'remove' | 'restore') => async () => {
    for (const id of tags) await client.request('tags.change', { id, what, reason: t('deeds.takenBack') });
    await reread();
  };
  did({ name: 'tag', count: tags.length, undo: turn(how.undo), redo: turn(how.redo) });
  return tags.length;
}
