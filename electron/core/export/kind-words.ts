import { linkKind, partyKind } from '../../../shared/ontology/index.ts';

export { drawnAs } from '../../../shared/ontology/index.ts';

/** The word for a way of being drawn, e.g. 推广服务商. */
export function partyKindWords(drawn: string, lang: 'zh-CN' | 'en'): string {
  const words = partyKind(drawn)?.words;
  return words ? (lang === 'en' ? words.en : words.zh) : drawn;
}

/** The word for a kind of link, e.g. 付款. */
export function linkKindWords(kind: string, lang: 'zh-CN' | 'en'): string {
  const words = linkKind(kind)?.words;
  return words ? (lang === 'en' ? words.en : words.zh) : kind;
}
