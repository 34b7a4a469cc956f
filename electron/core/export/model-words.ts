import { models } from '../models/index.ts';
import type { Model } from '../models/model.ts';

/** The models by id; a finding of a model that is no longer there keeps its id as its title. */
const byId = new Map<string, Model>(models.map((model) => [model.id, model]));

export const modelById = (id: string): Model | undefined => byId.get(id);

export function modelWords(id: string, lang: 'zh-CN' | 'en'): { title: string; summary: { zh: string; en: string } } {
  const model = byId.get(id);
  return {
    title: model ? (lang === 'en' ? model.title.en : model.title.zh) : id,
    summary: model?.summary ?? { zh: id, en: id },
  };
}
