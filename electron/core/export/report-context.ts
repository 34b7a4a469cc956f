import { exported as en } from '../../../shared/text/en/export.ts';
import { exported as zh } from '../../../shared/text/zh-CN/export.ts';
import type { OpenCase } from '../store/open-case.ts';
import { personalNumbers } from '../store/personal-numbers.ts';
import { type MaskLevel, masker } from './masker.ts';
import type { ReportContext } from './page.ts';

export interface SummaryOptions {
  readonly mask: MaskLevel;
  readonly lang: 'zh-CN' | 'en';
  readonly purpose: string;
  readonly at: Date;
  readonly tick?: () => void;
}

/** What all pages of one report share. */
export function reportContext(openCase: OpenCase, { mask, lang, purpose, at }: SummaryOptions): ReportContext {
  const words = lang === 'en' ? en : zh;
  return {
    store: openCase.store,
    caseId: openCase.caseId,
    actor: openCase.actor,
    lang,
    purpose,
    at,
    mask: masker(mask, words.withheld, mask === 'internal' ? undefined : personalNumbers(openCase.store)),
    word: (key) => words[key],
  };
}
