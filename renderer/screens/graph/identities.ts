import type { Answer } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import type { Positions } from '../../graph/chart.ts';
import type { ActionContext } from './actions/action.ts';
import { checkRoom } from './chart-room.ts';
import { did, reread, useGraph } from './graph-store.ts';

type T = ActionContext['t'];

/** Two parties were joined from the chart: the one stays, the other leaves it; taken back, both stand where they stood. */
export async function merged(answer: Answer<'parties.merge'>, pair: readonly [number, number], t: T): Promise<void> {
  const places = useGraph.getState().chart?.positions() ?? {};
  const spots = pair.map((id) => places[String(id)]);
  let decision = answer.decision;
  let apart: readonly number[] = pair;
  await bring([answer.party], spots);
  did({
    name: 'merge',
    count: 2,
    undo: async () => {
      apart = (await client.request('parties.undo', { decision })).parties;
      await bring(apart, spots);
    },
    redo: async () => {
      const [a, b] = apart;
      if (a === undefined || b === undefined) return;
      const again = await client.request('parties.merge', { a, b, reason: t('deeds.typedAgain') });
      decision = again.decision;
      await bring([again.party], spots);
    },
  });
}

/** A party was taken apart from the chart: what came out of it stands around it; taken back, it is one again. */
export async function split(answer: Answer<'parties.split'>, mentions: readonly number[], t: T): Promise<void> {
  let { decision, party } = answer;
  await bring([party, ...answer.parties]);
  did({
    name: 'split',
    count: 1 + answer.parties.length,
    undo: async () => {
      const undone = await client.request('parties.undo', { decision });
      party = undone.parties[0] ?? party;
      await bring(undone.parties);
    },
    redo: async () => {
      const again = await client.request('parties.split', {
        party,
        mentions: [...mentions],
        reason: t('deeds.typedAgain'),
      });
      ({ decision, party } = again);
      await bring([party, ...again.parties]);
    },
  });
}

/** Reads the chart anew and draws these parties where they are not on it yet: at the free ones of `spots`, else around the first. */
async function bring(parties: readonly number[], spots: ReadonlyArray<Positions[string] | undefined> = []) {
  const { chart } = useGraph.getState();
  if (!chart) return;
  await reread();
  const missing = parties.filter((id) => !chart.node(id));
  if (missing.length === 0) return;
  checkRoom(chart, missing);
  const answer = await client.request('graph.start', { parties: [...new Set([...chart.parties, ...parties])] });
  const taken = Object.values(chart.positions());
  const isFree = (spot: Positions[string]) => taken.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) > 20);
  const free = spots.flatMap((spot) => (spot && isFree(spot) ? [spot] : []));
  const at = Object.fromEntries(missing.flatMap((id, i) => (free[i] ? [[String(id), free[i]]] : [])));
  chart.add(answer, parties.find((id) => chart.node(id)) ?? chart.parties[0], at);
}
