import { type TagGroup, type TagId, tagOf } from '../../../shared/ontology/tags.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';

export const wordIn = ({ zh, en }: Bilingual, lang: 'zh-CN' | 'en'): string => (lang === 'en' ? en : zh);

/** The tags of one group, or of all, as one cell of a workbook. */
export const tagCell = (held: readonly TagId[], lang: 'zh-CN' | 'en', group?: TagGroup): string =>
  held
    .flatMap((id) => tagOf(id) ?? [])
    .filter((tag) => group === undefined || tag.group === group)
    .map(({ words }) => wordIn(words, lang))
    .join('；');
