import { handModel } from '../../../shared/ontology/hand-finding.ts';
import { defineModel } from './model.ts';

/**
 * 人工疑点 in the words in which lists, details and the report speak of models. It is never run, and has no part in the risk score, which
 * is of models alone: whoever makes a finding chooses its weight.
 */
export const byHand = defineModel({
  id: handModel,
  version: 1,
  group: 'hand',
  areas: [],
  links: [],
  family: handModel,
  weight: 0,
  title: { zh: '人工疑点', en: 'Finding by hand' },
  question: {
    zh: '由人员根据所选证据行提出，不是模型命中。',
    en: 'Raised by a person from chosen rows; no model found it.',
  },
  summary: { zh: '{{title}}：{{reason}}', en: '{{title}}: {{reason}}' },
  basis: [],
  needs: [],
  settings: [],
  innocent: [],
  blindSpots: [],
  find: () => ({ examined: 0, hits: [] }),
  examples: [],
});
