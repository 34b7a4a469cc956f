import { definitionWords } from '../../../shared/ontology/own-words.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import type { OwnVersion } from '../store/own-models.ts';

type Definition = Asked<'own.save'>['definition'];

/** A version as it is shown, with its definition as sentences. */
export const ownVersionAnswer = (version: OwnVersion): Answer<'own.history'>['versions'][number] => ({
  ...version,
  definition: version.definition as Definition,
  words: definitionWords(version.definition),
});
