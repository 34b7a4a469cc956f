import type { Bilingual } from '../../../../shared/protocol/parts.ts';

/** 偶然概率上限: how seldom so many of something may happen by chance (binomial) before it counts. `basis`: what it is compared with. */
export const greatestChance = (basis: Bilingual) =>
  ({
    name: 'p',
    label: { zh: '偶然概率上限', en: 'Greatest chance' },
    unit: { zh: '概率', en: 'probability' },
    default: 0.001,
    min: 0.0001,
    max: 0.05,
    step: 0.0001,
    basis,
  }) as const;
