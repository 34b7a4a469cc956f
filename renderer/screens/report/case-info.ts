import { type CaseInfo, useApp } from '../../app/store.ts';

/** The open case, as its opening answered it. */
export const useCaseInfo = (): CaseInfo | undefined =>
  useApp((app) => (app.session.state === 'open' ? app.session.case : undefined));
