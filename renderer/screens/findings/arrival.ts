import { useLayoutEffect, useRef } from 'react';
import { useApp } from '../../app/store.ts';

/** Runs `arrive` when the place was entered anew, not on the way back to it: what was selected and filtered meanwhile stays. */
export function useArrival(key: string, arrive: () => void): void {
  const latest = useRef(arrive);
  useLayoutEffect(() => {
    const { history, kept, keep } = useApp.getState();
    if (kept[key] === history.here) return;
    keep(key, history.here);
    latest.current();
  }, [key]);
}
