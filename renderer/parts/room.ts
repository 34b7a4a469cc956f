import { useSyncExternalStore } from 'react';

/** How much room the window gives: narrow = 1366 and below, wide = 1920 and above. Columns and filters follow it. */
export type Room = 'narrow' | 'normal' | 'wide';

const narrow = window.matchMedia('(max-width: 1399px)');
const wide = window.matchMedia('(min-width: 1801px)');

function follow(changed: () => void): () => void {
  for (const list of [narrow, wide]) list.addEventListener('change', changed);
  return () => {
    for (const list of [narrow, wide]) list.removeEventListener('change', changed);
  };
}

const now = (): Room => (narrow.matches ? 'narrow' : wide.matches ? 'wide' : 'normal');

/** The room of the window, followed while the component is mounted. */
export const useRoom = (): Room => useSyncExternalStore(follow, now);
