import { useEffect } from 'react';
import type { GraphLink } from '../../../shared/protocol/graph.requests.ts';
import { useAnswer } from '../../client/queries.ts';
import { sync, useGraph } from './graph-store.ts';
import { asked, narrows, type Period } from './period.ts';

/** What the chart comes to in a period; null where the period leaves nothing out. */
export interface Within {
  readonly links: ReadonlyMap<string, GraphLink>;
  /** fen received and paid in the period, from and to anybody */
  readonly parties: ReadonlyMap<number, { readonly inFen: number; readonly outFen: number }>;
}

/** Links with the figures of the period; who has none in it is left out. */
export const linksIn = (links: readonly GraphLink[], within: Within | null): readonly GraphLink[] =>
  within ? links.flatMap((link) => within.links.get(link.id) ?? []) : links;

/** Holds the chart to a period and tells the panes the figures of it. */
export function useWithin(period: Period): Within | null {
  const { chart, nodes } = useGraph();
  const parties = nodes.map((node) => node.id);
  const isAsked = narrows(period) && parties.length > 0;
  const { data } = useAnswer('graph.within', { parties, ...asked(period) }, { enabled: isAsked, keep: true });
  useEffect(() => {
    chart?.showOnly(isAsked ? (data?.links ?? null) : null, data?.parties);
    sync();
  }, [chart, isAsked, data]);
  if (!isAsked || !data) return null;
  return {
    links: new Map(data.links.map((link) => [link.id, link])),
    parties: new Map(data.parties.map((party) => [party.id, party])),
  };
}
