import { modelOf } from '../../models/of-case.ts';
import { readLastRuns } from '../../store/write-run.ts';
import { modelWords } from '../model-words.ts';
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
        modelWords(store, l.model, lang).title,
        l.model,
        l.version,
        status,
        l.missing.map(({ words }) => say(words)).join('；'),
        l.examined,
        l.findings,
      ];
      const model = modelOf(store, l.model);
      const settings = model?.settings ?? [];
      // a model of this case says what it is and whose, because no document does
      if (model?.own)
        yield [...head, '', null, null, [say(model.own.words), ...model.basis.map(({ text }) => say(text))].join('\n')];
      if (settings.length === 0) yield [...head, '', null, null, ''];
      for (const s of settings)
        yield [...head, `${say(s.label)}（${say(s.unit)}）`, s.default, l.settings[s.name] ?? null, say(s.basis)];
    }
  },
};
