import { useApp } from './store.ts';

/** Under which name this window works in the open case; '' while none is open. */
export const useMe = (): string => useApp((app) => (app.session.state === 'open' ? app.session.case.actor : ''));
