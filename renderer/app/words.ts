import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type FillParams, fill } from '../../shared/plain/fill.ts';
import { UNSIGNED } from '../../shared/plain/unsigned.ts';
import type { Problem } from '../../shared/protocol/problem.ts';
import { en } from '../../shared/text/en/index.ts';
import { journalSentence } from '../../shared/text/journal-sentence.ts';
import { type Words, zh } from '../../shared/text/zh-CN/index.ts';
import { fontOf } from '../styles/tokens.ts';

export type Lang = 'zh-CN' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: Words };
  }
}

const tables = { 'zh-CN': zh, en };

/** All words of a language, for tables whose keys come from the core. */
export const wordTable = (lang: Lang) => tables[lang];

/** Starts the words before the first paint: everything is bundled, nothing is loaded. */
export function startWords(lang: Lang): void {
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'zh-CN',
    defaultNS: 'words',
    ns: ['words'],
    nsSeparator: false,
    resources: { 'zh-CN': { words: zh }, en: { words: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  speak(lang);
}

/** Switches the language of the window. The fonts follow <html lang>. */
export function speak(lang: Lang): void {
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
  document.documentElement.style.setProperty('--font', fontOf(lang));
  document.title = tables[lang].common.app;
}

/** `t` for typed keys such as `t('overview.headline')`, and the language itself. */
export function useWords() {
  const { t } = useTranslation();
  return { t, lang: currentLang() };
}

export const currentLang = (): Lang => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** A name as the case keeps it, or in the reader's language that nobody gave one. */
export const actorText = (actor: string): string =>
  actor === UNSIGNED ? tables[currentLang()].common.unsigned : actor;

/** The text of a pair that models, sheets and kinds carry. */
export const inLang = (text: { readonly zh: string; readonly en: string }, lang: Lang): string =>
  lang === 'en' ? text.en : text.zh;

/** One sentence for a Problem: what was read, why it stands in the way, what to do. */
export function problemWords(problem: ProblemLike, lang: Lang): string {
  const words: Readonly<Record<string, string>> = tables[lang].problems;
  const template = words[problem.code];
  if (template === undefined) return problem.code;
  return fill(template, { ...problem.params, seen: problem.seen ?? problem.params?.seen ?? '' });
}

/** What problems look like once they have crossed the process border. */
export type ProblemLike = Pick<Problem, 'at' | 'seen' | 'params'> & { readonly code: string };

/** What the audit journal says of an entry. */
export const journalWords = (action: string, params: FillParams, lang: Lang): string =>
  journalSentence(tables[lang], action, params);

export const journalActions = (): string[] => Object.keys(zh.journal);
