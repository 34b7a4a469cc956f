import type { z } from 'zod';
import { alikeRequests } from './alike.requests.ts';
import { boardsRequests } from './boards.requests.ts';
import { caseRequests } from './case.requests.ts';
import { chartFileRequests } from './chart-file.requests.ts';
import { checkingRequests } from './checking.requests.ts';
import { findingsRequests } from './findings.requests.ts';
import { graphRequests } from './graph.requests.ts';
import { handFindingsRequests } from './hand-findings.requests.ts';
import { importRequests } from './import.requests.ts';
import { leadsRequests } from './leads.requests.ts';
import { manualRequests } from './manual.requests.ts';
import { metricsRequests } from './metrics.requests.ts';
import { notesRequests } from './notes.requests.ts';
import { outputRequests } from './output.requests.ts';
import { ownModelsRequests } from './own-models.requests.ts';
import { partiesRequests } from './parties.requests.ts';
import { periodRequests } from './period.requests.ts';
import { queueRequests } from './queue.requests.ts';
import { relationsRequests } from './relations.requests.ts';
import { routeRequests } from './routes.requests.ts';
import { sampleRequests } from './sample.requests.ts';
import { settingsRequests } from './settings.requests.ts';
import { tagsRequests } from './tags.requests.ts';
import { templateRequests } from './template.requests.ts';
import { traceRequests } from './trace.requests.ts';
import { triageRequests } from './triage.requests.ts';
import { viewsRequests } from './views.requests.ts';
import { wizardRequests } from './wizard.requests.ts';
import { workshopRequests } from './workshop.requests.ts';

/** Everything the window, the command line and the tests can ask of the core. One name, one shape of ask, one of answer. */
export const requests = {
  ...caseRequests,
  ...importRequests,
  ...checkingRequests,
  ...queueRequests,
  ...manualRequests,
  ...templateRequests,
  ...wizardRequests,
  ...partiesRequests,
  ...alikeRequests,
  ...tagsRequests,
  ...leadsRequests,
  ...relationsRequests,
  ...notesRequests,
  ...graphRequests,
  ...metricsRequests,
  ...traceRequests,
  ...routeRequests,
  ...chartFileRequests,
  ...periodRequests,
  ...viewsRequests,
  ...findingsRequests,
  ...triageRequests,
  ...handFindingsRequests,
  ...workshopRequests,
  ...ownModelsRequests,
  ...boardsRequests,
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
