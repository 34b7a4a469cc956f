import type { z } from 'zod';
import { caseRequests } from './case.requests.ts';
import { findingsRequests } from './findings.requests.ts';
import { graphRequests } from './graph.requests.ts';
import { importRequests } from './import.requests.ts';
import { outputRequests } from './output.requests.ts';
import { partiesRequests } from './parties.requests.ts';
import { sampleRequests } from './sample.requests.ts';
import { settingsRequests } from './settings.requests.ts';

/** Everything the window, the command line and the tests can ask of the core. One name, one shape of ask, one of answer. */
export const requests = {
  ...caseRequests,
  ...importRequests,
  ...partiesRequests,
  ...graphRequests,
  ...findingsRequests,
  ...outputRequests,
  ...sampleRequests,
  ...settingsRequests,
} as const;

export type RequestName = keyof typeof requests;
/** What the asker writes (defaults may be left out). */
export type Ask<N extends RequestName> = z.input<(typeof requests)[N]['ask']>;
/** What the handler receives (defaults filled in). */
export type Asked<N extends RequestName> = z.output<(typeof requests)[N]['ask']>;
export type Answer<N extends RequestName> = z.output<(typeof requests)[N]['answer']>;

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name);
