import type { Bilingual, Measure, SentenceValue } from '../../../../shared/protocol/parts.ts';

/** Values inside a sentence, by their kind; the reader's language and unit are chosen when they are shown. */
export const fen = (value: number): SentenceValue => ({ type: 'fen', value });
export const count = (value: number): SentenceValue => ({ type: 'count', value });
export const day = (value: string): SentenceValue => ({ type: 'day', value });
export const ratio = (value: number): SentenceValue => ({ type: 'ratio', value });
export const number = (value: number): SentenceValue => ({ type: 'number', value });
export const text = (value: string): SentenceValue => ({ type: 'text', value });

/** A figure beside its threshold. */
export const measured = (
  name: Bilingual,
  value: SentenceValue,
  relation: Measure['relation'],
  threshold: SentenceValue | null,
  setting: string | null,
): Measure => ({ name, value, threshold, setting, relation });

/** A figure that has no threshold but helps to judge. */
export const noted = (name: Bilingual, value: SentenceValue): Measure => measured(name, value, 'none', null, null);

/** Where no published source gives the number. */
export const ownJudgement: Bilingual = {
  zh: '本工具判断，可按案件调整',
  en: 'Judgement of this tool; adjust it to the case',
};

export const days: Bilingual = { zh: '天', en: 'days' };
export const yuan: Bilingual = { zh: '元', en: 'CNY' };
export const people: Bilingual = { zh: '人', en: 'people' };
export const share: Bilingual = { zh: '比例', en: 'share' };
