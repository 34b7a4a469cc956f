import { readLastRuns } from '../../store/write-run.ts';
import { modelById, modelWords } from '../model-words.ts';
import type { PageValue, ReportPage } from '../page.ts';

/** 口径与模型: what each model asked when it last ran, with which settings, and what kept it from judging. */
export const modelsPage: ReportPage = {
  id: 'models',
  columns: [
    { title: 'model', kind: 'text', width: 28 },
    { title: 'modelId', kind: 'text', width: 30 },
    { title: 'version', kind: 'count', width: 8 },
    { title: 'runStatus', kind: 'text', width: 12 },
    { title: 'missing', kind: 'text', width: 40, wrap: true },
    { title: 'examined', kind: 'count', width: 12 },
    { title: 'findings', kind: 'count', width: 10 },
    { title: 'setting', kind: 'text', width: 40, wrap: true },
    { title: 'default', kind: 'number', width: 12 },
    { title: 'current', kind: 'number', width: 12 },
    { title: 'basis', kind: 'text', width: 60, wrap: true },
  ],
  count: (context) => [...modelsPage.rows(context)].length,
  *rows({ store, lang, word }) {
    const say = (text: { zh: string; en: string }) => (lang === 'en' ? text.en : text.zh);
    for (const l of readLastRuns(store)) {
      const status = word(l.status === 'ran' ? 'ran' : l.status === 'failed' ? 'failed' : 'cannotJudge');
      const head: PageValue[] = [
        modelWords(l.model, lang).title,
        l.model,
        l.version,
        status,
        l.missing.map(({ words }) => say(words)).join('；'),
        l.examined,
        l.findings,
      ];
      const settings = modelById(l.model)?.settings ?? [];
      if (settings.length === 0) yield [...head, '', null, null, ''];
      for (const s of settings)
        yield [...head, `${say(s.label)}（${say(s.unit)}）`, s.default, l.settings[s.name] ?? null, say(s.basis)];
    }
  },
};
