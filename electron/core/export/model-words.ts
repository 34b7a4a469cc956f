import { modelOf } from '../models/of-case.ts';
import type { Store } from '../store/connect.ts';

/** A finding of a model that is no longer there keeps its id as its title. */
export function modelWords(
  store: Store,
  id: string,
  lang: 'zh-CN' | 'en',
): { title: string; summary: { zh: string; en: string } } {
  const model = modelOf(store, id);
  return {
    title: model ? (lang === 'en' ? model.title.en : model.title.zh) : id,
    summary: model?.summary ?? { zh: id, en: id },
  };
}
