import { useEffect } from 'react';
import { lock } from './events.ts';
import { useSettings } from './settings.ts';
import { useApp } from './store.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks after the minutes of the settings without a key or a movement; a running job does not keep a case open. */
export function useIdleLock(): void {
  const minutes = useSettings((store) => store.settings.idleMinutes);
  const isOpen = useApp((app) => app.session.state === 'open');
  useEffect(() => {
    if (!isOpen) return;
    // a timer alone would be late after the machine slept, so the clock is read too
    let last = Date.now();
    const noteSign = () => {
      last = Date.now();
    };
    const watch = setInterval(() => Date.now() - last >= minutes * 60_000 && lock(), 5_000);
    for (const sign of signs) window.addEventListener(sign, noteSign, { passive: true, capture: true });
    return () => {
      clearInterval(watch);
      for (const sign of signs) window.removeEventListener(sign, noteSign, { capture: true });
    };
  }, [minutes, isOpen]);
}
