import { client } from '../client/client.ts';
import { forgetAnswers, invalidate } from '../client/queries.ts';
import { type CaseInfo, useApp } from './store.ts';

/** Follows what the core announces: progress, stale answers, the case opened, locked or closed. */
export function startEvents(): void {
  client.onEvent((event) => {
    const app = useApp.getState();
    switch (event.event) {
      case 'progress':
        return app.setJob(event);
      case 'job-ended':
        return app.setJob(null);
      case 'changed':
        return invalidate(event.what);
      case 'case':
        if (event.case === null) return showLocked();
        return app.isOpening ? undefined : showCase(event.case);
    }
  });
  void client.request('case.info', {}).then(
    (answer) => (answer.case ? showCase(answer.case) : useApp.getState().setSession({ state: 'closed' })),
    () => useApp.getState().setSession({ state: 'closed' }),
  );
}

/** Opens a case by a request of this window; the case is shown once all of it is done. */
export async function opening(open: () => Promise<CaseInfo>): Promise<void> {
  useApp.setState({ isOpening: true });
  try {
    showCase(await open());
  } catch (error) {
    // what was half opened must not stay open behind the list of cases
    await client.request('case.lock', {});
    throw error;
  } finally {
    useApp.setState({ isOpening: false });
  }
}

/** The case is open: on its place before the lock, or on the overview. */
export function showCase(info: CaseInfo): void {
  useApp.getState().setSession({ state: 'open', case: info });
}

/** Takes everything read from the case off the screen and out of memory, at once. Where no case is open there is nothing to take:
 * what the list of cases still waits for is not forgotten, it gets its answer. */
function showLocked(): void {
  const { session, setSession, setJob } = useApp.getState();
  setJob(null);
  if (session.state !== 'open') return;
  forgetAnswers();
  setSession({ state: 'locked', case: session.case });
}

/** Locks: the screen is cleared first, then the core forgets the key. */
export function lock(): void {
  if (useApp.getState().session.state !== 'open') return;
  showLocked();
  void client.request('case.lock', {});
}

/** Leaves the locked case for the list of cases. */
export function leaveCase(): void {
  forgetAnswers();
  useApp.getState().setSession({ state: 'closed' });
}
