import { sentence } from '../../../shared/evidence/sentence.ts';
import type { FindingRow, ModelWords } from '../../../shared/protocol/findings.requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';

/** The words of the models: titles and sentences of findings in the reader's language. A model this version does not know keeps its id. */
export function useModels() {
  const { lang } = useWords();
  const query = useAnswer('detect.models', {});
  const known = new Map<string, ModelWords>(
    query.data ? [...query.data.models, query.data.byHand].map((model) => [model.id, model]) : [],
  );
  return {
    query,
    known,
    titleOf: (id: string): string => {
      const model = known.get(id);
      return model ? inLang(model.title, lang) : id;
    },
    sentenceOf: ({ model, params }: Pick<FindingRow, 'model' | 'params'>): string => {
      const words = known.get(model);
      return words ? sentence(words.summary, params, lang) : '';
    },
  };
}
