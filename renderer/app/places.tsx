import type { Icon } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { At, PlaceId, PlaceParams } from './store.ts';

/** A place: its screen, and where it stands in the rail (places without an icon are reached from others). */
interface Place<P extends PlaceId> {
  readonly screen: ComponentType<{ params: PlaceParams[P] }>;
  readonly icon?: Icon;
}

/** The list of places. A new screen is one line here. */
const places: { readonly [P in PlaceId]?: Place<P> } = {};

export const railTop: readonly PlaceId[] = ['overview', 'clues', 'import', 'graph', 'findings', 'report'];
export const railBottom: readonly PlaceId[] = ['journal', 'settings'];

export const iconOf = (place: PlaceId): Icon | undefined => places[place]?.icon;

/** The screen of a place, opened at its params. */
export function PlaceView<P extends PlaceId>({ at }: { at: At<P> }): ReactNode {
  const place: Place<P> | undefined = places[at.place];
  if (!place) return null;
  const Screen = place.screen;
  return <Screen params={at.params} />;
}
