import type { ChartPlace } from './chart-data.ts';

/** Where each party stands that has an element of its own. */
export const placeByParty = (places: readonly ChartPlace[]): ReadonlyMap<number, ChartPlace> =>
  new Map(places.flatMap((place) => (place.parties.length === 1 ? [[place.parties[0]!, place] as const] : [])));
