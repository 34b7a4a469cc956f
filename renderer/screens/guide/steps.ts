import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { client } from '../../client/client.ts';

/** The seven steps through the sample case, in order. */
export const guideSteps = ['count', 'problems', 'parties', 'fees', 'meetings', 'money', 'innocent'] as const;
export type GuideStep = (typeof guideSteps)[number];

type Known = Answer<'sample.guide'>['steps'][number]['answer'];

/** Goes where a step happens; steps about a party open that party. */
export async function goToStep(step: GuideStep, answer: Known): Promise<void> {
  switch (step) {
    case 'count':
    case 'problems':
      return go('import', {});
    case 'parties': {
      const party = await partyNamed(answer.name);
      return party === undefined ? go('overview', {}) : go('party', { id: party });
    }
    case 'fees':
      return go('findings', { model: 'academic-fee-no-conference' });
    case 'meetings':
      return go('findings', { model: 'sham-conference' });
    case 'money': {
      const party = await partyNamed(Array.isArray(answer.path) ? answer.path[0] : undefined);
      return go('graph', party === undefined ? {} : { party });
    }
    case 'innocent':
      return go('report', {});
  }
}

async function partyNamed(name: Known[string] | undefined): Promise<number | undefined> {
  if (typeof name !== 'string') return undefined;
  const { hits } = await client.request('search', { text: name });
  return hits.find(({ party, title }) => party && title === name)?.party?.id;
}
